"""A table file to its sheets: .csv in UTF-8, GB 18030 or UTF-16, or an .xlsx workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.read.delimited import parse_delimited
from mingbai.read.text import decode_text, read_bytes
from mingbai.read.workbook import disguised, parse_workbook

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from mingbai.read.sheet import Sheet

WORKBOOK = ".xlsx"


def read_sheets(
    path: Path, name: str, titles: Collection[str]
) -> tuple[tuple[Sheet, ...] | None, tuple[Problem, ...]]:
    """Read one file; ``titles`` tell its delimiter. The sheets are None when nobody can read it.

    Spreadsheets write GB 18030 and UTF-16 unasked, so that is no notice here as it is of records.
    """
    raw, problems = read_bytes(path, name)
    if raw is None:
        return None, problems
    if path.suffix.lower() == WORKBOOK:
        return parse_workbook(raw, name)
    why = disguised(raw)
    if why:
        return None, (Problem("table-unreadable", Place(name), {"why": why}),)
    text, problems = decode_text(raw, name)
    if text is None:
        return None, problems
    sheet, problems = parse_delimited(text, name, titles)
    return (sheet,) if sheet is not None else None, problems
