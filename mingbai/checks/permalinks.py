"""Rules of names that are forever: codes and slugs, each given once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingbai.model.policy import LISTS
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.region import LocalPolicy
    from mingbai.model.scope import Scope


def codes(library: Library, scope: Scope) -> Iterator[Problem]:
    """Every policy has a code of its own, those withdrawn too."""
    records = (*library.withdrawn, *library.policies)
    yield from twice("code-twice", ((one.code, one.at("code")) for one in records))


def names(library: Library, scope: Scope) -> Iterator[Problem]:
    """Documents, terms, life events, and what a region has, are listed once."""
    documents = library.legal_basis.documents
    yield from twice("document-twice", ((one.name, one.at("name")) for one in documents))
    numbered = ((one.number, one.at("number")) for one in documents if one.number)
    yield from twice("document-twice", numbered)
    yield from twice("term-twice", ((one.term, one.at("term")) for one in library.terms.terms))
    events = library.life_events.events
    yield from twice("term-twice", ((one.name, one.at("name")) for one in events))
    yield from twice("term-twice", ((one.id, one.at("id")) for one in events))
    for region in library.regions:
        bureaus = ((one.office, one.at("office")) for one in region.bureaus)
        yield from twice("term-twice", bureaus)
        hotlines = ((one.number, one.at("number")) for one in region.hotlines)
        yield from twice("term-twice", hotlines)
        townships = ((one.code, one.at("code")) for one in region.townships)
        yield from twice("township-twice", townships)


def townships(library: Library, scope: Scope) -> Iterator[Problem]:
    """A township's code begins with its region's."""
    for region in library.regions:
        for one in region.townships:
            inside = one.code.startswith(region.division_code) and one.code != region.division_code
            if not inside:
                values = {"found": one.code, "region": region.division_code}
                yield Problem("township-elsewhere", one.at("code"), values)


def items(library: Library, scope: Scope) -> Iterator[Problem]:
    """Within a policy, and within what a region adds to it, an item's ``id`` is used once."""
    for policy in library.policies:
        yield from twice("id-twice", item_ids((policy,)))
    for region in library.regions:
        for slug in dict.fromkeys(local.policy for local in region.policies):
            owners = tuple(local for local in region.policies if local.policy == slug)
            yield from twice("id-twice", item_ids(owners))


def item_ids(owners: Iterable[Policy | LocalPolicy]) -> Iterator[tuple[str, Place]]:
    """Yield the ``id`` of each item that has one."""
    for owner in owners:
        for name in LISTS:
            yield from ((one.id, one.at("id")) for one in getattr(owner, name) if one.id)


def figures(library: Library, scope: Scope) -> Iterator[Problem]:
    """A figure is named by one policy, and given once by a region."""
    named = ((one.name, one.at("name")) for policy in library.policies for one in policy.figures)
    yield from twice("figure-twice", named)
    for region in library.regions:
        given = ((one.name, one.at("name")) for one in region.figures)
        yield from twice("figure-twice", given)


def twice(code: str, found: Iterable[tuple[Any, Place]]) -> Iterator[Problem]:
    """Yield a problem for each name that an earlier place has already."""
    first: dict[Any, Place] = {}
    for name, place in found:
        if name in first:
            yield Problem(code, place, {"found": name, "first": str(first[name])})
        else:
            first[name] = place
