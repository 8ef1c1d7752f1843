"""Citations as a reader sees them: the document in 《》, the article, a link to its entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.citation import Citation
    from mingbai.model.library import Library


@dataclass(frozen=True, slots=True)
class Source:
    """One citation; ``title`` is its document's, ``anchor`` its place on the 政策依据 page."""

    title: str
    words: str
    anchor: str
    verified: bool


def sources(cites: Iterable[Citation], library: Library) -> tuple[Source, ...]:
    """Return citations as readers see them."""
    return tuple(source(cite, library) for cite in cites)


def source(cite: Citation, library: Library) -> Source:
    """Return one citation; the check stage has made sure that its document is listed."""
    document = library.documents[cite.document]
    title = f"《{document.title}》"
    number = f"（{document.number}）" if document.number else ""
    where = "、".join(locator.words for locator in cite.locators)
    place = anchor(library, document.name)
    return Source(title, f"{title}{number}{where}", place, document.verified)


def anchor(library: Library, name: str) -> str:
    """Return the anchor of a document on the 政策依据 page: its place in the list."""
    return f"d{library.document_order[name] + 1}"


def unverified(sources: Iterable[Source]) -> bool:
    """Tell whether something rests on a document nobody has read: 待核."""
    return not all(source.verified for source in sources)
