"""One zip that is the same, byte for byte, for the same files and the same day.

The files are stored, not squeezed: another version of the same squeezing gives other bytes, and
most of a site is paper and pictures, which are squeezed already.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

FILE = 0o100644 << 16
"""A plain file that everybody may read, as a zip says it."""

UNIX = 3
STEPS = 12 * 60 * 60
"""How many times of day a zip can tell: every other second."""

Time = tuple[int, int, int, int, int, int]


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """Return the zip: files by path, nothing but names, content and a day in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            info = zipfile.ZipInfo(path, time_of(day, files[path]))
            info.create_system, info.external_attr = UNIX, FILE
            archive.writestr(info, files[path])
    return out.getvalue()


def time_of(day: date, content: bytes) -> Time:
    """Return the day, and a time of day that another content hardly ever has.

    Servers tell browsers by time and size whether a file has changed: one digit of a telephone
    number changes neither if every file of a day has the same time.
    """
    seconds = 2 * (int.from_bytes(hashlib.sha256(content).digest()[:4], "big") % STEPS)
    return day.year, day.month, day.day, seconds // 3600, seconds // 60 % 60, seconds % 60
