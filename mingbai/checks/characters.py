"""Rules of characters: what nobody can print is found before anything is typeset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.checks.texts_of import case_lines, record_values
from mingbai.design import FontMissing
from mingbai.design.coverage import covered, missing
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope


def printable(library: Library, scope: Scope) -> Iterator[Problem]:
    """Every character of a record stands in the printed fonts, rare names included."""
    try:
        covered()
    except FontMissing:
        return  # whoever typesets is told; records can be checked without
    for text, place in (*record_values(library), *case_lines(library)):
        found = "" if text.isascii() else missing(text)
        if found:
            values = {"found": found, "code": f"U+{ord(found):04X}"}
            yield Problem("character-unprintable", place, values)
