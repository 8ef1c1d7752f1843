"""Runs every check and every test; sees to the browser first."""

import subprocess
import sys
from pathlib import Path

import browser
from bootstrap import run

browser.provide()
here = Path(__file__).resolve().parent
checked = subprocess.call([sys.executable, str(here / "check.py")])
sys.exit(run("-m", "pytest", *sys.argv[1:]) or checked)
