"""Checks the code and the records: ruff, mypy, mingbai check."""

import sys

from bootstrap import run

CHECKS = (
    ("-m", "ruff", "check", "."),
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "mypy"),
    ("-m", "mingbai", "check"),
)
sys.exit(max(run(*command) for command in CHECKS))
