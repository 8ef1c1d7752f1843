"""Rules of names that are forever: codes and slugs, each given once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope


def codes(library: Library, scope: Scope) -> Iterator[Problem]:
    """Every policy has a code of its own."""
    found = ((policy.code, policy.at("code")) for policy in library.policies)
    yield from twice("code-twice", found)


def names(library: Library, scope: Scope) -> Iterator[Problem]:
    """Documents, terms, life events and townships are listed once."""
    documents = library.legal_basis.documents
    yield from twice("document-twice", ((one.name, one.at("name")) for one in documents))
    numbered = ((one.number, one.at("number")) for one in documents if one.number)
    yield from twice("document-twice", numbered)
    yield from twice("term-twice", ((one.term, one.at("term")) for one in library.terms.terms))
    events = library.life_events.events
    yield from twice("term-twice", ((one.name, one.at("name")) for one in events))
    for region in library.regions:
        townships = ((one.code, one.at("code")) for one in region.townships)
        yield from twice("township-twice", townships)


def townships(library: Library, scope: Scope) -> Iterator[Problem]:
    """A township's code begins with its region's."""
    for region in library.regions:
        for one in region.townships:
            if not one.code.startswith(region.division_code):
                values = {"found": one.code, "region": region.division_code}
                yield Problem("township-elsewhere", one.at("code"), values)


def items(library: Library, scope: Scope) -> Iterator[Problem]:
    """Within a policy an item's ``id`` and a figure's name are used once."""
    for policy in library.policies:
        marked = (
            (one.id, one.at("id"))
            for name in ("conditions", "exclusions", "benefits", "steps", "documents", "faq")
            for one in getattr(policy, name)
            if one.id
        )
        yield from twice("id-twice", marked)
    named = ((one.name, one.at("name")) for policy in library.policies for one in policy.figures)
    yield from twice("figure-twice", named)


def twice(code: str, found: Iterable[tuple[Any, Place]]) -> Iterator[Problem]:
    """Yield a problem for each name that an earlier place has already."""
    first: dict[Any, Place] = {}
    for name, place in found:
        if name in first:
            yield Problem(code, place, {"found": name, "first": str(first[name])})
        else:
            first[name] = place
