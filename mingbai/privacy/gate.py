"""The gate itself: a text and where it goes, to a verdict with offsets into the text as given."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from mingbai.privacy.contexts import RULES
from mingbai.privacy.finding import Finding, Verdict, apart
from mingbai.privacy.numbers import CODES, in_plain, private_numbers
from mingbai.privacy.persons import persons
from mingbai.privacy.plain import attributes, plainly, tags
from mingbai.privacy.published import marks
from mingbai.privacy.telephones import HEAD, is_public

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.contexts import Context, Rules
    from mingbai.privacy.finding import Kind
    from mingbai.privacy.plain import Plain
    from mingbai.privacy.published import Marks

LINK = re.compile(r"[\"']?[^<>]{0,400}>([^<\n]{2,20})</a", re.IGNORECASE)
"""What a link says; behind the last of its attributes."""

KINDS: dict[str, Kind] = {code: kind for kind, code in CODES.items()}


def judge(text: str, context: Context) -> Verdict:
    """Judge a text that goes to a context; the findings come in the order of the text."""
    rules, plain = RULES[context], plainly(text)
    found, linked = list(judged(plain, rules)), list[Finding]()
    for start, end in attributes(text):
        until = bisect_left(plain.starts, start)
        link = LINK.match(text, end)
        lead = plain.text[max(0, until - HEAD) : until] + (link[1] if link else "")
        inside = judged(plainly(text[start:end]), rules, lead)
        linked.extend(one._replace(start=one.start + start, end=one.end + start) for one in inside)
    for start, end in tags(text):
        inside = persons(plainly(text[start:end]).text, rules, ())
        linked.extend(one._replace(start=one.start + start, end=one.end + start) for one in inside)
    if any(one.kind == "telephone" for one in linked):
        public = set(public_numbers(plain.text))
        linked = [one for one in linked if digits(text[one.start : one.end]) not in public]
    return Verdict(tuple(sorted({*found, *linked})))


def judge_numbers(text: str) -> Iterator[Finding]:
    """Yield the identity, card and mobile numbers of a page, its attributes included."""
    for first, last in ((0, len(text)), *attributes(text)):
        for code, (start, end) in private_numbers(text[first:last]):
            yield Finding(first + start, first + end, "block", KINDS[code])


def public_numbers(plain: str) -> Iterator[str]:
    """Yield the digits of the telephones that a text shows as an office's: its links may too."""
    for one in in_plain(plain):
        if one.kind == "telephone" and is_public(plain, one.start, one.end):
            yield digits(plain[one.start : one.end])


def digits(shown: str) -> str:
    """Return the digits of a number as it is written."""
    return "".join(filter(str.isdigit, shown))


def judged(plain: Plain, rules: Rules, lead: str = "") -> Iterator[Finding]:
    """Yield the findings of a text without looking into its tags; ``lead`` is read before it."""
    shown = marks(plain.text) if rules.publishes else None
    found = apart(in_plain(plain.text))
    numbers = [one for one in found if counts(one, plain.text, lead, shown)]
    for one in (*numbers, *persons(plain.text, rules, numbers)):
        start, end = plain.span(one.start, one.end)
        yield Finding(start, end, one.level, one.kind)


def counts(found: Finding, plain: str, lead: str, shown: Marks | None) -> bool:
    """Tell whether a number found is too much here: some telephones are there to be called."""
    if found.kind == "telephone" and is_public(plain, found.start, found.end, lead):
        return False
    telephone = found.kind in {"telephone", "mobile"}
    return shown is None or not (telephone and shown.at(found.start))
