"""The table of yearly figures to be filled in: a row a figure, with what is in force now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.model.columns import DOCUMENTS, FIGURES, GIVEN
from mingbai.views.amounts import amount
from mingbai.workbooks.book import Page, Pick, cells_of, explained, workbook

if TYPE_CHECKING:
    from mingbai.model.figures import FigureName
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

TITLES = tuple(one.title for one in FIGURES)
WIDTHS = (22, 26, 34, 14, 20, 12, 14, 14, 30, 22)
LEFT_ALONE = frozenset(one.title for one in FIGURES if not one.key or one.key in GIVEN)
DOCUMENT_TITLES = tuple(one.title for one in DOCUMENTS)
DOCUMENT_WIDTHS = (26, 60, 24, 24, 14, 14)
DOCUMENT_ROWS = 20
STATES = {"confirmed": "", "last_known": "（尚未确认）", "unknown": "没有公布"}
LINES = (
    "新标准来了才填：找到那个数字的一行，填数值、起始日期、公布日期、依据、确认单位。没变的空着。",
    "有底色的几列不用改。「数字名」是程序认数字用的，改了就对不上。",
    "数值只写数字，不写单位；单位在旁边一列。",
    "起始日期是从哪天执行，公布日期是文件哪天公布，都写成 年-月-日，例如 2026-07-01。",
    "起始日期要比上一期晚。旧的数值留着，不用删，起始日期没到之前还用旧的。",
    "依据写文件名或文号，后面空一格写条款；几个文件用分号隔开。下拉框里是登记过的文件。",
    "下拉框里没有的新文件，先在「新文件」那一页登记一行，再在依据里写它的引用名。",
    "确认单位是主管部门的名称。没有确认的空着：网页上会注明，正式的纸上留空格线。",
    "同一个数字有两期新标准的，复制这一行，一期一行。",
    "填好存盘，放回 policies/regions/，文件名不要改，再运行 mingbai check。",
)
TIPS = {
    "数值": "只写数字，不写单位。没变的空着。",
    "起始日期": "从哪天执行，写成 年-月-日。",
    "公布日期": "文件哪天公布，写成 年-月-日。",
    "依据": "文件名或文号，空一格写条款。新文件先到「新文件」那一页登记。",
    "确认单位": "主管部门的名称；没有确认的空着。",
}
DOCUMENT_TIPS = {
    "引用名": "依据里怎么写它，一般就是文号；不能有空格。",
    "全称": "文件标题，不带书名号。",
    "发布日期": "写成 年-月-日；不知道的空着。",
    "施行日期": "写成 年-月-日；不知道的空着。",
}


def figures_workbook(library: Library, scope: Scope) -> bytes:
    """Return the table of the region, nothing filled in."""
    listed = Page(
        "文件名录",
        ("引用名", "全称"),
        (30, 80),
        tuple((one.name, one.title) for one in library.legal_basis.documents),
    )
    rows = tuple(
        (policy.name, one.name, one.label, one.unit, now(one, library, scope), *([""] * 5))
        for policy in library.policies
        for one in policy.figures
    )
    picks = {"依据": Pick(cells_of(listed, "引用名"), strict=False)}
    table = Page("数字", TITLES, WIDTHS, rows, LEFT_ALONE, picks, TIPS)
    empty = tuple([("",) * len(DOCUMENT_TITLES)] * DOCUMENT_ROWS)
    new = Page("新文件", DOCUMENT_TITLES, DOCUMENT_WIDTHS, empty, tips=DOCUMENT_TIPS)
    pages = (table, new, explained("填写说明", LINES), listed)
    return workbook(pages, scope.as_of)


def now(figure: FigureName, library: Library, scope: Scope) -> str:
    """Say what a figure is today, and how sure that is."""
    known = amount(figure, library, scope)
    return f"{known.value}{STATES[known.state]}"
