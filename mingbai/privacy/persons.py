"""What points at one person: a name beside something, a birth date, a house, a household.

A name and what stands beside it belong together within a line and some characters.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mingbai.privacy import conditions
from mingbai.privacy.beside import NEAR, PARAGRAPH, beside, dated, surroundings, told_in_table
from mingbai.privacy.births import births
from mingbai.privacy.finding import Finding
from mingbai.privacy.masked import masked_numbers
from mingbai.privacy.names import full_names
from mingbai.privacy.places import houses, villages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mingbai.privacy.contexts import Rules
    from mingbai.privacy.plain import Span

TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{2,3}(?:镇|乡|街道)(?![政办便民政级街党])")
AGE = re.compile(r"[0-9一二三四五六七八九十]{1,3}(?:周?岁)")
FEWEST_AGES = 2
SENTENCES = 120


def persons(plain: str, rules: Rules, numbers: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what points at a person in a plain text, the gravest first."""
    if rules.posted and conditions.NOTICE.search(plain):
        rules = replace(rules, benefit=False, village=False)
    names = sorted(full_names(plain, officials=rules.officials))
    born = sorted({*births(plain), *dated(plain, names)})
    housed = sorted(houses(plain, streets=rules.streets))
    sure = [(one.start, one.end) for one in numbers if one.kind in {"identity", "document"}]
    placed = list(villages(plain))
    pointing = sorted((*placed, *masked_numbers(plain)))
    exact = sorted((*born, *housed, *sure))
    for name in names:
        if beside(plain, name, exact):
            yield Finding(*name, "block", "person")
        elif rules.alone or told_of(plain, name, rules, pointing):
            yield Finding(*name, "warn", "name")
    yield from (Finding(*one, "warn", "birth") for one in born)
    yield from (Finding(*one, "warn", "house") for one in housed)
    yield from households(plain, placed, rules)
    yield from detailed(plain)


def told_of(plain: str, name: Span, rules: Rules, pointing: Sequence[Span]) -> bool:
    """Tell whether something stands beside a name that may not stand there."""
    around = conditions.JOBS.sub("", surroundings(plain, name))
    if rules.benefit and rules.village:
        around += conditions.JOBS.sub("", told_in_table(plain, name))
    bare = conditions.OF_BENEFITS.sub("", around)
    if any(
        one.search(bare) for one in (conditions.KEPT_SECRET, conditions.CHILD, conditions.EVENT)
    ):
        return True
    if rules.benefit and conditions.HELPED.search(around):
        return True
    return rules.village and beside(plain, name, pointing)


def households(plain: str, placed: Iterable[Span], rules: Rules) -> Iterator[Finding]:
    """Yield combinations that everybody in a village would recognise."""
    for found in conditions.ONLY.finditer(plain):
        around = plain[max(0, found.start() - NEAR) : found.end() + NEAR]
        if not conditions.NOT_ONLY.search(plain, found.start(), found.end() + NEAR) and secret(
            around
        ):
            yield Finding(*found.span(), "warn", "household")
    for start, end in placed:
        around = PARAGRAPH.split(plain[start : end + SENTENCES])[0]
        around = conditions.OF_BENEFITS.sub("", around)
        one = conditions.ONE.search(around)
        if (one and (conditions.KEPT_SECRET.search(around) or conditions.EVENT.search(around))) or (
            rules.benefit
            and one
            and conditions.HELPED.search(around)
            and conditions.FAMILY.search(around)
        ):
            yield Finding(start, end, "warn", "household")


def detailed(plain: str) -> Iterator[Finding]:
    """Yield townships of which a household is told with its illness and the ages of two."""
    for found in TOWNSHIP.finditer(plain):
        around = PARAGRAPH.split(plain[found.start() : found.end() + SENTENCES])[0]
        ages = len(set(AGE.findall(around)))
        if ages >= FEWEST_AGES and conditions.KEPT_SECRET.search(around):
            yield Finding(*found.span(), "warn", "household")


def secret(around: str) -> bool:
    """Tell whether some words tell of an illness or of help."""
    return bool(conditions.KEPT_SECRET.search(around) or conditions.HELPED.search(around))
