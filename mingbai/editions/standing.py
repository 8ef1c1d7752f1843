"""Where a policy stands: the edition that its facts are, or what has changed since the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.editions.facts import parts_of
from mingbai.model.questions import ANCHORS

if TYPE_CHECKING:
    from mingbai.model.edition import Parts
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope


@dataclass(frozen=True, slots=True)
class Standing:
    """The ``latest`` edition released (0: none), and the questions whose facts are others now."""

    latest: int
    touched: tuple[str, ...]
    parts: Parts

    @property
    def edition(self) -> int:
        """Return the edition that paper made now is of; 0 if its facts were never released."""
        return 0 if self.touched else self.latest


def standing(policy: Policy, library: Library, scope: Scope) -> Standing:
    """Return where ``policy`` (as it holds in the scope's region) stands against the ledger."""
    now = parts_of(policy, library, scope)
    line = library.released.get(policy.code)
    if line is None or line.parts is None:
        return Standing(0, ANCHORS, now)
    facts, before = by_anchor(now), by_anchor(line.parts)
    touched = tuple(one for one in ANCHORS if facts.get(one) != before.get(one))
    return Standing(line.edition, touched, now)


def by_anchor(parts: Parts) -> dict[str, str]:
    """Return the hashes by the anchors of the questions."""
    return parts.model_dump(by_alias=True, exclude_none=True)
