"""Rules of the directory of what must be made public: numbers, policies, an answer for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.disclosure import Item
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Place


def numbers(library: Library, scope: Scope) -> Iterator[Problem]:
    """Every row of the directory has a number of its own."""
    first: dict[int, Place] = {}
    for item in items(library):
        place = item.at("number")
        if item.number in first:
            values = {"found": item.number, "first": str(first[item.number])}
            yield Problem("disclosure-twice", place, values)
        first.setdefault(item.number, place)


def policies(library: Library, scope: Scope) -> Iterator[Problem]:
    """A row names policies that there are."""
    known = library.policy_by_slug
    for item in items(library):
        for number, slug in enumerate(item.policies):
            if slug not in known and library.complete:
                values = {"found": slug, "known": "、".join(known)}
                yield Problem("policy-unknown", item.at("policies", number), values)


def answers(library: Library, scope: Scope) -> Iterator[Problem]:
    """Each element is answered by a part of the record, held elsewhere, or said to be open."""
    for item in items(library):
        for element in item.elements:
            if not (element.answers or element.held or element.open):
                values = {"found": element.name}
                yield Problem("disclosure-unanswered", element.at("name"), values)


def items(library: Library) -> tuple[Item, ...]:
    """Return the rows of the directory; a project may have none."""
    return library.disclosure.items if library.disclosure else ()
