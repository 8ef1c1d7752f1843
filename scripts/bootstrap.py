"""Makes ``.venv`` with exactly the locked packages, once, and runs a command in it."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"


def run(*command: str) -> int:
    """Run a module or script of the project's own Python and return its exit status."""
    return subprocess.call([str(prepared()), *command], cwd=ROOT)


def prepared() -> Path:
    """Return the project's Python, made anew whenever the lock has changed."""
    if sys.version_info < (3, 11):
        sys.exit("需要 Python 3.11 或更新的版本，现在是 " + sys.version.split()[0])
    stamp, wanted = VENV / "locked", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return PYTHON
    print("第一次运行，正在安装所需的包，约一分钟……", flush=True)
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except subprocess.CalledProcessError:
        sys.exit("不能建立虚拟环境。Debian、Ubuntu 请先运行：apt install python3-venv")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.check_call([*pip, "--require-hashes", "--requirement", str(LOCK)])
    subprocess.check_call([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    stamp.write_text(wanted)
    return PYTHON
