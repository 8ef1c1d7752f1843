"""Rules of what every policy must tell, and of what paper needs from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.model.base import MOST_SHORT
from mingbai.model.questions import AFTER, AMOUNT, BRING, NOT_WHO, STEPS, WHO
from mingbai.model.statement import TimeLimit
from mingbai.problems import Problem
from mingbai.review.state import reviewed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.region import LocalPolicy
    from mingbai.model.scope import Scope
    from mingbai.model.statement import Statement, Step
    from mingbai.problems import Place

NEEDED = {
    "re_verification": ("报告", "核查", "听取意见"),
    "rights": ("复议诉讼", "举报投诉"),
}
"""The plan of the bureau: exclusions, 动态管理 and the way to apply are explained in every form."""


def kinds(library: Library, scope: Scope) -> Iterator[Problem]:
    """A policy tells the duty to report, the re-check, the hearing of opinions, how to object."""
    for policy in library.policies:
        for name, needed in NEEDED.items():
            told = {item.kind for item in getattr(policy, name)}
            for kind in needed:
                if kind not in told:
                    yield Problem("kind-missing", policy.at(name), {"kind": kind})


def papers(library: Library, scope: Scope) -> Iterator[Problem]:
    """Somebody who applies is told what to bring."""
    for policy in library.policies:
        if all(item.provided_by != "申请人" for item in policy.documents):
            yield Problem("papers-none", policy.at("documents"))


def shorts(library: Library, scope: Scope) -> Iterator[Problem]:
    """Each box of a sheet has at least one line for paper, and at most five."""
    if not library.complete:
        return
    for record in library.policies:
        policy = library.local_policy(record.slug, scope.region)
        for name, place, items in boxes(policy, record):
            short = [item for item in items if item.short]
            if not short:
                yield Problem("short-none", place, {"name": name})
            for item in short[MOST_SHORT:]:
                yield Problem("short-many", item.at("short"), {"name": name, "most": MOST_SHORT})


def released(library: Library, scope: Scope) -> Iterator[Problem]:
    """A reviewed policy has, for each box of a sheet, a line that rests on verified documents."""
    if not library.complete:
        return
    for record in library.policies:
        policy = library.local_policy(record.slug, scope.region)
        if reviewed(record, library, scope).draft:
            continue
        for name, place, items in printed(policy, record):
            if items and not any(verified(item, library) for item in items):
                yield Problem("paper-empty", place, {"name": name})


def printed(
    policy: Policy, record: Policy
) -> Iterator[tuple[str, Place, Sequence[Statement | Step]]]:
    """Yield what a sheet prints, box by box: the answer, the short lines, the steps."""
    yield "一句话", record.at("summary"), policy.summary[:1]
    for name, place, items in boxes(policy, record):
        yield name, place, [item for item in items if item.short]
    yield STEPS.title, record.at("steps"), policy.steps


def verified(item: Statement | Step, library: Library) -> bool:
    """Tell whether somebody has read every document that a statement rests on."""
    found = (library.documents.get(cite.document) for cite in item.cite)
    return all(document is not None and document.verified for document in found)


def boxes(policy: Policy, record: Policy) -> Iterator[tuple[str, Place, Sequence[Statement]]]:
    """Yield the boxes of a sheet with the statements they choose from."""
    yield WHO.title, record.at("conditions"), policy.conditions
    yield NOT_WHO.title, record.at("exclusions"), policy.exclusions
    yield AMOUNT.title, record.at("benefits"), policy.benefits
    yield BRING.title, record.at("documents"), policy.documents
    after = (*policy.re_verification, *policy.notice, *policy.rights)
    yield AFTER.title, record.at("re_verification"), after


def limits(library: Library, scope: Scope) -> Iterator[Problem]:
    """A step's longest time, in special cases, is longer than its usual one."""
    local = [one for region in library.regions for one in region.policies]
    owners: list[Policy | LocalPolicy] = [*library.policies, *local]
    for owner in owners:
        for step in owner.steps:
            limit = step.time_limit
            if isinstance(limit, TimeLimit) and limit.up_to and limit.up_to <= limit.n:
                yield Problem("limit-order", limit.at("up_to"), {"most": limit.up_to, "n": limit.n})
