"""How much of each part of a record is there: counted, so that what is missing can be said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.contacts import contacts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mingbai.model.disclosure import Part
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.contacts import Contact
    from mingbai.views.policy import PolicyView

NOTICES = ("公示", "公布", "不宜公示")
"""The kinds of rules that say what is shown to the village."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of a part are lacking, how many there should be, how many are shown."""

    lacking: int
    all: int
    shown: int


def counted(part: Part, policy: PolicyView | None, library: Library, scope: Scope) -> Count:
    """Count what a part should hold, what of it is shown, and what is lacking."""
    people = contacts(library, scope)
    match part:
        case "windows":
            windows = [one.window for one in library.region_by_code[scope.region].townships]
            return count(bool(one) for one in windows)
        case "hotlines":
            return count_calls(people.hotlines)
        case "contacts":
            return count_calls(policy.ask if policy else (*people.bureaus, *people.hotlines))
        case "legal_basis" if policy is None:
            listed = library.legal_basis.documents
            return Count(sum(1 for one in listed if not one.verified), len(listed), len(listed))
    return of_record(part, policy) if policy else Count(0, 0, 0)


def of_record(part: Part, policy: PolicyView) -> Count:
    """Count a policy's own part."""
    if part == "figures":
        lacking = sum(1 for one in policy.amounts if one.state != "confirmed")
        shown = sum(1 for one in policy.amounts if one.value)
        return Count(lacking, len(policy.amounts), shown)
    if part == "legal_basis":
        listed = {one.anchor: one.verified for one in policy.sources}
        return Count(sum(1 for read in listed.values() if not read), len(listed), len(listed))
    told: dict[Part, int] = {
        "summary": len(policy.summary),
        "conditions": len(policy.conditions.all),
        "documents": len(policy.bring),
        "steps": len(policy.stages),
        "accepts": 1,
        "notice": sum(1 for one in policy.rules if one.kind in NOTICES),
    }
    return Count(0, told[part], told[part])


def count(known: Iterable[bool]) -> Count:
    """Count things that are known or not."""
    listed = list(known)
    return Count(listed.count(False), len(listed), listed.count(True))


def count_calls(people: Sequence[Contact]) -> Count:
    """Count numbers: one is shown when published, and lacking while nobody has dialled it."""
    lacking = sum(1 for one in people if not one.dialled)
    return Count(lacking, len(people), sum(1 for one in people if one.number))
