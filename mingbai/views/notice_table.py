"""The table of a notice-board sheet: only columns that an article allows, figures made to align."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mingbai.views.person_name import shown_name

if TYPE_CHECKING:
    from decimal import Decimal

    from mingbai.notices.permit import Permit
    from mingbai.notices.row import Row

Key = Literal["number", "name", "people", "opinion", "amount", "unit"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``figures`` are set flush right so that their digits stand below each other."""

    key: Key
    label: str
    figures: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One row as printed; ``owner`` is the cell of the list with its name."""

    owner: str
    cells: tuple[str, ...]


def columns(allowed: Permit, rows: tuple[Row, ...]) -> tuple[Column, ...]:
    """Return the columns: number and name, then what the article names.

    A unit that all amounts share stands in the head of their column.
    """
    units = {row.unit for row in rows}
    unit = f"（{units.pop()}）" if len(units) == 1 else ""
    shown: list[Column] = [
        Column("number", "序号", figures=True),
        Column("name", "申请人", figures=False),
    ]
    if "家庭人数" in allowed.shows:
        shown.append(Column("people", "家庭人数", figures=True))
    if allowed.kind == "公示":
        shown.append(Column("opinion", "初审意见", figures=False))
    if allowed.kind == "公布" and "金额" in allowed.shows:
        shown.append(Column("amount", f"金额{unit}", figures=True))
        shown.extend(() if unit else (Column("unit", "单位", figures=False),))
    return tuple(shown)


def table_lines(
    rows: tuple[Row, ...], shown: tuple[Column, ...], *, whole_names: bool
) -> tuple[Line, ...]:
    """Return the rows as printed, numbered from 1."""
    cents = any(row.amount is not None and row.amount % 1 for row in rows)
    lines: list[Line] = []
    for number, row in enumerate(rows, start=1):
        words: dict[Key, str] = {
            "number": str(number),
            "name": shown_name(row.name, whole=whole_names),
            "people": str(row.people or ""),
            "opinion": row.opinion or "",
            "amount": amount_words(row.amount, cents=cents),
            "unit": row.unit or "",
        }
        lines.append(Line(row_owner(row), tuple(words[column.key] for column in shown)))
    return tuple(lines)


def amount_words(amount: Decimal | None, *, cents: bool) -> str:
    """Write an amount; where one of a list has cents, all have two places."""
    if amount is None:
        return ""
    return f"{amount:.2f}" if cents else f"{amount:.0f}"


def row_owner(row: Row, key: str = "name") -> str:
    """Return what a cell of the list is called in the sheet: its line in the file, and its key."""
    return f"{row.at().line}:{key}"
