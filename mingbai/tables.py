"""Tables that clerks fill in to records: villages with their contacts, new values of figures.

Comes in: a file. Goes out: typed rows, and every problem with its row and column.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from mingbai.fields import field_problems
from mingbai.model.base import Record
from mingbai.model.columns import CONTACTS, DOCUMENTS, FIGURES, GIVEN
from mingbai.model.figures import FigureRow
from mingbai.model.legal_basis import Document
from mingbai.model.village import Village
from mingbai.problems import Place, Problem, errors
from mingbai.read.private_cells import private_cells
from mingbai.read.sheet import header, header_row, lines
from mingbai.read.table import read_sheets
from mingbai.read.tree import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from mingbai.model.columns import Columns
    from mingbai.read.sheet import Line, Sheet
    from mingbai.read.tree import Mapping

R = TypeVar("R", bound=Record)

CELL_CODES = {
    "missing-key": "cell-missing",
    "empty-text": "cell-missing",
    "too-long": "cell-too-long",
    "line-break": "cell-line-break",
    "not-one-of": "cell-not-one-of",
    "not-date": "cell-not-date",
    "no-such-day": "cell-no-such-day",
    "not-number": "cell-not-number",
    "cite-syntax": "cell-cite",
    "cite-missing": "cell-cite",
    "not-identifier": "figure-row-unknown",
}
"""Problems of fields in the words for a clerk, who sees rows and titles, not keys."""

PLACED = {"township_code", "township", "publish"}
"""Keys of a row of contacts that may be filled in before its village is."""

UNREAD: dict[str, Any] = {
    **{one.key: None for one in DOCUMENTS if not one.required},
    "text": None,
    "status": "待核",
    "verified": "false",
}
"""What is known of a document that a clerk has registered: nobody has compared it with its text."""


@dataclass(slots=True)
class Table:
    """One file while it is read: its sheets, and every problem found so far."""

    path: Path
    name: str
    problems: list[Problem] = field(default_factory=list)

    def sheets(self, *kinds: Columns) -> tuple[Sheet, ...]:
        """Read the file; private numbers in any cell of any sheet are problems."""
        titles = {one.title for columns in kinds for one in columns}
        found, problems = read_sheets(self.path, self.name, titles)
        self.problems.extend(problems)
        for sheet in found or ():
            self.problems.extend(private_cells(sheet, kinds))
        return found or ()

    def lines(self, sheets: tuple[Sheet, ...], columns: Columns, *, needed: bool) -> list[Line]:
        """Return the rows of the one sheet that has such columns."""
        titles = [one.title for one in columns]
        fitting = [(one, header_row(one, titles)) for one in sheets]
        tops = [(sheet, row) for sheet, row in fitting if row is not None]
        if len(tops) != 1:
            self.problems.extend(self.not_one(sheets, tops, titles) if tops or needed else ())
            return []
        sheet, row = tops[0]
        top = header(sheet, row, columns)
        self.problems.extend(top.problems)
        if sheet.hidden:
            values = {"row": sheet.hidden[0], "count": len(sheet.hidden)}
            self.problems.append(Problem("table-hidden", Place(self.name, values["row"]), values))
        missing = any(one.code == "column-missing" for one in top.problems)
        return [] if missing else list(lines(sheet, top))

    def not_one(self, sheets: Any, tops: Any, titles: list[str]) -> list[Problem]:
        """Say that there is no such sheet, or more than one."""
        if not sheets:
            return []
        if not tops:
            return [Problem("table-no-header", Place(self.name), {"titles": "、".join(titles)})]
        names = "".join(f"「{sheet.name}」" for sheet, _ in tops)
        return [Problem("table-sheets", Place(self.name), {"found": names})]

    def typed(self, line: Line, kind: type[R], extra: dict[str, Any] | None = None) -> R | None:
        """Return the record of a row; a cell that has a problem gets no second one."""
        self.add(line.problems)
        try:
            record = kind.model_validate({**(extra or {}), **plain(line.values)})
        except ValidationError as failure:
            found = field_problems(failure.errors(include_url=False), line.values, kind)
            self.add(in_cell(problem, line.values) for problem in found)
            return None
        return None if line.problems else record

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep problems, one a cell."""
        taken = {one.place for one in errors(self.problems)}
        self.problems.extend(one for one in problems if one.place not in taken)


def in_cell(problem: Problem, row: Mapping) -> Problem:
    """Return a problem of a field in the words for a clerk, at its cell."""
    cell = row.entries.get(problem.values["key"])
    place = cell.place if cell is not None else problem.place
    code = CELL_CODES.get(problem.code, problem.code)
    return Problem(code, place, {**problem.values, "row": place.line})


def plain(row: Mapping) -> dict[str, Any]:
    """Return what pydantic reads of a row: the cells in which something stands."""
    given: dict[str, Any] = {"node": row}
    for key, node in row.entries.items():
        if isinstance(node, Scalar) and node.text is not None:
            given[key] = node.text
        elif isinstance(node, Sequence):
            given[key] = tuple(one.text for one in node.items if isinstance(one, Scalar))
    return given


def contacts(path: Path, name: str) -> tuple[tuple[Village, ...], list[Problem]]:
    """Read a table of villages; rows in which only the township stands are still to be filled."""
    table = Table(path, name)
    found: list[Village | None] = []
    for line in table.lines(table.sheets(CONTACTS), CONTACTS, needed=True):
        filled = line.filled
        if filled & {"code", "name"}:
            found.append(table.typed(line, Village))
        elif filled - PLACED:
            table.problems.append(nobody(line, filled - PLACED))
    return tuple(one for one in found if one is not None), table.problems


def nobody(line: Line, filled: set[str]) -> Problem:
    """Say that a contact belongs to no village."""
    column = next(one for one in CONTACTS if one.key in filled)
    place = line.values.entries[column.key].place
    return Problem("row-no-village", place, {"row": place.line, "label": column.title})


@dataclass(frozen=True, slots=True)
class NewFigures:
    """What a table of figures adds: values and the documents they rest on; ``whole`` if all."""

    rows: tuple[FigureRow, ...]
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        """Tell whether every row could be read."""
        return not errors(self.problems)


def figures(path: Path, name: str) -> NewFigures:
    """Read a table of figures; rows in which nothing new stands are left alone."""
    table = Table(path, name)
    sheets = table.sheets(FIGURES, DOCUMENTS)
    rows = typed_rows(table, sheets, FIGURES, lambda one: table.typed(one, FigureRow))
    listed = typed_rows(table, sheets, DOCUMENTS, lambda one: table.typed(one, Document, UNREAD))
    return NewFigures(rows, listed, tuple(table.problems))


def typed_rows(
    table: Table, sheets: tuple[Sheet, ...], columns: Columns, typed: Callable[[Line], R | None]
) -> tuple[R, ...]:
    """Return the records of the rows in which something stands besides a name."""
    asked = [
        line
        for line in table.lines(sheets, columns, needed=columns is FIGURES)
        if line.filled - (GIVEN if columns is FIGURES else set())
    ]
    return tuple(one for one in map(typed, asked) if one is not None)
