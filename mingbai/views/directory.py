"""Whom to call, as a book tells it: lines to write on wherever no dialled number is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.code import WARNING
from mingbai.views.contacts import contacts
from mingbai.views.local_copy import Blank, village_lines
from mingbai.views.questions import ASK_FIRST, call
from mingbai.views.village import GENERAL, township_views

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.contacts import Contact

BLANKS = "空着的地址、电话，还没有公布或者没有拨通过；问到以后，写在横线上。"
NO_MONEY = "有人让您转账、交手续费的，不要相信。"


@dataclass(frozen=True, slots=True)
class Row:
    """An office or a line: ``about`` what for, ``place`` where, ``number`` how; empty to write."""

    name: str
    about: str
    place: str
    number: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Offices of one kind, with the heads of their columns."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody a person can ask in the region."""

    lead: str
    blanks: str
    hotlines: Listing
    townships: Listing
    bureaus: Listing


@dataclass(frozen=True, slots=True)
class Back:
    """The back cover: whom to call, and what nobody may ask of you."""

    title: str
    calls: tuple[Blank, ...]
    warnings: tuple[str, ...]


def directory(library: Library, scope: Scope) -> Directory:
    """Return the contacts of the region."""
    people = contacts(library, scope)
    return Directory(
        lead=ASK_FIRST,
        blanks=BLANKS,
        hotlines=Listing("热线", ("热线", "电话"), rows(people.hotlines), ""),
        townships=Listing(
            title="镇街",
            columns=("镇街", "救助窗口在哪里", "电话"),
            rows=tuple(
                Row(one.township, "", one.window, one.window_phone)
                for one in township_views(library, scope)
            ),
            note=people.townships_source,
        ),
        bureaus=Listing("主管部门", ("部门", "电话"), rows(people.bureaus), ""),
    )


def rows(people: Iterable[Contact]) -> tuple[Row, ...]:
    """Return offices or lines; a number counts once somebody has dialled it."""
    return tuple(Row(one.name, one.about, "", one.number if one.dialled else "") for one in people)


def back(library: Library, scope: Scope) -> Back:
    """Return the back cover."""
    lines = tuple(call(one) for one in contacts(library, scope).hotlines)
    return Back("有疑问找谁？", (*village_lines(GENERAL), *lines), (WARNING, NO_MONEY))
