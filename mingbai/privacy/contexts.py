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
    """What a full name may not stand with; ``publishes`` if a mark lets a telephone through."""

    alone: bool = False
    benefit: bool = True
    village: bool = True
    officials: bool = False
    publishes: bool = False


RULES: dict[Context, Rules] = {
    "case": Rules(alone=True, officials=True),
    "policy": Rules(),
    "html": Rules(),
    "slides": Rules(),
    "table": Rules(),
    "attachment": Rules(),
    "comment": Rules(),
    "contact": Rules(village=False, officials=True, publishes=True),
    "sheet": Rules(benefit=False, village=False),
}
"""Illness, a child, a birth date, a house and a household pointed at are too much everywhere."""
