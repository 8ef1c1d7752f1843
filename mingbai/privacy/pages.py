"""The last look at the finished site: no number of a person in any page, wherever it came from.

Names are not looked for: they come from records and pages that have been judged already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.finding import Finding, Verdict
from mingbai.privacy.gate import judge_numbers
from mingbai.privacy.told import problems_of
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


def private_pages(site: Path, published: Collection[str]) -> Iterator[Problem]:
    """Yield the private numbers in the pages below a folder, but for telephones ``published``."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        found = tuple(one for one in judge_numbers(text) if digits(text, one) not in published)
        place = Place(f"{site.name}/{path.relative_to(site).as_posix()}")
        yield from problems_of(Verdict(found), text, place)


def digits(text: str, found: Finding) -> str:
    """Return the digits of a finding."""
    return re.sub(r"\D", "", text[found.start : found.end])
