"""An official text as its articles: what stands at each place that a citation can name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mingbai.model.citation import Point, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = "[一二三四五六七八九十百零]+"
ARTICLE = re.compile(rf"^第({NUMBER})条[\s　]*(.*)$")
LATE_ARTICLE = re.compile(rf"^第{NUMBER}章.*?(第{NUMBER}条.*)$")
CHAPTER = re.compile(rf"^(第{NUMBER}[章节]|附\s*则|目\s*录)")
ITEM = re.compile(rf"^[（(]({NUMBER})[）)](.*)$")
PART = re.compile(rf"^({NUMBER})、(.*)$")
NUMBERED = re.compile(r"^(\d+)[.．、](.*)$")
MARKUP = (
    (re.compile(r"<[^>]+>"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^[\s　]*(?:#+|[-*>]|\d+\\\.)[\s　]+"), ""),
    (re.compile(r"\*+"), ""),
)
LAWLIKE = 3


@dataclass(slots=True)
class OfficialText:
    """The words at each place, blanks removed."""

    at: dict[Point, str] = field(default_factory=dict)

    def add(self, point: Point, words: str) -> None:
        """Add words to a place."""
        self.at[point] = self.at.get(point, "") + re.sub(r"\s", "", words)

    def find(self, point: Point) -> str | None:
        """Return the words at a place, or None if the text has no such place."""
        return self.at.get(point)


def parse_official_text(text: str) -> OfficialText:
    """Read a law by its articles, or an opinion by its parts, sections and numbered points."""
    lines = list(plain_lines(text))
    if sum(1 for line in lines if ARTICLE.match(line)) >= LAWLIKE:
        return law(lines)
    return outline(lines)


def plain_lines(text: str) -> Iterator[str]:
    """Yield the lines without front matter and markup.

    A ``tip`` box is the collector's own remark; any other box frames words of the text.
    """
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    body = re.sub(r"^::: *tip.*?^:::\s*$", "", body, flags=re.DOTALL | re.MULTILINE)
    body = re.sub(r"^:::.*$", "", body, flags=re.MULTILINE)
    for raw in body.split("\n"):
        line = raw
        for pattern, replacement in MARKUP:
            line = pattern.sub(replacement, line)
        line = line.strip(" 　\t")
        late = LATE_ARTICLE.match(line)
        if late:
            line = late[1]
        if line:
            yield line


def law(lines: list[str]) -> OfficialText:
    """Read articles, their paragraphs and items; an item belongs to the paragraph before it."""
    found = OfficialText()
    article = paragraph = 0
    for line in lines:
        start, item = ARTICLE.match(line), ITEM.match(line)
        if start:
            article, paragraph = number_of(start[1]), 0
            line = start[2]  # noqa: PLW2901 - the rest of the line is the first paragraph
        elif CHAPTER.match(line):
            article = 0
        if not article or not line:
            continue
        found.add(Point(article=article), line)
        if item and not start:
            number = number_of(item[1])
            found.add(Point(article=article, paragraph=max(paragraph, 1), item=number), item[2])
            found.add(Point(article=article, item=number), item[2])
        else:
            paragraph += 1
        found.add(Point(article=article, paragraph=max(paragraph, 1)), line)
    return found


def outline(lines: list[str]) -> OfficialText:
    """Read parts (四、), sections (（一）) and numbered points (7.) of an opinion or notice."""
    found = OfficialText()
    part = section = point = 0
    for line in lines:
        new_part, new_section, numbered = PART.match(line), ITEM.match(line), NUMBERED.match(line)
        if new_part:
            part, section, point = number_of(new_part[1]), 0, 0
        elif new_section:
            section, point = number_of(new_section[1]), 0
        elif numbered:
            point = int(numbered[1])
        if part:
            found.add(Point(part=part), line)
        if section:
            found.add(Point(part=part, section=section), line)
        if point:
            found.add(Point(article=point), line)
    return found
