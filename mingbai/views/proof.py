"""When paper is a proof, and what it then says of a policy that its office has not signed.

Paper of one policy is a proof until that policy is signed and released. Paper that gathers several
does not wait for other offices: once all that 民政 leads is official, a policy that another office
leads and has not signed is only a pointer there: its name, what it is, whom to ask.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mingbai.views.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView

STAMP = "样稿 不得张贴"
OWN = "民政"
"""The office that gives the papers out: what it leads and has not signed makes them proofs."""


def is_proof(policies: Iterable[PolicyView], scope: Scope, *, asked: bool = False) -> bool:
    """Tell whether paper that tells all of these policies is a proof and carries the stamp."""
    return asked or scope.is_example or any(one.draft or not one.edition for one in policies)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The policies of one paper as it tells them, those that only point included."""

    policies: tuple[PolicyView, ...]
    proof: bool

    @property
    def pointers(self) -> frozenset[str]:
        """Return the slugs of the policies that only say whom to ask."""
        return frozenset(one.slug for one in self.policies if one.pointer)


def gathered(policies: Iterable[PolicyView], scope: Scope, *, asked: bool = False) -> Gathered:
    """Return what paper that gathers these policies tells of each; a proof tells everything."""
    listed = tuple(policies)
    signed = [one for one in listed if not one.draft or one.office == OWN]
    if not signed or is_proof(signed, scope, asked=asked):
        return Gathered(listed, proof=True)
    return Gathered(tuple(one if one in signed else pointer(one) for one in listed), proof=False)


def pointer(policy: PolicyView) -> PolicyView:
    """Return a policy with nothing but its name, what it is in a sentence, and whom to ask."""
    office = policy.ask[0].name if policy.ask else "主管部门"
    return replace(
        policy,
        draft="",
        pointer=f"由{office}主管，还没有审核签字，这里只写找谁办。",
        summary=policy.summary[:1],
        desks=(),
        conditions=Told((), (), ""),
        exclusions=Told((), (), ""),
        benefits=Told((), (), ""),
        amounts=(),
        bring=(),
        fetched=(),
        stages=(),
        rules=(),
        ask_first=f"谁能申请、给多少、怎么办，问{office}。",
        answers=(),
        news=(),
        cases=(),
        names=(),
    )
