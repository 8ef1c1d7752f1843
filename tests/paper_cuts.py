"""Paper that is cut along crop marks: every word within one card, front and back in register."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.paper_colours import on_top
from tests.vectors import Box, paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.seen import Page

THIN = 0.5
SHORT, LONG = 2.0, 12.0
"""Lengths of a crop mark in mm."""
REGISTER = 0.1
"""Millimetres by which the cuts of front and back may differ."""
WHITE_EDGE = 2.0
"""Millimetres that a cut may be off without touching a word."""


def cards(page: Page) -> tuple[Box, ...]:
    """Return what the crop marks of a page cut it into; nothing without crop marks."""
    lines = [box for box, segments in paths(page.page) if segments == len(("from", "to"))]
    upright = [one for one in lines if one.width < THIN and SHORT < one.height < LONG]
    level = [one for one in lines if one.height < THIN and SHORT < one.width < LONG]
    columns = twice((one.left + one.right) / 2 for one in upright)
    rows = twice((one.bottom + one.top) / 2 for one in level)
    if not columns or not rows:
        return ()
    inside = Box(columns[0], rows[0], columns[-1], rows[-1])
    if any(one.common(inside).area > 0 for one in (*upright, *level)):
        return ()
    return tuple(Box(a, c, b, d) for a, b in pairwise(columns) for c, d in pairwise(rows))


def twice(places: Iterable[float]) -> list[float]:
    """Return the places that two marks point at, one from either side."""
    counted = Counter(round(one, 1) for one in places)
    return sorted(place for place, count in counted.items() if count == len(("near", "far")))


def of_page(page: Page) -> Iterator[str]:
    """Yield the words that a cut would touch, and cuts that miss those of the other side."""
    found = cards(page)
    if not found:
        return
    number = page.number + 1
    inside = [one.grown(-WHITE_EDGE) for one in found]
    for one in filter(on_top, page.characters):
        touched = any(one.box.common(card).area > 0 for card in found)
        if touched and not any(card.holds(one.box) for card in inside):
            yield f"page {number}: {one.text} is cut off or stands at the cut, {one.box}"
    for middle, sides in (
        (page.width / 2, [one.left for one in found] + [one.right for one in found]),
        (page.height / 2, [one.bottom for one in found] + [one.top for one in found]),
    ):
        if not mirrored(sides, middle):
            yield f"page {number}: the cuts are not in the middle, the back will miss them"


def mirrored(places: Sequence[float], middle: float) -> bool:
    there = sorted(2 * middle - one for one in places)
    return all(
        abs(here - other) <= REGISTER for here, other in zip(sorted(places), there, strict=True)
    )
