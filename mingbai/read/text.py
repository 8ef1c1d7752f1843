"""Bytes to text: UTF-8 as it is, GB 18030 and UTF-16 read and said so, anything else refused."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1_000_000
"""A record is a few pages of text; a larger file is an attachment saved under the wrong name."""

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Read one file; ``name`` is its path in reports. The text is None when it cannot be read."""
    start = Place(name)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            return None, (Problem("file-too-large", start, {"size": size // 1000}),)
        raw = path.read_bytes()
    except OSError as failure:
        return None, (Problem("file-unreadable", start, {"why": failure.strerror or "未知原因"}),)
    text, encoding = decode(raw)
    if text is None:
        return None, (Problem("file-encoding", start),)
    if "\x00" in text:
        return None, (Problem("file-binary", start),)
    notes = () if encoding == "UTF-8" else (Problem("file-not-utf8", start, {"found": encoding}),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def decode(raw: bytes) -> tuple[str | None, str]:
    """Return the text and the encoding found: UTF-8, UTF-16 (by its mark) or GB 18030."""
    if raw.startswith(UTF16_MARKS):
        return _try(raw, "utf-16"), "UTF-16"
    text = _try(raw, "utf-8-sig")
    if text is not None:
        return text, "UTF-8"
    return _try(raw, "gb18030"), "GB 18030"


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
