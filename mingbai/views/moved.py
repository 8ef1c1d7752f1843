"""Addresses of policy pages that are no longer those of a policy: it has another name, or ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.model.questions import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library

WORDS = "这一页搬了地方。"


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page under its old address: where it is now, question by question.

    ``up`` leads to the folder ``s/``, ``to`` to the page; ``anchors`` are those of the questions
    with their titles.
    """

    name: str
    words: str
    to: str
    anchors: tuple[tuple[str, str], ...]
    up: str = "../../s/"


def moved_views(library: Library) -> Iterator[tuple[str, MovedView]]:
    """Yield a page for every slug that a policy had before, by that slug."""
    anchors = tuple((one.anchor, one.title) for one in QUESTIONS)
    for record in (*library.policies, *library.withdrawn):
        for slug in record.former_slugs:
            yield slug, MovedView(record.name, WORDS, f"../{record.slug}/index.html", anchors)
