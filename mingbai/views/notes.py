"""Lines at full length for a book: what is told, and the numbers of the articles they rest on.

Released paper leaves out what nobody has verified, a proof marks it (as ``views/paper.py``). The
articles of a chapter stand once at its end, numbered; every line carries their numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Protocol, TypeVar

from mingbai.views.sources import unverified

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mingbai.views.sources import Source


class Cited(Protocol):
    """Anything that rests on documents."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return what it rests on."""


C = TypeVar("C", bound=Cited)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: ``local`` is the place whose rule it is, ``notes`` the numbers of its articles.

    ``under`` are sentences that belong below it: the exceptions of an exclusion.
    """

    text: str
    unverified: bool = False
    local: str = ""
    notes: str = ""
    under: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What a number stands for."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document with the articles that a chapter cites; ``anchor`` as on the 政策依据 page."""

    anchor: str
    heading: str
    unverified: bool
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The articles of one chapter by their numbers.

    ``proof`` tells unverified lines too; ``more`` says where that is which paper leaves out.
    """

    numbers: Mapping[Source, int]
    proof: bool
    more: str

    def told(self, things: Iterable[C]) -> tuple[C, ...]:
        """Return what this paper tells."""
        return told(things, proof=self.proof)

    def rest(self, things: Iterable[Cited]) -> str:
        """Say where the rest is, if this paper leaves any out."""
        listed = tuple(things)
        return self.more if len(self.told(listed)) < len(listed) else ""

    def said(self, text: str, thing: Cited, local: str = "", under: tuple[Said, ...] = ()) -> Said:
        """Return a sentence that rests on what ``thing`` rests on."""
        numbers = sorted({self.numbers[one] for one in thing.sources if one in self.numbers})
        marked = unverified(thing.sources)
        return Said(text, marked, local, ",".join(map(str, numbers)), under)

    def documents(self, headings: Mapping[str, str]) -> tuple[Document, ...]:
        """Return the documents in their order, each with its articles; ``headings`` by anchor."""
        return tuple(
            document(tuple(group), headings[anchor])
            for anchor, group in groupby(self.numbers.items(), key=lambda one: one[0].anchor)
        )


def document(cited: tuple[tuple[Source, int], ...], heading: str) -> Document:
    """Return one document; a citation's words are its heading and then the article."""
    first = cited[0][0]
    return Document(
        anchor=first.anchor,
        heading=heading,
        unverified=not first.verified,
        articles=tuple(
            Article(number, source.words.removeprefix(heading)) for source, number in cited
        ),
    )


def notes(things: Iterable[Cited], *, proof: bool, more: str) -> Notes:
    """Number what the things that are told rest on, by document and then as first cited."""
    cited = [source for one in told(things, proof=proof) for source in one.sources]
    ordered = sorted(dict.fromkeys(cited), key=lambda one: int(one.anchor[1:]))
    return Notes({one: number for number, one in enumerate(ordered, start=1)}, proof, more)


def told(things: Iterable[C], *, proof: bool) -> tuple[C, ...]:
    """Return what paper tells: all of it on a proof, else what somebody has verified."""
    return tuple(one for one in things if proof or not unverified(one.sources))
