"""What one village's copy of a sheet adds to the policy: its place, whom to ask, its own code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.code import code_content

if TYPE_CHECKING:
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView
    from mingbai.views.village import VillageView

SHORT_NUMBER = 5
"""Digits of the longest hotline number (12345); anything longer is an office's own line."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A line of the contact box; an empty value is a line to write on."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class LocalCopy:
    """One copy: ``owner`` is the code of its place, which a problem of the copy is blamed on."""

    owner: str
    place: str
    blanks: tuple[Blank, ...]
    code_content: str


def local_copy(policy: PolicyView, scope: Scope, village: VillageView) -> LocalCopy:
    """Return what a village's copy of a policy's paper adds."""
    return LocalCopy(
        owner=village.code,
        place=village.title,
        blanks=call_box(policy, village),
        code_content=code_content(policy, scope, village),
    )


def call_box(policy: PolicyView, village: VillageView) -> tuple[Blank, ...]:
    """Return the contact box: the village's person, the township's window, the office in charge."""
    offices = [one for one in policy.ask if not one.number or len(one.number) > SHORT_NUMBER]
    short = [one for one in policy.ask if one.number and len(one.number) <= SHORT_NUMBER]
    lines = sorted(short, key=lambda one: not one.dialled)
    listed = [Blank(one.name, one.number if one.dialled else "") for one in (*offices, *lines)]
    return (*village_lines(village), *listed[:2])


def village_lines(village: VillageView) -> tuple[Blank, ...]:
    """Return the village's own three lines."""
    return (
        Blank("村（居）联系人", village.contact),
        Blank("联系电话", joined(village.phone, village.hours)),
        Blank("镇街救助窗口", joined(village.window, village.window_phone)),
    )


def joined(*words: str) -> str:
    """Put what is known of a line side by side."""
    return " ".join(filter(None, words))
