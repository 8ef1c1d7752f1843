"""Changes of all policies put together: what many policies share is one change."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.statement import Change

    Said = tuple[Policy, Change]

MANY = 3
"""Policies that share a change from which it is told once, before those of single policies."""


def grouped(library: Library) -> list[tuple[Said, ...]]:
    """Return the changes, those together that rest on the same articles and say the same of paper.

    In the order of the policies' codes, then as written.
    """
    found: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    for policy in sorted(library.policies, key=lambda one: one.code):
        for number, change in enumerate(policy.changes):
            articles = tuple(map(str, change.cite)) or (policy.slug, str(number))
            found[change.on, articles, change.old_sheets].append((policy, change))
    return [group for said in found.values() for group in told_apart(said)]


def told_apart(said: Sequence[Said]) -> list[tuple[Said, ...]]:
    """Put changes together that many policies share; fewer stay with their policies."""
    policies = {policy.slug for policy, _ in said}
    return [tuple(said)] if len(policies) >= MANY else [(one,) for one in said]


def leads(group: Sequence[Said]) -> bool:
    """Tell whether a change stands first: marked as important, or shared by many policies."""
    return len(group) >= MANY or any(change.main for _, change in group)


def weight(group: Sequence[Said]) -> tuple[bool, int]:
    """Return a key that puts marked changes first, then what most policies share."""
    return (not any(change.main for _, change in group), -len(group))
