"""Sees that Chromium is there for the browser tests: installs it as root on Debian, or says how."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def provide() -> None:
    """Leave with a sentence if there is no browser and it cannot be installed from here."""
    if os.environ.get("CHROMIUM") or any(shutil.which(name) for name in NAMES):
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("正在安装浏览器测试要用的 Chromium……", flush=True)
        subprocess.call(["apt-get", "update", "-qq"], stdout=subprocess.DEVNULL)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        if subprocess.call(command, stdout=subprocess.DEVNULL) == 0:
            return
    sys.exit(
        "浏览器测试需要 Chromium：Debian 上运行 apt install chromium，或用 CHROMIUM=路径 指明。"
    )
