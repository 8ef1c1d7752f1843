"""A case's story as blocks: its Markdown holds paragraphs, two levels of titles and lists only."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TITLE = re.compile(r" {0,3}(#{2,3}) +(.*?)[ #]*")
ITEM = re.compile(r" {0,3}(?:[-+*]|(\d+)[.)]) +(.*)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>()#+.!|~-])")
HAN = re.compile(r"[\u2018-\u201d\u3000-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Block:
    """A title of ``level`` 1 or 2, a list with a text an item, or a paragraph with one text."""

    texts: tuple[str, ...]
    level: int = 0
    listed: bool = False
    numbered: bool = False

    @property
    def goes_on(self) -> bool:
        """Tell whether a further line belongs to it."""
        return self.level == 0


def blocks(body: str) -> tuple[Block, ...]:
    """Return a story's blocks in order; the check stage has refused all other markup."""
    found: list[Block] = []
    for filled, lines in groupby(body.split("\n"), key=lambda line: bool(line.strip())):
        if filled:
            found.extend(passage(lines))
    return tuple(merged(levelled(found)))


def passage(lines: Iterable[str]) -> list[Block]:
    """Return the blocks of lines with no empty one between them."""
    found: list[Block] = []
    for line in lines:
        one = block(line)
        if one == Block(one.texts) and found and found[-1].goes_on:
            last = found.pop()
            found.append(replace(last, texts=(joined(last.texts[0], one.texts[0]),)))
        else:
            found.append(one)
    return found


def block(line: str) -> Block:
    """Return one line as a title, as an item of a list, or as the beginning of a paragraph."""
    title, item = TITLE.fullmatch(line), ITEM.fullmatch(line)
    if title:
        return Block((plain(title[2]),), level=len(title[1]) - 1)
    if item:
        return Block((plain(item[2]),), listed=True, numbered=bool(item[1]))
    return Block((plain(line),))


def levelled(found: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with no title of level 2 before the first of level 1: none may be skipped."""
    begun = False
    for one in found:
        begun = begun or one.level == 1
        yield one if begun or one.level == 0 else replace(one, level=1)


def merged(found: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with the items that follow each other in one list."""
    for (listed, numbered), group in groupby(found, key=lambda one: (one.listed, one.numbered)):
        if listed:
            texts = tuple(one.texts[0] for one in group)
            yield Block(texts, listed=True, numbered=numbered)
        else:
            yield from group


def plain(text: str) -> str:
    """Return the words of a line, without the backslashes before marks."""
    return ESCAPED.sub(r"\1", text.strip())


def joined(first: str, second: str) -> str:
    """Return two lines of a paragraph as one; Han characters need no space between them."""
    gap = "" if HAN.match(first[-1]) or HAN.match(second[0]) else " "
    return f"{first}{gap}{second}"
