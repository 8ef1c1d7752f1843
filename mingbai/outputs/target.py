"""What an output plans to make: one file, what it is made from, and the record to blame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from mingbai.problems import Place


Room = Literal["page", "part", "site", "print", "talks"]
ROOMS: tuple[Room, ...] = get_args(Room)


@dataclass(frozen=True, slots=True)
class Target:
    """One file to make.

    ``room`` says where it goes: ``page`` is Markdown for the site generator, ``part`` a piece that
    a hand-written page asks for, ``site`` a finished file of the site, ``print`` a sheet below
    ``print/`` that the site offers too, ``talks`` a file of a talk below ``talks/``, most of which
    the site offers.
    ``path`` is relative to that room. Targets with equal ``room``, ``path`` and ``view`` render
    to equal bytes. ``place`` is the record a problem of this target is reported at.
    """

    room: Room
    path: str
    view: Any
    place: Place
