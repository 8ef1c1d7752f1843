"""What the search knows of single characters: their simplified form, and how they sound.

Comes in: the characters that the index uses. Goes out: tables small enough for a phone; typed
homophones (底保) and traditional characters meet the words of the records through them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mingbai.pinyin import syllables

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST, LAST = 0x4E00, 0x9FFF
COMMON_ROWS = range(0xB0, 0xD8)
"""Rows of GB 2312 with its 3,755 common characters: what an input method offers by mistake."""


@cache
def plain() -> dict[str, str]:
    """Return the simplified form of each traditional character."""
    from opencc import OpenCC  # noqa: PLC0415 - its tables take long to load

    known = [chr(code) for code in range(FIRST, LAST + 1)]
    simple = OpenCC("t2s").convert("\n".join(known)).split("\n")
    return {one: other for one, other in zip(known, simple, strict=True) if one != other}


def plain_for(used: Iterable[str]) -> dict[str, str]:
    """Return those traditional characters whose simplified form is used."""
    wanted = frozenset(used)
    return {one: other for one, other in plain().items() if other in wanted}


@cache
def common() -> frozenset[str]:
    """Return the characters that schools teach first."""
    cells = (bytes((row, cell)) for row in COMMON_ROWS for cell in range(0xA1, 0xFF))
    return frozenset(one.decode("gb2312", "ignore") for one in cells) - {""}


TONES = "12345"


@cache
def sound(character: str) -> str:
    """Return how a character is mostly read, in letters without tone."""
    return read_as(character)[0]


def sounds_for(used: Iterable[str]) -> dict[str, str]:
    """Return the characters of each syllable: those that are used, and all common ones."""
    found: dict[str, list[str]] = {}
    for one in sorted({*used, *common()}):
        if FIRST <= ord(one) <= LAST:
            found.setdefault(sound(one), []).append(one)
    return {syllable: "".join(found[syllable]) for syllable in sorted(found)}


def read_as(words: str) -> list[str]:
    """Return the syllables of words as they are read together: 重病 is zhong bing."""
    return [one.rstrip(TONES) for one in syllables(words)]
