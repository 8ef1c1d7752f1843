"""The page behind the code of a card: every policy once, by what has happened to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.code import WARNING
from mingbai.views.code_box import code_box
from mingbai.views.dates import day_words
from mingbai.views.hotline import common_call
from mingbai.views.situations import situations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.code_box import CodeBox
    from mingbai.views.contacts import Contact
    from mingbai.views.policy import PolicyView
    from mingbai.views.situations import Situation

TITLE = "生活有困难，可以问"
ASKED = "您遇到了什么事？"
DRAFT = "有的内容还没有经过主管部门审核，以主管部门答复为准。"


@dataclass(frozen=True, slots=True)
class ScanIndexView:
    """All policies of a region for somebody who scanned a card.

    ``site`` leads to the whole site, empty where the scan pages stand alone.
    """

    title: str
    asked: str
    region: str
    situations: tuple[Situation, ...]
    call: Contact | None
    box: CodeBox
    warning: str
    draft: str
    as_of: str
    site: str


def scan_index_view(
    policies: Sequence[PolicyView], library: Library, scope: Scope, *, site: str = "../"
) -> ScanIndexView:
    """Return the page of all policies."""
    return ScanIndexView(
        title=TITLE,
        asked=ASKED,
        region=library.region_by_code[scope.region].name,
        situations=situations(policies, library),
        call=common_call(policies),
        box=code_box(library),
        warning=WARNING,
        draft=DRAFT if any(one.draft for one in policies) else "",
        as_of=day_words(scope.as_of),
        site=site,
    )
