"""A question of one policy at full length: what a handbook has room for and a sheet has not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.views.local_copy import Blank
    from mingbai.views.notes import Said


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure; an empty value is a line to write on. ``note`` says since when it holds."""

    label: str
    value: str
    unit: str
    note: Said


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a label: an office by its duty, rules by their kind, an answer, a change."""

    label: str
    items: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``days`` is set like a figure, ``limit`` is the whole of it in words."""

    number: int
    actor: str
    do: Said
    where: str
    days: str
    unit: str
    limit: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with all that answers it; ``more`` says where that is which paper leaves out."""

    anchor: str
    title: str
    items: tuple[Said, ...] = ()
    groups: tuple[Group, ...] = ()
    sums: tuple[Sum, ...] = ()
    path: tuple[Step, ...] = ()
    calls: tuple[Blank, ...] = ()
    more: str = ""
