"""Rules of what held before a change: it rests on a text that somebody read, in force or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.citation import Citation
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Place


def cited_before(library: Library) -> Iterator[tuple[Citation, Place]]:
    """Yield every citation of what held before, with its place."""
    for policy in library.policies:
        for change in policy.changes:
            single = len(change.was_cite) == 1
            for number, cite in enumerate(change.was_cite):
                path = ("was_cite",) if single else ("was_cite", number)
                yield cite, change.at(*path)


def pairs(library: Library, scope: Scope) -> Iterator[Problem]:
    """What held before stands beside its source, or neither is written."""
    for policy in library.policies:
        for change in policy.changes:
            if bool(change.was) != bool(change.was_cite):
                yield Problem("was-alone", change.at("was" if change.was else "was_cite"))


def sources(library: Library, scope: Scope) -> Iterator[Problem]:
    """What held before rests on an article of a listed text that somebody has read."""
    for cite, place in cited_before(library):
        document = library.documents.get(cite.document)
        values = {"found": cite.document}
        if document is None:
            yield Problem("document-unknown", place, values)
        elif not document.verified:
            yield Problem("was-unread", place, values)
        elif not cite.locators:
            yield Problem("cite-no-article", place, values)
