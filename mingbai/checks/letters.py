"""Rules of characters that look right and are not: radicals, other scripts, full-width letters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mingbai.checks.figures import BRACE
from mingbai.checks.labels import UNBREAKABLE
from mingbai.checks.leftovers import NOTHING
from mingbai.checks.texts_of import case_lines, labels, reader_texts, record_values, spoken
from mingbai.checks.wording import MARKUP, TYPED
from mingbai.model.figures import REFERENCE
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Place

LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Radicals and compatibility ideographs: what a PDF gives in place of a character."""

MEANT = dict(
    zip(
        "⺠⻋⻓⻔⻅⻉⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻮⻰⻄⺝⻁⻘⻗⺩⺮⺼",
        "民车长门见贝页风飞食马骨鱼鸟麦黄齐齿龙西月虎青雨王竹月",
        strict=True,
    )
)
"""Radicals of which Unicode does not say what character they are, as a PDF gives them."""

UNKNOWN = "它像的那个字"

FIRST_PLAIN = "\u3000"
"""Radicals stand before it; twelve characters among the compatible ones are their own."""

HAN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]")
COMMON_OUTSIDE = frozenset("瞭")
"""A character of every day that GB 2312, of 1980, does not have, and Taiwan writes too."""

OF_OTHERS = (("big5", b"\xc6"), ("shift_jis", b"\x98"))
"""Encodings of Taiwan and Japan, and how their characters of every day begin, at the latest."""

WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
BLANK = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2,}")
WORD = re.compile(r"[^\W\d_\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
ODD = re.compile("[^0-9\u3001-\u303f\u4e00-\u9fff，。；：？！（）“”‘’ ]|  ")
"""What few texts have: all others need no closer look."""

LIKE_DIGIT = re.compile("(?<![A-Za-z])(?:[0-9][OolI]|[OolI][0-9])(?![A-Za-z])")
"""Letters typed for 0 and 1."""

ABBREVIATION = re.compile("[A-Z]{1,5}")
LIKE_WRITTEN = frozenset({"WiFi", "Wi", "Fi", "km", "kg", "cm", "mm", "ml"})


def lookalikes(library: Library, scope: Scope) -> Iterator[Problem]:
    """A character is itself, no radical and no double of it: who searches would not find it."""
    for text, place in written(library):
        for found in LOOKALIKE.findall(text):
            instead = meant(found)
            if instead:
                values = {"found": found, "code": f"U+{ord(found):04X}", "instead": instead}
                yield Problem("character-lookalike", place, values)
                break


def meant(character: str) -> str:
    """Return the character that a double of it stands for; nothing if it is one of its own."""
    plain = unicodedata.normalize("NFKC", character)
    if plain != character:
        return plain
    return MEANT.get(character, UNKNOWN) if character < FIRST_PLAIN else ""


def written(library: Library) -> Iterator[tuple[str, Place]]:
    """Yield what may hold any character; most texts hold common ones only."""
    yield from record_values(library)
    yield from case_lines(library)


def told(library: Library) -> Iterator[tuple[str, Place]]:
    """Yield what readers are told, without the names of figures."""
    for text, place, _ in (*reader_texts(library), *labels(library), *spoken(library)):
        yield REFERENCE.sub("", text), place
    yield from case_lines(library)


def uncommon(library: Library, scope: Scope) -> Iterator[Problem]:
    """A sentence has simplified characters: another keyboard gives others that look like them."""
    for text, place in told(library):
        try:
            text.encode("gb2312")
        except UnicodeEncodeError:
            found = next((one for one in HAN.findall(text) if is_uncommon(one)), "")
            if found:
                yield Problem("character-uncommon", place, {"found": found})


def is_uncommon(character: str) -> bool:
    """Tell whether a character is of every day elsewhere, and none of the 6,763 of GB 2312.

    Rare ones of names are not: they are as right as they are rare.
    """
    if character.encode("gb2312", "ignore") or character in COMMON_OUTSIDE:
        return False
    written = ((character.encode(name, "ignore"), last) for name, last in OF_OTHERS)
    return any(raw and raw[:1] <= last for raw, last in written)


def foreign(library: Library, scope: Scope) -> Iterator[Problem]:
    """No letters among the characters, no full-width ones, no blanks of a typesetter."""
    for text, place, _ in (*reader_texts(library), *labels(library), *spoken(library)):
        told = REFERENCE.sub("", text)
        if not ODD.search(told):
            continue
        wide = WIDE.search(told)
        if wide:
            yield Problem("character-wide", place, {"found": wide[0][:12]})
        blank = BLANK.search(told)
        if blank:
            yield Problem("character-blank", place, {"code": f"U+{ord(blank[0][0]):04X}"})
        letters = "" if told_otherwise(told) else strange_word(WIDE.sub("", told))
        if letters:
            yield Problem("letters-inside", place, {"found": letters[:12]})


def told_otherwise(text: str) -> bool:
    """Tell whether a graver problem is told of the letters in a text."""
    return bool(
        any(one.search(text) for one in (MARKUP, TYPED, BRACE, UNBREAKABLE))
        or NOTHING.fullmatch(text)
    )


def strange_word(text: str) -> str:
    """Return the first letters that are no abbreviation of every day, or nothing."""
    digit = LIKE_DIGIT.search(text)
    if digit:
        return digit[0]
    for word in WORD.findall(text):
        if not (ABBREVIATION.fullmatch(word) or word in LIKE_WRITTEN):
            return str(word)
    return ""
