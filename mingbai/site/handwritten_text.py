"""The text of a hand-written page as its rules read it: without code, head and body apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions.fenced_code import FencedBlockPreprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator

FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
"""The head of a page, as the site generator finds it."""

PIECE = re.compile(r"<!-- mingbai: ([a-z-]+) -->")
"""Where a hand-written page wants a piece made from records: the one comment allowed."""

FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE
"""Code between fences, as Markdown itself finds it: what it does not take for code is judged."""

CODE = re.compile(r"(?<!\\)(`+)(?!`).+?(?<!`)\1(?!`)")
SEEN = re.compile(r"[^\n]")


def outside_code(text: str) -> str:
    """Return a text with blanks in place of fenced code; every character stays where it was."""
    return FENCED.sub(lambda found: SEEN.sub(" ", found[0]), text)


def lines_outside_code(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, blanks in place of code and of pieces."""
    for number, line in enumerate(outside_code(text).split("\n"), start=1):
        yield number, told(line)


def body_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines below the head of a page, with their numbers, as ``lines_outside_code``."""
    head = FRONT.match(text)
    first = text.count("\n", 0, head.end()) + 1 if head else 1
    yield from (one for one in lines_outside_code(text) if one[0] >= first)


def told(line: str) -> str:
    """Return a line with blanks in place of code and of pieces."""
    return CODE.sub(blank, PIECE.sub(blank, line))


def blank(found: re.Match[str]) -> str:
    """Return as many spaces as were found: columns stay what they are."""
    return " " * len(found[0])
