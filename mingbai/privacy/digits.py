"""Every way to write a digit to 0 to 9, character by character: no text changes its length."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HAN_DIGITS = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○幺貳參陸洞拐"
HAN_VALUES = "012345678901234567890123607"
SPOKEN = re.compile(rf"(?:[0-9{HAN_DIGITS}][ \t\u3000\-–—_.·、，,]{{0,2}}){{6,}}[0-9{HAN_DIGITS}]")
TO_DIGITS = str.maketrans(HAN_DIGITS, HAN_VALUES)
LETTERED = re.compile(r"(?<![0-9A-Za-z])[0-9OoQlI|]{11,20}(?![0-9A-WYZa-wyz])")
"""A number in which somebody typed a letter that looks like a digit."""

SPACED = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9 \-.]{0,13}[OolI])[1lI][ \-.]?[3-9](?:[ \-.]?[0-9OolI]){9}"
    r"(?![0-9A-Za-z])"
)
"""The same in groups, as long as a mobile."""

TYPED = str.maketrans("OoQlI|", "000111")
LIKE_MOBILE = re.compile(r"[1lI][ \-.]?[3-9](?:[ \-.]?[0-9OolI]){9}$")
FEWEST_IN_MOBILE = 5
"""The same in a word of eleven that begins as mobiles do."""

PERSONAL = (11, 18)
"""Lengths of a mobile and of an identity number: in others a bar parts two codes."""

FEWEST_TRUE = 7
"""Digits that a word needs besides look-alikes before it counts as a number."""

FIXED = {ord(one): to for one, to in zip("ОоΟοХхΧχ‐‑‒–—―−－～‑", "OoOoXxXx----------", strict=True)}


def in_digits(text: str) -> str:
    """Return a text of the same length in which every way to write a digit is one."""
    if not text.isascii():
        table = {**unusual("".join(sorted({one for one in text if not usual(one)}))), **FIXED}
        text = text.translate(table)
        text = SPOKEN.sub(lambda found: found[0].translate(TO_DIGITS), text)
    text = LETTERED.sub(lambda found: retyped(found[0]), text)
    return SPACED.sub(lambda found: retyped(found[0]), text)


def retyped(word: str) -> str:
    """Return a number without the letters that look like digits, any other word as it is."""
    true = sum(map(str.isdigit, word))
    if "|" in word and (word.count("|") > 1 or len(word) not in PERSONAL):
        return word
    fewest = FEWEST_IN_MOBILE if LIKE_MOBILE.match(word) else FEWEST_TRUE
    return word.translate(TYPED) if true >= fewest else word


def usual(one: str) -> bool:
    """Tell whether a character stays as it is: ASCII, Chinese, and its marks."""
    return one < "\u0080" or "\u2e80" <= one <= "\u9fff" or "，。；：？！、“”（）".find(one) >= 0


@lru_cache(maxsize=256)
def unusual(characters: str) -> dict[int, str]:
    """Return how to write characters plainly: full-width, circled, bold and other digits."""
    table: dict[int, str] = {}
    for one in characters:
        number = unicodedata.digit(one, None)
        plain = str(number) if number is not None else unicodedata.normalize("NFKC", one)
        if len(plain) == 1:
            table[ord(one)] = plain
    return table
