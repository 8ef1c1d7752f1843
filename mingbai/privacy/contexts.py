"""Where a text goes, and what may be said of a person there: the table of the package, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Context = Literal[
    "case", "policy", "contact", "table", "sheet", "slides", "attachment", "comment", "html"
]
CONTEXTS: tuple[Context, ...] = get_args(Context)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a full name may not stand with; ``publishes`` if a mark lets a telephone through.

    ``posted`` if a notice of a village may stand there with the names in it; ``streets`` if the
    number of a house in a street is somebody's home unless an office stands beside it.
    """

    alone: bool = False
    benefit: bool = True
    village: bool = True
    officials: bool = False
    publishes: bool = False
    posted: bool = False
    streets: bool = False


RULES: dict[Context, Rules] = {
    "case": Rules(alone=True, officials=True, streets=True),
    "policy": Rules(publishes=True),
    "html": Rules(streets=True),
    "slides": Rules(),
    "table": Rules(posted=True),
    "attachment": Rules(),
    "comment": Rules(streets=True),
    "contact": Rules(village=False, officials=True, publishes=True),
    "sheet": Rules(benefit=False, village=False),
}
"""Illness, a child, a birth date, a house and a household pointed at are too much everywhere."""
