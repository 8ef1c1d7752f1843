"""Bytes to text: UTF-8 as it is, GB 18030 and UTF-16 read and said so, anything else refused."""

from __future__ import annotations

import codecs
import errno
import re
import stat
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.read.garbled import garbled, is_chinese

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1_000_000
"""A record is a few pages of text; a larger file is an attachment saved under the wrong name."""

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
HAN = re.compile("[\u4e00-\u9fff]")
REPLACED = "\ufffd"
STRANGE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; \x85 would count as a line
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # nothing to see: equal words differ
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff"  # on top of the one before
    "\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
    "\ufffd-\uffff\ue000-\uf8ff\ud800-\udfff\U000f0000-\U0010ffff]"  # lost, or private
)
WHY = {
    errno.EACCES: "没有读取权限",
    errno.EPERM: "没有读取权限",
    errno.ENOENT: "文件不存在，或者是断了的快捷方式",
    errno.ENAMETOOLONG: "文件名太长",
}


def read_text(path: Path, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Read one file; ``name`` is its path in reports. The text is None when it cannot be read."""
    raw, problems = read_bytes(path, name)
    return decode_text(raw, name) if raw is not None else (None, problems)


def linked(path: Path, name: str) -> Problem | None:
    """Return a problem if a file or folder only leads elsewhere: records lie in the project."""
    return Problem("file-linked", Place(name), {"found": path.name}) if path.is_symlink() else None


def read_bytes(path: Path, name: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Read the bytes of one file, None when that cannot be done."""
    start = Place(name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, (Problem("file-unreadable", start, {"why": "这不是一个文件"}),)
        if status.st_size > MOST_BYTES:
            return None, (Problem("file-too-large", start, {"size": -(-status.st_size // 1000)}),)
        return path.read_bytes(), ()
    except OSError as failure:
        why = WHY.get(failure.errno or 0, f"系统错误 {failure.errno}")
        return None, (Problem("file-unreadable", start, {"why": why}),)


def decode_text(raw: bytes, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of bytes, with a 提醒 if it is not UTF-8; None when it is none."""
    text, encoding = decode(raw)
    if text is None:
        return None, (Problem(encoding, Place(name, first_bad_line(raw, encoding))),)
    notes = (
        () if encoding == "UTF-8" else (Problem("file-not-utf8", Place(name), {"found": encoding}),)
    )
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def decode(raw: bytes) -> tuple[str | None, str]:
    """Return the text and the encoding found (UTF-8, UTF-16 by its mark, GB 18030), or a code."""
    if raw.startswith(UTF16_MARKS):
        text = _try(raw, "utf-16")
        if text is not None and "\x00" in text:
            return None, "file-binary"
        return (text, "UTF-16") if text is not None else (None, "file-encoding")
    if b"\x00" in raw:
        return None, "file-binary"
    text = _try(raw, "utf-8-sig")
    if text is not None:
        return text, "UTF-8"
    text = None if is_broken_utf8(raw) else _try(raw, "gb18030")
    meant = text is not None and is_chinese(text)
    return (text, "GB 18030") if meant else (None, "file-encoding")


def is_broken_utf8(raw: bytes) -> bool:
    """Tell whether bytes are UTF-8 with a fault: read as GB 18030 it would turn into nonsense."""
    text = raw.decode("utf-8", "replace")
    return len(HAN.findall(text)) > text.count(REPLACED)


def first_bad_line(raw: bytes, code: str) -> int:
    """Return the line on which the first byte stands that is no text."""
    end = raw.find(b"\x00")
    if code == "file-encoding":
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as failure:
            end = failure.start
    return raw.count(b"\n", 0, max(end, 0)) + 1


def unreadable(text: str, name: str, first_line: int = 1) -> Problem | None:
    """Return a problem at the first character or word that nobody can read."""
    found = (strange_character(text, name, first_line), garbled(text, name, first_line))
    return min((one for one in found if one), key=lambda one: one.place, default=None)


def strange_character(text: str, name: str, first_line: int = 1) -> Problem | None:
    """Return a problem at the first character that nobody can see or read."""
    found = STRANGE.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start())
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
    shown = f"U+{ord(found[0]):04X}"
    return Problem("yaml-character", Place(name, line + first_line, column), {"found": shown})


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
