"""Whom to ask near home, for a browser: a village's own contact, else the townships."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.contacts import called
from mingbai.views.dates import day_words
from mingbai.views.village import DIGITS

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.model.village import Village
    from mingbai.views.contacts import Contact

TOWNSHIP_DIGITS = 3
"""How many digits of a fragment name the township: 370812101201 is 101 and 201."""
NOT_CHECKED = "号码还没有核对，打不通请到镇街窗口当面问"
NOTHING_YET = "这些镇街的窗口地址和电话还没有公布，请先问村（居）委会"


@dataclass(frozen=True, slots=True)
class VillageContact:
    """A village's own contact as the web may show it.

    An empty value is not known; ``checked`` says that somebody asked after the number.
    """

    place: str
    contact: str
    phone: str
    checked: bool
    note: str


VillageContacts = tuple[tuple[str, VillageContact], ...]
"""The villages of a township by the last three digits of their codes, in that order."""


@dataclass(frozen=True, slots=True)
class Townships:
    """The townships of a region: those with a published window or number, names of the others."""

    known: tuple[Contact, ...]
    others: tuple[str, ...]
    others_words: str = NOTHING_YET


def village_contacts(library: Library, scope: Scope) -> dict[str, VillageContacts]:
    """Return for every township, by its three digits, the contacts marked 网 of its villages.

    A township without any has an empty entry. Two villages that share their last six digits (a
    region of several counties) are left out: nobody could tell whose contact it is.
    """
    villages = library.villages_in(scope.region)
    named: dict[str, list[Village]] = defaultdict(list)
    for one in villages:
        named[one.code[-DIGITS:]].append(one)
    towns = {one.township_code for one in villages}
    towns |= {one.code for one in library.region_by_code[scope.region].townships}
    found: dict[str, list[tuple[str, VillageContact]]] = {
        code[-TOWNSHIP_DIGITS:]: [] for code in sorted(towns)
    }
    for fragment, sharing in sorted(named.items()):
        if len(sharing) == 1 and is_shown(sharing[0]):
            town, village = fragment[:TOWNSHIP_DIGITS], fragment[TOWNSHIP_DIGITS:]
            found[town].append((village, village_contact(sharing[0])))
    return {town: tuple(listed) for town, listed in found.items()}


def is_shown(village: Village) -> bool:
    """Tell whether the web may show the contact of a village, and there is one."""
    return village.publish == "网" and bool(village.contact or village.phone)


def village_contact(village: Village) -> VillageContact:
    """Return what the web says of one village."""
    checked = f"{day_words(village.checked_on)}核对" if village.checked_on else ""
    unsure = NOT_CHECKED if village.phone and not village.checked_on else ""
    return VillageContact(
        place=f"{village.township}{village.name}",
        contact=village.contact or "",
        phone=village.phone or "",
        checked=village.checked_on is not None,
        note="，".join(filter(None, (village.hours, checked or unsure))),
    )


def region_townships(library: Library, scope: Scope) -> Townships:
    """Return the townships of the region, for readers without scripts or without a village."""
    listed = library.region_by_code[scope.region].townships
    return Townships(
        known=tuple(
            called(one.name, one.window or "", one.phone)
            for one in listed
            if one.window or one.phone
        ),
        others=tuple(one.name for one in listed if not one.window and not one.phone),
    )
