"""Where every record stands on a day, for the office: what is draft, due, open, and who does what.

Only commands ask for it: it looks at a day that is not the build's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.editions.standing import standing
from mingbai.review.figures import held
from mingbai.review.state import reviewed, signer
from mingbai.review.statements import statements
from mingbai.views.status_open import SOON, contacts_open, documents_open

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope
    from mingbai.review.state import Reviewed

DRAFT, SIGNED, CHANGED, DUE, OVERDUE = "草稿", "已审", "审后又改", "该复核了", "过期"


@dataclass(frozen=True, slots=True)
class Standing:
    """One record: ``open`` statements are 待核, ``unknown`` figures null, others to confirm."""

    slug: str
    name: str
    office: str
    state: str
    changed: str
    next_by: str
    days_left: int | None
    statements: int
    open: int
    unknown: int
    unconfirmed: int
    questions: tuple[str, ...]
    edition: int
    unreleased: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """What one office must do."""

    office: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """All records, what each office must do, what falls due soon, and what else is open."""

    day: str
    region: str
    records: tuple[Standing, ...]
    duties: tuple[Duty, ...]
    soon: tuple[str, ...]
    others: tuple[str, ...]


def status(library: Library, scope: Scope, today: date) -> Status:
    """Return where every record stands."""
    records = tuple(one_standing(one, library, scope, today) for one in library.policies)
    return Status(
        day=today.isoformat(),
        region=library.region_by_code[scope.region].name,
        records=records,
        duties=duties(records),
        soon=tuple(soon(records)),
        others=(*contacts_open(library, scope), *documents_open(library, scope, today)),
    )


def one_standing(record: Policy, library: Library, scope: Scope, today: date) -> Standing:
    """Return where one record stands."""
    policy = library.local_policy(record.slug, scope.region)
    found = reviewed(record, library, scope)
    listed = [one for part in statements(policy).values() for one in part]
    figures = held(policy, library, scope)
    edition = standing(policy, library, scope)
    next_by = record.review.next_by
    return Standing(
        slug=record.slug,
        name=record.name,
        office=signer(library, scope, record.lead.office) or f"{record.lead.office}部门",
        state=state_words(found, today),
        changed=found.titles,
        next_by=next_by.isoformat() if next_by else "",
        days_left=(next_by - today).days if next_by else None,
        statements=len(listed),
        open=sum(not verified(one.cite, library) for one in listed),
        unknown=sum(not one.known for one in figures),
        unconfirmed=sum(one.known and not one.confirmed for one in figures),
        questions=record.review.to_confirm,
        edition=edition.latest,
        unreleased=bool(edition.touched),
    )


def state_words(found: Reviewed, today: date) -> str:
    """Return one of the five words for where a review stands on a day."""
    if found.draft:
        return CHANGED if found.touched else DRAFT
    if found.overdue(today):
        return OVERDUE
    return DUE if found.overdue(today + SOON) else SIGNED


def verified(cites: Iterable[object], library: Library) -> bool:
    """Tell whether somebody has read every document that is cited."""
    documents = (library.documents.get(getattr(one, "document", "")) for one in cites)
    return all(one is not None and one.verified for one in documents)


def duties(records: tuple[Standing, ...]) -> tuple[Duty, ...]:
    """Return what each office must do, the offices as their records come."""
    found: dict[str, list[str]] = {}
    for one in records:
        words = "；".join(tasks(one))
        if words:
            found.setdefault(one.office, []).append(f"{one.name}（{one.slug}）：{words}")
    return tuple(Duty(office, tuple(listed)) for office, listed in found.items())


def tasks(one: Standing) -> list[str]:
    """Return what the office in charge must do about a record."""
    review = {
        DRAFT: "审核",
        CHANGED: f"重新审核（改了：{one.changed}）",
        DUE: f"{one.next_by} 以前复核",
        OVERDUE: f"复核，{one.next_by} 已经过了",
    }
    listed = [review[one.state]] if one.state in review else []
    asked = (
        (len(one.questions), "回答 {} 个问题"),
        (one.unconfirmed, "确认 {} 个数字"),
        (one.unknown, "补上 {} 个没有的数字"),
    )
    return listed + [words.format(count) for count, words in asked if count]


def soon(records: tuple[Standing, ...]) -> list[str]:
    """Return what falls due within 30 days, and what has, the most urgent first."""
    near = [one for one in records if one.days_left is not None and one.days_left <= SOON.days]
    near.sort(key=lambda one: (one.days_left or 0, one.slug))
    return [f"{one.next_by}　{one.name}（{one.slug}），{one.office}，{left(one)}" for one in near]


def left(one: Standing) -> str:
    """Say how many days are left."""
    days = one.days_left or 0
    return f"还有 {days} 天" if days > 0 else f"已过 {-days} 天" if days else "就是今天"
