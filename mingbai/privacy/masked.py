"""Numbers that somebody masked; too little if what is left shows the day of birth or nearly all.

Enough is 35*************123, 370812********1234, 138****1234 and 6200 **** **** 1234; beside a full
name that is too much where the name of a village is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.identity import PROVINCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span

MASK = r"[*＊xX×●○•☆★#_?？…■█]"
OLD_LENGTH, LENGTH = 15, 18
IDENTITY = re.compile(
    rf"(?<![0-9A-Za-z*])[1-9]\d(?:\d|{MASK}){{13,16}}(?:\d|{MASK}|X)(?![0-9A-Za-z*])"
)
TRULY = re.compile(r"[*＊×●○•☆★■█…]|([xX#_?？])\1")
"""What hides digits; a single x or _ between digits is part of a serial number."""

LEAST_OF_IDENTITY = 8
MOBILE = re.compile(
    r"(?<![0-9A-Za-z*])(?=.{11}(?![0-9A-Za-z*]))1[3-9]\d{0,8}(?:[*＊#●]{1,3}|[×xX○]{2,3})\d{0,8}(?![0-9A-Za-z*])"
)
MOBILE_LENGTH = 11
CARD = re.compile(
    rf"(?<![0-9A-Za-z*])(?:62|4\d|5[1-5]|9558)(?:\d|{MASK}| ){{14,21}}(?![0-9A-Za-z*])"
)
CARD_LENGTHS = range(16, 20)
LEAST_OF_CARD = 6
"""How many characters of a number have to be masked."""


ANY = re.compile(
    rf"(?<![0-9A-Za-z])\d{{1,10}} ?(?P<mask>{MASK})(?P=mask){{2,3}}(?: ?(?P=mask){{1,4}}){{0,3}}"
    r" ?\d{0,6}[Xx]?(?![0-9A-Za-z])"
)
DRAWN = re.compile("[xX×□_?？#]{3}")
SAMPLE = re.compile("样式|样例|样本|样张|样板|示例|示范|范例|格式|模板|填写|填法|写法|形如|占位")
BESIDE = 16
"""How a form shows what a number looks like, and how far from it the words stand."""

ANY_LENGTHS = range(9, 21)
LEAST_SHOWN = 4


def masked_numbers(plain: str) -> Iterator[Span]:
    """Yield numbers masked in any way of which some digits are shown."""
    for found in ANY.finditer(plain):
        bare = found[0].replace(" ", "")
        if len(bare) in ANY_LENGTHS and sum(map(str.isdigit, bare)) >= LEAST_SHOWN:
            yield found.span()


def masked_too_little(plain: str) -> Iterator[Span]:
    """Yield masked numbers of which too much is shown."""
    for start, end in (*identities(plain), *mobiles(plain), *cards(plain)):
        drawn = DRAWN.search(plain, start, end) is not None
        if not (drawn and SAMPLE.search(plain[max(0, start - BESIDE) : end + BESIDE])):
            yield start, end


def identities(plain: str) -> Iterator[Span]:
    """Yield masked identity numbers that show the day of birth, or too much to be masked."""
    for found in IDENTITY.finditer(plain):
        shown = found[0]
        hidden = len(re.findall(MASK, shown[:-1])) + (shown[-1] in "*＊")
        if not TRULY.search(shown) or len(shown) not in {OLD_LENGTH, LENGTH}:
            continue
        if not PROVINCES.match(shown):
            continue
        born = shown[6:12] if len(shown) == OLD_LENGTH else shown[6:14]
        if hidden < LEAST_OF_IDENTITY or born[-4:].isdigit() or born[-4:-2].isdigit():
            yield found.span()


def mobiles(plain: str) -> Iterator[Span]:
    """Yield masked mobile numbers of which too much is shown."""
    for found in MOBILE.finditer(plain):
        if len(found[0]) == MOBILE_LENGTH:
            yield found.span()


def cards(plain: str) -> Iterator[Span]:
    """Yield masked card numbers of which too much is shown."""
    for found in CARD.finditer(plain):
        hidden = len(re.findall(MASK, found[0]))
        digits = sum(map(str.isdigit, found[0]))
        if 0 < hidden < LEAST_OF_CARD and hidden + digits in CARD_LENGTHS:
            yield found.span()
