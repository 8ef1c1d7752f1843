"""Whom to ask: townships, the office in charge, hotlines; a number counts once dialled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.dates import day_words

if TYPE_CHECKING:
    from datetime import date

    from mingbai.model.library import Library
    from mingbai.model.region import Bureau, Hotline, Phone, Region
    from mingbai.model.scope import Scope

NOT_PUBLISHED = "电话待公布"
NOT_DIALLED = "号码未经拨测，打不通请到镇街窗口当面问"


@dataclass(frozen=True, slots=True)
class Contact:
    """An office or a line. ``number`` may be empty; ``dialled`` says that somebody tried it."""

    name: str
    about: str
    number: str
    dialled: bool
    note: str


@dataclass(frozen=True, slots=True)
class Contacts:
    """Everybody a person can ask in the region."""

    region: str
    townships: tuple[Contact, ...]
    townships_source: str
    bureaus: tuple[Contact, ...]
    hotlines: tuple[Contact, ...]


def contacts(library: Library, scope: Scope, office: str | None = None) -> Contacts:
    """Return the region's contacts, or only those for one kind of office."""
    chain = library.chain(scope.region)
    region = chain[-1]
    return Contacts(
        region=region.name,
        townships=tuple(
            called(one.name, one.window or "救助窗口地址待公布", one.phone)
            for one in region.townships
        ),
        townships_source=region.townships_source or "",
        bureaus=tuple(
            called(one.name, one.duty, one.phone)
            for one in bureaus(chain)
            if office in {None, one.office}
        ),
        hotlines=tuple(
            hotline(one)
            for place in chain
            for one in place.hotlines
            if office is None or office in one.offices
        ),
    )


def bureaus(chain: tuple[Region, ...]) -> tuple[Bureau, ...]:
    """Return one bureau a kind of office: the nearest region's."""
    nearest = {one.office: one for place in chain for one in place.bureaus}
    return tuple(nearest.values())


def called(name: str, about: str, phone: Phone | None) -> Contact:
    """Return an office with its number, if it has published one."""
    if phone is None:
        return Contact(name, about, "", dialled=False, note=NOT_PUBLISHED)
    return Contact(name, about, phone.number, phone.dialled_on is not None, tried(phone.dialled_on))


def hotline(line: Hotline) -> Contact:
    """Return a hotline, marked when nobody has dialled it."""
    dialled = line.dialled_on is not None
    return Contact(line.name, line.covers, line.number, dialled, tried(line.dialled_on))


def tried(dialled_on: date | None) -> str:
    """Say when a number was last dialled, or that it was not."""
    return f"{day_words(dialled_on)}已拨通" if dialled_on else NOT_DIALLED
