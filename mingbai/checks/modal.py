"""应当 and 可以 as the article has them: what somebody may do is no duty, and a duty no offer.

Comes in: statements and the official texts. Goes out: 提醒 where every cited place says one thing
and the sentence only the other; a person compares them, for it may tell of something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mingbai.model.base import Record
    from mingbai.model.citation import Citation
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.region import LocalPolicy
    from mingbai.read.official_text import OfficialText

    Texts = Callable[[str], OfficialText | None]

DUTY = re.compile("应当|必须|不得")
MAY = re.compile("可(?:以|(?=给予|按|将|由|向|申请))|自行|自愿")
TOLD_DUTY = re.compile("必须|一律|都要|不得|应当|务必|只能")
TOLD_MAY = re.compile(
    "(?:可以|最好|酌情|看情况)(?!先?(?:问|打|申请|请|去|到|告诉|咨询|投诉|举报|找))"
)
"""Where somebody may ask is no offer of what an office has to do."""

NO_DUTY = re.compile("要(?!求|素|紧|么|是)|应|必|须|不得|不能|只|才")
"""What tells of a duty in plain words, too."""

PHRASE = re.compile("[^，。；：！？]{1,20}")
SHARED = 2
"""Pairs of characters behind the two words that must be the same: then both tell of one thing."""

SPOKEN = ("text", "do", "a")


def modality(library: Library, texts: Texts) -> Iterator[Problem]:
    """Yield the sentences that make a duty of what is allowed, or an offer of a duty."""
    local = [one for region in library.regions for one in region.policies]
    owners: list[Policy | LocalPolicy] = [*library.policies, *local]
    for owner in owners:
        for record, cites in owner.citations():
            words = cited_words(cites, texts)
            if words:
                yield from told_otherwise(record, words)


def cited_words(cites: tuple[Citation, ...], texts: Texts) -> str:
    """Return the words of every cited place, nothing if one of them is not at hand."""
    found: list[str] = []
    for cite in cites:
        text = texts(cite.document)
        points = [point for locator in cite.locators for point in locator.points]
        words = [text.find(point) or "" for point in points] if text else []
        if not words or not all(words):
            return ""
        found.extend(words)
    return "".join(found)


def told_otherwise(record: Record, words: str) -> Iterator[Problem]:
    """Yield what a sentence makes of the words that it rests on."""
    for key in SPOKEN:
        text = getattr(record, key, None)
        if not isinstance(text, str):
            continue
        if same_thing(text, TOLD_DUTY, words, MAY) and not also_duty(text, words):
            found = TOLD_DUTY.findall(text)[0]
            yield Problem("modal-must", record.at(key), {"found": found})
        elif same_start(text, words):
            yield Problem("modal-may", record.at(key), {"found": "可以"})
        elif not (NO_DUTY.search(text) or MAY.search(words)) and same_thing(
            text, TOLD_MAY, words, DUTY
        ):
            found = TOLD_MAY.findall(text)[0]
            yield Problem("modal-may", record.at(key), {"found": found})


def same_thing(text: str, told: re.Pattern[str], words: str, written: re.Pattern[str]) -> bool:
    """Tell whether what follows the modal word in a sentence follows the other in the article."""
    mine, theirs = pairs_behind(text, told), pairs_behind(words, written)
    return bool(mine & theirs) and len(mine & theirs) >= min(SHARED, len(mine), len(theirs))


def same_start(text: str, words: str) -> bool:
    """Tell whether a sentence allows what the article forbids, and nothing there allows it."""
    allowed = {one[1] for one in re.finditer("可以([\u4e00-\u9fff]{2})", text)}
    forbidden = {one[1] for one in re.finditer("不得([\u4e00-\u9fff]{2})", words)}
    may = {one[1] for one in re.finditer("可以?([\u4e00-\u9fff]{2})", words)}
    return bool((allowed & forbidden) - may)


def also_duty(text: str, words: str) -> bool:
    """Tell whether an article makes a duty of what the sentence says, or of anything like it."""
    duties = pairs_behind(words, DUTY)
    if not duties:
        return False
    mine = pairs_behind(text, TOLD_DUTY)
    allowed = mine & pairs_behind(words, MAY)
    return len(allowed) < SHARED or len(allowed) <= len(mine & duties)


def pairs_behind(text: str, modal: re.Pattern[str]) -> set[str]:
    """Return the pairs of characters in the phrases behind a modal word."""
    found: set[str] = set()
    for one in modal.finditer(text):
        phrase = PHRASE.match(text, one.end())
        said = phrase[0] if phrase else ""
        found.update(said[at : at + 2] for at in range(len(said) - 1))
    return found
