"""Rules of days: those told in sentences exist, those of records fit one another and the build's.

Fields that hold a day are read elsewhere; here are the ones that people write in words.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from mingbai.checks.ranges import FIRST_YEAR, YEARS_AHEAD
from mingbai.checks.texts_of import case_lines, contacts, labels, reader_texts
from mingbai.model.citation import number_of
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Place

HAN = "[一二三四五六七八九十]{1,3}"
DAY = re.compile(
    rf"(?:(?P<year>[0-9]{{4}})\s*年\s*)?(?<![0-9])(?P<month>[0-9]{{1,2}}|{HAN})\s*月(?:份)?\s*"
    rf"(?P<day>[0-9]{{1,2}}|{HAN})\s*[日号]"
)
ISO = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})(?![0-9])"
)
YEAR = re.compile(r"(?<![0-9])([0-9]{4})\s*年")
LEAP_YEAR = 2024
TIMED = re.compile("月|星期|礼拜|[0-9]{4}")
MEASURED = re.compile("岁|[0-9]")
"""What stands in every text that the longer patterns fit: most texts have neither."""

AGE = re.compile(r"([0-9]{2,4}|[一二三四五六七八九]百[零一二三四五六七八九十]*)\s*(?:周?岁)")
OLDEST = 120
NO_MONTH = re.compile(r"(?<![0-9])(?:1[3-9]|[2-9][0-9]|00?)\s*月(?!龄)|(?:星期|礼拜)[八九十0089]")
SHARE = re.compile(r"(?<![0-9.])[5-9][0-9]{2,}\s*[%％]|(?<![0-9.])[1-9][0-9]{3,}\s*[%％]")
MIXED = re.compile("[0-9][一二两三四五六七八九十百]+[个人岁天月年日次户]")
CLOCK = re.compile(r"(?<![0-9:：])([0-9]{1,2})[:：]([0-9]{2})(?![0-9:：])")
LAST_HOUR, LAST_MINUTE = 24, 59
SOON = 2
"""Years within which a record is looked at again, at the very latest."""


def told(library: Library) -> Iterator[tuple[str, Place]]:
    """Yield what people read: sentences, names, stories, hours."""
    for text, place, _ in (*reader_texts(library), *labels(library)):
        yield text, place
    yield from case_lines(library)
    yield from contacts(library)


def days(library: Library, scope: Scope) -> Iterator[Problem]:
    """A day in a sentence stands in the calendar, and its year is one of ours."""
    for text, place in told(library):
        if not TIMED.search(text):
            continue
        for found in (*DAY.finditer(text), *ISO.finditer(text)):
            if not exists(found):
                yield Problem("no-such-day-told", place, {"found": found[0]})
        for found in NO_MONTH.finditer(text):
            yield Problem("no-such-day-told", place, {"found": found[0]})
        for found in YEAR.finditer(text):
            if not FIRST_YEAR <= int(found[1]) <= scope.as_of.year + YEARS_AHEAD:
                yield Problem("date-strange", place, {"found": found[0]})


def exists(found: re.Match[str]) -> bool:
    """Tell whether a day is one; without a year it may be the 29th of February."""
    try:
        year = int(found["year"] or LEAP_YEAR)
        date(year, number_of(found["month"]), number_of(found["day"]))
    except ValueError:
        return False
    return True


def numbers(library: Library, scope: Scope) -> Iterator[Problem]:
    """Nobody is older than 120, and a clock has 24 hours of 60 minutes."""
    for text, place in told(library):
        if not MEASURED.search(text):
            continue
        for found in AGE.finditer(text):
            if number_of(found[1]) > OLDEST:
                yield Problem("number-strange", place, {"found": found[0]})
        for found in (*SHARE.finditer(text), *MIXED.finditer(text)):
            yield Problem("number-strange", place, {"found": found[0]})
        for found in CLOCK.finditer(text):
            if int(found[1]) > LAST_HOUR or int(found[2]) > LAST_MINUTE:
                yield Problem("number-strange", place, {"found": found[0]})


def future(library: Library, scope: Scope) -> Iterator[Problem]:
    """What somebody did, they did before the build's date."""
    for case in library.cases:
        if case.consent and case.consent.on > scope.as_of:
            yield Problem("consent-later", case.consent.at("on"), {"found": case.consent.on})
        for excuse in case.privacy_ok:
            if excuse.on > scope.as_of:
                values = {"label": "核对日期", "found": excuse.on}
                yield Problem("day-later", excuse.at("on"), values)
    for region in library.regions:
        for one in (value for figure in region.figures for value in figure.values):
            if one.last_seen and one.last_seen > scope.as_of:
                values = {"label": "最近见报日期", "found": one.last_seen}
                yield Problem("day-later", one.at("last_seen"), values)


def order(library: Library, scope: Scope) -> Iterator[Problem]:
    """First comes a document, then its force, then the changes by it; a review before the next."""
    for one in library.legal_basis.documents:
        early = one.issued_on and one.effective_from and one.effective_from < one.issued_on
        if early and "修" not in (one.note or "") + one.title:
            values: dict[str, Any] = {"found": one.effective_from, "issued": one.issued_on}
            yield Problem("document-order", one.at("effective_from"), values)
    for policy in library.policies:
        review = policy.review
        if review.on and review.next_by and review.next_by <= review.on:
            yield Problem("review-order", review.at("next_by"), {"found": review.next_by})
        elif review.next_by and SOON < review.next_by.year - scope.as_of.year <= YEARS_AHEAD:
            values = {"found": review.next_by, "years": review.next_by.year - scope.as_of.year - 1}
            yield Problem("review-far", review.at("next_by"), values)
        for change in policy.changes:
            for cite in change.cite:
                document = library.documents.get(cite.document)
                start = document.effective_from if document else None
                if start and change.on < start:
                    values = {"found": change.on, "document": cite.document, "day": start}
                    yield Problem("change-early", change.at("on"), values)
