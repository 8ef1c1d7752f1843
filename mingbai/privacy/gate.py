"""The gate itself: a text and where it goes, to a verdict with offsets into the text as given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.privacy.contexts import RULES
from mingbai.privacy.finding import Finding, Verdict, apart
from mingbai.privacy.numbers import CODES, in_plain, private_numbers
from mingbai.privacy.persons import persons
from mingbai.privacy.plain import attributes, plainly
from mingbai.privacy.telephones import is_public, may_publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.contexts import Context, Rules
    from mingbai.privacy.finding import Kind

KINDS: dict[str, Kind] = {code: kind for kind, code in CODES.items()}


def judge(text: str, context: Context) -> Verdict:
    """Judge a text that goes to a context; the findings come in the order of the text."""
    rules = RULES[context]
    found = list(judged(text, rules))
    for start, end in attributes(text):
        inside = judged(text[start:end], rules)
        found.extend(one._replace(start=one.start + start, end=one.end + start) for one in inside)
    return Verdict(tuple(sorted(set(found))))


def judge_numbers(text: str) -> Iterator[Finding]:
    """Yield the identity, card and mobile numbers of a page, its attributes included."""
    for first, last in ((0, len(text)), *attributes(text)):
        for code, (start, end) in private_numbers(text[first:last]):
            yield Finding(first + start, first + end, "block", KINDS[code])


def judged(text: str, rules: Rules) -> Iterator[Finding]:
    """Yield the findings of a text without looking into its tags."""
    plain = plainly(text)
    numbers = [one for one in apart(in_plain(plain.text)) if counts(one, plain.text, rules)]
    for one in (*numbers, *persons(plain.text, rules, numbers)):
        start, end = plain.span(one.start, one.end)
        yield Finding(start, end, one.level, one.kind)


def counts(found: Finding, plain: str, rules: Rules) -> bool:
    """Tell whether a number found is too much here: some telephones are there to be called."""
    if found.kind == "telephone" and is_public(plain, found.start, found.end):
        return False
    marked = rules.publishes and found.kind in {"telephone", "mobile"}
    return not (marked and may_publish(plain))
