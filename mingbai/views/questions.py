"""The questions of one policy at full length, in their order."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mingbai.model.questions import AFTER, AMOUNT, ASK, BRING, NOT_WHO, STEPS, WHAT, WHO
from mingbai.views.amounts import UNKNOWN
from mingbai.views.local_copy import Blank
from mingbai.views.notes import Said
from mingbai.views.question import Group, Question, Step, Sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.views.amounts import Amount
    from mingbai.views.contacts import Contact
    from mingbai.views.flow import Stage
    from mingbai.views.lines import Line
    from mingbai.views.notes import Notes
    from mingbai.views.policy import NotCovered, PolicyView

ASK_FIRST = "先问村（居）委会，或者镇街的救助窗口。"
FETCHED = "窗口自己能查到的，不用您带"
ASKED = "大家常问"
NEWS = "最近有什么变化？"


def questions(policy: PolicyView, notes: Notes) -> Iterator[Question]:
    """Yield the eight questions in their order, then what people ask and what has changed.

    Of a policy that only points: what it is, and whom to ask.
    """
    if policy.pointer:
        yield Question(WHAT.anchor, WHAT.title, items=(Said(policy.pointer),))
        yield ask(policy, notes)
        return
    yield listed(WHAT.anchor, WHAT.title, policy.summary[1:], notes)
    yield listed(WHO.anchor, WHO.title, policy.conditions.all, notes)
    yield not_who(policy.exclusions.all, notes)
    yield amount(policy, notes)
    yield bring(policy, notes)
    yield steps(policy, notes)
    yield after(policy, notes)
    yield ask(policy, notes)
    yield from (one for one in (asked(policy, notes), news(policy, notes)) if one.groups)


def listed(anchor: str, title: str, lines: tuple[Line, ...], notes: Notes) -> Question:
    """Return a question that lines answer."""
    return Question(anchor, title, items=said(lines, notes), more=notes.rest(lines))


def said(lines: Iterable[Line], notes: Notes) -> tuple[Said, ...]:
    """Return lines as they are told."""
    return tuple(notes.said(one.text, one, one.local) for one in notes.told(lines))


def not_who(exclusions: tuple[NotCovered, ...], notes: Notes) -> Question:
    """Return who is not covered, each with its exceptions."""
    told = [one for one in exclusions if notes.told((one.line,))]
    items = (
        notes.said(one.line.text, one.line, one.line.local, said(one.exceptions, notes))
        for one in told
    )
    rest = notes.rest(line for one in exclusions for line in (one.line, *one.exceptions))
    return Question(NOT_WHO.anchor, NOT_WHO.title, items=tuple(items), more=rest)


def amount(policy: PolicyView, notes: Notes) -> Question:
    """Return the figures and what else is given."""
    lines = policy.benefits.all
    return Question(
        AMOUNT.anchor,
        AMOUNT.title,
        items=said(lines, notes),
        sums=tuple(sum_of(one, notes) for one in policy.amounts),
        more=notes.rest(lines),
    )


def sum_of(figure: Amount, notes: Notes) -> Sum:
    """Return a figure; one that nobody confirmed is a line to write on."""
    if figure.state != "confirmed":
        return Sum(figure.label, "", figure.unit, Said(UNKNOWN))
    numbers = notes.said("", figure).notes
    return Sum(figure.label, figure.value, figure.unit, Said(figure.note, notes=numbers))


def bring(policy: PolicyView, notes: Notes) -> Question:
    """Return what to bring, and what the office looks up itself."""
    fetched = said(policy.fetched, notes)
    return Question(
        BRING.anchor,
        BRING.title,
        items=said(policy.bring, notes),
        groups=(Group(FETCHED, fetched),) if fetched else (),
        more=notes.rest((*policy.bring, *policy.fetched)),
    )


def steps(policy: PolicyView, notes: Notes) -> Question:
    """Return where to apply, who decides, and the path, numbered as it is printed."""
    told = notes.told(policy.stages)
    return Question(
        STEPS.anchor,
        STEPS.title,
        groups=tuple(
            Group(one.label, (notes.said(one.name, one, one.local),))
            for one in notes.told(policy.desks)
        ),
        path=tuple(step(number, one, notes) for number, one in enumerate(told, start=1)),
        more=notes.rest((*policy.stages, *policy.desks)),
    )


def step(number: int, stage: Stage, notes: Notes) -> Step:
    """Return one step."""
    return Step(
        number=number,
        actor=stage.actor,
        do=notes.said(stage.do, stage, stage.local),
        where=stage.where,
        days=stage.days.number if stage.days else "",
        unit=stage.days.unit if stage.days else "",
        limit=stage.days.words if stage.days else stage.when,
    )


def after(policy: PolicyView, notes: Notes) -> Question:
    """Return 动态管理, 公示公布 and rights, by their kinds."""
    told = (one for one in policy.rules if notes.told((one.line,)))
    kinds = groupby(told, key=lambda one: one.kind)
    groups = (Group(kind, said((one.line for one in rules), notes)) for kind, rules in kinds)
    return Question(
        AFTER.anchor,
        AFTER.title,
        groups=tuple(groups),
        more=notes.rest(one.line for one in policy.rules),
    )


def ask(policy: PolicyView, notes: Notes) -> Question:
    """Return whom to ask."""
    known = policy.pointer or notes.told((policy.accepts,))
    first = policy.ask_first if known else ASK_FIRST
    return Question(
        ASK.anchor, ASK.title, items=(Said(first),), calls=tuple(call(one) for one in policy.ask)
    )


def call(contact: Contact) -> Blank:
    """Return an office or a line with its number, once somebody has dialled it."""
    return Blank(contact.name, contact.number if contact.dialled else "")


def asked(policy: PolicyView, notes: Notes) -> Question:
    """Return what people ask, with the answers."""
    answers = notes.told(policy.answers)
    groups = (Group(one.question, (notes.said(one.answer, one, one.local),)) for one in answers)
    return Question("faq", ASKED, groups=tuple(groups), more=notes.rest(policy.answers))


def news(policy: PolicyView, notes: Notes) -> Question:
    """Return what has changed, and what that means for a sheet already on a wall."""
    days = groupby(notes.told(policy.news), key=lambda one: one.day)
    groups = (
        Group(
            f"{day}起",
            tuple(notes.said(f"{one.text}旧纸{one.old_sheets}。", one) for one in listed),
        )
        for day, listed in days
    )
    return Question("changes", NEWS, groups=tuple(groups), more=notes.rest(policy.news))
