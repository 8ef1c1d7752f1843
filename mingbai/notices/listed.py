"""A clerk's list to rows, or every reason why it must not hang on a wall.

Comes in: the private folder. Goes out: rows that know their line in the list. What is private is
never repeated in the report: it names row and column, not the words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mingbai.notices.private_words import condition, private_title
from mingbai.notices.row import Row, list_columns, needed_columns
from mingbai.privacy.veil import veiled
from mingbai.problems import Place, Problem
from mingbai.read.sheet import bare_title, header_row, letter
from mingbai.read.tree import place_of
from mingbai.tables import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from mingbai.model.region import Region
    from mingbai.notices.permit import Permit
    from mingbai.read.sheet import Line, Sheet

FOLDER = "notices"
"""Where lists lie below the private folder."""

ENDINGS = (".csv", ".xlsx")
OURS = {"cell-mobile": "notice-mobile"}
"""Problems of tables that ask for something else here: no column of a list takes a telephone."""


REPEATING = frozenset({"column-unknown", "cell-lost", "cell-merged", "cell-error"})
"""Problems that would repeat words of the list."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of a list and what was noticed on the way; ``name`` is its path in reports."""

    name: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read_list(private: Path, slug: str, allowed: Permit, region: Region) -> Listed:
    """Read ``notices/<slug>-公示`` or ``-公布`` below the private folder, as .csv or .xlsx."""
    name = f"{FOLDER}/{slug}-{allowed.kind}"
    found = [path for end in ENDINGS if (path := private / f"{name}{end}").is_file()]
    if len(found) != 1:
        code = "notice-list-twice" if found else "notice-list-missing"
        return Listed(name, (), (Problem(code, Place(name, 0), {"name": name}),))
    table = Table(found[0], f"{FOLDER}/{found[0].name}")
    rows = read_rows(table, allowed, region)
    told = (unnamed(replace(one, code=OURS.get(one.code, one.code))) for one in table.problems)
    return Listed(table.name, rows, tuple(veiled(one) for one in told))


def unnamed(problem: Problem) -> Problem:
    """Return a problem that repeats no cell in which somebody's name may stand.

    Two rows that have run together put a name among the titles.
    """
    if problem.code not in REPEATING:
        return problem
    values = {**problem.values, "found": f"{letter(problem.place.column)} 列"}
    return replace(problem, values=values)


def read_rows(table: Table, allowed: Permit, region: Region) -> tuple[Row, ...]:
    """Return the rows of a list; the table keeps what is wrong with it."""
    columns = list_columns(allowed)
    titles = [one.title for one in columns]
    sheets = table.sheets(columns)
    private = [one for sheet in sheets for one in private_columns(sheet, titles)]
    table.add(private)
    if private:
        return ()
    table.add(one for sheet in sheets for one in unshown_columns(sheet, titles, allowed))
    listed = [one for one in table.lines(sheets, columns, needed=True) if one.filled]
    for line in listed:
        table.add(missing(line, allowed))
    typed = [table.typed(line, Row) for line in listed]
    rows = tuple(one for one in typed if one is not None)
    table.add(row_problems(rows, region))
    if sheets and not listed and not table.problems:
        table.add([Problem("notice-list-empty", Place(table.name, 0))])
    return rows


def private_columns(sheet: Sheet, titles: Collection[str]) -> Iterator[Problem]:
    """Yield the columns that must not be in the file at all."""
    top = header_row(sheet, titles)
    for cell in sheet.rows[top].values() if top is not None else ():
        if private_title(cell.text):
            values = {"found": cell.text.strip()[:20], "column": letter(cell.place.column)}
            yield Problem("notice-column-private", cell.place, values)


def unshown_columns(sheet: Sheet, titles: Collection[str], allowed: Permit) -> Iterator[Problem]:
    """Yield the columns that are left out, for no article names them."""
    top = header_row(sheet, titles)
    own = {str(field.title) for field in Row.model_fields.values()}
    for cell in sheet.rows[top].values() if top is not None else ():
        title = bare_title(cell.text)
        if title in own and title not in needed_columns(allowed):
            values = {"found": title, "kind": allowed.kind}
            yield Problem("notice-column-unshown", cell.place, values)


def missing(line: Line, allowed: Permit) -> Iterator[Problem]:
    """Yield the cells of a row in which something has to stand."""
    needed = needed_columns(allowed)
    for key, field in Row.model_fields.items():
        if field.title in needed and key not in line.filled:
            place = place_of(line.values, (key,))
            yield Problem("cell-missing", place, {"row": place.line, "label": field.title})


def row_problems(rows: tuple[Row, ...], region: Region) -> Iterator[Problem]:
    """Yield townships that the region has not, conditions behind names, rows written twice."""
    known = [one.name for one in region.townships]
    seen: dict[object, int] = {}
    for row in rows:
        line = row.at().line
        if known and row.township not in known:
            values = {"row": line, "found": row.township, "known": "、".join(known)}
            yield Problem("notice-township", row.at("township"), values)
        word = condition(row.name)
        if word:
            yield Problem("notice-condition", row.at("name"), {"row": line, "found": word})
        same = (row.township, row.village, row.name, row.people, row.amount)
        if seen.setdefault(same, line) != line:
            values = {"row": line, "first": seen[same]}
            yield Problem("notice-row-twice", row.at("name"), values)
