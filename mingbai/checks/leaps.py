"""Rules of a figure's size: against the one before, the one above, and what can be at all.

A standard goes up a few percent a year: ten times of it is a slip of the finger, on every sheet.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mingbai.model.figures import FigureRow
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from mingbai.model.figures import Figure, FigureName, FigureValue
    from mingbai.model.library import Library
    from mingbai.model.region import Region
    from mingbai.model.scope import Scope

LARGEST = 10_000_000
"""What nobody gets: the pension for a martyr's family, the largest, is a tenth of it."""

LEAP = 2
"""How many times the value before, or how small a part of it, no standard becomes in a year."""

SAME_VALUE = "上一期"
CITY, RURAL = "-city", "-rural"


def sizes(library: Library, scope: Scope) -> Iterator[Problem]:
    """A value is above zero, and no number that somebody kept a finger on."""
    for region in library.regions:
        for figure in region.figures:
            for one in figure.values:
                if one.value == 0:
                    yield Problem("figure-zero", one.at("value"))
                elif one.value is not None and one.value >= LARGEST:
                    yield Problem("figure-large", one.at("value"), {"found": plain(one.value)})
                elif one.value != rounded(one.value):
                    yield Problem("number-strange", one.at("value"), {"found": plain(one.value)})


def rounded(value: Decimal | None) -> Decimal | None:
    """Return a value in whole cents: nobody is paid less, and no share is told finer."""
    return None if value is None else round(value, 2)


def leaps(library: Library, scope: Scope) -> Iterator[Problem]:
    """A value is near the one before it; the first of a region near that of the region above."""
    for region in library.regions:
        for figure in region.figures:
            yield from one_figure(figure, above(library, region, figure.name))


def one_figure(figure: Figure, higher: FigureValue | None) -> Iterator[Problem]:
    """Yield the values of a figure that leap."""
    before, against = higher, "上级地区数值"
    for one in figure.values:
        if not one.value:
            continue
        if before is not None and before is not one and before.value:
            ratio = one.value / before.value
            if ratio >= LEAP or ratio * LEAP <= 1:
                values = {"found": plain(one.value), "before": plain(before.value)}
                values |= {"against": against, "times": times(ratio)}
                yield Problem("figure-leap", one.at("value"), values)
        before, against = one, SAME_VALUE


def above(library: Library, region: Region, name: str) -> FigureValue | None:
    """Return the latest known value that the regions above give for a figure."""
    figure = library.figure(name, region.parent) if region.parent else None
    known = [one for one in figure.values if one.value] if figure else []
    return known[-1] if known else None


def times(ratio: Decimal) -> str:
    """Say how many times, or which part: 10.6 倍, 十分之一 is 0.1 倍."""
    return f"{ratio:.1f} 倍" if ratio >= 1 else f"{ratio:.2f} 倍"


def plain(value: Decimal | None) -> str:
    """Write a value as people do, without an exponent."""
    return f"{value or 0:f}"


def pairs(library: Library, scope: Scope) -> Iterator[Problem]:
    """A rural standard is not above the urban one: two rows were taken for one another."""
    for region in library.regions:
        last = {one.name: one.values[-1] for one in region.figures}
        for name, rural in last.items():
            city = last.get(name.removesuffix(RURAL) + CITY)
            if name.endswith(RURAL) and city and city.value and (rural.value or 0) > city.value:
                values = {"rural": plain(rural.value), "city": plain(city.value)}
                yield Problem("figure-swapped", rural.at("value"), values)


def rows(library: Library, scope: Scope) -> Iterator[Problem]:
    """A row of a table still has the unit and the label of its figure."""
    named = {one.name: one for policy in library.policies for one in policy.figures}
    for region in library.regions:
        for figure in region.figures:
            for one in figure.values:
                if isinstance(one, FigureRow) and one.name in named:
                    yield from changed(one, named[one.name])


def changed(row: FigureRow, named: FigureName) -> Iterator[Problem]:
    """Yield what a clerk has changed in the columns that only inform."""
    if row.unit and bare(row.unit) != bare(named.unit):
        values = {"row": row.at().line, "found": row.unit, "unit": named.unit}
        yield Problem("figure-row-unit", row.at("unit"), values)
    if row.label and bare(row.label) != bare(named.label):
        values = {"row": row.at().line, "found": row.label, "label": named.label}
        yield Problem("figure-row-label", row.at("label"), {**values, "name": row.name})


def bare(text: str) -> str:
    """Return a label without blanks and full-width forms: a spreadsheet changes those."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
