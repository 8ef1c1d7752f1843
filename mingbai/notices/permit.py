"""Whether a policy may be shown on a notice board, what of it, and for how long.

Comes in: the policy as it holds in the region. Goes out: a ``Permit`` with its articles, or a
problem that names the policy and the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from mingbai.problems import Problem
from mingbai.views.sources import Source, sources, unverified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.statement import Notice

Kind = Literal["公示", "公布"]
WORKING = "工作日"


@dataclass(frozen=True, slots=True)
class Permit:
    """What an article allows: ``shows`` besides the name, for ``days`` (None if it does not say).

    ``item`` is the statement of the record that a problem points at.
    """

    kind: Kind
    item: Notice
    days: int | None
    unit: Literal["日", "工作日"]
    shows: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """How long a sheet hangs.

    Days are days of the calendar. The day of posting does not count: posted on the 1st, seven days
    end with the 8th, and on the 9th the sheet comes down. Every date is printed, so that whoever
    counts otherwise sees it.
    """

    posted: date
    days: int
    unit: Literal["日", "工作日"]
    last: date

    @property
    def down(self) -> date:
        """Return the day on which the sheet comes down."""
        return self.last + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """The dates a clerk gives; ``days`` and ``until`` only where the record leaves them open."""

    posted: date | None = None
    days: int | None = None
    until: date | None = None


def permit(policy: Policy, library: Library, kind: Kind, *, proof: bool) -> Permit | Problem:
    """Return what allows a 公示 or 公布 of a policy, or why there may be none.

    公示 rests on the statement that gives its days, else on the first one; 公布 on all of them.
    Released paper rests on nothing that nobody has read.
    """
    unfit = next((one for one in policy.notice if one.kind == "不宜公示"), None)
    if unfit is not None:
        values = {"name": policy.name, "cite": cited(sources(unfit.cite, library))}
        return Problem("notice-unfit", unfit.at("kind"), values)
    items = [
        one
        for one in policy.notice
        if one.kind == kind and (proof or not unverified(sources(one.cite, library)))
    ]
    if not items:
        listed = [f"{one.kind}（{cited(sources(one.cite, library))}）" for one in policy.notice]
        values = {"name": policy.name, "kind": kind, "known": "、".join(dict.fromkeys(listed))}
        return Problem("notice-none", policy.notice[0].at("kind"), values)
    if kind == "公示":
        items = [next((one for one in items if one.days), items[0])]
    told = (source for one in items for source in sources(one.cite, library))
    return Permit(
        kind=kind,
        item=items[0],
        days=items[0].days,
        unit=items[0].unit,
        shows=tuple(dict.fromkeys(name for one in items for name in one.shows)),
        sources=tuple(dict.fromkeys(told)),
    )


def period(allowed: Permit, asked: Asked, posted: date, name: str) -> Period | Problem:
    """Return from when to when a 公示 hangs, or why that is not known.

    Where the article says how many days, that holds. Where it does not, the number is in a local
    document: the region's record has it, or the clerk gives it. Working days are counted by the
    clerk, who has the calendar of holidays.
    """
    days = allowed.days or asked.days
    values = {
        "name": name,
        "cite": cited(allowed.sources),
        "days": days,
        "asked": asked.days,
        "until": asked.until,
    }
    code = ""
    last = posted + timedelta(days=days or 0)
    if days is None:
        code = "notice-days-missing"
    elif asked.days not in {None, days}:
        code = "notice-days-fixed"
    elif allowed.unit == WORKING:
        code = working_days(asked.until, last)
        last = asked.until or last
    elif asked.until not in {None, last}:
        code = "notice-until-other"
    if code or days is None:
        place = allowed.item.at("days") if allowed.days else allowed.item.at("text")
        return Problem(code, place, {**values, "last": last})
    return Period(posted, days, allowed.unit, last)


def working_days(until: date | None, least: date) -> str:
    """Return what is wrong with the last of some working days, for no day is more than one."""
    if until is None:
        return "notice-until-missing"
    return "notice-until-early" if until < least else ""


def cited(told: Iterable[Source]) -> str:
    """Return citations in one line."""
    return "；".join(one.words for one in told)
