"""Names that have no Chinese surname: in parts with a dot between, or of words of other languages.

A dot stands in titles as well, so all characters have to be those with which such names are
written. Names of places are made of the same words; what follows tells them apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.name_characters import FOREIGN, PARTS, SYLLABLES
from mingbai.privacy.name_words import AFTER, LEAD, LONGEST_LEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span

SYLLABLE = f"[{SYLLABLES}]"
DOT = r"[·•・‧∙.]"
DOTTED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<clear>{SYLLABLE}{{1,8}})(?:{DOT}{SYLLABLE}{{1,8}}){{1,3}}"
    rf"|(?P<led>{SYLLABLE}{{2,8}})(?:{DOT}{SYLLABLE}{{1,8}}){{1,3}}"
)
FROM_OTHERS = re.compile(f"[{FOREIGN}]")
LEAST_FROM_OTHERS = 2
PART = re.compile(PARTS)
MADE = re.compile(rf"(?:{PARTS})(?:{PARTS}){{1,3}}(?:{SYLLABLE}(?={AFTER}))?")
SHORT = re.compile(rf"(?:{PARTS}){SYLLABLE}{{0,2}}(?={AFTER})")
SHORTEST = 3
OF_PLACE = re.compile(
    r"[市县州盟旗镇乡村省区路街山河湖]|[\u4e00-\u9fff]{0,3}(?:自治[州县区旗]|地区|草原|机场)"
)


def minority_names(plain: str) -> Iterator[Span]:
    """Yield where such names stand."""
    for found in DOTTED.finditer(plain):
        clear = len(FROM_OTHERS.findall(found[0])) >= LEAST_FROM_OTHERS
        clear = clear or PART.search(found[0]) is not None
        if clear and (found["clear"] or begins(plain, found.start())):
            yield found.span()
    for found in MADE.finditer(plain):
        if not OF_PLACE.match(plain, found.end()):
            yield found.span()
    for found in SHORT.finditer(plain):
        long = found.end() - found.start() >= SHORTEST
        if long and not OF_PLACE.match(plain, found.end()) and begins(plain, found.start()):
            yield found.span()


def begins(plain: str, start: int) -> bool:
    """Tell whether no word runs into a place, but those behind which people are named."""
    head = plain[max(0, start - LONGEST_LEAD) : start]
    return not head or not "\u4e00" <= head[-1] <= "\u9fff" or LEAD.search(head) is not None
