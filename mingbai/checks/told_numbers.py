"""Numbers as the article has them: days, ages, shares of a sentence stand in what it rests on.

Comes in: statements and the official texts. Goes out: 提醒 for a number that no cited place has;
a person compares them, for it may come from a document that is not cited.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.modal import cited_words
from mingbai.checks.ranges import MOST
from mingbai.model.citation import number_of
from mingbai.model.figures import REFERENCE
from mingbai.model.statement import TimeLimit
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mingbai.model.base import Record
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.region import LocalPolicy
    from mingbai.model.scope import Scope
    from mingbai.read.official_text import OfficialText

    Texts = Callable[[str], OfficialText | None]
    Amount = tuple[str, str]

NUMBER = "[0-9]{1,9}(?:\\.[0-9]{1,4})?|[零一二两三四五六七八九十百]{1,7}"
COUNTED = re.compile(
    rf"(?<![第、0-9.])(?P<number>{NUMBER})\s*个?\s*"
    r"(?P<unit>工作日|日|天|月(?!份)|小时|年|周年|周岁|岁|倍|次|人|户|%|％)"
    rf"|百分之(?P<share>{NUMBER})"
)
CALENDAR = re.compile(
    r"(?:[0-9]{4}\s*年\s*)?[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|[0-9]{4}\s*年(?:\s*[0-9]{1,2}\s*月)?"
)
"""Days of the calendar, which count nothing."""

UNITS = {"天": "日", "周年": "年", "岁": "周岁", "％": "%"}
ALSO = {("12", "月"): ("1", "年"), ("24", "小时"): ("1", "日")}
ONCE = frozenset({("1", "次"), ("1", "人"), ("1", "户"), ("1", "年"), ("1", "日")})
"""What people say without counting."""

SPOKEN = ("text", "short", "do", "a", "time_limit")
SHOWN_FOR = re.compile(
    rf"公示期?[^，。；]{{0,4}}?(?P<number>{NUMBER})\s*个?\s*(?P<unit>工作日|日|天)"
)


def amount(found: re.Match[str]) -> Amount:
    """Return a number in digits and its unit, however they are written."""
    parts = found.groupdict()
    number, unit = parts.get("share") or parts["number"], parts["unit"] or "%"
    return in_digits(number), UNITS.get(unit, unit)


def in_digits(number: str) -> str:
    """Write a number in digits; 两 counts as 二."""
    if number[0].isdigit():
        return number.removesuffix(".0")
    return str(number_of(number.replace("两", "二")))


def counted(text: str) -> dict[Amount, str]:
    """Return what a text counts, each with the words it is written in."""
    told = CALENDAR.sub("", REFERENCE.sub("", text))
    return {amount(one): one[0] for one in COUNTED.finditer(told)}


def owners(library: Library) -> Iterator[Policy | LocalPolicy]:
    """Yield the policies, and what regions add to them."""
    yield from library.policies
    yield from (one for region in library.regions for one in region.policies)


def shown(library: Library, scope: Scope) -> Iterator[Problem]:
    """The days that something hangs on a board are those that the sentences tell."""
    for owner in owners(library):
        days = {(str(one.days), one.unit) for one in owner.notice if one.days}
        for one in owner.notice:
            found = one.days and SHOWN_FOR.search(one.text)
            if found and amount(found) != (str(one.days), one.unit):
                yield differs(one, "days", found[0], (str(one.days), one.unit))
        for step in owner.steps:
            for key in ("do", "short", "time_limit"):
                text = getattr(step, key)
                found = SHOWN_FOR.search(text) if isinstance(text, str) and days else None
                if found and amount(found) not in days:
                    yield differs(step, key, found[0], min(days))


def differs(record: Record, key: str, told: str, days: Amount) -> Problem:
    """Return the problem of two numbers of days for one thing."""
    return Problem("notice-days", record.at(key), {"told": told, "days": days[0], "unit": days[1]})


def compared(library: Library, texts: Texts) -> Iterator[Problem]:
    """Yield the time limits and the numbers in sentences that no cited place has."""
    for owner in owners(library):
        for record, cites in owner.citations():
            words = cited_words(cites, texts)
            if words:
                yield from not_cited(record, counted(words))


def not_cited(record: Record, known: dict[Amount, str]) -> Iterator[Problem]:
    """Yield the numbers of a record that are not among those of its article."""
    limit = getattr(record, "time_limit", None)
    if isinstance(limit, TimeLimit) and known:
        unit = limit.unit.removeprefix("个")
        numbers = [one for one in (limit.n, limit.up_to) if one]
        for number in numbers if max(numbers, default=0) <= MOST[limit.unit] else ():
            if (str(number), unit) not in known:
                values = {"found": f"{number} {limit.unit}", "known": "、".join(known.values())}
                yield Problem("limit-not-cited", record.at("time_limit"), values)
    for key in SPOKEN:
        text = getattr(record, key, None)
        for one, words in counted(text).items() if isinstance(text, str) else ():
            if one not in known and one not in ONCE and ALSO.get(one) not in known:
                yield Problem("number-not-cited", record.at(key), {"found": words})
