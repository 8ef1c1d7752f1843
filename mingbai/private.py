"""Numbers that belong to one person: finds them however they are grouped, and veils them.

Comes in: any text. Goes out: where identity, mobile and bank card numbers stand in it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.problems import Problem

FEWEST = 11
"""Digits of a mobile number; a text with fewer holds no private number."""

WIDE = str.maketrans("０１２３４５６７８９Ｘｘ－＋（）〇○幺", "0123456789Xx-+()〇〇一")
HAN_DIGITS = "〇一二三四五六七八九零"
SPOKEN = re.compile(f"[{HAN_DIGITS}]{{{FEWEST},}}")
TO_DIGITS = str.maketrans(HAN_DIGITS, "01234567890")

GAP = r"[ \t\u00a0\u3000\-–—_.·]{0,2}"
DIGIT = rf"{GAP}\d"
IDENTITY = re.compile(
    rf"(?<!\d)(?:\d(?:{DIGIT}){{16}}{GAP}[\dXx](?!\d)|\d{{6}}{GAP}\d{{6}}{GAP}\d{{3}}(?![\dXx]))"
)
NAMED_IDENTITY = re.compile(rf"(?:身份证|身份号|证件号)\D{{0,8}}(\d(?:{DIGIT}){{14,17}}[Xx]?)")
MOBILE = re.compile(
    rf"(?<![\d.])(?:\+?(?:00)?86{GAP})?1[3-9]"
    rf"(?:\d{GAP}\d{{4}}{GAP}\d{{4}}|\d{GAP}\d{{3}}{GAP}\d{{5}}|\d\d{GAP}\d{{3}}{GAP}\d{{4}}"
    rf"|\d(?:{GAP}\d\d){{4}})(?!\d)"
)
CARD = re.compile(
    rf"(?<!\d)(?:\d{{4}}(?:{GAP}\d{{4}}){{3}}(?:{GAP}\d{{1,3}})?|\d{{6}}{GAP}\d{{10,13}})(?!\d)"
)
NAMED_CARD = re.compile(
    rf"(?:卡号|账号|帐号|银行卡|存折|一折通)\D{{0,8}}(\d(?:{DIGIT}){{11,20}})(?!\d)"
)
LONG = re.compile(r"\d{13,}")

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
PROVINCES = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]")
OLD_LENGTH = 15
EARLIEST, LATEST = 1880, 2050

Span = tuple[int, int]
DIGIT_LIKE = re.compile(rf"[0-9０-９]|[{HAN_DIGITS}○幺]{{{FEWEST},}}")
MANY_DIGITS = re.compile(rf"(?:[0-9][^0-9]*){{{FEWEST}}}")


def as_digits(text: str) -> str:
    """Return a text of the same length in which every way to write a digit is one."""
    plain = text.translate(WIDE)
    return SPOKEN.sub(lambda found: found[0].translate(TO_DIGITS), plain)


def private_numbers(text: str) -> tuple[tuple[str, Span], ...]:
    """Return the code of each private number in a text, with where it stands; none overlap."""
    if not DIGIT_LIKE.search(text):
        return ()
    plain = as_digits(text)
    if not MANY_DIGITS.search(plain):
        return ()
    kept: list[tuple[str, Span]] = []
    for code, (start, end) in candidates(plain):
        if all(end <= first or last <= start for _, (first, last) in kept):
            kept.append((code, (start, end)))
    return tuple(sorted(kept, key=lambda one: one[1]))


def candidates(plain: str) -> Iterator[tuple[str, Span]]:
    """Yield what looks like a private number, the surest kind first."""
    for found in IDENTITY.finditer(plain):
        if is_identity(bare(found[0])):
            yield "privacy-identity", found.span()
    for found in NAMED_IDENTITY.finditer(plain):
        yield "privacy-identity", found.span(1)
    for found in CARD.finditer(plain):
        if is_card(bare(found[0])):
            yield "privacy-card", found.span()
    for found in NAMED_CARD.finditer(plain):
        yield "privacy-card", found.span(1)
    for found in MOBILE.finditer(plain):
        yield "privacy-mobile", found.span()


def bare(number: str) -> str:
    """Return a number without what groups its digits."""
    return re.sub(r"[^0-9Xx]", "", number)


def is_identity(number: str) -> bool:
    """Tell whether a number has an identity number's birthday, and its check digit or province."""
    old = len(number) == OLD_LENGTH
    born = f"19{number[6:12]}" if old else number[6:14]
    try:
        year = date(int(born[:4]), int(born[4:6]), int(born[6:8])).year
    except ValueError:
        return False
    if old:
        return PROVINCES.match(number) is not None
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return EARLIEST <= year <= LATEST and CHECK[total % 11] == number[-1].upper()


def is_card(number: str) -> bool:
    """Tell whether a number passes the Luhn check and begins as bank cards do."""
    if number[0] not in "3456" and not number.startswith("9558"):
        return False
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value // 10 + value % 10
    return total % 10 == 0


def veil(text: str) -> str:
    """Return a text with every private number in it, and any very long one, replaced."""
    for _, (start, end) in reversed(private_numbers(text)):
        text = f"{text[:start]}××××{text[end:]}"
    return LONG.sub("××××", text)


def veiled(problem: Problem) -> Problem:
    """Return a problem that shows no private number: reports are copied into chats and mails."""
    values = {
        key: veil(value) if isinstance(value, str) else value
        for key, value in problem.values.items()
    }
    return replace(problem, values=values)
