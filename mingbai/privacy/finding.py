"""What the gate says of a text: a decision, and where each reason stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Level = Literal["block", "warn"]
Decision = Literal["block", "warn", "pass"]
Kind = Literal[
    "identity",
    "document",
    "card",
    "mobile",
    "telephone",
    "person",
    "name",
    "masked",
    "account",
    "birth",
    "house",
    "household",
]
"""``document`` is the number of another identity paper, ``person`` a full identity, ``account``
a chat account, private mailbox, car or card of an office, ``masked`` a number masked too little."""


class Finding(NamedTuple):
    """One reason: from where to where it stands in the text as given."""

    start: int
    end: int
    level: Level
    kind: Kind


@dataclass(frozen=True, slots=True)
class Verdict:
    """All reasons of a text, in its order; the gravest decides."""

    findings: tuple[Finding, ...]

    @property
    def decision(self) -> Decision:
        """Return what may happen to the text."""
        levels = {one.level for one in self.findings}
        return "block" if "block" in levels else "warn" if levels else "pass"


def apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings of which none overlaps one before it: the surest come first."""
    taken: set[int] = set()
    for one in found:
        places = range(one.start, one.end)
        if not any(place in taken for place in places):
            taken.update(places)
            yield one
