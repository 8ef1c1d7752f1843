"""What answers an element of the directory: a part of a record or of the region, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mingbai.model.questions import AMOUNT, ASK, BRING, STEPS, WHAT, WHO
from mingbai.views.disclosure_counts import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.disclosure import Element, Part
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView

State = Literal["there", "partly", "missing", "held"]
"""``held``: it stands outside this site, as on a village's notice board."""

STATES: dict[State, str] = {
    "there": "有",
    "partly": "不全",
    "missing": "缺",
    "held": "不在网上",
}
ANCHORS: dict[Part, str] = {
    "summary": WHAT.anchor,
    "conditions": WHO.anchor,
    "figures": AMOUNT.anchor,
    "documents": BRING.anchor,
    "steps": STEPS.anchor,
    "accepts": STEPS.anchor,
    "contacts": ASK.anchor,
    "legal_basis": "basis",
    "notice": "after",
}
PAGES: dict[Part, str] = {
    "legal_basis": "legal-basis/index.html",
    "hotlines": "contacts/index.html#hotlines",
    "windows": "contacts/index.html#townships",
    "contacts": "contacts/index.html",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One part that answers an element: how well, what is missing, and where it stands."""

    part: Part
    state: State
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Told:
    """An element with what answers it: its state, what is missing in words, where to read it."""

    name: str
    state: State
    words: str
    paths: tuple[str, ...]

    @property
    def state_words(self) -> str:
        """Return the state as people read it."""
        return STATES[self.state]


def told(element: Element, policy: PolicyView | None, library: Library, scope: Scope) -> Told:
    """Return how a policy, or the site as a whole, answers an element."""
    found = [answer(part, policy, library, scope) for part in element.answers]
    words = [one.words for one in found if one.words]
    words += [one for one in (element.held, element.open) if one]
    return Told(
        name=element.name,
        state=state(element, found),
        words="；".join(one.rstrip("。") for one in words),
        paths=tuple(dict.fromkeys(one.path for one in found if one.state != "missing")),
    )


def state(element: Element, found: Sequence[Found]) -> State:
    """Return the state of an element: held elsewhere, open, or that of its worst part."""
    if element.held:
        return "held"
    if element.open or not found:
        return "missing"
    states = {one.state for one in found}
    if states == {"missing"}:
        return "missing"
    return "there" if states == {"there"} else "partly"


def answer(part: Part, policy: PolicyView | None, library: Library, scope: Scope) -> Found:
    """Return how well a part answers."""
    count = counted(part, policy, library, scope)
    level: State = "missing" if not count.shown else "partly" if count.lacking else "there"
    words = "" if level == "there" else MISSING[part].format(lacking=count.lacking, all=count.all)
    return Found(part, level, words, path(part, policy))


def path(part: Part, policy: PolicyView | None) -> str:
    """Return where a part is read, from the root of the site."""
    if policy is None or part not in ANCHORS:
        return PAGES[part]
    return f"policies/{policy.slug}/index.html#{ANCHORS[part]}"


MISSING: dict[Part, str] = {
    "summary": "没有一句话说明",
    "conditions": "没有写条件",
    "figures": "{all} 个数里有 {lacking} 个没有公布或者没有确认",
    "documents": "没有写申请材料",
    "steps": "没有写办理流程",
    "accepts": "没有写受理的地方",
    "windows": "{all} 个镇街里有 {lacking} 个没有公布窗口地址",
    "contacts": "{all} 个号码里有 {lacking} 个没有公布或者没有拨测",
    "hotlines": "{all} 条热线里有 {lacking} 条没有拨测",
    "legal_basis": "{all} 个文件里有 {lacking} 个没有读到原文",
    "notice": "没有写公示公布的规定",
}
