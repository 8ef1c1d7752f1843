"""How a hand-written page is built: its headings, the names of its parts, words for every link.

Comes in: the text of a page. Goes out: problems with file and line. Whoever listens to a page goes
from heading to heading and from link to link; what an editor or git left in it is no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.site.handwritten_text import body_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADING = re.compile(r"(#{1,6})(?!#)(.*?)#*\s*(?:\{:?[^{}]*\}\s*)?")
UNDERLINE = re.compile(r"(=+|-+) *")
OPEN_FENCE = re.compile(r" {0,3}(```+|~~~+)[^`]*")
ATTRIBUTES = re.compile(r"\{:?([^{}]*)\}")
CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?:\s.*)?")
BETWEEN = re.compile(r"={7}\s*")
BARE_PICTURE = re.compile(r"!\[\s*\](?=[(\[])")
BARE_LINK = re.compile(r"(?<!!)\[\s*\](?=[(\[])")
VAGUE = re.compile(
    r"(?<!!)\[\s*((?:请)?(?:点|点击|点开|戳|按)?(?:这里|此处|这儿|我|此|链接|查看|详情|更多|更多详情|查看详情|查看更多))\s*\](?=[(\[])"
)
RAW = re.compile(
    r"^\s*(?:!!!|\?\?\?|:::|===? \")|--8<--|\[\^[^\]]+\]|==[^=\s][^=]*==|\[\[[^\]]*\]\]"
    r"|:(?:[a-z]+[-_])*[a-z]+:|^\s*[-*+] \[[ xX]\]\s|~~[^~]+~~|\$\$"
    r"|\[/?(?:b|i|u|s|url|img|color|size|quote)(?:=[^\]]*)?\](?!\()"
)
"""What other programs make notes, boxes, footnotes and pictures of; here a reader would see it."""

Line = tuple[int, str]


def structure(text: str, name: str) -> Iterator[Problem]:
    """Yield what is wrong with how a page is built."""
    lines = [*body_lines(text)]
    if not any(line.strip() for line in text.split("\n")):
        yield Problem("page-empty", Place(name), {"found": name.rsplit("/", 1)[-1]})
        return
    yield from headings(lines, name)
    yield from named_twice(lines, name)
    yield from conflicts(lines, name)
    for number, line in lines:
        yield from in_line(line, name, number)


def titles(lines: Iterable[Line]) -> Iterator[tuple[int, int, str]]:
    """Yield line, level and words of each heading."""
    before = ""
    for number, line in lines:
        found = HEADING.fullmatch(line)
        under = UNDERLINE.fullmatch(line) if before.strip() else None
        if found:
            yield number, len(found[1]), found[2].strip()
        elif under and not HEADING.fullmatch(before):
            yield number - 1, 1 if line[0] == "=" else 2, before.strip()
        before = line


def headings(lines: list[Line], name: str) -> Iterator[Problem]:
    """A page has one main heading, none without words, and leaves out no level."""
    last, main = 0, 0
    for number, level, words in titles(lines):
        place = Place(name, number)
        if not words:
            yield Problem("page-words", place, {"what": "标题"})
        if level == 1 and main:
            why = f"有两个一级标题，前一个在第 {main} 行"
            yield Problem("page-title", place, {"why": why})
        if last and level > last + 1:
            yield Problem("page-level", place, {"found": level, "before": last})
        main = main or (number if level == 1 else 0)
        last = level
    if not main:
        yield Problem("page-title", Place(name), {"why": "没有一级标题，目录里会写成文件名"})


def named_twice(lines: Iterable[Line], name: str) -> Iterator[Problem]:
    """A name stands for one part of a page: a link leads to the first only. Both lines are told."""
    seen: dict[str, Place] = {}
    for number, line in lines:
        for found in ATTRIBUTES.finditer(line):
            here = Place(name, number, found.start() + 1)
            for one in (word for word in found[1].split() if word.startswith("#")):
                first = seen.setdefault(one, here)
                if first is not here:
                    yield Problem("page-id-twice", first, {"found": one, "other": number})
                    yield Problem("page-id-twice", here, {"found": one, "other": first.line})


def conflicts(lines: list[Line], name: str) -> Iterator[Problem]:
    """What git writes where two people changed the same lines has been settled."""
    marks = [number for number, line in lines if CONFLICT.fullmatch(line)]
    between = [number for number, line in lines if marks and BETWEEN.fullmatch(line)]
    for number in sorted((*marks, *between)):
        yield Problem("page-conflict", Place(name, number))


def in_line(line: str, name: str, number: int) -> Iterator[Problem]:
    """Yield what one line shows: code without an end, pictures and links without words."""
    if OPEN_FENCE.fullmatch(line):
        yield Problem("page-fence", Place(name, number))
    for found in RAW.finditer(line):
        place = Place(name, number, found.start() + 1)
        yield Problem("page-raw", place, {"found": found[0].strip()[:20]})
    for found in BARE_PICTURE.finditer(line):
        yield Problem("page-alt", Place(name, number, found.start() + 1))
    for found in BARE_LINK.finditer(line):
        yield Problem("page-words", Place(name, number, found.start() + 1), {"what": "链接"})
    for found in VAGUE.finditer(line):
        place = Place(name, number, found.start() + 1)
        yield Problem("page-vague", place, {"found": found[1]})
