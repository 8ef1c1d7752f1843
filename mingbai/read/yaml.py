"""YAML text to a tree, from the parser's events: no types, no anchors, no tags, no second key.

YAML's own typing turns 0537 into 351 and ``no`` into False, and its aliases can grow a short file
without end; so values stay text and those features are refused with a sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import yaml

from mingbai.problems import Place, Problem
from mingbai.read.comments import Covered
from mingbai.read.text import STRANGE, unreadable
from mingbai.read.tree import Mapping, Node, Scalar, Sequence
from mingbai.read.yaml_errors import Source, explain

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 20
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
INDENTED_BY_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
SETTINGS_TAG = re.compile(r"tag:yaml\.org,2002:(?:str|int|float|bool|null)")
"""Tags of MkDocs' settings that say a type; others run a thing or ask the machine for one."""

WRITTEN = re.compile(rf"{STRANGE.pattern}|\t")
BLANK_LINE = re.compile(r"^[ \t]+$", re.MULTILINE)
KEY_AND_WIDE_COLON = re.compile(r"[A-Za-z_]+：")


class _Refused(Exception):  # noqa: N818 - ends the walk of one file, never leaves this module
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse_yaml(
    text: str, name: str, first_line: int = 1, *, tags: bool = False
) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Read one document, a mapping; ``first_line`` is where ``text`` starts in the file.

    ``tags`` allows those that only say a type, and we read past them.
    """
    strange = unreadable(text, name, first_line)
    if strange:
        return None, (strange,)
    text = BLANK_LINE.sub("", text)
    tab = INDENTED_BY_TAB.search(text)
    if tab:
        line = text.count("\n", 0, tab.end()) + first_line
        return None, (Problem("yaml-tab", Place(name, line, tab.end() - tab.start())),)
    walk = _Walk(Source(text, name, first_line), tags=tags)
    try:
        tree = walk.document()
    except _Refused as refused:
        return None, (*walk.problems, refused.problem)
    except yaml.YAMLError as failure:
        return None, (*walk.problems, explain(failure, walk.source, walk.torn))
    return tree, tuple(walk.problems)


class _Walk:
    """One pass over the events of one file."""

    def __init__(self, source: Source, *, tags: bool) -> None:
        self.source, self.tags = source, tags
        self.problems: list[Problem] = []
        self.covered = Covered(source)
        self.torn: Any = None
        self.events: Iterator[Any] = yaml.parse(source.text, Loader=LOADER)

    def document(self) -> Mapping | None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            self.problems.append(Problem("yaml-empty", self.source.start))
            return None
        tree = self.node(next(self.events), 0)
        next(self.events)
        ending = next(self.events)
        if isinstance(ending, yaml.DocumentStartEvent):
            place = self.source.place(ending.start_mark)
            raise _Refused(Problem("yaml-two-documents", place))
        if not isinstance(tree, Mapping):
            raise _Refused(Problem("yaml-not-mapping", tree.place))
        return replace(tree, comments=self.covered.comments())

    def node(self, event: Any, depth: int) -> Node:
        place = self.source.place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(Problem("yaml-anchor", place, {"found": f"*{event.anchor}"}))
        if event.anchor:
            raise _Refused(Problem("yaml-anchor", place, {"found": f"&{event.anchor}"}))
        if event.tag and not (self.tags and SETTINGS_TAG.fullmatch(event.tag)):
            raise _Refused(Problem("yaml-tag", place, {"found": event.tag}))
        if depth > DEEPEST:
            raise _Refused(Problem("yaml-too-deep", place, {"most": DEEPEST}))
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place, depth)
        return self.mapping(place, depth)

    def scalar(self, event: Any, place: Place) -> Scalar:
        start, end = event.start_mark, event.end_mark
        self.covered.add(start, end)
        if event.style in (None, ""):
            wide = KEY_AND_WIDE_COLON.match(event.value)
            if wide and self.source.starts_here(start):
                colon = replace(place, column=place.column + wide.end() - 1)
                raise _Refused(Problem("yaml-fullwidth-colon", colon))
            return Scalar(None if event.value in NULLS else event.value, place)
        hidden = WRITTEN.search(event.value)  # written as an escape, between double quotes
        if hidden:
            shown = f"U+{ord(hidden[0]):04X}"
            raise _Refused(Problem("yaml-character", place, {"found": shown}))
        if event.style in "'\"" and start.line != end.line:
            self.torn = event
        return Scalar(event.value, place)

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
