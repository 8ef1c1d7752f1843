"""What is measured against, from the registries into a folder of their own: never committed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NPM = ("chrome-aws-lambda@1.6.3", "puppeteer-core@1.7.0", "pagefind@1.6.0")
JIEBA = "jieba==0.42.1"
UNPACK = """
const fs = require("fs");
fs.createReadStream(process.argv[1])
  .pipe(require("zlib").createBrotliDecompress())
  .pipe(fs.createWriteStream(process.argv[2], { mode: 0o755 }));
"""


def npm(tools: Path) -> Path:
    """Return the folder of the packages from npm, fetched once; none of their scripts runs."""
    modules = tools / "node_modules"
    wanted = [modules / name.partition("@")[0] for name in NPM]
    if not all(path.is_dir() for path in wanted):
        tools.mkdir(parents=True, exist_ok=True)
        told = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--silent"]
        command = [program("npm"), "install", *told, "--prefix", str(tools), *NPM]
        subprocess.run(command, check=True)
    return modules


def jieba(tools: Path) -> Path:
    """Return the folder from which Python imports jieba, fetched once."""
    folder = tools / "jieba"
    if not folder.is_dir():
        told = ["--quiet", "--no-deps", "--target", str(folder)]
        subprocess.run([sys.executable, "-m", "pip", "install", *told, JIEBA], check=True)
    return folder


def old_chromium(tools: Path) -> Path:
    """Return the program of Chromium 69, unpacked once."""
    packed = next((npm(tools) / "chrome-aws-lambda" / "bin").glob("chromium-*.br"))
    ready = tools / packed.stem
    if not ready.is_file():
        partial = ready.with_suffix(".part")
        subprocess.run([program("node"), "-e", UNPACK, str(packed), str(partial)], check=True)
        partial.rename(ready)
    return ready


def pagefind(tools: Path) -> Path:
    """Return Pagefind's program, the one that knows Chinese words."""
    found = npm(tools).glob("@pagefind/*/bin/pagefind_extended*")
    return next(path for path in sorted(found) if path.suffix in {"", ".exe"})


def program(name: str) -> str:
    """Return the path of a program of this machine.

    Raises:
        FileNotFoundError: if there is none.

    """
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(f"{name}: apt install nodejs npm")
    return path
