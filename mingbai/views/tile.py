"""The sheets of a poster glued together: which one this is, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass

ROWS, COLUMNS = 2, 2
PLACES = (("左上", "右上"), ("左下", "右下"))
CUTS = {(0, 0): "不用剪", (0, 1): "剪掉左边", (1, 0): "剪掉上边", (1, 1): "剪掉左边和上边"}
"""What is cut off a sheet, by whether it has others above it and to its left."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: its place, and in words what is cut off and what lies above what."""

    row: int
    column: int
    place: str
    number: str
    what_to_do: str


def tile(row: int, column: int) -> Tile:
    """Return the sheet of a row and a column."""
    number = row * COLUMNS + column + 1
    covered = [
        *(["右边"] if column + 1 < COLUMNS else []),
        *(["下边"] if row + 1 < ROWS else []),
    ]
    glue = f"，{'和'.join(covered)}窄条涂胶" if covered else ""
    return Tile(
        row=row,
        column=column,
        place=PLACES[row][column],
        number=f"{number}/{ROWS * COLUMNS}",
        what_to_do=f"{CUTS[row, column]}{glue}",
    )


def label(one: Tile, copy: int, copies: int) -> str:
    """Return what stands below a sheet: of which poster it is, its place, what to do."""
    which = (f"第 {copy} 份",) if copies > 1 else ()
    return " · ".join((*which, f"{one.place} {one.number}", one.what_to_do))
