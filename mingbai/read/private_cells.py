"""Numbers of persons in a sheet: in any cell, whether the table has such a column or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.privacy.numbers import private_numbers
from mingbai.privacy.squeezed import is_squeezed
from mingbai.problems import Problem
from mingbai.read.sheet import bare_title, header_row, letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.columns import Columns
    from mingbai.read.sheet import Sheet

CODES = {
    "privacy-identity": "cell-identity",
    "privacy-card": "cell-card",
    "privacy-mobile": "cell-mobile",
}


def private_cells(sheet: Sheet, kinds: tuple[Columns, ...]) -> Iterator[Problem]:
    """Yield a problem for each cell with a private number; a telephone column may hold mobiles.

    Spreadsheets keep fifteen digits of a number: what they store of an identity number is no
    identity number any more, and is one all the same.
    """
    titles = titles_of(sheet, kinds)
    phones = {one.title for columns in kinds for one in columns if one.kind == "phone"}
    cells = [one for row in sheet.rows.values() for one in row.values()]
    for cell in (*cells, *sheet.remarks):
        label = titles.get(cell.place.column, f"{letter(cell.place.column)} 列")
        values = {"row": cell.place.line, "label": label}
        codes = dict.fromkeys(CODES[code] for code, _ in private_numbers(cell.text))
        if label in phones:
            codes.pop("cell-mobile", None)
        if not codes and is_squeezed(cell.text, number=cell.kind == "number"):
            codes["cell-long-number"] = None
        yield from (Problem(code, cell.place, values) for code in codes)


def titles_of(sheet: Sheet, kinds: tuple[Columns, ...]) -> dict[int, str]:
    """Return the titles above the cells, by column; none if the sheet is no table of ours."""
    for columns in kinds:
        row = header_row(sheet, [one.title for one in columns])
        if row is not None:
            return {at: bare_title(cell.text) for at, cell in sheet.rows[row].items()}
    return {}
