"""The table of villages to be filled in: the region's townships, a block of rows each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.model.columns import CONTACTS
from mingbai.workbooks.book import Page, Pick, cells_of, choices, explained, workbook

if TYPE_CHECKING:
    from datetime import date

    from mingbai.model.region import Region

ROWS = 40
"""Rows a township; those that stay empty are ignored."""

TITLES = tuple(one.title for one in CONTACTS)
WIDTHS = (13, 14, 17, 20, 14, 18, 26, 14, 11)
PUBLISH = ("网", "纸", "不公布")
LINES = (
    "一个村（居）一行。用不着的空行不用删；行不够，就在中间插入行，镇街代码和名称照着填。",
    "村居代码是 12 位，照国家统计局的统计用区划代码填；前九位就是镇街代码。村居名称写全。",
    "联系电话写一个：座机写「区号-号码」，或者写 11 位手机号。手机号要本人同意才填。",
    "办公时间照实写，写清哪几天、几点到几点。",
    "核对日期是打通电话核对的那一天，写成 年-月-日，例如 2026-07-01。过了一年会提醒再打一次。",
    "公布范围：网，网页和纸上都写；纸，只印在纸上；不公布，都不写。空着按「纸」办。",
    "不知道的空着，纸上会留一道线，拿到以后手写；不要猜。",
    "不要填身份证号、银行卡号、住址、病情。有这些内容的表做不出任何东西。",
    "格子都是文本格式，号码前面的 0 不会丢。从别处粘贴时，选「只粘贴文本」。",
    "不要改列名，不要加列，不要合并单元格。生僻字用输入法直接输入。",
    "填好存盘，放回 policies/regions/，文件名不要改，再运行 mingbai check。",
)
TIPS = {
    "村居代码": "12 位数字，前九位是镇街代码。",
    "联系电话": "座机写「区号-号码」，或者 11 位手机号。只写一个，不知道的空着。",
    "核对日期": "写成 年-月-日，例如 2026-07-01。",
    "公布范围": "网：网页和纸上都写。纸：只印在纸上。不公布：都不写。",
}


def contacts_workbook(region: Region, day: date) -> bytes:
    """Return the empty table of a region."""
    listed = Page(
        "镇街名录",
        ("镇街代码", "镇街名称"),
        (14, 20),
        tuple((one.code, one.name) for one in region.townships),
    )
    rows = tuple(
        (one.code, one.name, *([""] * (len(TITLES) - 2)))
        for one in region.townships
        for _ in range(ROWS)
    )
    picks = {
        "镇街代码": Pick(cells_of(listed, "镇街代码")),
        "镇街名称": Pick(cells_of(listed, "镇街名称")),
        "公布范围": Pick(choices(PUBLISH)),
    }
    table = Page("联系表", TITLES, WIDTHS, rows, frozenset(TITLES[:2]), picks, TIPS)
    return workbook((table, explained("填写说明", LINES), listed), day)
