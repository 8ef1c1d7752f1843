"""Rules of labels: names, units and titles have room for so many characters on every form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.texts_of import reader_texts
from mingbai.model.figures import REFERENCE
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.base import Record
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

POLICY = {"name": 30, "short_name": 12}
DESK = {"name": 60}
FIGURE = {"label": 40, "unit": 15}
STEP = {"actor": 40, "do": 90, "where": 60, "time_limit": 40}
QUESTION = {"q": 60}
REGION = {"name": 30, "short_name": 12}
BUREAU = {"name": 40, "duty": 90}
HOTLINE = {"name": 30, "covers": 60}
TOWNSHIP = {"name": 30, "window": 90}
CASE = {"title": 45}
EVENT = {"name": 20, "hint": 60}
"""Characters, a third to twice what the longest real ones have: a form gives way before that."""

MOST_STEPS = 15
UNBREAKABLE = re.compile(r"[A-Za-z0-9_.:/-]{25,}")
"""Letters without a place to break the line: wider than a column of a sheet."""


def lengths(library: Library, scope: Scope) -> Iterator[Problem]:
    """A name, a unit, a step or a title is no longer than its place."""
    for policy in library.policies:
        yield from within(policy, POLICY)
        yield from within(policy.accepts, DESK)
        yield from within(policy.decides, DESK)
        yield from (one for each in policy.figures for one in within(each, FIGURE))
        yield from (one for each in policy.steps for one in within(each, STEP))
        yield from (one for each in policy.faq for one in within(each, QUESTION))
        if len(policy.steps) > MOST_STEPS:
            values = {"found": len(policy.steps), "most": MOST_STEPS}
            yield Problem("steps-many", policy.steps[MOST_STEPS].at("do"), values)
    for region in library.regions:
        yield from within(region, REGION)
        for records, most in (
            (region.bureaus, BUREAU),
            (region.hotlines, HOTLINE),
            (region.townships, TOWNSHIP),
        ):
            yield from (one for each in records for one in within(each, most))
    yield from (one for case in library.cases for one in within(case, CASE))
    yield from (one for event in library.life_events.events for one in within(event, EVENT))


def within(record: Record, longest: dict[str, int]) -> Iterator[Problem]:
    """Yield the labels of a record that are too long for their places."""
    for key, most in longest.items():
        text = getattr(record, key)
        if isinstance(text, str) and len(text) > most:
            values = {"length": len(text), "most": most}
            yield Problem("label-long", record.at(key), values)


def words(library: Library, scope: Scope) -> Iterator[Problem]:
    """Letters and digits in a row leave room to break the line."""
    for text, place, _ in reader_texts(library):
        found = UNBREAKABLE.search(REFERENCE.sub("", text))
        if found:
            yield Problem("word-long", place, {"found": f"{found[0][:12]}…"})
