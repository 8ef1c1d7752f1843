"""Text written in one encoding and read in another: 低保 turned into 浣庝繚, or into 锟斤拷.

Comes in: text that could be read. Goes out: where it makes no sense.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = re.compile("[\u4e00-\u9fff]")
RUN = re.compile("[^\x00-\x7f]{3,}")
LATIN = re.compile(
    "[\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{3,}"
)
ACCENTED = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]")
TRACES = re.compile("锟斤拷|锟[斤拷]|烫烫烫|屯屯屯|ï»¿")
"""What the lost characters of one program look like in the next."""

LAST_COMMON = 0xD7
"""GB 2312 has its 3,755 common characters in rows up to this one; rare ones follow."""

FEWEST = 2
"""Characters that must make sense the other way: one may do so by chance."""

TOGETHER = re.compile(f"[\u4e00-\u9fff]{{{FEWEST},}}")
HALF = 0.5
"""Share of what is not ASCII that is a common character: 0.75 and more in the texts of laws."""

ENOUGH = 20
SHOWN = 6


def garbled(text: str, name: str, first_line: int = 1) -> Problem | None:
    """Return a problem at the first words that make sense only in another encoding."""
    for number, line in enumerate(text.split("\n")):
        found = None if line.isascii() else next(runs(line), None)
        if found is not None:
            place = Place(name, number + first_line, found.start() + 1)
            return Problem("text-garbled", place, {"found": found[0][:SHOWN]})
    return None


def runs(line: str) -> Iterator[re.Match[str]]:
    """Yield the parts of a line that were read in the wrong encoding."""
    yield from TRACES.finditer(line)
    yield from (one for one in RUN.finditer(line) if makes_sense(one[0], "gb18030", "utf-8"))
    for one in LATIN.finditer(line):
        if ACCENTED.search(one[0]) and any(
            common_words(one[0], "cp1252", wrote) for wrote in ("utf-8", "gb18030")
        ):
            yield one


def makes_sense(run: str, read: str, wrote: str) -> bool:
    """Tell whether some of a run is common Chinese if it was written in ``wrote``.

    Right Chinese read so is all lost: of 280,000 characters of laws none made sense by chance.
    """
    was = run.encode(read, "ignore").decode(wrote, "replace")
    return any(all(map(is_common, one)) for one in TOGETHER.findall(was))


def common_words(run: str, read: str, wrote: str) -> bool:
    """Tell whether a run holds common Chinese, and no other, if it was written in ``wrote``."""
    han = HAN.findall(run.encode(read, "ignore").decode(wrote, "replace"))
    return len(han) >= FEWEST and all(map(is_common, han))


def is_common(character: str) -> bool:
    """Tell whether a character is one of the 3,755 that schools teach first."""
    raw = character.encode("gb2312", "ignore")
    return bool(raw) and raw[0] <= LAST_COMMON


def is_chinese(text: str) -> bool:
    """Tell whether a text is likely Chinese, not another language's bytes taken for it."""
    strange = [one for one in text if not one.isascii()]
    common = sum(1 for one in strange if HAN.match(one) and is_common(one))
    return len(strange) < ENOUGH or common >= HALF * len(strange)
