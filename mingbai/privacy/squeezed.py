"""Identity numbers that a spreadsheet has spoilt: it keeps fifteen digits, and writes 3.7E+17."""

from __future__ import annotations

import re

from mingbai.read.cells import LONGEST_NUMBER

HUGE = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?1[4-9]")
"""A number of fifteen digits or more, as a spreadsheet squeezes it."""


def is_squeezed(text: str, *, number: bool) -> bool:
    """Tell whether the text of a cell was a number too long for a spreadsheet to keep."""
    digits = sum(map(str.isdigit, text.partition(".")[0]))
    return (number and digits >= LONGEST_NUMBER) or HUGE.fullmatch(text.strip()) is not None
