"""Rules of what a sentence names: a document by its title, a hotline by its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.texts_of import case_lines, reader_texts
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

STATE = "中华人民共和国"
TITLE = re.compile("《([^《》]*(?:法|条例|办法|规定|细则|规程|规范|意见|通知))》")
DIALLED = re.compile(
    r"(?:打|拨|电话|热线)[^，。；！？0-9]{0,6}((?:1|9)[0-9]{2,4})(?![0-9\s]*[-0-9元个人岁年月日天%])"
)
EMERGENCY = frozenset({"110", "119", "120", "122", "999", "12110"})
"""Numbers of the whole country that nobody lists."""


def titles(library: Library, scope: Scope) -> Iterator[Problem]:
    """A document that a sentence calls by its title is listed."""
    known = {
        one for document in library.documents.values() for one in (document.name, document.title)
    }
    bare = {one.removeprefix(STATE) for one in known}
    for text, place, _ in reader_texts(library):
        for title in TITLE.findall(text):
            if title.removeprefix(STATE) not in bare:
                yield Problem("title-unknown", place, {"found": title[:30]})


def hotlines(library: Library, scope: Scope) -> Iterator[Problem]:
    """A number that people are told to dial is a hotline of some region, or one of the country."""
    known = {line.number for region in library.regions for line in region.hotlines}
    told = ((text, place) for text, place, _ in reader_texts(library))
    for text, place in (*told, *case_lines(library)) if library.complete else ():
        for number in DIALLED.findall(text):
            if number not in known | EMERGENCY:
                yield Problem("hotline-unknown", place, {"found": number})
