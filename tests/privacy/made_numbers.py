"""Numbers that look true and can be nobody's, in the ways people write them.

Identity numbers: a region that ends in 00 is a city or a province, no place of birth; the people
would have been born from 1900 to 1909; the order number 000 is not given. Mobiles begin with 154
or 160, which no operator has. Landlines begin with 1 behind the area code, as no exchange does.
Cards begin with 620000, which no bank has, or are the test numbers of card schemes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.privacy.identity import CHECK, WEIGHTS

if TYPE_CHECKING:
    import random

WIDE = str.maketrans("0123456789Xx-", "０１２３４５６７８９Ｘｘ－")
HAN = str.maketrans("0123456789", "零一二三四五六七八九")
FORMAL = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")
SPOKEN = str.maketrans("0123456789", "〇幺二三四五六七八九")
REGIONS = ("370800", "370000", "110100", "320300", "410000", "370100")
TEST_CARDS = ("4111111111111111", "5555555555554444", "378282246310005")


def identity(chance: random.Random, *, ends_in_x: bool | None = None) -> str:
    """Return eighteen digits with their check digit."""
    while True:
        born = (
            f"19{chance.randrange(10):02}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}"
        )
        head = f"{chance.choice(REGIONS)}{born}000"
        made = head + CHECK[sum(int(a) * b for a, b in zip(head, WEIGHTS, strict=True)) % 11]
        if ends_in_x is None or (made[-1] == "X") == ends_in_x:
            return made


def old_identity(chance: random.Random) -> str:
    """Return fifteen digits of the old kind."""
    return f"{chance.choice(REGIONS)}0{chance.randrange(10)}{chance.randrange(1, 13):02}15000"


def mobile(chance: random.Random) -> str:
    """Return eleven digits of a segment that no operator has."""
    return f"{chance.choice(('154', '160'))}{chance.randrange(10**8):08}"


def card(chance: random.Random, size: int = 19) -> str:
    """Return a card number of a bank that does not exist."""
    head = "620000" + "".join(str(chance.randrange(10)) for _ in range(size - 7))
    return next(head + last for last in "0123456789" if luhn(head + last))


def luhn(number: str) -> bool:
    """Tell whether a number passes the check of cards."""
    digits = [int(one) for one in reversed(number)]
    return sum(digits[::2] + [sum(divmod(2 * one, 10)) for one in digits[1::2]]) % 10 == 0


def grouped(number: str, *sizes: int, by: str = " ") -> str:
    """Return a number in groups."""
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return by.join([*parts, number[at:]] if number[at:] else parts)


def landline(number: str) -> dict[str, str]:
    """Return a landline in all its forms."""
    return {
        "": f"0537-{number}",
        "local": number,
        "none": f"0537{number}",
        "paren": f"(0537) {number}",
        "wide": f"0537-{number}".translate(WIDE),
        "spaced": f"0537 {number[:3]} {number[3:]}",
    }


def made(what: str, chance: random.Random) -> str:
    """Return a number of a kind in a form: ``id:spaced``, ``mobile:han`` and so on."""
    kind, _, form = what.partition(":")
    makers = {"id": identity, "id15": old_identity, "mobile": mobile, "card": card}
    if kind == "land":
        return landline(f"1{chance.randrange(10**6):06}")[form]
    if kind == "card" and form == "test":
        return chance.choice(TEST_CARDS)
    if kind == "card" and form.startswith("16"):
        number, form = card(chance, 16), form[2:]
    elif kind == "id" and form == "x":
        return identity(chance, ends_in_x=True).lower()
    elif kind == "id" and form == "letters":
        return identity(chance, ends_in_x=False).replace("0", "O", 4)
    else:
        number = makers[kind](chance)
    sizes = {"id": (6, 8, 4), "id15": (6, 6, 3), "mobile": (3, 4, 4), "card": (4, 4, 4, 4)}[kind]
    written = {
        "": number,
        "spaced": grouped(number, *sizes),
        "dashed": grouped(number, *sizes, by="-"),
        "dotted": grouped(number, *sizes, by="."),
        "wide": number.translate(WIDE),
        "han": number.replace("X", "x").translate(HAN),
        "spoken": number.translate(SPOKEN),
        "lines": grouped(number, *sizes, by="\n"),
        "tags": grouped(number, *sizes, by="<b></b>"),
        "breaks": grouped(number, *sizes, by="<br>"),
        "cells": grouped(number, *sizes, by="</span><span>"),
        "hidden": "\u200b".join(number),
        "single": " ".join(number),
        "fours": grouped(number, 4, 4, 4, 4),
        "entity": "".join(f"&#{ord(one)};" for one in number),
        "seven": grouped(number, 7, 4),
        "three": grouped(number, 3, 3, 5),
        "plus": f"+86 {number}",
        "zeros": f"0086{number}",
        "half": f"{number[:9]}\n{number[9:]}",
        "wrapped": f"{number[:8]}\n{' ' * 16}{number[8:]}",
        "boxed": f"{number[:10]}│\n│    │{number[10:]}",
        "comma": grouped(number, *sizes, by="，"),
        "corner": grouped(number, *sizes, by="】【"),
        "square": grouped(number, *sizes, by="]["),
        "quoted": grouped(number, *sizes, by="”“"),
        "tortoise": grouped(number, *sizes, by="〕〔"),
        "six": grouped(number, 5, 6),
        "pair": f"（{number[:3]}）{number[3:]}",
        "odd": grouped(number, 1, 2, 4, 4),
        "loose": grouped(number, 3, 1, 1, 1, 1, 4),
        "ocr": f"l{number[1:]}".replace("0", "O", 1),
        "brackets": f"（{number[:3]}）{number[3:7]}-{number[7:]}",
        "commas": grouped(number, *sizes, by="、").translate(HAN),
        "formal": number.translate(FORMAL),
        "keycap": "".join(f"{one}\ufe0f\u20e3" for one in number),
    }
    return written[form]


def wrong_check(chance: random.Random) -> str:
    """Return an identity number with one digit mistyped."""
    number = identity(chance, ends_in_x=False)
    return number[:-1] + str((int(number[-1]) + 3) % 10)
