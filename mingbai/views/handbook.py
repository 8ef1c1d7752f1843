"""The handbook: every policy at full length, with the ways to find it, stories and whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.basis import basis_views
from mingbai.views.case import case_view
from mingbai.views.chapter import Chapter, chapter
from mingbai.views.dates import day_words
from mingbai.views.directory import Back, Directory, back, directory
from mingbai.views.entries import Entry, entries, heading
from mingbai.views.front import categories
from mingbai.views.guide import Hint, hints
from mingbai.views.notes import told
from mingbai.views.pointer import Pointer
from mingbai.views.proof import STAMP
from mingbai.views.situations import situations
from mingbai.views.sources import unverified
from mingbai.views.story import Block, blocks
from mingbai.views.titles import Titles

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.case import CaseView, PolicyLink
    from mingbai.views.policy import PolicyView


@dataclass(frozen=True, slots=True)
class Event:
    """What has happened to somebody, and the policies for it, the most particular first."""

    name: str
    hint: str
    icon: str
    policies: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of policies, with those of this book."""

    name: str
    policies: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A case; ``unverified`` on a proof if it rests on a document nobody has read."""

    slug: str
    title: str
    summary: str
    kind: str
    blocks: tuple[Block, ...]
    lesson: str
    unverified: bool
    policies: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Handbook:
    """The whole book in its order."""

    titles: Titles
    region: str
    as_of: str
    stamp: str
    guide: tuple[Hint, ...]
    events: tuple[Event, ...]
    kinds: tuple[Kind, ...]
    chapters: tuple[Chapter, ...]
    stories: tuple[Story, ...]
    directory: Directory
    entries: tuple[Entry, ...]
    back: Back


def handbook(
    policies: Iterable[PolicyView], library: Library, scope: Scope, *, proof: bool
) -> Handbook:
    """Return the handbook of some policies. A proof marks what nobody has verified."""
    given = {one.slug: one for one in policies}
    kinds = tuple(kinds_of(library, given))
    chosen = {one.slug: given[one.slug] for kind in kinds for one in kind.policies}
    cases = told_cases(library, chosen, proof=proof)
    basis = basis_views(library, scope)
    headings = {one.anchor: heading(one) for one in basis}
    chapters = tuple(
        chapter(one, scope, headings, links(one.slug, cases), proof=proof)
        for one in chosen.values()
    )
    place = library.region_by_code[scope.region]
    return Handbook(
        titles=Titles(),
        region=place.name,
        as_of=f"内容截至 {day_words(scope.as_of)}",
        stamp=STAMP if proof else "",
        guide=hints(scope, place.short_name, chapters[0].code, proof=proof),
        events=tuple(events(tuple(chosen.values()), library)),
        kinds=kinds,
        chapters=chapters,
        stories=tuple(story(one, chosen) for one in cases),
        directory=directory(library, scope),
        entries=tuple(entries(basis, chapters, cases)),
        back=back(library, scope),
    )


def kinds_of(library: Library, chosen: Container[str]) -> Iterator[Kind]:
    """Yield the kinds of policies in this book, in the order of the book."""
    for kind in categories(library):
        listed = tuple(Pointer(one.slug, one.name) for one in kind.policies if one.slug in chosen)
        if listed:
            yield Kind(kind.name, listed)


def told_cases(
    library: Library, chosen: Mapping[str, PolicyView], *, proof: bool
) -> tuple[CaseView, ...]:
    """Return the cases of the policies in this book that this paper tells.

    A case is left out if it tells of a policy that only points here.
    """
    cases = told((case_view(one, library) for one in library.cases), proof=proof)
    pointers = {slug for slug, one in chosen.items() if one.pointer}
    about = (({link.slug for link in one.policies}, one) for one in cases)
    return tuple(one for slugs, one in about if slugs & chosen.keys() and not slugs & pointers)


def links(slug: str, cases: Iterable[CaseView]) -> Iterator[Pointer]:
    """Yield the cases of a policy."""
    for one in cases:
        if slug in {policy.slug for policy in one.policies}:
            yield Pointer(one.slug, one.title)


def events(policies: tuple[PolicyView, ...], library: Library) -> Iterator[Event]:
    """Yield what people come with, and what to look up."""
    icons = {one.id: one.icon for one in library.life_events.events}
    for one in situations(policies, library):
        listed = tuple(Pointer(policy.slug, policy.name) for policy in (*one.first, *one.also))
        yield Event(one.name, one.hint, icons[one.id], listed)


def pointers(policies: Iterable[PolicyLink], chosen: Iterable[str]) -> Iterator[Pointer]:
    """Yield the policies that are in this book, in its order."""
    names = {one.slug: one.name for one in policies}
    return (Pointer(slug, names[slug]) for slug in chosen if slug in names)


def story(case: CaseView, chosen: Iterable[str]) -> Story:
    """Return one case as blocks."""
    return Story(
        slug=case.slug,
        title=case.title,
        summary=case.summary,
        kind=case.kind,
        blocks=blocks(case.body),
        lesson=case.lesson,
        unverified=unverified(case.sources),
        policies=tuple(pointers(case.policies, chosen)),
    )
