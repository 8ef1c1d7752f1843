"""A Markdown file with front matter to a tree and its body with the line where it starts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.read.text import unreadable
from mingbai.read.yaml import parse_yaml

if TYPE_CHECKING:
    from mingbai.read.tree import Mapping

FENCE = re.compile(r"\s*---\s*(?:(?<=\s)#.*)?")


@dataclass(frozen=True, slots=True)
class Page:
    """Front matter, the text below it, and the file line on which that text starts."""

    front: Mapping
    body: str
    body_line: int


def parse_markdown(text: str, name: str) -> tuple[Page | None, tuple[Problem, ...]]:
    """Split the front matter from the body; both keep the line numbers of the file."""
    strange = unreadable(text, name)
    if strange:
        return None, (strange,)
    lines = text.split("\n")
    if not FENCE.fullmatch(lines[0]):
        return None, (Problem("front-matter-missing", Place(name)),)
    try:
        end = next(number for number, line in enumerate(lines[1:], 1) if FENCE.fullmatch(line))
    except StopIteration:
        return None, (Problem("front-matter-open", Place(name)),)
    front, problems = parse_yaml("\n".join(lines[1:end]), name, first_line=2)
    if front is None:
        return None, problems
    body = "\n".join(lines[end + 1 :])
    if not body.strip():
        problems = (*problems, Problem("case-empty", Place(name, end + 1)))
    return Page(front, body, end + 2), problems
