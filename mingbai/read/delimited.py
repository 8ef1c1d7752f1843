"""CSV text to a sheet: comma, tab, semicolon; quotes that do not close are a problem."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.read.cells import Cell
from mingbai.read.sheet import HEADER_WITHIN, Sheet, bare_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

DELIMITERS = (",", "\t", ";", "，", "|")


def parse_delimited(
    text: str, name: str, titles: Collection[str]
) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Read a file with the delimiter by which most ``titles`` are found; rows count as in Excel."""
    delimiter = max(DELIMITERS, key=lambda one: titles_found(text, one, titles))
    rows: dict[int, dict[int, Cell]] = {}
    number = 0
    try:
        for number, values in enumerate(records(text, delimiter), 1):
            cells = {
                column: Cell(value, Place(name, number, column))
                for column, value in enumerate(values, 1)
                if value.strip()
            }
            if cells:
                rows[number] = cells
    except csv.Error:
        return None, (Problem("table-quote", Place(name, number + 1), {"row": number + 1}),)
    return Sheet("", rows), ()


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the values of each row, an empty list for an empty one."""
    source = io.StringIO(text, newline="")
    return csv.reader(source, delimiter=delimiter, strict=True, skipinitialspace=True)


def titles_found(text: str, delimiter: str, titles: Collection[str]) -> int:
    """Count the titles that a delimiter brings to light in the first rows."""
    most = 0
    try:
        for values in islice(records(text, delimiter), HEADER_WITHIN):
            most = max(most, sum(1 for one in values if bare_title(one) in titles))
    except csv.Error:
        return most
    return most
