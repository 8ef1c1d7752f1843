"""How people group the digits of a number: sizes of the groups, and the space between them."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.privacy.runs import Chunk

LENGTH = 11
"""Digits of a mobile number."""

GROUPS = {
    (11,),
    (3, 4, 4),
    (3, 3, 5),
    (4, 3, 4),
    (4, 4, 3),
    (7, 4),
    (3, 8),
    (3, 2, 2, 2, 2),
    (3, 4, 2, 2),
    (1,) * LENGTH,
}
NAMED_GROUPS = {(5, 6), (6, 5), (4, 7), (8, 3), (5, 3, 3), (3, 5, 3), (3, 3, 3, 2), (2, 3, 3, 3)}
NAMED_GROUPS |= {(2, 9), (9, 2), (1, 10), (10, 1), (5, 4, 2), (1, 3, 3, 4), (3, 6, 2), (4, 2, 5)}
"""Groups that count behind 手机 with line ends or commas between: so stand amounts as well."""

USUAL_CUTS, USUAL = {3, 7}, (3, 4, 4)


def finer(groups: tuple[int, ...]) -> bool:
    """Tell whether groups are the usual ones, parted further."""
    return set(accumulate(groups)) > USUAL_CUTS


def evenly(part: tuple[Chunk, ...]) -> bool:
    """Tell whether single digits stand equally far apart; the numbers of a drawing do not."""
    return len({after.start - one.end for one, after in pairwise(part)}) == 1
