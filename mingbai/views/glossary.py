"""The glossary: a term, what it means in plain words, and where that is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.sources import Source, sources

if TYPE_CHECKING:
    from mingbai.model.library import Library


@dataclass(frozen=True, slots=True)
class Meaning:
    """One term; ``also`` are words people use for it."""

    term: str
    meaning: str
    also: tuple[str, ...]
    sources: tuple[Source, ...]


def glossary_view(library: Library) -> tuple[Meaning, ...]:
    """Return every term in the order of the list."""
    return tuple(
        Meaning(one.term, one.meaning, one.also, sources(one.cite, library))
        for one in library.terms.terms
    )
