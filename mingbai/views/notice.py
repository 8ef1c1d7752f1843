"""One village's notice-board sheet: what is shown of whom, until when, whom to tell, and why.

Every word stands here; an empty value is a line to write on.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from mingbai.views.code import WARNING, code_content, invitation, printed_address
from mingbai.views.dates import day_words
from mingbai.views.local_copy import Blank
from mingbai.views.notice_table import Column, Line, columns, row_owner, table_lines
from mingbai.views.proof import STAMP
from mingbai.views.village import townships, window, window_phone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.notices.permit import Kind, Period, Permit
    from mingbai.notices.row import Row
    from mingbai.views.policy import PolicyView

VEILED = "为保护隐私，姓名隐去一个字。"
AGREED = "下面这些，已经审核同意；只写规定可以公开的内容。"
CONTINUED = "名单接下一页"
BASIS = "basis"
"""What an article that does not fit on the sheet is blamed on, instead of a row of the list."""
DAYS = {"日": "天", "工作日": "个工作日"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A date of the sheet: an empty value is a line to write on; ``note`` explains it."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """What stands on the sheets of every village of one list."""

    kind: Kind
    stamp: str
    title: str
    facts: tuple[Fact, ...]
    list_title: str
    list_note: str
    ask_title: str
    ask: str
    basis_title: str
    basis: str
    seal: tuple[Blank, ...]
    continued: str
    invitation: str
    address: str
    warning: str
    as_of: str
    code_content: str


@dataclass(frozen=True, slots=True)
class VillageNotice:
    """One village's list; ``owner`` is the first cell of the list with its name."""

    owner: str
    township: str
    place: str
    village: str
    blanks: tuple[Blank, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Posting:
    """What is posted: of which policy, allowed by what, from when, how people are named."""

    policy: PolicyView
    permit: Permit
    posted: date | None
    period: Period | None
    whole_names: bool
    proof: bool


def notice_words(posting: Posting, scope: Scope) -> NoticeWords:
    """Return the words that all villages share."""
    before = posting.permit.kind == "公示"
    policy, kind = posting.policy, posting.permit.kind
    veiled = "" if posting.whole_names else VEILED
    return NoticeWords(
        kind=kind,
        stamp=STAMP if posting.proof else "",
        title=f"{policy.name}{kind}",
        facts=before_facts(posting.period) if posting.period else after_facts(posting.posted),
        list_title="公示的是谁，初审意见怎样？" if before else "公布的是谁？",
        list_note=("下面是初审意见，还没有最后定。" if before else AGREED) + veiled,
        ask_title="有不同意见，找谁说？" if before else "有疑问，找谁问？",
        ask="请在公示期内打电话，或者到镇街救助窗口说。"
        if before
        else "打电话，或者到镇街救助窗口问。",
        basis_title=f"凭哪条规定{kind}？",
        basis=basis(posting.permit),
        seal=(Blank("单位（盖章）", ""), Blank("日期", day(posting.posted))),
        continued=CONTINUED,
        invitation=invitation(scope),
        address=printed_address(scope, policy.code),
        warning=WARNING,
        as_of=f"政策内容截至 {policy.as_of}。",
        code_content=code_content(policy, scope),
    )


def before_facts(hangs: Period) -> tuple[Fact, ...]:
    """Return the dates of a 公示: posted, last day, taken down."""
    return (
        Fact("哪天贴出", day(hangs.posted), "当天不算在内"),
        Fact("公示到哪天", day(hangs.last), f"共 {hangs.days} {DAYS[hangs.unit]}"),
        Fact("哪天取下", day(hangs.down), "公示期满，由张贴单位取下"),
    )


def after_facts(posted: date | None) -> tuple[Fact, ...]:
    """Return the dates of a 公布: no article says when it comes down, so a hand writes that."""
    return (
        Fact("哪天贴出", day(posted), "张贴单位填写" if posted is None else ""),
        Fact("哪天取下", "", "张贴单位填写，到期取下"),
    )


def day(value: date | None) -> str:
    """Write a date, or nothing."""
    return day_words(value) if value else ""


def basis(allowed: Permit) -> str:
    """Return the articles that allow it; one that nobody has read is on a proof only, marked."""
    marked = (f"{one.words}{'' if one.verified else '（待核）'}" for one in allowed.sources)
    return f"{'；'.join(marked)}。"


def village_notices(
    posting: Posting, rows: Iterable[Row], library: Library, scope: Scope
) -> tuple[VillageNotice, ...]:
    """Return a list a village, by township and village in the order of the file."""
    listed = list(rows)
    order = {key: number for number, key in reversed(list(enumerate(map(village_key, listed))))}
    listed.sort(key=lambda row: order[village_key(row)])
    return tuple(
        village_notice(posting, tuple(members), library, scope)
        for _, members in groupby(listed, key=village_key)
    )


def village_key(row: Row) -> tuple[str, str]:
    """Return what tells villages apart."""
    return row.township, row.village


def village_notice(
    posting: Posting, rows: tuple[Row, ...], library: Library, scope: Scope
) -> VillageNotice:
    """Return one village's list."""
    first = rows[0]
    region = library.region_by_code[scope.region].name
    shown = columns(posting.permit, rows)
    return VillageNotice(
        owner=row_owner(first, "village"),
        township=first.township,
        place=f"{region}{first.township}",
        village=first.village,
        blanks=blanks(posting, first.township, library, scope),
        columns=shown,
        lines=table_lines(rows, shown, whole_names=posting.whole_names),
    )


def blanks(posting: Posting, name: str, library: Library, scope: Scope) -> tuple[Blank, ...]:
    """Return whom to tell: the township's window, and a number that somebody dialled."""
    named = [one for one in townships(library, scope).values() if one.name == name]
    township = named[0] if named else None
    call = posting.policy.call
    return (
        Blank("镇街救助窗口", window(township)),
        Blank("镇街电话", window_phone(township)),
        *((Blank(call.name, call.number),) if call else ()),
    )
