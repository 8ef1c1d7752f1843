"""A zip of Office parts with one date for all: that of its making would differ each time."""

from __future__ import annotations

import io
import zipfile

FIRST_STAMP = (1980, 1, 1, 0, 0, 0)


def same_zip(content: bytes) -> bytes:
    """Return the same parts in the same order, with no date of their own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, FIRST_STAMP)
            entry.external_attr = 0o644 << 16
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
