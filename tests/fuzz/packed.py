"""Edits inside a workbook: of the text of one of its parts, and packed again."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from tests.fuzz.words import CHARACTERS, SHEET_TEXTS, VALUES

if TYPE_CHECKING:
    from tests.fuzz.edits import Edit

TEXT = re.compile(r">([^<>]+)<")
ATTRIBUTE = re.compile(r'="([^"]*)"')
PARTS = re.compile(r"xl/(worksheets|sharedStrings|workbook|styles)")


def repacked(raw: bytes, edit: Edit) -> bytes:
    """Return a workbook with one thing changed inside; what is none stays as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = {one.filename: packed.read(one) for one in packed.infolist()}
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError):
        return raw
    names = [one for one in sorted(parts) if PARTS.match(one)] or sorted(parts)
    if not names:
        return raw
    name = names[edit.file % len(names)]
    parts[name] = changed(parts[name].decode("utf-8", "replace"), edit).encode()
    if edit.choice % 13 == 0:
        del parts[name]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in parts.items():
            packed.writestr(path, content)
    return out.getvalue()


def changed(text: str, edit: Edit) -> str:
    """Write another text or another attribute somewhere."""
    pattern = (TEXT, ATTRIBUTE)[edit.choice % 2]
    found = list(pattern.finditer(text))
    if not found:
        return text[: edit.at % (len(text) + 1)]
    one = found[edit.at % len(found)]
    words = (*SHEET_TEXTS, *VALUES, *CHARACTERS)
    put = words[edit.choice % len(words)]
    safe = put.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return text[: one.start(1)] + (safe if edit.choice % 7 else put) + text[one.end(1) :]
