"""A Markdown file with front matter to a tree and its body with the line where it starts."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.problems import Place, Problem
from mingbai.read.tree import Mapping
from mingbai.read.yaml import parse_yaml

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Page:
    """Front matter, the text below it, and the file line on which that text starts."""

    front: Mapping
    body: str
    body_line: int


def parse_markdown(text: str, name: str) -> tuple[Page | None, tuple[Problem, ...]]:
    """Split the front matter from the body; both keep the line numbers of the file."""
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        return None, (Problem("front-matter-missing", Place(name)),)
    try:
        end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == FENCE)
    except StopIteration:
        return None, (Problem("front-matter-open", Place(name)),)
    front, problems = parse_yaml("\n".join(lines[1:end]), name, first_line=2)
    if front is None:
        return None, problems
    return Page(front, "\n".join(lines[end + 1 :]), end + 2), problems
