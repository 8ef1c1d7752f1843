"""Signatures written into the text of a record or a region; whatever else stands there stays.

As with editions (``mingbai/editions/written.py``): an edit is shown to be right by reading it
again. If the file then says anything else than before but for what was meant, it is refused.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mingbai.read.tree import Mapping, Node, Scalar, Sequence
from mingbai.read.yaml import parse_yaml

if TYPE_CHECKING:
    from mingbai.problems import Place

QUOTED = r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\""
BARE = r"[^\s,\[\]{}#'\"][^,\[\]{}#]*?(?=\s*(?:$|[,}]|\s#))"
VALUE = re.compile(f"{QUOTED}|{BARE}|")
"""A value on one line, as records have it; whatever else stands there is not touched."""

PLAIN = re.compile(r"[\w（）()=. -]*[\w）)]")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Values to set in the mapping that begins at a place; keys that are not there are added."""

    place: Place
    values: dict[str, str]


def edited(text: str, name: str, edits: tuple[Edit, ...]) -> str | None:
    """Return a file with values set; None if it is written so that we cannot."""
    before, _ = parse_yaml(text, name)
    if before is None:
        return None
    paths = {path: edit for edit in edits for path in path_to(before, edit.place)}
    if len(paths) != len(edits):
        return None
    wanted: Any = values(before)
    found = text
    for path, edit in paths.items():
        target: Any = wanted
        for step in path:
            target = target[step]
        target.update(edit.values)
        keys = list(edit.values)
        for number, key in enumerate(keys):
            pair = (key, edit.values[key])
            changed = with_value(found, name, path, pair, keys[:number])
            if changed is None:
                return None
            found = changed
    after, problems = parse_yaml(found, name)
    right = after is not None and not problems and values(after) == wanted
    return found if right else None


def path_to(node: Node, place: Place, path: Path = ()) -> list[Path]:
    """Return where in a tree the mapping at a place is."""
    if isinstance(node, Mapping) and node.place == place and path:
        return [path]
    steps: list[tuple[str | int, Node]] = []
    if isinstance(node, Mapping):
        steps = list(node.entries.items())
    elif isinstance(node, Sequence):
        steps = list(enumerate(node.items))
    return [found for step, one in steps for found in path_to(one, place, (*path, step))]


def at(node: Node, path: Path) -> Node:
    """Return what is at a path of a tree."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.entries[step]
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return node


def with_value(
    text: str, name: str, path: Path, pair: tuple[str, str], before: list[str]
) -> str | None:
    """Return a text with one value of one mapping set; a new key stands behind those before it."""
    tree, _ = parse_yaml(text, name)
    node = at(tree, path) if tree is not None else None
    if not isinstance(node, Mapping):
        return None
    lines = text.split("\n")
    if pair[0] in node.keys:
        return replaced(lines, node, *pair)
    return added(lines, node, f"{pair[0]}: {written(pair[1])}", before)


def replaced(lines: list[str], target: Mapping, key: str, value: str) -> str | None:
    """Return a text in which a key that is there has another value, on the same line."""
    place = target.keys[key]
    row = lines[place.line - 1]
    head = re.compile(rf"(['\"]?){re.escape(key)}\1:[ ]*").match(row, place.column - 1)
    if head is None or not isinstance(target.entries[key], Scalar):
        return None
    old = VALUE.match(row, head.end())
    end = old.end() if old else head.end()
    start = row[: head.end()].rstrip()
    lines[place.line - 1] = f"{start} {written(value)}{row[end:]}"
    return "\n".join(lines)


def added(lines: list[str], target: Mapping, row: str, before: list[str]) -> str | None:
    """Return a text with a new row, below the last of some keys, else of all that hold one value.

    Only where each key has a line of its own: a mapping within braces is left to its author.
    """
    places = list(target.keys.values())
    columns, rows = {one.column for one in places}, {one.line for one in places}
    single = [key for key, node in target.entries.items() if isinstance(node, Scalar)]
    listed = [key for key in before if key in single] or single
    if not listed or len(columns) != 1 or len(rows) != len(places):
        return None
    last = target.keys[listed[-1]]
    if "{" in lines[last.line - 1][: last.column]:
        return None
    lines.insert(last.line, f"{' ' * (last.column - 1)}{row}")
    return "\n".join(lines)


def written(value: str) -> str:
    """Return a value so that YAML takes it for nothing else."""
    return value if PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def values(node: Node) -> Any:
    """Return what a tree says."""
    if isinstance(node, Mapping):
        return {key: values(one) for key, one in node.entries.items()}
    if isinstance(node, Sequence):
        return [values(one) for one in node.items]
    return node.text
