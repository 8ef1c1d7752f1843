"""``python -m mingbai``."""

from mingbai.cli import main

main()
