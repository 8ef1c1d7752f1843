"""Which characters the printed fonts have: read from their tables, before anything is typeset.

Comes in: the installed fonts. Goes out: the characters of a text that no font can show.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import TYPE_CHECKING

from mingbai.design import FONT_FILES, font_folders

if TYPE_CHECKING:
    from pathlib import Path

UNICODE = ((3, 10), (0, 6), (0, 4), (0, 3), (3, 1))
"""Platforms and encodings of character tables, the fullest first."""

SEGMENTS, GROUPS = 4, 12
"""Formats of a character table: up to U+FFFF, and all of Unicode."""

SPACES = frozenset(" \t\n\u3000\u00a0\u2060")


@cache
def covered() -> frozenset[int]:
    """Return every character that one of the fonts has.

    Raises:
        FontMissing: if the fonts are not installed.

    """
    files = [folder / one.name for folder, one in zip(font_folders(), FONT_FILES, strict=True)]
    return frozenset().union(*map(characters, files))


def missing(text: str) -> str:
    """Return the first character of a text that no font has, or nothing."""
    if covered().issuperset(map(ord, text)):
        return ""
    return next((one for one in text if ord(one) not in covered() and one not in SPACES), "")


def characters(path: Path) -> frozenset[int]:
    """Return the characters of one font: of all its tables it reads one."""
    with path.open("rb") as font:
        head = font.read(12)
        tables = font.read(16 * struct.unpack(">H", head[4:6])[0])
        for at in range(0, len(tables), 16):
            name, _, start, length = struct.unpack(">4sLLL", tables[at : at + 16])
            if name == b"cmap":
                font.seek(start)
                return mapped(font.read(length))
    return frozenset()


def mapped(table: bytes) -> frozenset[int]:
    """Return the characters of a table that maps them to shapes."""
    count = struct.unpack(">H", table[2:4])[0]
    kinds = (struct.unpack(">HHL", table[at : at + 8]) for at in range(4, 4 + 8 * count, 8))
    offsets = {(platform, encoding): offset for platform, encoding, offset in kinds}
    at = next(offsets[one] for one in UNICODE if one in offsets)
    form = struct.unpack(">H", table[at : at + 2])[0]
    if form == GROUPS:
        groups = struct.unpack(">L", table[at + 12 : at + 16])[0]
        runs = struct.iter_unpack(">LLL", table[at + 16 : at + 16 + 12 * groups])
        return frozenset(one for first, last, _ in runs for one in range(first, last + 1))
    if form == SEGMENTS:
        half = struct.unpack(">H", table[at + 6 : at + 8])[0]
        ends = struct.unpack(f">{half // 2}H", table[at + 14 : at + 14 + half])
        starts = struct.unpack(f">{half // 2}H", table[at + 16 + half : at + 16 + 2 * half])
        pairs = zip(starts, ends, strict=True)
        return frozenset(one for first, last in pairs for one in range(first, last + 1))
    return frozenset()
