"""Notice-board sheets: A4, as many pages a village as its list needs, every page whole by itself.

They hold people's names, so they are no form of ``FORMS``: ``mingbai build`` never plans one.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mingbai.outputs.notices.pages import laid_out
from mingbai.outputs.qr import qr_data
from mingbai.views.notice import BASIS

if TYPE_CHECKING:
    from mingbai.views.notice import NoticeWords, VillageNotice

TEMPLATE = "notices/notice.typ"


def notice_data(words: NoticeWords, villages: tuple[VillageNotice, ...]) -> dict[str, Any]:
    """Return what the template reads: the shared words, and each village's pages."""
    return {
        "words": asdict(words) | {"qr": qr_data(words.code_content, "M"), "basis_owner": BASIS},
        "villages": [village_data(one) for one in villages],
    }


def village_data(village: VillageNotice) -> dict[str, Any]:
    """Return one village with its lines put on pages."""
    layout = laid_out(len(village.lines))
    pages: list[dict[str, Any]] = []
    begin = 0
    for number, count in enumerate(layout.pages, start=1):
        lines = [asdict(one) for one in village.lines[begin : begin + count]]
        words = f"第 {number} 页，共 {len(layout.pages)} 页" if len(layout.pages) > 1 else ""
        pages.append({"lines": lines, "words": words, "number": number})
        begin += count
    told = {key: value for key, value in asdict(village).items() if key != "lines"}
    return told | {"pages": pages, "density": asdict(layout.density)}


def page_count(villages: tuple[VillageNotice, ...]) -> int:
    """Return how many pages the sheets of some villages must give."""
    return sum(len(laid_out(len(one.lines)).pages) for one in villages)
