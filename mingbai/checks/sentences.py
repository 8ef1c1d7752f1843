"""Rules of length: what is read aloud in a village yard has short sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from mingbai.checks.texts_of import case_lines, reader_texts
from mingbai.model.figures import REFERENCE
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

LONG = 40
"""Characters of a sentence that is still read in one breath."""

LONGEST = 60
"""Characters from where on nobody follows it any more."""

USUAL = 25
"""Characters of the middle one of a record's sentences, by length."""

ENOUGH = 20
"""Sentences from where on a record has a middle worth judging."""

FIGURE_AS_READ = "一千元"
"""How long a figure is when it is read aloud."""

ENDS = re.compile(r"[。；！？]")


def lengths(text: str) -> list[int]:
    """Return how long the sentences of a text are when they are read aloud."""
    told = REFERENCE.sub(FIGURE_AS_READ, text)
    return [len(one) for one in ENDS.split(told) if one.strip()]


def longest(library: Library, scope: Scope) -> Iterator[Problem]:
    """A sentence has at most 40 characters; one of more than 60 is not printed nor read out."""
    for text, place, _ in reader_texts(library):
        most = max(lengths(text), default=0)
        if most > LONGEST:
            yield Problem("sentence-breathless", place, {"length": most, "most": LONGEST})
        elif most > LONG:
            yield Problem("sentence-long", place, {"length": most, "most": LONG})
    for line, place in case_lines(library):
        most = max(lengths(line), default=0)
        if most > LONG:
            yield Problem("sentence-long", place, {"length": most, "most": LONG})


def usual(library: Library, scope: Scope) -> Iterator[Problem]:
    """Half of the sentences of a record have at most 25 characters."""
    counted: dict[str, list[int]] = defaultdict(list)
    told = [(text, place) for text, place, _ in reader_texts(library)]
    for text, place in (*told, *case_lines(library)):
        counted[place.file].extend(lengths(text))
    for file, found in counted.items():
        middle = int(median(found)) if len(found) >= ENOUGH else 0
        if middle > USUAL:
            yield Problem("sentences-long", Place(file), {"length": middle, "most": USUAL})
