"""Marks that let a telephone of the table of contacts through: of a whole text, or of one row."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.privacy.columns import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span

PUBLISHED = re.compile(
    r"publish[\"']?\s*[:=：]\s*[\[\"'（(]{0,2}(?:网|纸|web|paper|true|yes)|公布范围[:：]?\s*[网纸]"
    r"|(?<![不未得])(?:可|可以|同意|对外|已|准予|予以|用于)(?:公布|公开|公示)|公示电话|公布电话"
)
UNPUBLISHED = re.compile(
    r"publish[\"']?\s*[:=：]\s*[\"']?(?:不|no|false|null)|不公布|不公开|不得公|不要公|勿公|不对外|未经.{0,3}同意|内部"
    r"|不同意|不可公",
    re.IGNORECASE,
)
MARK = r"(?:网|纸|网[站页]|纸[面质]?|网\s?[、/和+]?\s?纸|纸\s?[、/和+]?\s?网)"
TITLE = re.compile("publish|公布|公开", re.IGNORECASE)
IN_CELL = re.compile(rf"[\[\"']?(?:{MARK}|是|可|同意|yes|true)[\]\"']?", re.IGNORECASE)
ENTRY = re.compile(r"^[ \t]*- ", re.MULTILINE)
"""Where an entry of a list begins: what it says of publishing holds for itself alone."""

LAST_CELL = re.compile(rf"[\t,|]\s*{MARK}\s*\|?\s*$")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text marks: all of it, or the rows that begin at ``rows`` and say so or not."""

    whole: bool
    rows: tuple[int, ...]
    marked: tuple[bool, ...]

    def at(self, place: int) -> bool:
        """Tell whether a telephone at a place of the text may be shown."""
        row = bisect_right(self.rows, place) - 1
        return self.marked[row] if row >= 0 else self.whole


def marks(plain: str) -> Marks:
    """Return what a plain text marks; a row that says something itself goes before the whole."""
    whole = is_marked(plain)
    entries = [found.start() for found in ENTRY.finditer(plain)]
    if len(entries) > 1 and PUBLISHED.search(plain):
        ends = (*entries[1:], len(plain))
        parts = [plain[start:end] for start, end in zip(entries, ends, strict=True)]
        return Marks(whole, tuple(entries), tuple(map(is_marked, parts)))
    if "\t" not in plain and "," not in plain and "|" not in plain:
        return Marks(whole, (), ())
    told = dict(cells(plain))
    rows: list[tuple[int, bool]] = []
    for start, end in lines(plain):
        last = LAST_CELL.search(plain, max(start, end - LONGEST_MARK), end) is not None
        rows.append((start, told.get(start, last or whole)))
    return Marks(whole, tuple(start for start, _ in rows), tuple(marked for _, marked in rows))


def is_marked(text: str) -> bool:
    """Tell whether a text or an entry says that its telephones may be shown."""
    return PUBLISHED.search(text) is not None and not UNPUBLISHED.search(text)


def cells(plain: str) -> Iterator[tuple[int, bool]]:
    """Yield where the rows of a table begin that has a column of marks, and what they say."""
    for start, end in columns(plain, TITLE):
        first = plain.rfind("\n", 0, start) + 1
        yield first, IN_CELL.fullmatch(plain, start, end) is not None


def lines(plain: str) -> Iterator[Span]:
    """Yield where the lines of a text stand."""
    at = 0
    for line in plain.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


LONGEST_MARK = 16
"""Characters at the end of a row in which its mark stands."""
