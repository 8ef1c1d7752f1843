"""Pages of a workbook to the bytes of an .xlsx file; the same pages give the same bytes.

Every cell is a text, so that no spreadsheet takes the zero from a telephone or a day for a number.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins

from mingbai.design import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from openpyxl.worksheet.worksheet import Worksheet

FACE = "Microsoft YaHei"
TEXT = "@"
A4 = 9
HEIGHT = 22
FIRST_STAMP = (1980, 1, 1, 0, 0, 0)
MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class Pick:
    """A drop-down below a title: a list, or the cells that hold one; not ``strict``, a hint."""

    choices: str
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: titles, their widths in characters, and rows; ``given`` titles are not asked.

    If some are, a line parts the rows where the first column changes. ``tips`` are shown to whoever
    stands in a column.
    """

    name: str
    titles: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    given: frozenset[str] = frozenset()
    picks: Mapping[str, Pick] = field(default_factory=dict)
    tips: Mapping[str, str] = field(default_factory=dict)


def workbook(pages: tuple[Page, ...], day: date) -> bytes:
    """Return the file; ``day`` is the only date in it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        fill(book.create_sheet(page.name), page)
    book.properties.creator = "明白"
    stream = io.BytesIO()
    book.save(stream)
    return stamped(stream.getvalue(), datetime.combine(day, time(12), tzinfo=UTC))


def fill(sheet: Worksheet, page: Page) -> None:
    """Write a page: titles that stay in sight, rows, drop-downs; wide enough to print."""
    colours = tokens().light
    sheet.append(page.titles)
    for row in page.rows:
        sheet.append([one or None for one in row])
    for number, (title, width) in enumerate(zip(page.titles, page.widths, strict=True), 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = width
        sheet.column_dimensions[letter].number_format = TEXT
        style(sheet, letter, page, given=title in page.given)
        head = sheet[f"{letter}1"]
        head.font = Font(name=FACE, size=11, bold=True, color=ink(colours["on_structure"]))
        head.fill = PatternFill("solid", fgColor=ink(colours["structure"]))
        validate(sheet, f"{letter}2:{letter}{len(page.rows) + 1}", title, page)
    for number in range(1, len(page.rows) + 2):
        sheet.row_dimensions[number].height = HEIGHT
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]  # a new sheet has one


def style(sheet: Worksheet, letter: str, page: Page, *, given: bool) -> None:
    """Make a column's cells texts with thin lines; what is given stands on a tinted ground."""
    colours = {key: ink(value) for key, value in tokens().light.items()}
    side, part = Side("thin", color=colours["line"]), Side("medium", color=colours["structure"])
    font = Font(name=FACE, size=11, color=colours["ink"])
    ground = PatternFill("solid", fgColor=colours["structure_soft"]) if given else PatternFill()
    before = ""
    for row, values in enumerate((page.titles, *page.rows), 1):
        cell = sheet[f"{letter}{row}"]
        cell.number_format, cell.font, cell.fill = TEXT, font, ground
        new = bool(page.given) and values[0] != before
        cell.border = Border(left=side, right=side, top=part if new else side, bottom=side)
        cell.alignment = Alignment("left", "center", wrap_text=True, indent=1)
        before = values[0]


def validate(sheet: Worksheet, cells: str, title: str, page: Page) -> None:
    """Add a column's drop-down and tip."""
    pick, tip = page.picks.get(title), page.tips.get(title)
    if pick is None and tip is None:
        return
    rule = DataValidation(
        type="list" if pick else None,
        formula1=pick.choices if pick else None,
        allow_blank=True,
        showErrorMessage=bool(pick and pick.strict),
        errorTitle=title,
        error="请从下拉框里选。",
        showInputMessage=tip is not None,
        promptTitle=title if tip else None,
        prompt=tip,
    )
    rule.add(cells)
    sheet.add_data_validation(rule)


def explained(name: str, lines: tuple[str, ...]) -> Page:
    """Return a page of numbered lines."""
    rows = tuple((f"{number}. {line}",) for number, line in enumerate(lines, 1))
    return Page(name, (name,), (100,), rows)


def choices(words: tuple[str, ...]) -> str:
    """Return a short list as a drop-down takes it."""
    return f'"{",".join(words)}"'


def cells_of(page: Page, title: str) -> str:
    """Return the cells of another page that hold a list."""
    letter = get_column_letter(page.titles.index(title) + 1)
    return f"'{page.name}'!${letter}$2:${letter}${len(page.rows) + 1}"


def ink(colour: str) -> str:
    """Write a colour as workbooks do."""
    return colour.removeprefix("#").upper()


def stamped(content: bytes, when: datetime) -> bytes:
    """Return the same file with one time in it: that of its making would differ each time."""
    moment = rb"\g<1>" + when.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = MODIFIED.sub(moment, part)
            entry = zipfile.ZipInfo(name, FIRST_STAMP)
            entry.external_attr = 0o644 << 16
            new.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
