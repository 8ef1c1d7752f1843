"""Statements as lines: the sentence with its figures filled in, and the articles it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.model.figures import REFERENCE
from mingbai.views.amounts import figure_words
from mingbai.views.sources import Source, sources, unverified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence for a reader; ``short`` is its form on paper, ``local`` the region it is of."""

    text: str
    short: str
    sources: tuple[Source, ...]
    local: str = ""

    @property
    def unverified(self) -> bool:
        """Tell whether it rests on a document nobody has read: 待核."""
        return unverified(self.sources)


def line(statement: Statement, library: Library, scope: Scope) -> Line:
    """Return a statement as a line."""
    return Line(
        text=filled(statement.text, library, scope),
        short=filled(statement.short or "", library, scope),
        sources=sources(statement.cite, library),
        local=statement.origin,
    )


def lines(statements: Iterable[Statement], library: Library, scope: Scope) -> tuple[Line, ...]:
    """Return statements as lines, in their order."""
    return tuple(line(statement, library, scope) for statement in statements)


def filled(text: str, library: Library, scope: Scope) -> str:
    """Put the region's value in place of each ``{figure:NAME}``."""
    return REFERENCE.sub(lambda found: figure_words(found[1], library, scope), text)
