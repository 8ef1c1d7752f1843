"""The size of a file in words."""

from __future__ import annotations

MEGABYTE = 1_000_000


def size_words(size: int) -> str:
    """Return a number of bytes as people read it: 1.2 MB, 85 KB."""
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f} MB"
    return f"{max(1, round(size / 1000))} KB"
