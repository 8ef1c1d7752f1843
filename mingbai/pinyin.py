"""How words are read: Hanyu Pinyin, a syllable a character, and their order in a dictionary.

Comes in: words of a record. Goes out: their syllables, the letter they stand under, what to sort
them by. The readings are pypinyin's, which knows phrases: 重病 is zhòng, 重建 is chóng.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

READINGS = {
    "单亲": "dan1 qin1",
    "没收入": "mei2 shou1 ru4",
    "没过": "mei2 guo4",
    "落下": "luo4 xia4",
    "长护": "chang2 hu4",
    "不给": "bu4 gei3",
    "还款": "huan2 kuan3",
    "还给办": "hai2 gei3 ban4",
    "一回还": "yi1 hui2 hai2",
}
"""Phrases that pypinyin reads wrongly in our records: it finds 亲家 in 单亲家庭, 没收 in 没收入."""

STEADY = {"一": "yi1", "不": "bu4"}
"""Characters whose tone changes with the next one in speech, and in no dictionary."""

OWN = re.compile("|".join(map(re.escape, READINGS)))
SYLLABLE = re.compile("([a-zê]+)([1-5])")
LAST = "~"
"""Sorts what has no reading after everything that has one."""

NUMBERS = "数字"
OTHERS = "其他"
"""Headings of words that begin with a number, or with what nobody can read."""


@cache
def syllables(words: str) -> tuple[str, ...]:
    """Return the syllable of each character with its tone: ``di1``; 5 is none, ``v`` is ü.

    A character that has no reading, Latin letters and marks among them, stays what it is.
    """
    found: list[str] = []
    end = 0
    for own in OWN.finditer(words):
        found.extend(read(words[end : own.start()]))
        found.extend(READINGS[own[0]].split())
        end = own.end()
    return (*found, *read(words[end:]))


def read(words: str) -> list[str]:
    """Return what pypinyin reads."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its phrases take long to load

    wanted: dict[str, Any] = {"neutral_tone_with_five": True, "errors": list}
    found = lazy_pinyin(words, Style.TONE3, **wanted)
    return [STEADY.get(one, syllable) for one, syllable in zip(words, found, strict=True)]


def order(words: str) -> tuple[tuple[tuple[str, int, str], ...], str]:
    """Return what to sort by, as a dictionary does: syllable, tone, character, then the next one.

    Numbers come before letters; marks and white space do not count.
    """
    counted = tuple(
        place(one, syllable)
        for one, syllable in zip(words, syllables(words), strict=True)
        if one.isalnum()
    )
    return counted, words


def place(character: str, syllable: str) -> tuple[str, int, str]:
    """Return where one character stands: its letters, its tone, itself."""
    said = SYLLABLE.fullmatch(syllable)
    if said:
        return said[1], int(said[2]), character
    if character.isdecimal():
        return "", 0, character
    return (character.lower() if character.isascii() else LAST), 0, character


def letter(words: str) -> str:
    """Return the heading that words stand under: A to Z, ``NUMBERS`` or ``OTHERS``."""
    counted, _ = order(words)
    first = counted[0][0][:1] if counted else LAST
    if not first:
        return NUMBERS
    return first.upper() if "a" <= first <= "z" else OTHERS
