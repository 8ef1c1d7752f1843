"""A sheet of cells to rows under their titles: each row a mapping in which values know their cell.

Comes in: cells as a file has them, and the columns that the table should have. Goes out: rows, and
what is wrong with the header and with single cells.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mingbai.problems import Place, Problem
from mingbai.read.cells import INVISIBLE, Cell, plainly
from mingbai.read.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mingbai.model.columns import Column, Columns
    from mingbai.read.tree import Node

HEADER_WITHIN = 12
"""Rows in which the titles are looked for: people put a heading and remarks above them."""

FEWEST_TITLES = 3
REMARK = re.compile(r"[（(].*[)）]$", re.DOTALL)
IGNORED = re.compile(r"[\s*＊:：]")
BETWEEN_CITES = re.compile(r"[；;\n]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet that are not empty, by row and column.

    ``hidden`` rows are read all the same; ``remarks`` are notes fixed to cells.
    """

    name: str
    rows: dict[int, dict[int, Cell]]
    hidden: tuple[int, ...] = ()
    remarks: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One row under the titles: its values, and what is wrong with its cells."""

    values: Mapping
    problems: tuple[Problem, ...]

    @property
    def filled(self) -> set[str]:
        """Return the keys of the cells in which something stands."""
        wrong = {problem.place for problem in self.problems}
        return {
            key
            for key, node in self.values.entries.items()
            if not (isinstance(node, Scalar) and node.text is None) or node.place in wrong
        }


@dataclass(slots=True)
class Header:
    """Where the titles stand and which column each names; ``problems`` of the titles."""

    row: int
    columns: dict[int, Column] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def bare_title(text: str) -> str:
    """Return a title without blanks, stars and a remark in brackets."""
    return REMARK.sub("", IGNORED.sub("", INVISIBLE.sub("", text)))


def header_row(sheet: Sheet, titles: Collection[str]) -> int | None:
    """Return the first row with some of the titles, or None: then the sheet is no such table."""
    for row in sorted(sheet.rows)[:HEADER_WITHIN]:
        found = {bare_title(cell.text) for cell in sheet.rows[row].values()}
        if len(found & set(titles)) >= min(FEWEST_TITLES, len(titles)):
            return row
    return None


def header(sheet: Sheet, row: int, columns: Columns) -> Header:
    """Match the titles with the columns: none unknown, none twice, none missing that is needed."""
    known = {one.title: one for one in columns}
    found = Header(row)
    first: dict[str, Place] = {}
    for number, cell in sorted(sheet.rows[row].items()):
        title = bare_title(cell.text)
        if title in first:
            values = {"found": title, "first": letter(first[title].column)}
            found.problems.append(Problem("column-twice", cell.place, values))
        elif title in known:
            found.columns[number], first[title] = known[title], cell.place
        elif title:
            found.problems.append(Problem("column-unknown", cell.place, unknown(title, known)))
    start = Place(next(iter(sheet.rows[row].values())).place.file, row)
    for column in columns:
        if column.required and column.title not in first:
            missing = {"found": column.title, "row": row}
            found.problems.append(Problem("column-missing", start, missing))
    found.problems.extend(untitled(sheet, row))
    return found


def unknown(title: str, known: Collection[str]) -> dict[str, str]:
    """Say which title was probably meant, or which there are."""
    close = difflib.get_close_matches(title, known, n=1, cutoff=0.5)
    near = f"是不是「{close[0]}」？" if close else f"可以有的列：{'、'.join(known)}；别的列请删掉。"
    return {"found": title[:20], "near": near}


def untitled(sheet: Sheet, row: int) -> Iterator[Problem]:
    """Yield the first cell of each column that has values and no title."""
    seen = {number for number, cell in sheet.rows[row].items() if bare_title(cell.text)}
    for below in sorted(one for one in sheet.rows if one > row):
        for number, cell in sorted(sheet.rows[below].items()):
            if number not in seen and INVISIBLE.sub("", cell.text).strip():
                seen.add(number)
                values = {"row": below, "column": letter(number)}
                yield Problem("column-untitled", cell.place, values)


def lines(sheet: Sheet, top: Header) -> Iterator[Line]:
    """Yield the rows below the titles; an empty cell is a null that knows its place."""
    file = next(iter(sheet.rows[top.row].values())).place.file
    keys = {one.key: Place(file, top.row, at) for at, one in top.columns.items() if one.key}
    for row in sorted(one for one in sheet.rows if one > top.row):
        entries: dict[str, Node] = {}
        problems: list[Problem] = []
        for at, column in top.columns.items():
            if column.key:
                cell = sheet.rows[row].get(at) or Cell("", Place(file, row, at))
                entries[column.key], wrong = value(cell, column)
                problems.extend(wrong)
        yield Line(Mapping(entries, keys, Place(file, row)), tuple(problems))


def value(cell: Cell, column: Column) -> tuple[Node, tuple[Problem, ...]]:
    """Return what a cell says, and the problem if it says nothing that can be used."""
    plain = plainly(cell, column.kind, required=column.required)
    if plain.trouble:
        values: dict[str, Any] = {
            "row": cell.place.line,
            "label": column.title,
            "found": plain.found[:40],
        }
        return Scalar(None, cell.place), (Problem(plain.trouble, cell.place, values),)
    parts = [one.strip() for one in BETWEEN_CITES.split(plain.text) if one.strip()]
    if column.kind == "cites" and len(parts) > 1:
        return Sequence(tuple(Scalar(one, cell.place) for one in parts), cell.place), ()
    return Scalar(plain.text or None, cell.place), ()


def letter(column: int) -> str:
    """Name a column as spreadsheets do: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
