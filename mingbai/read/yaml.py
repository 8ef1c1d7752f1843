"""YAML text to a tree, from the parser's events: no types, no anchors, no tags, no second key.

YAML's own typing turns 0537 into 351 and ``no`` into False, and its aliases can grow a short file
without end; so values stay text and those features are refused with a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from mingbai.problems import Place, Problem
from mingbai.read.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 20
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class _Refused(Exception):  # noqa: N818 - ends the walk of one file, never leaves this module
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse_yaml(
    text: str, name: str, first_line: int = 1
) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Read one document whose top is a mapping. ``first_line`` is where ``text`` starts in the file."""
    tab = re.search(r"^[ ]*\t", text, re.MULTILINE)
    if tab:
        line = text.count("\n", 0, tab.end()) + first_line
        return None, (Problem("yaml-tab", Place(name, line, tab.end() - tab.start())),)
    walk = _Walk(text, name, first_line)
    try:
        tree = walk.document()
    except _Refused as refused:
        return None, (*walk.problems, refused.problem)
    except yaml.YAMLError as failure:
        return None, (*walk.problems, walk.explain(failure))
    return tree, tuple(walk.problems)


class _Walk:
    """One pass over the events of one file."""

    def __init__(self, text: str, name: str, first_line: int) -> None:
        self.text, self.name, self.first_line = text, name, first_line
        self.problems: list[Problem] = []
        self.events: Iterator[Any] = yaml.parse(text, Loader=LOADER)

    def place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + self.first_line, mark.column + 1)

    def document(self) -> Mapping | None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            self.problems.append(Problem("yaml-empty", Place(self.name, self.first_line)))
            return None
        tree = self.node(next(self.events), 0)
        next(self.events)
        ending = next(self.events)
        if isinstance(ending, yaml.DocumentStartEvent):
            raise _Refused(Problem("yaml-two-documents", self.place(ending.start_mark)))
        if not isinstance(tree, Mapping):
            raise _Refused(Problem("yaml-not-mapping", tree.place, {"hint_": self.colon(tree.place.line)}))
        return tree

    def node(self, event: Any, depth: int) -> Node:
        place = self.place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(Problem("yaml-anchor", place, {"found": f"*{event.anchor}"}))
        if event.anchor:
            raise _Refused(Problem("yaml-anchor", place, {"found": f"&{event.anchor}"}))
        if event.tag:
            raise _Refused(Problem("yaml-tag", place, {"found": event.tag}))
        if depth > DEEPEST:
            raise _Refused(Problem("yaml-too-deep", place, {"most": DEEPEST}))
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in (None, "")
            return Scalar(None if plain and event.value in NULLS else event.value, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place, depth)
        return self.mapping(place, depth)

    def sequence(self, place: Place, depth: int) -> Sequence:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), place)

    def mapping(self, place: Place, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar) or key.text is None:
                self.problems.append(Problem("yaml-key", key.place))
            elif key.text in entries:
                first = keys[key.text].line
                found = {"key": key.text, "first": first}
                self.problems.append(Problem("duplicate-key", key.place, found))
            else:
                entries[key.text], keys[key.text] = value, key.place
        return Mapping(entries, keys, place)

    def explain(self, failure: yaml.YAMLError) -> Problem:
        mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
        if mark is None:
            return Problem("yaml-character", Place(self.name, self.first_line))
        place = self.place(mark)
        for line in (place.line, place.line - 1):
            colon = self.fullwidth(line)
            if colon:
                return Problem("yaml-fullwidth-colon", Place(self.name, line, colon))
        what = str(getattr(failure, "problem", "") or "")
        return Problem("yaml-syntax", place, {"what": WHAT.get(what, "这里的写法不是有效的 YAML")})

    def fullwidth(self, line: int) -> int:
        lines = self.text.split("\n")
        index = line - self.first_line
        if not 0 <= index < len(lines):
            return 0
        found = re.match(r"\s*(?:- )?[A-Za-z_]+：", lines[index])
        return found.end() if found else 0

    def colon(self, line: int) -> str:
        return "冒号写成了全角「：」，请改成半角冒号加空格" if self.fullwidth(line) else "请照 policies/ 里的样子写成「键: 值」"


WHAT = {
    "mapping values are not allowed in this context": "这一行有两个冒号，或者上一行缺了引号、缩进不对",
    "did not find expected key": "缩进不对，或者引号没有配对",
    "did not find expected '-' indicator": "列表的短横线没有对齐",
    "could not find expected ':'": "这里缺一个半角冒号",
    "found unexpected end of stream": "引号没有配对，一直到文件末尾都没有结束",
    "found character that cannot start any token": "值不能用这个符号开头，请给整个值加上半角引号",
    "did not find expected ',' or ']'": "方括号没有配对",
    "did not find expected ',' or '}'": "花括号没有配对",
}
