"""Findings as problems for the report: a code, a place, and masked text.

A file's path may itself hold what is private, so it is masked too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mingbai.privacy.veil import veil
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.finding import Finding, Verdict

SHOWN = 2
"""Characters of a number that a report may show."""

WIDEST = 8
NUMBERS = frozenset({"identity", "document", "card", "mobile", "telephone", "account", "masked"})


def problems_of(
    verdict: Verdict, text: str, place: Place, where: str = "这里"
) -> Iterator[Problem]:
    """Yield a problem for each finding; a place with a line counts the text's lines from there."""
    for one in verdict.findings:
        here = Place(veil(place.file), place.line, place.column)
        if place.line:
            line = text.count("\n", 0, one.start)
            column = one.start - (text.rfind("\n", 0, one.start) + 1) + 1
            here = replace(here, line=place.line + line, column=column)
        yield Problem(code_of(one), here, told(one, text, where))


def told(found: Finding, text: str, where: str = "这里", excuse: str = "") -> dict[str, str]:
    """Return the values of a finding's problem."""
    return {"where": where, "found": masked(found, text), "excuse": excuse}


def code_of(found: Finding) -> str:
    """Return the code of a finding's problem; what only warns of an identity number is another."""
    if found.kind == "name":
        return "privacy-name-near"
    mistyped = found.kind in {"identity", "card"} and found.level == "warn"
    return "privacy-mistyped" if mistyped else f"privacy-{found.kind}"


def masked(found: Finding, text: str) -> str:
    """Return what was found as a report may show it."""
    part = text[found.start : found.end]
    kept = SHOWN if found.kind in NUMBERS else 1
    bare = "".join(part.split())
    return f"{bare[:kept]}{'×' * min(max(len(bare) - kept, 1), WIDEST)}"
