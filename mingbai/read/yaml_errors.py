"""What the YAML parser cannot read, said at the line an author has to mend."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from mingbai.problems import Place, Problem


@dataclass(slots=True)
class Source:
    """The text of one file, or of its front matter from ``first_line`` on."""

    text: str
    name: str
    first_line: int = 1
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Split the lines once."""
        self.lines = self.text.split("\n")

    @property
    def start(self) -> Place:
        """Return the first place."""
        return Place(self.name, self.first_line)

    def place(self, mark: Any) -> Place:
        """Return the place of a parser's mark; the end of the file counts as its last line."""
        last = len(self.lines) - (2 if self.text.endswith("\n") else 1)
        line = max(min(mark.line, last), 0)
        return Place(self.name, line + self.first_line, mark.column + 1)

    def starts_here(self, mark: Any) -> bool:
        """Tell whether something stands where a key would: first in its line or in its braces."""
        before = self.lines[mark.line][: mark.column].rstrip()
        return not before.strip("- ") or before.endswith(("{", ","))


POINTS_BACK = frozenset(
    {
        "while scanning a simple key",
        "while scanning a quoted scalar",
        "while parsing a flow sequence",
        "while parsing a flow mapping",
    }
)
"""Where the parser stops far behind the mistake, which stands where it began."""

REFUSED = {
    "while scanning an anchor": "yaml-anchor",
    "while scanning an alias": "yaml-anchor",
    "while scanning a tag": "yaml-tag",
    "while parsing a tag": "yaml-tag",
    "while parsing a node": "yaml-tag",
}

WIDE_COLON = re.compile(r"\s*(?:- )*[A-Za-z_]+：")
NO_BLANK = re.compile(r"\s*(?:- )*[A-Za-z_]+:(?=\S)")
WIDE_BLANK = re.compile(r"\s*(?:- )*[A-Za-z_]+:[\u3000\u00a0]|\s*[\u3000\u00a0]")
NOT_VALID = "这里的写法不是有效的 YAML"
UNMATCHED = "引号没有配对：这里开头的引号，到别处才结束"
WHAT = {
    "mapping values are not allowed in this context": "这一行多了一个半角冒号，或者缩进不对",
    "did not find expected key": "缩进不对，或者引号没有配对",
    "did not find expected '-' indicator": "列表的短横线没有对齐，或者缩进不对",
    "could not find expected ':'": "这里缺一个半角冒号",
    "found unexpected end of stream": UNMATCHED,
    "found unexpected document indicator": UNMATCHED,
    "found character that cannot start any token": "值不能用这个符号开头，请给整个值加上半角引号",
    "did not find expected ',' or ']'": "方括号没有配对",
    "did not find expected ',' or '}'": "花括号没有配对",
    "block sequence entries are not allowed in this context": "短横线不能写在这里，请另起一行",
    "found unknown escape character": "双引号里的反斜杠不能这样写，请改用单引号",
    "did not find expected <document start>": "缩进不对，或者这一行前面多写了内容",
    "did not find expected node content": "这里缺一个值，或者括号、逗号写错了",
    "found a tab character that violates indentation": "缩进里有制表符（Tab），请改用空格",
}


def explain(failure: Any, source: Source, torn: Any = None) -> Problem:
    """Say what the parser could not read; ``torn`` is the last quoted value over several lines."""
    context, what = str(failure.context or ""), str(failure.problem or "")
    mark = failure.problem_mark or failure.context_mark
    if context in POINTS_BACK and failure.context_mark:
        mark = failure.context_mark
    place = source.place(mark)
    if context in REFUSED:
        found = source.lines[mark.line][mark.column - 1 : mark.column + 10].strip()
        return Problem(REFUSED[context], place, {"found": found})
    if torn is not None and torn.end_mark.line == failure.problem_mark.line:
        return Problem("yaml-syntax", source.place(torn.start_mark), {"what": UNMATCHED})
    return of_line(source, place) or Problem(
        "yaml-syntax", place, {"what": WHAT.get(what, NOT_VALID)}
    )


def of_line(source: Source, place: Place) -> Problem | None:
    """Return the mistake that the line itself, or the one before it, shows."""
    for number in (place.line, place.line - 1):
        index = number - source.first_line
        line = source.lines[index] if 0 <= index < len(source.lines) else ""
        wide = WIDE_COLON.match(line)
        if wide:
            return Problem("yaml-fullwidth-colon", Place(source.name, number, wide.end()))
        for pattern, what in (
            (NO_BLANK, "冒号后面要空一格"),
            (WIDE_BLANK, "这里是全角空格，请改成半角空格"),
        ):
            found = pattern.match(line)
            if found:
                where = Place(source.name, number, max(found.end(), 1))
                return Problem("yaml-syntax", where, {"what": what})
    return None
