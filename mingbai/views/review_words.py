"""What a page says of its review: a draft, changed since, or signed by whom and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.review.state import reviewed, signer
from mingbai.views.dates import day_words

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope

DRAFT = "这一页还没有经过主管部门审核，内容以主管部门答复为准。"


def draft_words(policy: Policy, library: Library, scope: Scope) -> str:
    """Say that nobody has signed what stands here now; empty if somebody has."""
    found = reviewed(policy, library, scope)
    if found.state == "changed":
        office = signer(library, scope, policy.lead.office) or "主管部门"
        return (
            f"这一页审核以后又改过（改了：{found.titles}），要请{office}重新审核，"
            "内容以主管部门答复为准。"
        )
    return DRAFT if found.draft else ""


def reviewed_words(policy: Policy, library: Library, scope: Scope) -> str:
    """Say who signed the words, when, and when they are looked at again; empty for a draft."""
    found = reviewed(policy, library, scope)
    by, on, next_by = policy.review.by, policy.review.on, policy.review.next_by
    if found.draft or not (by and on and next_by):
        return ""
    signed = f"{by} {day_words(on)}审核"
    if found.overdue(scope.as_of):
        return f"{signed}，原定 {day_words(next_by)}以前复核，现在还没有复核，办理前先问一问。"
    return f"{signed}，{day_words(next_by)}以前再复核。"
