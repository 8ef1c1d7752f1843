"""What is read from afar: the poster, the panel and the banner say less than the sheet.

Every word is one of the sheet's or of the record's; what is chosen, and by which rule, stands here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mingbai.views.code import plain_text
from mingbai.views.local_copy import LocalCopy, local_copy
from mingbai.views.paper import MORE, MORE_WITHOUT_PAGE, Box, Item, paper_view
from mingbai.views.village import GENERAL

if TYPE_CHECKING:
    from mingbai.model.scope import Scope
    from mingbai.views.local_copy import Blank
    from mingbai.views.paper import Foot, PaperView, Sum
    from mingbai.views.policy import PolicyView
    from mingbai.views.village import VillageView

MOST_EXCLUSIONS = 3
MOST_SUMS = 2
MOST_BYTES = 46
"""UTF-8 bytes of a code without an address: a wall has room for version 4 at level Q."""
LONGEST_LINE = 22
"""Characters of a banner's line."""
VILLAGE_LINES = 3
ABBREVIATED = re.compile(r"（[^（）]{1,4}）")


@dataclass(frozen=True, slots=True)
class PosterView:
    """One policy on a wall. ``word`` is what people call it, ``formal`` its other name."""

    slug: str
    code: str
    word: str
    formal: str
    category: str
    region: str
    answer: str
    stamp: str
    who: Box
    not_who: Box
    sums: tuple[Sum, ...]
    where: Box
    ask: Box
    foot: Foot


@dataclass(frozen=True, slots=True)
class PanelView:
    """One policy at full length on a stand; whom to ask is the same for everybody."""

    paper: PaperView
    word: str
    formal: str
    ask_first: str
    calls: tuple[Blank, ...]
    code_content: str


@dataclass(frozen=True, slots=True)
class BannerView:
    """One line over a street; an empty ``number`` leaves the telephone out."""

    word: str
    line: str
    unverified: bool
    desk: str
    number: str
    region: str
    as_of: str
    stamp: str


def poster_view(policy: PolicyView, scope: Scope, *, proof: bool) -> PosterView:
    """Return a policy on a poster.

    Conditions add up, so all that the sheet has are kept; of what is not covered the first three
    stand for all. Figures stand only where somebody confirmed them.
    """
    paper = paper_view(policy, scope, proof=proof)
    return PosterView(
        slug=paper.slug,
        code=paper.code,
        word=policy.short_name,
        formal=policy.name if policy.other_name else "",
        category=paper.category,
        region=paper.region,
        answer=paper.answer,
        stamp=paper.stamp,
        who=paper.who,
        not_who=first(paper.not_who, MOST_EXCLUSIONS, scope),
        sums=tuple(one for one in paper.sums if one.value)[:MOST_SUMS],
        where=where(policy, proof=proof),
        ask=paper.ask,
        foot=replace(paper.foot, basis=""),
    )


def first(box: Box, most: int, scope: Scope) -> Box:
    """Return a box with its first lines, and where the others are."""
    if len(box.items) <= most:
        return box
    more = MORE if scope.public_url else MORE_WITHOUT_PAGE
    return replace(box, items=box.items[:most], more=more)


def where(policy: PolicyView, *, proof: bool) -> Box:
    """Return where to apply; released paper leaves it out while nobody has verified it."""
    desk = policy.accepts
    told = proof or not desk.unverified
    items = (Item(desk.name, desk.unverified),) if told else ()
    return Box("where", f"{desk.label}？", items, "")


def poster_copy(policy: PolicyView, scope: Scope, village: VillageView) -> LocalCopy:
    """Return a village's copy: its own lines, and one number that somebody has dialled."""
    copy = local_copy(policy, scope, village)
    lines = (*copy.blanks[:VILLAGE_LINES], *calls(copy)[:1])
    return replace(copy, blanks=lines, code_content=poster_code(policy, scope, copy))


def calls(copy: LocalCopy) -> tuple[Blank, ...]:
    """Return the offices and lines whose number is known, else one office with a blank line."""
    listed = copy.blanks[VILLAGE_LINES:]
    return tuple(one for one in listed if one.value) or listed[:1]


def poster_code(policy: PolicyView, scope: Scope, copy: LocalCopy) -> str:
    """Return what the code carries: the address, or less text than a sheet's."""
    if scope.public_url:
        return copy.code_content
    call = f"电话{policy.call.number}" if policy.call else ""
    return plain_text(f"{policy.short_name}：{policy.answer}", call, MOST_BYTES)


def panel_view(policy: PolicyView, scope: Scope, *, proof: bool) -> PanelView:
    """Return a policy on a panel."""
    paper = paper_view(policy, scope, proof=proof)
    copy = local_copy(policy, scope, GENERAL)
    return PanelView(
        paper=replace(paper, answer_clauses=()),
        word=policy.short_name,
        formal=policy.name if policy.other_name else "",
        ask_first=policy.ask_first,
        calls=calls(copy),
        code_content=poster_code(policy, scope, copy),
    )


def banner_view(policy: PolicyView, scope: Scope, *, proof: bool) -> BannerView:
    """Return the one line of a policy, behind the word that people have for it.

    It is the first of these that has at most ``LONGEST_LINE`` characters, and that somebody has
    verified unless it is a proof: the whole one-sentence answer; where to apply, as question and
    answer; the first step. Never a part of a sentence: a result without its condition would be a
    promise. If none fits, the word stands alone.
    """
    paper = paper_view(policy, scope, proof=proof)
    line = next(
        (one for one in lines(policy) if fits(one, proof=proof)), Item("", unverified=False)
    )
    call = policy.call
    return BannerView(
        word=policy.short_name,
        line=line.text,
        unverified=line.unverified,
        desk=call.name if call else "",
        number=call.number if call else "",
        region=paper.region,
        as_of=paper.foot.as_of,
        stamp=paper.stamp,
    )


def lines(policy: PolicyView) -> tuple[Item, ...]:
    """Return what a banner may say, the best first; the abbreviation of an office is left out."""
    said, desk, step = policy.summary[0], policy.accepts, policy.stages[0]
    office = ABBREVIATED.sub("", desk.name)
    return (
        Item(said.text.removesuffix("。"), said.unverified),
        Item(f"{desk.label}？{office}", desk.unverified),
        Item(step.short, step.unverified),
    )


def fits(line: Item, *, proof: bool) -> bool:
    """Tell whether a line is short enough, and verified enough for the paper."""
    return len(line.text) <= LONGEST_LINE and (proof or not line.unverified)
