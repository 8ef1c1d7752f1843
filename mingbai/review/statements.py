"""Every statement of a policy in the order of its review sheet, by part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mingbai.model.questions import AFTER, AMOUNT, ASK, BRING, NOT_WHO, STEPS, WHAT, WHO
from mingbai.review.seal import CHANGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.citation import Citation
    from mingbai.model.policy import Policy
    from mingbai.model.statement import (
        Change,
        Desk,
        Exclusion,
        Notice,
        Question,
        ReVerification,
        Right,
        Step,
    )


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement: what kind it is, its words, what paper says of it, what it rests on.

    ``below`` are further words of it (where, within which time); ``under`` an exception of the
    statement before.
    """

    label: str
    text: str
    below: tuple[str, ...]
    short: str
    origin: str
    cite: tuple[Citation, ...]
    quote: tuple[str, ...]
    under: bool = False


def statements(policy: Policy) -> dict[str, tuple[Stated, ...]]:
    """Return the statements of a policy as it holds in a region, by part."""
    lead = Stated("主管部门", policy.lead.office, (), "", "", policy.lead.cite, ())
    papers = (
        stated(one, "申请人带" if one.provided_by == "申请人" else "窗口查")
        for one in policy.documents
    )
    after: tuple[ReVerification | Notice | Right, ...] = (
        *policy.re_verification,
        *policy.notice,
        *policy.rights,
    )
    return {
        WHAT.anchor: (lead, *(stated(one) for one in policy.summary)),
        WHO.anchor: tuple(stated(one) for one in policy.conditions),
        NOT_WHO.anchor: tuple(one for item in policy.exclusions for one in excluded(item)),
        AMOUNT.anchor: tuple(stated(one) for one in policy.benefits),
        BRING.anchor: tuple(papers),
        STEPS.anchor: (
            desk("受理", policy.accepts),
            desk("决定", policy.decides),
            *(step(number, one) for number, one in enumerate(policy.steps, start=1)),
        ),
        AFTER.anchor: tuple(stated(one, one.kind) for one in after),
        ASK.anchor: tuple(question(one) for one in policy.faq),
        CHANGES: tuple(change(one) for one in policy.changes if one.cite),
    }


def stated(item: Any, label: str = "", *, under: bool = False) -> Stated:
    """Return a statement with its number of days, if it has one."""
    days, shows = getattr(item, "days", None), getattr(item, "shows", ())
    below = (
        *((f"天数：{days} {item.unit}",) if days else ()),
        *((f"姓名以外可以公开：{'、'.join(shows)}",) if shows else ()),
    )
    return Stated(
        label, item.text, below, item.short or "", item.origin, item.cite, item.quote, under
    )


def excluded(item: Exclusion) -> Iterator[Stated]:
    """Yield an exclusion, then its exceptions."""
    yield stated(item)
    for one in item.exceptions:
        yield stated(one, "例外", under=True)


def desk(label: str, item: Desk) -> Stated:
    """Return an office with a duty."""
    return Stated(label, item.name, (), "", item.origin, item.cite, ())


def step(number: int, item: Step) -> Stated:
    """Return a step: who does what, where, within which time."""
    below = (*((f"地点：{item.where}",) if item.where else ()), f"时限：{limit(item)}")
    text = f"{item.actor}：{item.do}"
    short = item.short or ""
    return Stated(f"第 {number} 步", text, below, short, item.origin, item.cite, item.quote)


def limit(item: Step) -> str:
    """Say the time limit of a step as the record has it."""
    given = item.time_limit
    if given is None or isinstance(given, str):
        return given or "没有写"
    longest = f"，特殊情况最长 {given.up_to} {given.unit}" if given.up_to else ""
    return f"自{given.start}起 {given.n} {given.unit}{longest}"


def question(item: Question) -> Stated:
    """Return a question with its answer."""
    return Stated(
        "问答", f"问：{item.q}", (f"答：{item.a}",), "", item.origin, item.cite, item.quote
    )


def change(item: Change) -> Stated:
    """Return a change."""
    below = (
        f"日期：{item.on.isoformat()}　旧纸：{item.old_sheets}",
        *((f"以前：{item.was}",) if item.was else ()),
    )
    return Stated("变化", item.text, below, "", "", (*item.cite, *item.was_cite), ())
