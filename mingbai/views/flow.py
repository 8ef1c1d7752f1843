"""The steps of a policy as a path: who, what, where, within how many days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.model.statement import TimeLimit
from mingbai.views.lines import filled
from mingbai.views.sources import sources, unverified

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope
    from mingbai.model.statement import Step
    from mingbai.views.sources import Source


@dataclass(frozen=True, slots=True)
class Days:
    """A time limit as a figure: ``number`` is set large, ``words`` is the whole of it.

    ``longest`` is what special cases may take, empty if the law allows none.
    """

    number: str
    unit: str
    longest: str
    words: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One step; ``days`` None when the law names no number, ``when`` then may hold words."""

    number: int
    actor: str
    do: str
    short: str
    where: str
    days: Days | None
    when: str
    sources: tuple[Source, ...]
    local: str

    @property
    def anchor(self) -> str:
        """Return what leads to the step on its page."""
        return f"step-{self.number}"

    @property
    def unverified(self) -> bool:
        """Tell whether it rests on a document nobody has read: 待核."""
        return unverified(self.sources)


def flow(policy: Policy, library: Library, scope: Scope) -> tuple[Stage, ...]:
    """Return the numbered steps."""
    return tuple(
        stage(number, step, library, scope) for number, step in enumerate(policy.steps, start=1)
    )


def stage(number: int, step: Step, library: Library, scope: Scope) -> Stage:
    """Return one step."""
    limit = step.time_limit
    return Stage(
        number=number,
        actor=step.actor,
        do=filled(step.do, library, scope),
        short=filled(step.short or step.do, library, scope),
        where=step.where or "",
        days=days(limit) if isinstance(limit, TimeLimit) else None,
        when=limit if isinstance(limit, str) else "",
        sources=sources(step.cite, library),
        local=step.origin,
    )


def days(limit: TimeLimit) -> Days:
    """Return a time limit: 自受理之日起 20 个工作日内，特殊情况 45 个工作日内."""
    unit = {"工作日": "个工作日", "小时": "小时", "日": "天", "个月": "个月"}[limit.unit]
    words = f"自{limit.start}起 {limit.n} {unit}内"
    if limit.up_to:
        words += f"，特殊情况最长 {limit.up_to} {unit}"
    return Days(str(limit.n), unit, str(limit.up_to or ""), words)
