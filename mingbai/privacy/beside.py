"""What stands beside a name: in its paragraph, in its row of a table, right behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mingbai.privacy.plain import Span

NEAR = 60
"""Characters on either side of a name in which a condition is beside it."""

LONGEST_PLACE = 90
PARAGRAPH = re.compile(r"\n\s*\n")
DAY_BEHIND = re.compile(
    r"[_\s,，、|（(\-]{1,4}(?P<day>19[1-9]\d(?:\s?[年./\-]\s?(?:1[0-2]|0?[1-9])\s?[月./\-]\s?(?:3[01]|[12]\d|0?[1-9])\s?日?"
    r"|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])))(?=[_\s,，、|）)\-.。；;]|$)"
)
CELL = re.compile(r"\t|\|")
OF_MONEY = re.compile("金额|补贴|补助|待遇|发放|标准|元")
AMOUNT = re.compile(r"(?:^|[\t|])\s?[¥￥]?[\d,]{2,8}(?:\.\d+)?\s?元")
OF_NAMES = ("姓名", "户主", "申请人", "领取人")
LONGEST_ROW, LONGEST_TABLE = 300, 5_000
"""Characters of a row on either side of a name, and from it to the titles of its table."""


def surroundings(plain: str, name: Span) -> str:
    """Return what stands beside a name, its paragraph at most; the name itself is left out."""
    before = PARAGRAPH.split(plain[max(0, name[0] - NEAR) : name[0]])[-1]
    behind = PARAGRAPH.split(plain[name[1] : name[1] + NEAR])[0]
    return f"{before}\0{behind}"


def told_in_table(plain: str, name: Span) -> str:
    """Return what a table tells of a name in its cell: an amount in its row, and the words above.

    Blank lines come from the markup; they part nothing there.
    """
    start = plain.rfind("\n", max(0, name[0] - LONGEST_ROW), name[0]) + 1
    end = plain.find("\n", name[1], name[1] + LONGEST_ROW)
    row = plain[start or name[0] : end if end >= 0 else name[1] + LONGEST_ROW]
    if not CELL.search(row):
        return ""
    above = " ".join(plain[max(0, start - NEAR) : start].split())
    title = max(plain.rfind(one, max(0, start - LONGEST_TABLE), start) for one in OF_NAMES)
    titles = plain[title : plain.find("\n", title)] if title >= 0 else ""
    paid = AMOUNT.search(row) or OF_MONEY.search(titles)
    return f"{above}\0{titles}\0{'救助' if paid else ''}"


def beside(plain: str, name: Span, others: Sequence[Span]) -> bool:
    """Tell whether one of some places, in order, is near a name, in its paragraph."""
    first = bisect_left(others, (name[0] - NEAR - LONGEST_PLACE, 0))
    for start, end in others[first : bisect_left(others, (name[1] + NEAR, 0))]:
        apart = plain[end : name[0]] if end <= name[0] else plain[name[1] : start]
        if len(apart) <= NEAR and not PARAGRAPH.search(apart):
            return True
    return False


def dated(plain: str, names: Iterable[Span]) -> Iterator[Span]:
    """Yield days of the last century right behind a name: what else is told so but a birth."""
    for _, end in names:
        found = DAY_BEHIND.match(plain, end)
        if found:
            yield found.span("day")
