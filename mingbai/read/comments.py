"""The comments of a YAML file, which the parser drops: they are read by people too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mingbai.problems import Place
from mingbai.read.tree import Scalar

if TYPE_CHECKING:
    from mingbai.read.yaml_errors import Source

COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


class Covered:
    """How far each line is covered by values; a comment begins behind them."""

    def __init__(self, source: Source) -> None:
        """Start with nothing covered."""
        self.source = source
        self.until: dict[int, int] = {}

    def add(self, start: Any, end: Any) -> None:
        """Cover a value from its start to its end."""
        for line in range(start.line, end.line):
            self.until[line] = len(self.source.lines[line])
        self.until[end.line] = max(end.column, self.until.get(end.line, 0))

    def comments(self) -> tuple[Scalar, ...]:
        """Return every comment with its place."""
        found: list[Scalar] = []
        for number, line in enumerate(self.source.lines):
            comment = COMMENT.search(line, self.until.get(number, 0)) if "#" in line else None
            if comment:
                place = Place(
                    self.source.name, number + self.source.first_line, comment.start() + 1
                )
                found.append(Scalar(comment[0], place))
        return tuple(found)
