"""How large words may be on a slide: the first size of a list at which all of them fit.

Han is as wide as it is high, so lines are counted without a typeface: those who open the file
have theirs, of nearly the same measures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDE = 0x2E80
"""From this character on, characters are as wide as they are high."""

NARROW = 0.6
"""Width of Latin letters and digits, a share of their height: a little more than Arial's."""

LINE = 1.36
"""Height of a line, a share of its type: 微软雅黑 has 1.32."""

BETWEEN, APART = 0.4, 1.0
"""Between two paragraphs, a share of the type: at the least, and where there is room."""

ALONE = 2.5
"""Width of a last line, in heights of its type, that looks like a mistake."""

NEAR = 3
"""How many sizes are tried to avoid one: large words matter more."""

CLOSING = "，。；：！？、）》”’】…"
"""What never begins a line: it takes the character before it along."""

UNITS = re.compile(rf"[ -~]+ ?|.[{CLOSING}]*", re.DOTALL)


class TooFull(ValueError):  # noqa: N818 - reads as what happened
    """Words do not fit on their slide at the smallest size."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a slide in points, from the upper left corner."""

    left: float
    top: float
    width: float
    height: float


def ems(words: str) -> float:
    """Return how wide words are, in heights of their type."""
    return sum(1 if ord(one) >= WIDE or one in "“”‘’…—" else NARROW for one in words)


def broken(words: str, width: float) -> tuple[int, float]:
    """Return how many lines words take in a box so many heights wide, and how wide the last is."""
    count, used = 1, 0.0
    for unit in UNITS.findall(words):
        wide = ems(unit)
        if used and used + wide > width:
            count, used = count + 1, 0.0
        used += wide
        while used > width:
            count, used = count + 1, used - width
    return count, used


def lines(words: str, width: float) -> int:
    """Return how many lines words take in a box so many heights of their type wide."""
    return broken(words, width)[0]


def ragged(words: str, width: float) -> bool:
    """Tell whether a character or two stand alone on the last line."""
    count, last = broken(words, width)
    return count > 1 and last < ALONE


def height(points: Iterable[str], size: float, width: float) -> float:
    """Return how high paragraphs are, in the unit of ``size`` and ``width``."""
    counted = [lines(one, width / size) for one in points]
    return (sum(counted) * LINE + max(0, len(counted) - 1) * BETWEEN) * size


def fitting(points: Sequence[str], sizes: Iterable[float], box: Box, hang: float = 0) -> float:
    """Return the first size at which paragraphs fit, best without a ragged one; 0 if none.

    ``hang`` is left of their words, in heights of their type.
    """
    fit = [one for one in sizes if height(points, one, box.width - hang * one) <= box.height]
    wide = ((one, box.width / one - hang) for one in fit[:NEAR])
    even = (one for one, width in wide if not any(ragged(words, width) for words in points))
    return next(even, fit[0] if fit else 0)


def between(points: Sequence[str], size: float, box: Box, hang: float = 0) -> float:
    """Return the space between paragraphs that fills their box, in heights of their type."""
    gaps = max(1, len(points) - 1)
    left = box.height - height(points, size, box.width - hang * size)
    return min(APART, BETWEEN + left / size / gaps)


def sized(points: Sequence[str], sizes: Iterable[float], box: Box, hang: float = 0) -> float:
    """Return the first size at which paragraphs fit.

    Raises:
        TooFull: if there is none.

    """
    found = fitting(points, sizes, box, hang)
    if not found:
        raise TooFull
    return found
