"""Rules of figures: each has a start and a document, and no sentence holds a sum of money."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.links import whole_chain
from mingbai.checks.texts_of import reader_texts
from mingbai.model.figures import REFERENCE
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.figures import Figure
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

FILLED = frozenset({"text", "short", "do", "a"})
"""Keys whose sentences the views fill figures into."""
BRACE = re.compile("[{}｛｝]")
MONEY = re.compile(
    r"[0-9０-９][0-9０-９,.，]*\s*[多余几]?[十百千万亿]*[多余]?(?:元(?!旦)|块(?:钱|(?=[，。；以])))"
    r"|(?<![几数上好])(?:[一二两三四五六七八九][十百千万亿]|十)[一二三四五六七八九十百千万零多余]*(?:元|块(?:钱|(?=[，。；以])))"
)


def declared(library: Library, scope: Scope) -> Iterator[Problem]:
    """A figure that a policy names is given by the region or one above it, null if unknown."""
    if not whole_chain(library, scope):
        return
    for policy in library.policies:
        for figure in policy.figures:
            if library.figure(figure.name, scope.region) is None:
                values = {"found": figure.name, "region": scope.region}
                yield Problem("figure-missing", figure.at("name"), values)


def used(library: Library, scope: Scope) -> Iterator[Problem]:
    """A region gives only figures that some policy names."""
    if not library.complete:
        return
    known = {one.name for policy in library.policies for one in policy.figures}
    for region in library.regions:
        for figure in region.figures:
            if figure.name not in known:
                yield Problem("figure-unused", figure.at("name"), {"found": figure.name})


def references(library: Library, scope: Scope) -> Iterator[Problem]:
    """A ``{figure:NAME}`` names a figure, and braces are used for nothing else."""
    known = {one.name for policy in library.policies for one in policy.figures}
    for text, place, key in reader_texts(library):
        for found in REFERENCE.findall(text):
            if key not in FILLED:
                yield Problem("figure-place", place, {"found": found})
            elif library.complete and found not in known:
                yield Problem("figure-unknown", place, {"found": found})
        if BRACE.search(REFERENCE.sub("", text)):
            yield Problem("figure-syntax", place)


def typed(library: Library, scope: Scope) -> Iterator[Problem]:
    """A sum of money stands in a figure, never in a sentence: it would grow old there unseen."""
    for text, place, _ in reader_texts(library):
        found = MONEY.search(text)
        if found:
            yield Problem("figure-typed", place, {"found": found[0]})


def values(library: Library, scope: Scope) -> Iterator[Problem]:
    """Values have a start and a document and stand in order; only a known value is confirmed."""
    for region in library.regions:
        for figure in region.figures:
            yield from one_figure(figure)


def one_figure(figure: Figure) -> Iterator[Problem]:
    """Yield the problems of one figure's values."""
    before = None
    for value in figure.values:
        if value.value is None:
            if value.confirmed_by:
                yield Problem("figure-null-confirmed", value.at("confirmed_by"))
            continue
        if value.effective_from is None:
            yield Problem("figure-no-start", value.at("effective_from"))
        elif before is not None and value.effective_from <= before:
            yield Problem("figure-order", value.at("effective_from"))
        if not value.cite:
            yield Problem("figure-no-source", value.at("cite"))
        if value.confirmed_by and not value.published_on:
            yield Problem("figure-not-published", value.at("confirmed_by"))
        before = value.effective_from or before
