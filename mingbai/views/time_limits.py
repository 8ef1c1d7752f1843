"""How long until a decision: the time limits of a policy's steps that somebody who applies asks.

A limit counted from the application is the whole of it. Where the rules name none, the limits of
the steps on the way are told one by one, each with what it is for: nothing is added up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.views.flow import Stage

UNKNOWN = "没有查到统一的天数，问受理的地方"
REST_UNKNOWN = "其余的天数没有查到，问受理的地方"
DECIDES = re.compile("决定|确认|认定|审批|审定|核定")
FROM_APPLICATION = re.compile("自(?:受理|收到申请|申请)之日")
COUNTED = re.compile(r"[0-9]+ *(?:个工作日|工作日|天|日|小时)")
LEFT_TO_PLACES = "时限"
"""What words about a limit say that name no number but where it is to be found."""
OFFICE = re.compile("机关|机构|部门|镇街|政府|单位|学校|局|站")


@dataclass(frozen=True, slots=True)
class Wait:
    """One time limit on the way to a decision.

    ``words`` is the whole of it; ``step`` says which step it is for, empty where it is for all.
    """

    step: str
    words: str
    unverified: bool
    local: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """The limits until a decision; ``rest`` says what nobody has found, empty if nothing."""

    limits: tuple[Wait, ...]
    rest: str


def waiting(stages: Sequence[Stage]) -> Waiting:
    """Return how long it takes until a decision."""
    decision = deciding(stages)
    if decision is None:
        return Waiting((), UNKNOWN)
    if decision.days and FROM_APPLICATION.search(decision.days.words):
        return Waiting((wait(decision, ""),), "")
    told = [one for one in stages if one.number <= decision.number and limited(one)]
    limits = tuple(wait(one, one.short if len(told) > 1 else "") for one in told)
    if decision in told:
        return Waiting(limits, "")
    return Waiting(tuple(wait(one, one.short) for one in told), REST_UNKNOWN if told else UNKNOWN)


def deciding(stages: Sequence[Stage]) -> Stage | None:
    """Return the step in which the office decides: the first with a limit, else the last."""
    found = [one for one in stages if DECIDES.search(one.short) and OFFICE.search(one.actor)]
    return next((one for one in found if limited(one)), found[-1] if found else None)


def limited(stage: Stage) -> bool:
    """Tell whether an office's step has a limit: in days, or one that places set."""
    words = COUNTED.search(stage.when) or LEFT_TO_PLACES in stage.when
    return bool(OFFICE.search(stage.actor) and (stage.days or words))


def wait(stage: Stage, step: str) -> Wait:
    """Return the limit of a step."""
    days = stage.days
    return Wait(
        step=step,
        words=days.words if days else stage.when,
        unverified=stage.unverified,
        local=stage.local,
    )
