"""Rules of numbers in sentences: each has its unit, and a document's number its own brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.texts_of import SPOKEN, case_lines, reader_texts, record_values
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

BARE = re.compile(
    r"(?<![0-9A-Za-z.〔：:/∶—(（,-])[0-9]+(?:\.[0-9]+)?(?=\s*(?:[，。；！？）)”]|$|的|和|或者|以上|以下|以内))"
)
CALLED = re.compile(r"(?:打|拨|电话|热线|号码|编号)[^，。；！？]{0,6}$")
"""What stands before a number that is dialled or said, not counted."""

BRACKETS = re.compile(
    r"[\[［(（【{〖]\s*((?:19|20)[0-9]{2})\s*[\]］)）】}〗]\s*(?:第\s*)?([0-9]+)\s*号"
)


def units(library: Library, scope: Scope) -> Iterator[Problem]:
    """A number in a sentence says what it counts."""
    spoken = ((text, place) for text, place, key in reader_texts(library) if key not in SPOKEN)
    for text, place in (*spoken, *case_lines(library)):
        for found in BARE.finditer(text):
            if not CALLED.search(text[: found.start()]):
                yield Problem("number-bare", place, {"found": found[0]})


def brackets(library: Library, scope: Scope) -> Iterator[Problem]:
    """The year in a document's number stands between 〔 and 〕."""
    for text, place in (*record_values(library), *case_lines(library)):
        for found in BRACKETS.finditer(text):
            values = {"found": found[0], "instead": f"〔{found[1]}〕{found[2]}号"}
            yield Problem("number-brackets", place, values)
