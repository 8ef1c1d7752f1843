"""What one cell of a table says, written plainly, or the code of what went wrong with it.

Spreadsheets change what people type: a telephone loses its zero, a long code turns into 3.7E+11,
8-12 into a date. What can be read in one way only is put right; what is lost is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mingbai.read.text import STRANGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from mingbai.model.columns import Kind
    from mingbai.problems import Place

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|_x000D_|\r")
"""Marks that come along from telephones and web pages; nobody has typed them."""

NARROW = str.maketrans(
    "０１２３４５６７８９Ｅ＋．，／（）－–—―−‐‑　\u00a0", "0123456789E+.,/()-------  "
)
QUOTED = re.compile(r"""(?:=?"(.*)"|['’‘](.*))""")
"""How other programs mark a text that looks like a number: ="0537", '0537."""

SQUEEZED = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]+", re.IGNORECASE)
WITH_POINT = re.compile(r"[0-9]+\.[0-9]*")
THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
HOME = re.compile(r"(?:\+|00)86[- ]?(?=1[3-9])")
MOBILE = re.compile(r"1[3-9][0-9]{9}")
AREA = r"(10|2[0-9]|[3-9][0-9]{2})"
LANDLINE = re.compile(rf"(0{AREA})([0-9]{{7,8}})")
WITHOUT_ZERO = re.compile(rf"{AREA}[0-9]{{7,8}}")
WITHOUT_AREA = re.compile(r"[0-9]{7,8}")
DAY = re.compile(
    r"([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))"
    r"(?: +0?0:00(?::00)?)?"
)
DAY_NUMBER = re.compile(r"[0-9]{5}(?:\.[0-9]*)?")
TURNED = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日|[0-9]{5}(?:\.[0-9]+)?|0\.[0-9]+")
WRONG = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|#+)")
"""What spreadsheets show in place of a result, and of what is too wide for its column."""

LOST = re.compile("[?□■▯〓�]")
NONE = frozenset({"无", "暂无", "没有", "不详", "未知", "待定", "/", "\\", "-", "—", "——", "--"})
LONGEST_NUMBER = 15
"""Digits that a spreadsheet keeps of a number; from there on they are zeros."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the file has it; ``trouble`` is what the file itself says is wrong with it."""

    text: str
    place: Place
    kind: Literal["text", "number", "day"] = "text"
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Plain:
    """A cell written plainly, or the code of what is wrong with it and what was found."""

    text: str
    trouble: str = ""
    found: str = ""


def plainly(cell: Cell, kind: Kind, *, required: bool = False) -> Plain:
    """Return what a cell of such a column says; an empty text is an empty cell."""
    text = INVISIBLE.sub("", cell.text).replace("\u2028", "\n").strip()
    strange = STRANGE.search(text)
    if strange:
        return Plain("", "cell-character", f"U+{ord(strange[0]):04X}")
    trouble = spoilt(cell, kind, text)
    if trouble:
        return Plain("", trouble, text)
    if not required and text in NONE:
        return Plain("")
    return READ[kind](text)


def spoilt(cell: Cell, kind: Kind, text: str) -> str:
    """Return the code of what a spreadsheet has done to a cell, whatever its column."""
    if cell.trouble:
        return cell.trouble
    if WRONG.fullmatch(text):
        return "cell-error"
    if text.startswith("=") and not QUOTED.fullmatch(text):
        return "cell-formula"
    return "cell-turned-day" if cell.kind == "day" and kind != "day" else ""


def words(text: str) -> Plain:
    """Read words; a day, or the number that stands for one or for a time, are none.

    Characters may have been lost on the way through another encoding.
    """
    if TURNED.fullmatch(text):
        return Plain("", "cell-turned-day", text)
    lost = LOST.search(text)
    return Plain("", "cell-lost", text) if lost else Plain(text)


def as_written(text: str) -> Plain:
    """Read a word that is one of a few, or citations."""
    return Plain(text)


def narrow(text: str) -> str:
    """Return digits and marks in their half-width form, without what makes a number a text."""
    plain = text.translate(NARROW).strip()
    quoted = QUOTED.fullmatch(plain)
    return (quoted[1] or quoted[2] or "").strip() if quoted else plain


def code(text: str) -> Plain:
    """Read a division code or a name made of letters: no blanks, no point, no 3.7E+11."""
    plain = narrow(text).replace(" ", "")
    if SQUEEZED.fullmatch(plain):
        return Plain("", "cell-squeezed", plain)
    return Plain("", "cell-point", plain) if WITH_POINT.fullmatch(plain) else Plain(plain)


def phone(text: str) -> Plain:
    """Read a telephone number however its digits are grouped; it needs its area code, and its 0."""
    plain = HOME.sub("", narrow(text))
    if SQUEEZED.fullmatch(plain):
        return Plain("", "cell-squeezed", plain)
    if WITH_POINT.fullmatch(plain):
        return Plain("", "cell-point", plain)
    digits = re.sub(r"[-() ]", "", plain)
    landline = LANDLINE.fullmatch(digits)
    if landline and not MOBILE.fullmatch(digits):
        return Plain(f"{landline[1]}-{landline[3]}")
    if WITHOUT_ZERO.fullmatch(digits):
        return Plain("", "phone-lost-zero", plain)
    if WITHOUT_AREA.fullmatch(digits):
        return Plain("", "phone-no-area", plain)
    return Plain(digits if MOBILE.fullmatch(digits) else plain)


def day(text: str) -> Plain:
    """Read a day written year first; a number such as 46204 was one."""
    plain = narrow(text)
    if DAY_NUMBER.fullmatch(plain):
        return Plain("", "cell-day-number", plain)
    found = DAY.fullmatch(plain)
    if not found:
        return Plain(text)
    return Plain(f"{found[1]}-{int(found[2] or found[4]):02}-{int(found[3] or found[5]):02}")


def number(text: str) -> Plain:
    """Read a number; commas between thousands mean nothing."""
    plain = narrow(text).replace(" ", "")
    if SQUEEZED.fullmatch(plain):
        return Plain("", "cell-squeezed", plain)
    return Plain(plain.replace(",", "") if THOUSANDS.fullmatch(plain) else plain)


READ: dict[Kind, Callable[[str], Plain]] = {
    "words": words,
    "code": code,
    "phone": phone,
    "day": day,
    "number": number,
    "cites": as_written,
    "choice": as_written,
}
