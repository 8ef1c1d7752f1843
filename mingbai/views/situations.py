"""What has happened to people, and the policies for it: in the order of the front page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.library import Library
    from mingbai.views.policy import PolicyView


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation: ``first`` are the policies made for it, ``also`` those that help in it too.

    Every policy is ``first`` in one situation: the one its record names first.
    """

    id: str
    name: str
    hint: str
    first: tuple[PolicyView, ...]
    also: tuple[PolicyView, ...]

    @property
    def also_words(self) -> str:
        """Return what stands before the names of those that help too."""
        return "也可以看" if self.first else "可以看"


def situations(policies: Sequence[PolicyView], library: Library) -> tuple[Situation, ...]:
    """Return the situations that some policy helps in; the most particular policy comes first."""
    named = {one.slug: library.policy_by_slug[one.slug].life_events for one in policies}
    ordered = sorted(policies, key=lambda one: (len(named[one.slug]), one.code))
    listed = (
        Situation(
            id=event.id,
            name=event.name,
            hint=event.hint,
            first=tuple(one for one in ordered if named[one.slug][0] == event.name),
            also=tuple(one for one in ordered if event.name in named[one.slug][1:]),
        )
        for event in library.life_events.events
    )
    return tuple(one for one in listed if one.first or one.also)
