"""Rules of what numbers and days can be at all: a slip of the finger is no time limit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.texts_of import record_values
from mingbai.model.statement import TimeLimit
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.base import Record
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.region import Bureau, LocalPolicy, Township
    from mingbai.model.scope import Scope

MOST = {"小时": 720, "日": 1100, "工作日": 500, "个月": 60}
"""No procedure takes longer: three years in days, two in working days."""

MOST_SHOWN = 60
"""Days that something hangs on a board."""

FIRST_YEAR = 1949
YEARS_AHEAD = 15
ISO_DAY = re.compile(r"([0-9]{4})-[0-9]{2}-[0-9]{2}")
TOWNSHIP_DIGITS = 9
TYPED_BLINDLY = re.compile(r"-(?:([0-9])\1{6,7}|12345678?|76543210?|87654321)$")


def limits(library: Library, scope: Scope) -> Iterator[Problem]:
    """A time limit is at least one, and no longer than any procedure takes."""
    local = [one for region in library.regions for one in region.policies]
    owners: list[Policy | LocalPolicy] = [*library.policies, *local]
    for owner in owners:
        for step in owner.steps:
            limit = step.time_limit
            if isinstance(limit, TimeLimit):
                yield from within(limit, "n", limit.n, MOST[limit.unit])
                yield from within(limit, "up_to", limit.up_to, MOST[limit.unit])
        for shown in owner.notice:
            yield from within(shown, "days", shown.days, MOST_SHOWN)


def within(record: Record, key: str, number: int | None, most: int) -> Iterator[Problem]:
    """Yield a problem for a number of days that cannot be meant."""
    if number == 0:
        yield Problem("limit-zero", record.at(key))
    elif number and number > most:
        yield Problem("limit-long", record.at(key), {"found": number, "most": most})


def days(library: Library, scope: Scope) -> Iterator[Problem]:
    """A day lies between the first laws of the republic and a few years from now."""
    for text, place in record_values(library):
        found = ISO_DAY.fullmatch(text)
        if found and not FIRST_YEAR <= int(found[1]) <= scope.as_of.year + YEARS_AHEAD:
            yield Problem("date-strange", place, {"found": text})


def townships(library: Library, scope: Scope) -> Iterator[Problem]:
    """A township has a code of nine digits: twelve are a village's."""
    for region in library.regions:
        for one in region.townships:
            inside = one.code.startswith(region.division_code) and one.code != region.division_code
            if inside and len(one.code) != TOWNSHIP_DIGITS:
                yield Problem("township-digits", one.at("code"), {"found": one.code})


def telephones(library: Library, scope: Scope) -> Iterator[Problem]:
    """A telephone is one that rings: not one key pressed seven times, nor one after the other."""
    for region in library.regions:
        desks: list[Bureau | Township] = [*region.bureaus, *region.townships]
        for one in desks:
            if one.phone and TYPED_BLINDLY.search(one.phone.number):
                values = {"found": one.phone.number}
                yield Problem("telephone-strange", one.phone.at("number"), values)


def figures(library: Library, scope: Scope) -> Iterator[Problem]:
    """A value that begins later is not shown until then, which somebody should know."""
    for region in library.regions:
        for figure in region.figures:
            for value in figure.values:
                if value.value is not None and value.start > scope.as_of:
                    found = {"found": value.start}
                    yield Problem("figure-later", value.at("effective_from"), found)
                elif value.published_on and value.published_on > scope.as_of:
                    found = {"found": value.published_on}
                    yield Problem("figure-later", value.at("published_on"), found)
