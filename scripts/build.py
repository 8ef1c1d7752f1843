"""Checks and builds everything into ``dist/``."""

import sys

from bootstrap import run

sys.exit(run("-m", "mingbai", "build", "--out", "dist", *sys.argv[1:]))
