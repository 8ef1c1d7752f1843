"""Runs every check and every test; sees to what the machine must have first."""

import subprocess
import sys
from pathlib import Path

import machine
from bootstrap import run

machine.provide()
here = Path(__file__).resolve().parent
checked = subprocess.call([sys.executable, str(here / "check.py")])
sys.exit(run("-m", "pytest", "-n", "auto", "--dist", "loadfile", *sys.argv[1:]) or checked)
