"""One policy on paper: its short lines, at most five a box, with what a wall needs around them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.model.base import MOST_SHORT
from mingbai.model.questions import AFTER, AMOUNT, ASK, BRING, NOT_WHO, STEPS, WHO
from mingbai.views.code import WARNING, invitation, printed_address
from mingbai.views.proof import STAMP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.scope import Scope
    from mingbai.views.flow import Days
    from mingbai.views.lines import Line
    from mingbai.views.policy import PolicyView

CLAUSE = re.compile(r"[^，；：。！？]+[，；：。！？]?")
OPEN = "（待核）"
MOST_TITLES = 3
"""Documents that a sheet names."""

MORE = "其余见网页"
MORE_WITHOUT_PAGE = "其余请问窗口"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a box; ``unverified`` lines carry 待核 on a proof."""

    text: str
    unverified: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A question with its short lines; ``more`` is what stands below when there are others."""

    anchor: str
    title: str
    items: tuple[Item, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure; an empty value is a blank line to fill in by hand."""

    label: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One step on the path; ``days`` is set like a figure, ``words`` where there is none.

    ``longest`` says what special cases may take.
    """

    number: int
    actor: str
    text: str
    days: str
    unit: str
    longest: str
    words: str
    unverified: bool


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot: what the code is for, its address or text, the warning, the sources, the date."""

    invitation: str
    address: str
    warning: str
    basis: str
    as_of: str
    unverified: str


@dataclass(frozen=True, slots=True)
class PaperView:
    """One policy as every printed form tells it; what a village adds is a ``LocalCopy``."""

    slug: str
    code: str
    name: str
    short_name: str
    category: str
    region: str
    answer: str
    answer_clauses: tuple[str, ...]
    stamp: str
    who: Box
    not_who: Box
    amount: Box
    sums: tuple[Sum, ...]
    bring: Box
    steps: Box
    stops: tuple[Stop, ...]
    after: Box
    ask: Box
    foot: Foot


def paper_view(policy: PolicyView, scope: Scope, *, proof: bool) -> PaperView:
    """Return a policy on paper. A proof carries the stamp, and marks what nobody has verified."""
    more = MORE if scope.public_url else MORE_WITHOUT_PAGE
    papers = (*policy.bring, *policy.fetched)
    after = tuple(rule.line for rule in policy.rules)
    answer = policy.answer + (OPEN if policy.summary[0].unverified else "")
    return PaperView(
        slug=policy.slug,
        code=policy.code,
        name=policy.name,
        short_name=policy.other_name,
        category=policy.category,
        region=policy.region,
        answer=answer,
        answer_clauses=tuple(CLAUSE.findall(answer)),
        stamp=STAMP if proof else "",
        who=box(WHO.anchor, WHO.title, policy.conditions.all, more, proof=proof),
        not_who=box(
            NOT_WHO.anchor,
            NOT_WHO.title,
            [one.line for one in policy.exclusions.all],
            more,
            proof=proof,
        ),
        amount=box(AMOUNT.anchor, AMOUNT.title, policy.benefits.all, more, proof=proof),
        sums=tuple(
            Sum(one.short, one.value if one.state == "confirmed" else "", one.unit)
            for one in policy.amounts
            if one.short
        ),
        bring=box(BRING.anchor, BRING.title, papers, more, proof=proof),
        steps=Box(STEPS.anchor, STEPS.title, (), ""),
        stops=stops(policy, proof=proof),
        after=box(AFTER.anchor, AFTER.title, after, more, proof=proof),
        ask=Box(ASK.anchor, ASK.title, (), ""),
        foot=foot(policy, scope, proof=proof),
    )


def box(anchor: str, title: str, lines: Iterable[Line], more: str, *, proof: bool) -> Box:
    """Return the short lines of a question; released paper leaves out what nobody has verified."""
    told = [one for one in lines if proof or not one.unverified]
    short = [one for one in told if one.short]
    items = tuple(Item(one.short, one.unverified) for one in short[:MOST_SHORT])
    return Box(anchor, title, items, more if len(told) > len(items) else "")


def stops(policy: PolicyView, *, proof: bool) -> tuple[Stop, ...]:
    """Return the path, numbered as it is printed."""
    told = (one for one in policy.stages if proof or not one.unverified)
    return tuple(
        Stop(
            number=number,
            actor=one.actor,
            text=one.short,
            days=one.days.number if one.days else "",
            unit=one.days.unit if one.days else "",
            longest=longest(one.days),
            words=one.when,
            unverified=one.unverified,
        )
        for number, one in enumerate(told, start=1)
    )


def longest(days: Days | None) -> str:
    """Say what special cases may take; the unit stands above it already."""
    if days is None or not days.longest:
        return ""
    return f"特殊 {days.longest} {days.unit.removesuffix('工作日')}"


def foot(policy: PolicyView, scope: Scope, *, proof: bool) -> Foot:
    """Return the foot of the sheet."""
    unverified = "标「待核」的内容尚未核到文件原文。" if proof else ""
    return Foot(
        invitation=invitation(scope),
        address=printed_address(scope, policy.code),
        warning=WARNING,
        basis=basis(policy),
        as_of=f"{edition_words(policy)}内容截至 {policy.as_of}。",
        unverified=unverified,
    )


def edition_words(policy: PolicyView) -> str:
    """Say which edition paper is of, nothing while its facts are not released."""
    return f"第 {policy.edition} 版 " if policy.edition else ""


def basis(policy: PolicyView) -> str:
    """Return the titles of the documents that most rests on, of those that somebody has read.

    The rest, and every article, is on the page: a list of ten takes the room of what people need.
    """
    titles = Counter(one.title for one in policy.sources if one.verified)
    first = "；".join(title for title, _ in titles.most_common(MOST_TITLES))
    more = f"等 {len(titles)} 个文件" if len(titles) > MOST_TITLES else ""
    return f"依据：{first}{more}。" if titles else ""
