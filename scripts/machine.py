"""Sees that what the tests need of the machine is there; installs it as root on Debian."""

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def provide() -> None:
    """Leave with a sentence if something is missing and cannot be installed from here."""
    missing = [name for name, found in wanted() if not found]
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


def wanted() -> list[tuple[str, bool]]:
    """Return each package, and whether it is there or not needed: Windows has no such servers.

    Without LibreOffice its test is skipped; with it, its part for slides must be there.
    """
    found = bool(os.environ.get("CHROMIUM") or any(map(shutil.which, BROWSERS)))
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    office = shutil.which("soffice")
    needed = {
        "libzbar0": ctypes.util.find_library("zbar"),
        "nginx-light": shutil.which("nginx", path=places),
        "libreoffice-impress-nogui": not office
        or Path(office).resolve().with_name("libsdlo.so").exists(),
    }
    return [("chromium", found), *((one, os.name == "nt" or bool(needed[one])) for one in needed)]
