"""Identity numbers: eighteen digits with a check digit, fifteen of the old kind, half masked ones.

The check digit and the birthday in it make the number sure, so it is found whatever stands between
its digits, and also inside a longer number: that of a 残疾证 is the identity number and two digits.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from mingbai.privacy.labels import LETTER, SERIAL, before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span
    from mingbai.privacy.runs import Chunk

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
PROVINCES = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91")
OLD_LENGTH, LENGTH, DISABLED_LENGTH = 15, 18, 20
EARLIEST, LATEST = 1800, 2199
EARLIEST_INSIDE, LATEST_INSIDE = 1890, 2040
"""Years of birth that count in a number that stands alone, and inside a longer one."""

LATEST_MISTYPED = 2024
"""The same without a true check digit: a region, a day of this year and 0041 number a form."""

WINDOW = re.compile(
    r"(?=(\d{6}(?:1[89]|2[01])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx×]))"
)
GROUPS_OLD = {(15,), (6, 6, 3), (6, 9), (12, 3), (3, 3, 6, 3)}


def is_identity(number: str) -> bool:
    """Tell whether a number has an identity number's birthday, and its check digit or province."""
    old = len(number) == OLD_LENGTH
    born = born_on(f"19{number[6:12]}" if old else number[6:14])
    if born is None or not EARLIEST <= born.year <= LATEST:
        return False
    return PROVINCES.match(number) is not None if old else has_check(number)


def has_check(number: str) -> bool:
    """Tell whether the last of eighteen digits is the check digit of the others."""
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECK[total % 11] == number[-1].upper().replace("×", "X")


def born_on(digits: str) -> date | None:
    """Return the day that eight digits name."""
    if len(digits) != len("19000101"):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def identities(run: tuple[Chunk, ...], plain: str) -> Iterator[Span]:
    """Yield where identity numbers stand in a run of digits."""
    together = "".join(chunk.digits for chunk in run)
    places = [at for chunk in run for at in range(chunk.start, chunk.end)]
    starts = {chunk.start for chunk in run}
    ends = {chunk.end - 1 for chunk in run}
    last = -1
    for window in WINDOW.finditer(together) if len(together) >= LENGTH else ():
        at = window.start()
        first, final = places[at], places[at + LENGTH - 1]
        if at < last or not has_check(window[1]):
            continue
        alone = first in starts and final in ends
        if not alone and not in_longer(run, first, final):
            continue
        if alone or (PROVINCES.match(window[1]) and born_on(window[1][6:14]) and lived(window[1])):
            last = at + LENGTH
            if final not in ends and at + DISABLED_LENGTH <= len(places):
                tail = places[at + DISABLED_LENGTH - 1]
                final = tail if tail in ends else final
            yield first, final + 1
    yield from old_identities(run, plain)


def in_longer(run: tuple[Chunk, ...], first: int, final: int) -> bool:
    """Tell whether digits are a part of one chunk, or begin with one and end in a 残疾证's last.

    Three codes side by side hold such digits by chance, cut across the codes.
    """
    for chunk in run:
        if chunk.start <= first < chunk.end:
            if final < chunk.end:
                return True
            if chunk.start != first:
                return False
        if chunk.start <= final < chunk.end:
            return chunk.end - final - 1 == DISABLED_LENGTH - LENGTH
    return False


def mistyped(run: tuple[Chunk, ...], plain: str) -> Iterator[Span]:
    """Yield numbers with a province and a birthday in them whose check digit is wrong."""
    for index, chunk in enumerate(run):
        for groups in ((LENGTH,), (6, 8, 4)):
            part = run[index : index + len(groups)]
            number = "".join(one.digits for one in part)
            if tuple(len(one.digits) for one in part) != groups or has_check(number):
                continue
            born = born_on(number[6:14])
            of_thing = before(plain, chunk.start, SERIAL) or before(plain, chunk.start, LETTER)
            if (
                born
                and born.year <= LATEST_MISTYPED
                and lived(number)
                and PROVINCES.match(number)
                and not of_thing
            ):
                yield part[0].start, part[-1].end


def lived(number: str) -> bool:
    """Tell whether the year of birth is one of people of today."""
    return EARLIEST_INSIDE <= int(number[6:10]) <= LATEST_INSIDE


def old_identities(run: tuple[Chunk, ...], plain: str) -> Iterator[Span]:
    """Yield numbers of fifteen digits, in the groups people write, and not after 订单号.

    Groups that begin with the same city are codes of places side by side.
    """
    for index, chunk in enumerate(run):
        for groups in GROUPS_OLD:
            part = run[index : index + len(groups)]
            if tuple(len(one.digits) for one in part) == groups:
                number = "".join(one.digits for one in part)
                if (
                    number.isdigit()
                    and is_identity(number)
                    and not before(plain, chunk.start, SERIAL)
                    and not (len(part) > 1 and number[6:10] == number[:4])
                ):
                    yield part[0].start, part[-1].end
