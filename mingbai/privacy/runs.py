"""Digits that stand together in plain text: chunks side by side, and runs of chunks in groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = r"[ \t\u00a0\u3000\-_.·•'’]{0,2}"
"""What people put between the groups of one number, on one line."""

BETWEEN = r"[ \t\u00a0\u3000\-_.·•'’,，、/\\|:;]{0,3}"
WIDE_GAP = rf"(?:{BETWEEN}(?:\r?\n[ \t\u3000>#*|/-]{{0,8}}){{0,3}})"
"""What else may stand between digits of which a check digit says that they belong together."""

IN_LONGER = r"(?<=\d{17})[Xx](?=\d{2}(?!\d))"
"""The last character of an identity number in the number of a 残疾证."""

RUN = re.compile(rf"\d(?:{WIDE_GAP}\d|{IN_LONGER})*(?:{WIDE_GAP}[Xx×](?![0-9A-Za-z×*]))?")
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
    for found in RUN.finditer(plain):
        if found.end() - found.start() >= FEWEST:
            yield tuple(
                Chunk(one[0], found.start() + one.start()) for one in CHUNK.finditer(found[0])
            )


FEWEST = 11
"""Digits of a mobile number, the shortest that is looked for in runs."""

LONGEST_WRITTEN = 80
"""Characters that a number and what stands between its digits may take."""
