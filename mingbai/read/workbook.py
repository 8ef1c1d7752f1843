"""An .xlsx workbook to its sheets: every cell as the text that people see in it.

Formulas give the result that the last program stored. A merged cell stands in every row it covers.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from mingbai.problems import Place, Problem
from mingbai.read.cells import Cell
from mingbai.read.merged import MOST_MERGED, merged
from mingbai.read.sheet import Sheet

if TYPE_CHECKING:
    Held = dict[tuple[int, int], Any]
    Page = tuple[Any, Held, Held]

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
MOST_UNPACKED = 50_000_000
"""Bytes: a table of all villages of a county unpacks to less than a tenth of this."""

MOST_ROWS = 20_000
LARGEST = 1e20
"""Identity numbers are below this; what is above may stay as a spreadsheet squeezed it."""

OLD = "这是旧版 Excel 文件（.xls），或者加了密码"
NO_WORKBOOK = "这不是 Excel 工作簿，只是文件名写成了 .xlsx"
NOT_TEXT = "这不是 .csv 文字，是工作簿或者压缩文件"
BROKEN = "文件坏了，或者不是标准的 .xlsx"
MERGED_TOO_FAR = "有一块合并的单元格大得没有边，请先取消合并"
HUGE = "里面的内容太多，不像一张联系表或者数字表"


def disguised(raw: bytes) -> str:
    """Say why bytes are no text of a table, nothing if they may be."""
    if raw.startswith(OLE):
        return OLD
    return NOT_TEXT if raw.startswith(ZIP) else ""


def parse_workbook(raw: bytes, name: str) -> tuple[tuple[Sheet, ...] | None, tuple[Problem, ...]]:
    """Read the sheets of a workbook, or say why nobody can."""
    pages = opened_or_why(raw)
    found = () if isinstance(pages, str) else tuple(sheet(*page, name) for page in pages)
    why = pages if isinstance(pages, str) else ""
    if any(row > MOST_ROWS for one in found for row in one.rows):
        why = HUGE
    return (None, (Problem("table-unreadable", Place(name), {"why": why}),)) if why else (found, ())


def opened_or_why(raw: bytes) -> list[Page] | str:
    """Return the pages of a workbook, or why there are none."""
    if not raw.startswith(ZIP):
        return OLD if raw.startswith(OLE) else NO_WORKBOOK
    try:
        if unpacked(raw) > MOST_UNPACKED:
            return HUGE
        return MERGED_TOO_FAR if merged(raw) > MOST_MERGED else opened(raw) or BROKEN
    except Exception:  # noqa: BLE001 - openpyxl fails in many ways on what others have written
        return BROKEN


def unpacked(raw: bytes) -> int:
    """Return how large the contents are: a small file may hold gigabytes."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return sum(one.file_size for one in packed.infolist())


def opened(raw: bytes) -> list[Page]:
    """Return the sheets, and of each its cells as written and with the results of formulas.

    Asking for rows would make every cell between the first and the last, which may be far away.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import, and most runs need no table

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parts that openpyxl does not keep, and we do not read
        pages = load_workbook(io.BytesIO(raw)).worksheets
        written: list[Held] = [one._cells for one in pages]  # noqa: SLF001 - see above
        stored = written
        if any(one.data_type == "f" for held in written for one in held.values()):
            again = load_workbook(io.BytesIO(raw), data_only=True).worksheets
            stored = [one._cells for one in again]  # noqa: SLF001 - see above
    return list(zip(pages, written, stored, strict=True))


def sheet(page: Any, held: Held, results: Held, name: str) -> Sheet:
    """Return one sheet."""
    rows: dict[int, dict[int, Cell]] = {}
    remarks: list[Cell] = []
    for (row, column), one in sorted(held.items()):
        place = Place(name, row, column)
        if getattr(one, "comment", None):
            remarks.append(Cell(one.comment.text, place))
        formula = one.data_type == "f"
        found = cell(results[row, column] if formula else one, place)
        if found is not None:
            rows.setdefault(row, {})[column] = found
        elif formula:
            rows.setdefault(row, {})[column] = Cell("", place, trouble="cell-formula")
    last = max(rows, default=0)
    for area in page.merged_cells.ranges:
        left, top, right, bottom = area.bounds
        spread(rows, (left, top, right, min(bottom, last)))
    hidden = tuple(row for row in sorted(rows) if page.row_dimensions[row].hidden)
    return Sheet(page.title, rows, hidden, tuple(remarks))


def cell(one: Any, place: Place) -> Cell | None:
    """Return a cell as people see it, None if it is empty."""
    value = one.value
    if value is None or value == "":
        return None
    if one.data_type == "e":
        return Cell(str(value), place, trouble="cell-error")
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        text = value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
        return Cell(text, place, "day")
    if isinstance(value, time):
        return Cell(value.strftime("%H:%M"), place)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Cell(number(value, one.number_format), place, "number")
    return Cell(str(value), place)


def number(value: float, form: str) -> str:
    """Write a number with all its digits, per cent as it is shown."""
    if "%" in form:
        return f"{value * 100:.10g}%"
    whole = isinstance(value, int) or (value.is_integer() and abs(value) < LARGEST)
    return str(int(value)) if whole else repr(value)


def spread(rows: dict[int, dict[int, Cell]], bounds: tuple[int, int, int, int]) -> None:
    """Put what stands in a merged cell into each of its rows; across columns it says nothing."""
    left, top, right, bottom = bounds
    first = rows.get(top, {}).get(left)
    if first is None:
        return
    for row in range(top, bottom + 1):
        place = Place(first.place.file, row, left)
        trouble = first.trouble or ("cell-merged" if right > left else "")
        rows.setdefault(row, {})[left] = replace(first, place=place, trouble=trouble)
