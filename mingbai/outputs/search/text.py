"""Text to search tokens, by the same rules as ``core/text.js``: a test compares the two.

Comes in: words as somebody wrote them. Goes out: units (one character of Chinese, one number, one
word of letters), and the pairs of neighbours that are looked up.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
UNIT = re.compile(f"[0-9]+|[a-z]+|[{HAN}]")
RUN = re.compile(f"[0-9a-z{HAN}]+")
NUMERAL = re.compile("[零〇一二两三四五六七八九十百]+")
DIGITS = {one: value for value, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100}


def folded(text: str, plain: Mapping[str, str]) -> str:
    """Return a text with one form for each thing: width, case, character, number.

    ``plain`` gives the simplified form of a traditional character.
    """
    narrow = unicodedata.normalize("NFKC", text).lower()
    simple = "".join(plain.get(one, one) for one in narrow)
    return NUMERAL.sub(lambda found: number(found[0]), simple)


def number(numeral: str) -> str:
    """Return a Chinese numeral in digits: 十五 is 15, 二〇二六 is 2026."""
    if not any(one in TENS for one in numeral):
        return "".join(str(DIGITS[one]) for one in numeral)
    total = waiting = 0
    for one in numeral:
        if one in TENS:
            total += (waiting or 1) * TENS[one]
            waiting = 0
        else:
            waiting = DIGITS[one]
    return str(total + waiting)


def runs(text: str) -> Iterator[list[str]]:
    """Yield the units of a folded text, those without a gap together."""
    for found in RUN.finditer(text):
        yield UNIT.findall(found[0])


def is_han(unit: str) -> bool:
    """Tell whether a unit is a character of Chinese."""
    return unit >= "\u3400"


def pairs(units: list[str]) -> Iterator[str]:
    """Yield neighbours of which one is Chinese, and every number and word by itself."""
    for unit, following in zip(units, [*units[1:], ""], strict=True):
        if not is_han(unit) and len(unit) > 1:
            yield unit
        if following and (is_han(unit) or is_han(following)):
            yield unit + following
