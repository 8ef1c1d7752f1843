"""Digits that stand together in plain text: chunks side by side, and runs of chunks in groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = r"[ \t\u00a0\u3000\-_.·•'’]{0,2}"
"""What people put between the groups of one number, on one line."""

STROKES = r" \t\u00a0\u3000\-_.·•'’,，、/\\|:;\u2500-\u257f"
LINES = r"(?:[ \t]{0,40}\r?\n[ \t\u3000>#*|/\u2500-\u257f-]{0,40}){0,3}"
WIDE_GAP = rf"(?:[{STROKES}]{{0,3}}{LINES})"
"""What else may stand between digits of which a check digit says that they belong together."""

BRACKETS = '()（）\\[\\]{}〔〕【】〖〗〈〉《》「」『』<>"“”‘~+=!！。；：&^%@'
ANY_GAP = rf"(?:[{STROKES}{BRACKETS}]{{0,4}}{LINES})"
CUT = re.compile(f"[{BRACKETS}]")
"""What else people put around the groups of a number; amounts stand so side by side as well."""

IN_LONGER = r"(?<=\d{17})[Xx](?=\d{2}(?!\d))"
"""The last character of an identity number in the number of a 残疾证."""

LAST = "[Xx×](?![0-9A-Za-z×*])"
RUN = re.compile(rf"\d(?:{WIDE_GAP}\d|{IN_LONGER})*(?:{WIDE_GAP}{LAST})?")
ANY_RUN = re.compile(rf"\d(?:{ANY_GAP}\d|{IN_LONGER})*(?:{ANY_GAP}{LAST})?")
CHUNK = re.compile(r"\d+[Xx×]?|[Xx×]")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Digits without anything between them; ``start`` is where in the plain text."""

    digits: str
    start: int

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.start + len(self.digits)


def runs(plain: str) -> Iterator[tuple[Chunk, ...]]:
    """Yield the runs of a plain text that are long enough to hold a private number."""
    for found in ANY_RUN.finditer(plain):
        if found.end() - found.start() >= FEWEST:
            yield tuple(
                Chunk(one[0], found.start() + one.start()) for one in CHUNK.finditer(found[0])
            )


def narrow(run: tuple[Chunk, ...], plain: str) -> Iterator[tuple[Chunk, ...]]:
    """Yield a run cut where a bracket or the like stands between its digits."""
    first = 0
    for index in range(1, len(run)):
        if CUT.search(plain, run[index - 1].end, run[index].start):
            yield run[first:index]
            first = index
    yield run[first:]


FEWEST = 11
"""Digits of a mobile number, the shortest that is looked for in runs."""

LONGEST_WRITTEN = 80
"""Characters that a number and what stands between its digits may take."""
