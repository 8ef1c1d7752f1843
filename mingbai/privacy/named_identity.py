"""Numbers that are called identity numbers: mistyped ones count, for the digits are somebody's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.identity import OLD_LENGTH
from mingbai.privacy.masked import MASK
from mingbai.privacy.runs import ANY_RUN, CHUNK, LONGEST_WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span

NAMED = re.compile(
    r"(?:身份证|身份号|身份证明|证件号|证件[:：]|公民身份|居民证|(?<![A-Za-z])ID(?:号码?|card)|sfz)"
    r"[^\d\n]{0,12}(?<![A-Za-z])(?=\d)",
    re.IGNORECASE,
)
NAMED_LENGTHS = range(13, 22)


def named_identities(plain: str) -> Iterator[Span]:
    """Yield numbers that are called identity numbers, mistyped ones too."""
    for label in NAMED.finditer(plain):
        run = ANY_RUN.match(plain, label.end(), label.end() + LONGEST_WRITTEN)
        if run is None:
            continue
        found: list[re.Match[str]] = []
        for one in CHUNK.finditer(run[0]):
            if "\n" in run[0][: one.start()] and length(found) >= OLD_LENGTH:
                break
            found.append(one)
        sizes = [len(one[0]) for one in found]
        grouped = sizes[0] in {1, 3, 4, 6, 10, 12, 14} and not is_year(found[0][0])
        if re.match(MASK, plain[label.end() + found[-1].end() :][:1]):
            continue
        if sizes[0] in NAMED_LENGTHS:
            yield label.end(), label.end() + found[0].end()
        elif grouped and length(found) in NAMED_LENGTHS:
            yield label.end(), label.end() + found[-1].end()


def length(found: list[re.Match[str]]) -> int:
    """Return how many digits some chunks have."""
    return sum(len(one[0]) for one in found)


def is_year(digits: str) -> bool:
    """Tell whether four digits are a year: 有效期 2016.01.01-2036.01.01 is no number."""
    return re.fullmatch("(?:19|20)[0-9]{2}", digits) is not None
