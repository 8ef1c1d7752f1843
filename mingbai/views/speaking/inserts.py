"""What the record gives a line for speaking, as it is said here: figures, time limits, offices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.model.inserts import INSERT
from mingbai.model.statement import TimeLimit
from mingbai.views.amounts import amount
from mingbai.views.speaking.aloud import sum_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from mingbai.model.citation import Citation
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope

APART = re.compile(r"(?<=[，。；：！？、“]) | (?= )|^ ")
"""Blanks that no number needs before it."""

BRACKETED = re.compile("（[^）]*）")
"""What explains an office on paper, and nobody can say."""

UNITS = {"工作日": "个工作日", "日": "天", "小时": "个小时", "个月": "个月"}


def brought(text: str, policy: Policy, library: Library, scope: Scope) -> tuple[Citation, ...]:
    """Return what the inserts of a line rest on here, which its author cannot know."""
    steps = {one.id: one.cite for one in policy.steps if one.id}
    found: list[Citation] = []
    for kind, name, office in INSERT.findall(text):
        if kind == "limit":
            found.extend(steps[name])
        elif kind == "figure":
            value = library.value_in_force(name, scope.region, scope.as_of)
            found.extend((value.cite or ()) if value and value.confirmed_by else ())
        else:
            found.extend(getattr(policy, office).cite)
    return tuple(found)


def filler(policy: Policy, library: Library, scope: Scope) -> Callable[[str], str]:
    """Return what puts a policy's words, as they hold in the region, in place of each insert.

    The check stage has made sure that figure and step are there.
    """
    figures = {one.name: one for each in library.policies for one in each.figures}
    limits = {one.id: one.time_limit for one in policy.steps if one.id}

    def given(kind: str, name: str) -> str:
        if kind == "figure":
            return sum_words(amount(figures[name], library, scope))
        limit = limits[name]
        if not isinstance(limit, TimeLimit):
            return limit or "当地规定的时间"
        return f"{limit.n} {UNITS[limit.unit]}"

    def put(found: re.Match[str]) -> str:
        office = "" if found[1] else BRACKETED.sub("", getattr(policy, found[3]).name)
        words = office or given(found[1], found[2])
        return f" {words}" if words[:1].isdigit() else words

    return lambda text: APART.sub("", INSERT.sub(put, text))
