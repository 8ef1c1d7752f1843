"""The 服务卡: one card for every household, whom to ask on its front and for what on its back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.card_policies import OTHERS, CardName, CardPolicy, chosen, listed, that_fit
from mingbai.views.code import WARNING, invitation, plain_text, printed_address
from mingbai.views.dates import day_words
from mingbai.views.hotline import common_call
from mingbai.views.proof import STAMP
from mingbai.views.scan_index import TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView
    from mingbai.views.village import VillageView

WHAT = "有哪些帮助？"
SAY_CODE = "打电话时说左边的编号"
MORE = "其余扫码看"
MORE_WITHOUT_PAGE = "其余请问窗口"
TEXT = "社会救助：问村（居）委会、镇街"
MOST_BYTES = 60
"""UTF-8 bytes of a card's code without an address (design, rule 4)."""

LONGEST_PLACE = 36
"""Characters of a place on two lines; a longer one is told without its region."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """Somebody to ask; an empty value is a line to write on."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class CardView:
    """What all cards of a region say. ``call`` is the hotline if somebody has dialled one."""

    title: str
    call: tuple[CardLine, ...]
    invitation: str
    address: str
    warning: str
    as_of: str
    stamp: str
    what: str
    say_code: str
    rows: tuple[CardPolicy, ...]
    others_label: str
    others: tuple[CardName, ...]
    more: str


@dataclass(frozen=True, slots=True)
class CardCopy:
    """What the cards of one village add: ``owner`` is its code, which problems are blamed on."""

    owner: str
    place: str
    lines: tuple[CardLine, ...]
    code_content: str


def card_view(
    policies: Sequence[PolicyView], library: Library, scope: Scope, *, proof: bool
) -> CardView:
    """Return the card of these policies."""
    call = common_call(policies)
    told = chosen(policies, library)
    rest = [one for one in listed(policies, library) if one not in told]
    more = MORE if scope.public_url else MORE_WITHOUT_PAGE
    others = that_fit(rest, more)
    return CardView(
        title=TITLE,
        call=(CardLine("打电话", call.number, call.name),) if call else (),
        invitation=invitation(scope),
        address=printed_address(scope, ""),
        warning=WARNING,
        as_of=f"截至 {day_words(scope.as_of)}",
        stamp=STAMP if proof else "",
        what=WHAT,
        say_code=SAY_CODE,
        rows=told,
        others_label=OTHERS if others else "",
        others=others,
        more=more if len(others) < len(rest) else "",
    )


def card_copy(
    policies: Sequence[PolicyView], library: Library, scope: Scope, village: VillageView
) -> CardCopy:
    """Return what a village's cards add."""
    return CardCopy(
        owner=village.code,
        place=place(library.region_by_code[scope.region].name, village.title),
        lines=(
            *person(village),
            CardLine("镇街窗口", village.window_phone, village.window),
        ),
        code_content=card_code(policies, scope, village),
    )


def place(region: str, village: str) -> str:
    """Return the name of a place, after its region's while both are short."""
    both = f"{region} · {village}" if village else region
    return both if len(both) <= LONGEST_PLACE else village


def person(village: VillageView) -> tuple[CardLine, ...]:
    """Return the village's person on one line, or on two while something is to be written.

    Office hours are left to the larger forms: a card has no room for them.
    """
    if village.contact and village.phone:
        return (CardLine("联系人", f"{village.contact} {village.phone}", ""),)
    return (CardLine("联系人", village.contact, ""), CardLine("电话", village.phone, ""))


def card_code(policies: Sequence[PolicyView], scope: Scope, village: VillageView) -> str:
    """Return the address of the page of all policies, or plain text that fits a card's code."""
    if scope.public_url:
        return scope.address("", village.fragment)
    call = common_call(policies)
    return plain_text(TEXT, f"电话{call.number}" if call else "", MOST_BYTES)
