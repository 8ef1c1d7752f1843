"""Rules of privacy between records: each text of a record is judged for where it goes.

What is found is never shown whole: a report is copied into chats and mails.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from mingbai.checks.texts_of import files, values
from mingbai.model.case import Case
from mingbai.model.region import Region
from mingbai.privacy.gate import judge
from mingbai.privacy.told import code_of, problems_of, told
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.case import PrivacyExcuse
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.privacy.contexts import Context
    from mingbai.privacy.finding import Finding

CALLED = frozenset({"privacy-telephone"})
"""Codes that a region's record does not get: its telephones are there to be called."""


class Told(NamedTuple):
    """A finding in a case, with its line, the mark of its line, and what it is called there."""

    found: Finding
    text: str
    place: Place
    passage: str

    @property
    def kind(self) -> str:
        """Return what an excuse calls it."""
        return code_of(self.found).removeprefix("privacy-").removesuffix("-near")


def records(library: Library, scope: Scope) -> Iterator[Problem]:
    """No value and no comment of a record tells of one person."""
    for record in files(library):
        if isinstance(record, Case):
            continue
        region = isinstance(record, Region)
        context: Context = "contact" if region else "policy"
        for text, place in values(record.node):
            for one in once(text, place, context):
                if not (region and one.code in CALLED):
                    yield one
        for comment in record.node.comments:
            yield from once(comment.text or "", comment.place, "comment")


def once(text: str, place: Place, context: Context) -> Iterator[Problem]:
    """Yield a problem for each kind of finding in a value, at the place of the value."""
    seen = set[str]()
    for one in problems_of(judge(text, context), text, Place(place.file, 0)):
        if one.code not in seen:
            seen.add(one.code)
            yield Problem(one.code, place, one.values)


def stories(library: Library, scope: Scope) -> Iterator[Problem]:
    """A case tells of nobody; a warning that somebody has looked at is excused, line by line."""
    for case in library.cases:
        excused = {(one.kind, one.passage) for one in case.privacy_ok}
        seen = set[tuple[str, Place]]()
        for one in findings(case):
            code = "privacy-name" if one.kind == "name" else code_of(one.found)
            warned = one.found.level == "warn"
            if (code, one.place) in seen or (warned and (one.kind, one.passage) in excused):
                continue
            seen.add((code, one.place))
            excuse = excuse_for(one) if warned else ""
            yield Problem(code, one.place, told(one.found, one.text, excuse=excuse))


def excuses(library: Library, scope: Scope) -> Iterator[Problem]:
    """An excuse is about a line that is still there, word for word."""
    for case in library.cases:
        alive = {(one.kind, one.passage) for one in findings(case) if one.found.level == "warn"}
        for excuse in case.privacy_ok:
            if (excuse.kind, excuse.passage) not in alive:
                yield dead(excuse)


def dead(excuse: PrivacyExcuse) -> Problem:
    """Return the problem of an excuse that excuses nothing."""
    return Problem("privacy-excuse-dead", excuse.at("passage"), {"passage": excuse.passage})


def findings(case: Case) -> Iterator[Told]:
    """Yield everything found in a case: its values, its comments, and its story as one text."""
    for text, place in values(case.node):
        for found in judge(text, "case").findings:
            yield Told(found, text, place, passage(text))
    for comment in case.node.comments:
        text = comment.text or ""
        for found in judge(text, "comment").findings:
            yield Told(found, text, comment.place, passage(text))
    lines = case.body.split("\n")
    for found in judge(case.body, "case").findings:
        number = case.body.count("\n", 0, found.start)
        place = Place(case.at().file, case.body_line + number)
        yield Told(found, case.body, place, passage(lines[number]))


def passage(line: str) -> str:
    """Return the mark of a line: the same words, the same mark; blanks do not count."""
    return hashlib.sha256("".join(line.split()).encode()).hexdigest()[:8]


def excuse_for(one: Told) -> str:
    """Say how a warning is excused."""
    return (
        f"核过没有问题的，在案例开头写：privacy_ok: [{{kind: {one.kind}, passage: {one.passage}, "
        "reason: 为什么可以, by: 谁核的, on: 核对日期}]。"
    )
