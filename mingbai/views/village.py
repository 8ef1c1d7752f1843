"""The place an edition of paper is for: one village, one township, or the region as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.library import Library
    from mingbai.model.region import Township
    from mingbai.model.scope import Scope
    from mingbai.model.village import Village
    from mingbai.problems import Place

DIGITS = 6
"""Last digits of a village's code: what follows # in a printed address (design, rule 4)."""


@dataclass(frozen=True, slots=True)
class VillageView:
    """What an edition says of its place; an empty value is a line to write on by hand.

    ``code`` has twelve digits for a village, nine for a township, none for the region.
    """

    code: str = ""
    name: str = ""
    township: str = ""
    contact: str = ""
    phone: str = ""
    hours: str = ""
    window: str = ""
    window_phone: str = ""

    @property
    def fragment(self) -> str:
        """Return what stands behind # in the printed address: a village's last six digits."""
        return self.code[-DIGITS:] if len(self.code) > len("370812101") else ""

    @property
    def title(self) -> str:
        """Return township and village as one name."""
        return f"{self.township}{self.name}"


GENERAL = VillageView()
"""The edition of the whole region: every line of the village is written by hand."""


def village_views(
    villages: Iterable[Village], library: Library, scope: Scope
) -> tuple[VillageView, ...]:
    """Return the villages as paper may show them: 不公布 leaves the lines to be written."""
    windows = townships(library, scope)
    return tuple(village_view(one, windows.get(one.township_code)) for one in villages)


def village_view(village: Village, township: Township | None) -> VillageView:
    """Return one village."""
    shown = village.publish != "不公布"
    return VillageView(
        code=village.code,
        name=village.name,
        township=village.township,
        contact=(village.contact or "") if shown else "",
        phone=(village.phone or "") if shown else "",
        hours=(village.hours or "") if shown else "",
        window=window(township),
        window_phone=window_phone(township),
    )


def township_views(library: Library, scope: Scope) -> tuple[VillageView, ...]:
    """Return an edition for each township of the region."""
    return tuple(
        VillageView(
            code=one.code, township=one.name, window=window(one), window_phone=window_phone(one)
        )
        for one in townships(library, scope).values()
    )


def townships(library: Library, scope: Scope) -> dict[str, Township]:
    """Return the region's townships by code."""
    return {one.code: one for one in library.region_by_code[scope.region].townships}


def window(township: Township | None) -> str:
    """Return where a township takes applications, if it is published."""
    return (township.window or "") if township else ""


def window_phone(township: Township | None) -> str:
    """Return the window's number once somebody dialled it."""
    phone = township.phone if township else None
    return phone.number if phone and phone.dialled_on else ""


def village_places(villages: Iterable[Village]) -> dict[str, Place]:
    """Return the row of each village by its code: what a problem of its edition points at."""
    return {one.code: one.at("name") for one in villages}
