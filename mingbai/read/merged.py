"""How far the merged cells of a workbook reach, read before anybody makes them.

Whoever merges whole columns merges a million cells each; openpyxl would make every one of them.
"""

from __future__ import annotations

import io
import re
import zipfile

MOST_MERGED = 200_000
"""Cells: a column merged down to the last line of a sheet has a million."""

AREA = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3}[0-9]+):([A-Z]{1,3}[0-9]+)""")


def merged(raw: bytes) -> int:
    """Return how many cells are merged into others."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        sheets = [one for one in packed.namelist() if one.startswith("xl/worksheets/")]
        ranges = [found for one in sheets for found in AREA.findall(packed.read(one))]
    return sum(cells_in(first.decode(), last.decode()) for first, last in ranges)


def cells_in(first: str, last: str) -> int:
    """Return how many cells lie between two corners such as A1 and XFD9."""
    (left, top), (right, bottom) = (corner(one) for one in (first, last))
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def corner(name: str) -> tuple[int, int]:
    """Return the column and the row of a cell's name."""
    letters = name.rstrip("0123456789")
    column = 0
    for one in letters:
        column = column * 26 + ord(one) - ord("A") + 1
    return column, int(name[len(letters) :])
