"""Statements as lines: the sentence with its figures filled in, and the articles it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.amounts import figure_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.citation import Citation
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.model.statement import Statement

FIGURE = re.compile(r"\{figure:([a-z0-9-]+)\}")


@dataclass(frozen=True, slots=True)
class Source:
    """One citation as a reader sees it; ``anchor`` is its document's place on the 政策依据 page."""

    words: str
    anchor: str
    verified: bool


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
        return not all(source.verified for source in self.sources)


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
    return FIGURE.sub(lambda found: figure_words(found[1], library, scope), text)


def sources(cites: Iterable[Citation], library: Library) -> tuple[Source, ...]:
    """Return citations as readers see them, each document by its cited name in 《》."""
    return tuple(source(cite, library) for cite in cites)


def source(cite: Citation, library: Library) -> Source:
    """Return one citation; the check stage has made sure that its document is listed."""
    document = library.documents[cite.document]
    number = f"（{document.number}）" if document.number else ""
    where = "、".join(locator.words for locator in cite.locators)
    name = f"《{document.title}》{number}" if document.number != document.name else document.number
    return Source(f"{name}{where}", anchor(library, document.name), document.verified)


def anchor(library: Library, name: str) -> str:
    """Return the anchor of a document on the 政策依据 page: its place in the list."""
    return f"d{library.document_order[name] + 1}"
