"""Tables in text: cells under a title that says what they hold.

A row of titles is the first line with two of them or more; commas, tabs and bars part the cells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span

DELIMITERS = re.compile(r"[,\t|;]")
TITLE = re.compile(
    r"姓名|申请人|户主|患者|学生|对象|身份证|证件|证号|出生|生日|住址|地址|电话|手机|联系|账号|帐号|卡号|开户|性别|年龄"
    r"|村|金额|类别|序号|编号|银行|人口|代码|编码|型号|规格|单位|号码|单号|表号|户数|数量|户口|户号|项目|科目|事项|名称|资金|支出|收入|合计|流水|单价|publish|公布|病|原因|救助|补助|补贴|待遇|标准|类型|残疾|关系|结果|意见"
)
LONGEST_TITLE = 12
FEWEST_TITLES = 2
MOST_COLUMNS = 60


def columns(plain: str, title: re.Pattern[str]) -> Iterator[Span]:
    """Yield the cells that stand under a title of a kind, in every table of a text."""
    delimiter, wanted, at = "", set[int](), 0
    for line in plain.split("\n"):
        found = titles(line)
        if found:
            delimiter, cells = found
            wanted = {number for number, cell in enumerate(cells) if title.search(cell)}
        elif wanted and line.count(delimiter) < max(wanted):
            wanted = set()
        elif wanted:
            start = at
            for number, cell in enumerate(line.split(delimiter)):
                bare = cell.strip()
                if number in wanted and bare:
                    first = start + cell.index(bare)
                    yield first, first + len(bare)
                start += len(cell) + 1
        at += len(line) + 1


def titles(line: str) -> tuple[str, list[str]] | None:
    """Return the delimiter and the titles of a line, nothing if it is no row of titles."""
    first = DELIMITERS.search(line)
    if first is None:
        return None
    cells = [cell.strip() for cell in line.split(first[0])]
    if not FEWEST_TITLES <= len(cells) <= MOST_COLUMNS or re.search(r"\d{4}", line):
        return None
    named = sum(1 for cell in cells if len(cell) <= LONGEST_TITLE and TITLE.search(cell))
    return (first[0], cells) if named >= FEWEST_TITLES else None
