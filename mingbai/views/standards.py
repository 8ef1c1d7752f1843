"""标准表: nothing but the figures, on one sheet, so that other paper outlives a change of them.

Only figures with a name for paper are printed. What the office in charge has not confirmed is a
line to fill in by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.amounts import amount
from mingbai.views.code import MOST_BYTES, WARNING, plain_text, printed_address
from mingbai.views.dates import day_words
from mingbai.views.front import categories
from mingbai.views.hotline import common_call
from mingbai.views.proof import STAMP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.figures import FigureName
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView

ADDRESS = "bz"
"""What stands where a policy's code does in an address, for ever: 标准; no digit of a code."""

TITLE = "救助和福利标准表"
LEAD = "标准变了，只换这一张。空着的，照当地公布的文件填。"
COLUMNS = ("政策", "项目", "标准", "单位", "从哪天起", "依据文件")
INVITATION = "微信扫一扫，看今天的标准"
TEXT_INVITATION = "扫一扫，记下问谁"
TEXT = "救助标准：问村（居）委会、镇街"
FILLED = ("填写单位", "填写日期")


@dataclass(frozen=True, slots=True)
class Standard:
    """One figure; an empty ``value`` is a line to fill in by hand."""

    label: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class SameSource:
    """Figures of one document, in force since one day; one that is not confirmed stands alone."""

    since: str
    document: str
    rows: tuple[Standard, ...]


@dataclass(frozen=True, slots=True)
class PolicyStandards:
    """The figures of one policy."""

    slug: str
    name: str
    groups: tuple[SameSource, ...]


@dataclass(frozen=True, slots=True)
class StandardsView:
    """The sheet.

    ``filled`` are lines for whoever fills it in, none if nothing is left open; ``left_out`` says
    that other offices have not signed what they lead, empty if all have.
    """

    title: str
    region: str
    lead: str
    columns: tuple[str, ...]
    policies: tuple[PolicyStandards, ...]
    filled: tuple[str, ...]
    invitation: str
    address: str
    warning: str
    as_of: str
    left_out: str
    stamp: str
    code_content: str


def standards_view(
    policies: Sequence[PolicyView], library: Library, scope: Scope, *, proof: bool
) -> StandardsView:
    """Return the sheet of the region's figures, in the order of the front page."""
    known = {one.slug for one in policies if not one.pointer}
    listed = (one for kind in categories(library) for one in kind.policies if one.slug in known)
    told = tuple(policy_standards(one.slug, library, scope) for one in listed)
    blank = any(not row.value for one in told for each in one.groups for row in each.rows)
    return StandardsView(
        title=TITLE,
        region=library.region_by_code[scope.region].name,
        lead=LEAD,
        columns=COLUMNS,
        policies=tuple(one for one in told if one.groups),
        filled=FILLED if blank else (),
        invitation=INVITATION if scope.public_url else TEXT_INVITATION,
        address=printed_address(scope, ADDRESS),
        warning=WARNING,
        as_of=f"内容截至 {day_words(scope.as_of)}",
        left_out=left_out(policies),
        stamp=STAMP if proof else "",
        code_content=code_content(policies, scope),
    )


def policy_standards(slug: str, library: Library, scope: Scope) -> PolicyStandards:
    """Return the figures of a policy that paper names."""
    policy = library.policy_by_slug[slug]
    found = [standard(one, library, scope) for one in policy.figures if one.short]
    groups: list[SameSource] = []
    for one in found:
        last = groups[-1] if groups else None
        if last and one.since and (last.since, last.document) == (one.since, one.document):
            groups[-1] = SameSource(one.since, one.document, (*last.rows, *one.rows))
        else:
            groups.append(one)
    return PolicyStandards(slug, policy.short_name, tuple(groups))


def standard(figure: FigureName, library: Library, scope: Scope) -> SameSource:
    """Return one figure as the paper states it: confirmed, or open."""
    label = figure.short or figure.label
    value = library.value_in_force(figure.name, scope.region, scope.as_of)
    told = amount(figure, library, scope)
    if value is None or told.state != "confirmed":
        return SameSource("", "", (Standard(label, "", figure.unit),))
    since = day_words(value.effective_from) if value.effective_from else ""
    documents = [library.documents[one.document] for one in value.cite or ()]
    names = dict.fromkeys(one.number or f"《{one.title}》" for one in documents)
    return SameSource(since, "、".join(names), (Standard(label, told.value, figure.unit),))


def left_out(policies: Sequence[PolicyView]) -> str:
    """Say that policies of other offices are missing because nobody there has signed them yet."""
    missing = any(one.pointer for one in policies)
    return "别的部门主管、还没有审核签字的政策，没有列进来，问主管部门。" if missing else ""


def code_content(policies: Sequence[PolicyView], scope: Scope) -> str:
    """Return what the code carries: the address of the figures, or whom to ask."""
    if scope.public_url:
        return scope.address(ADDRESS)
    call = common_call(policies)
    return plain_text(TEXT, f"电话{call.number}" if call else "", MOST_BYTES)
