"""Sees that what the tests need of the machine is there.

Chromium, zbar to read codes, nginx, and where there is LibreOffice, its part for slides.

Installs them as root on Debian; elsewhere says how.
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def provide() -> None:
    """Leave with a sentence if something is missing and cannot be installed from here."""
    wanted = (
        *(("chromium", browser()), ("libzbar0", zbar()), ("nginx-light", nginx())),
        ("libreoffice-impress-nogui", impress()),
    )
    missing = [name for name, found in wanted if not found]
    if missing and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"正在安装测试要用的 {'、'.join(missing)}……", flush=True)
        subprocess.call(["apt-get", "update", "-qq"], stdout=subprocess.DEVNULL)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        if subprocess.call(command, stdout=subprocess.DEVNULL) == 0:
            return
    if missing:
        sys.exit(
            f"测试还需要 {'、'.join(missing)}：Debian 上运行 apt install {' '.join(missing)}；"
            "已有别的 Chromium，用 CHROMIUM=路径 指明。"
        )


def browser() -> bool:
    """Tell whether there is a Chromium."""
    return bool(os.environ.get("CHROMIUM") or any(shutil.which(name) for name in BROWSERS))


def zbar() -> bool:
    """Tell whether there is zbar; its wheel for Windows brings it along."""
    return os.name == "nt" or ctypes.util.find_library("zbar") is not None


def nginx() -> bool:
    """Tell whether there is nginx; without it, or on Windows, the tests of servers are skipped."""
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    return os.name == "nt" or shutil.which("nginx", path=places) is not None


def impress() -> bool:
    """Tell whether LibreOffice opens slides; without LibreOffice its test is skipped."""
    office = shutil.which("soffice")
    return not office or os.name == "nt" or Path(office).resolve().with_name("libsdlo.so").exists()
