"""The page behind the code of the 标准表: every figure as it stands today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.amounts import UNKNOWN
from mingbai.views.code import WARNING
from mingbai.views.dates import day_words
from mingbai.views.front import categories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.amounts import Amount
    from mingbai.views.policy import PolicyView

TITLE = "今天的标准"
LEAD = "手里的标准表和下面不一样的，以下面写的为准。"


@dataclass(frozen=True, slots=True)
class PolicyAmounts:
    """One policy with its figures: those known, and the names of those that are not."""

    code: str
    name: str
    known: tuple[Amount, ...]
    unknown: str
    unknown_words: str


@dataclass(frozen=True, slots=True)
class StandardsPage:
    """All figures for somebody who scanned the sheet.

    ``up`` leads to the folder ``s/``; ``site`` to the whole site, empty where the pages behind
    codes stand alone.
    """

    title: str
    lead: str
    region: str
    policies: tuple[PolicyAmounts, ...]
    warning: str
    as_of: str
    site: str
    up: str = "../"


def standards_page(
    policies: Sequence[PolicyView], library: Library, scope: Scope, *, site: str
) -> StandardsPage:
    """Return the page, in the order of the front page; policies without figures are left out."""
    views = {one.slug: one for one in policies}
    listed = [views[one.slug] for kind in categories(library) for one in kind.policies]
    return StandardsPage(
        title=TITLE,
        lead=LEAD,
        region=library.region_by_code[scope.region].name,
        policies=tuple(policy_amounts(one, library) for one in listed if one.amounts),
        warning=WARNING,
        as_of=day_words(scope.as_of),
        site=site,
    )


def policy_amounts(policy: PolicyView, library: Library) -> PolicyAmounts:
    """Return a policy's figures."""
    return PolicyAmounts(
        code=policy.code,
        name=library.policy_by_slug[policy.slug].short_name,
        known=tuple(one for one in policy.amounts if one.value),
        unknown="、".join(one.label for one in policy.amounts if not one.value),
        unknown_words=UNKNOWN,
    )
