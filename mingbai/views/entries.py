"""The index of documents: what a book rests on, and where it is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.pointer import Pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.views.basis import Basis
    from mingbai.views.case import CaseView
    from mingbai.views.chapter import Chapter


@dataclass(frozen=True, slots=True)
class Entry:
    """A document, and the policies and cases that rest on it."""

    heading: str
    about: str
    unverified: bool
    policies: tuple[Pointer, ...]
    stories: tuple[Pointer, ...]


def heading(document: Basis) -> str:
    """Return a document as citations begin: its title and its number."""
    return f"《{document.title}》" + (f"（{document.number}）" if document.number else "")


def entries(
    basis: Iterable[Basis], chapters: tuple[Chapter, ...], cases: tuple[CaseView, ...]
) -> Iterator[Entry]:
    """Yield the documents that this book rests on, with where."""
    for one in basis:
        policies = tuple(
            Pointer(chapter.slug, chapter.short_name)
            for chapter in chapters
            if one.anchor in {document.anchor for document in chapter.documents}
        )
        stories = tuple(
            Pointer(case.slug, case.title)
            for case in cases
            if one.anchor in {source.anchor for source in case.sources}
        )
        if policies or stories:
            about = "，".join(filter(None, (one.issuer, one.dates)))
            yield Entry(heading(one), about, not one.verified, policies, stories)
