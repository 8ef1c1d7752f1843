"""What the page behind a released sheet opens with: whether the sheet in hand still holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mingbai.model.questions import QUESTIONS
from mingbai.views.dates import day_words

if TYPE_CHECKING:
    from mingbai.editions.standing import Standing
    from mingbai.model.policy import Policy, Withdrawn

REPLACE = "手里的纸不要再用，请到村（居）委会换一张新的。"
USABLE = "手里的纸还能用；和下面不一样的地方，以下面写的为准。"
UNPRINTED = "手里的纸先留着；和下面不一样的地方，以下面写的为准。"
ENDED = "手里的纸不要再用。"
TITLES = {one.anchor: one.title.rstrip("？") for one in QUESTIONS}
NUMBERS = "零一两三四五六七八九"


@dataclass(frozen=True, slots=True)
class EditionChange:
    """One change since the sheet in hand: day, one plain sentence, the questions it concerns."""

    on: str
    text: str
    questions: tuple[str, ...]
    replace: bool


@dataclass(frozen=True, slots=True)
class EditionNotice:
    """Whether a sheet still holds.

    ``state``: ``current`` (the sheet in hand is the latest), ``usable`` (things changed, the sheet
    may stay), ``replace`` (get a new one), ``ended`` (the policy is withdrawn). ``words`` is the
    opening line, ``todo`` what to do with the sheet in hand; ``changes`` the latest first.
    """

    state: Literal["current", "usable", "replace", "ended"]
    words: str
    todo: str
    changes: tuple[EditionChange, ...] = ()


def edition_notice(edition: int, record: Policy, place: Standing) -> EditionNotice:
    """Return what a sheet of an edition is told today."""
    later = changes_after(edition, record)
    replace = any(one.replace for one in later)
    if later:
        words = f"您手里的是第 {edition} 版，现行第 {place.latest} 版：{counted(later)}。"
        return EditionNotice(
            "replace" if replace else "usable", words, REPLACE if replace else USABLE, later
        )
    if place.touched:
        parts = "、".join(TITLES[one] for one in place.touched)
        words = f"您手里的是第 {edition} 版。这一版之后内容又有改动（{parts}），新的一版还没有印。"
        return EditionNotice("usable", words, UNPRINTED)
    return EditionNotice("current", f"您手里的就是现行版（第 {edition} 版）。", "")


def ended_notice(edition: int, record: Withdrawn) -> EditionNotice:
    """Return what a sheet of a withdrawn policy is told."""
    words = f"您手里的是第 {edition} 版，这项政策 {day_words(record.ended_on)}起停用。"
    return EditionNotice("ended", words, ENDED)


def changes_after(edition: int, record: Policy) -> tuple[EditionChange, ...]:
    """Return what later editions changed, the latest first."""
    later = [one for one in record.changes if one.edition is not None and one.edition > edition]
    later.sort(key=lambda one: (one.edition or 0, one.on), reverse=True)
    return tuple(
        EditionChange(
            on=day_words(one.on),
            text=one.text,
            questions=tuple(TITLES[part] for part in one.parts if part in TITLES),
            replace=one.old_sheets == "换新",
        )
        for one in later
    )


def counted(changes: tuple[EditionChange, ...]) -> str:
    """Say how many changes follow."""
    count = len(changes)
    return f"以下{NUMBERS[count] if count < len(NUMBERS) else f' {count} '}处有变化"
