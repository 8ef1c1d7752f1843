"""Records and the ledger as text with what a release adds; whatever else stands there stays.

An edit is shown to be right by reading it again: if the file then says anything but what was
meant, the edit is refused and the author told what to write.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mingbai.read.tree import Mapping, Sequence
from mingbai.read.yaml import parse_yaml

if TYPE_CHECKING:
    from mingbai.editions.release import RecordEdit
    from mingbai.model.statement import Change

HEAD = """\
# yaml-language-server: $schema=schema/editions.json
# 发布账本：只由 mingbai release 写；每行带着上一行的指纹，改了、删了都会被发现。
"""
NOTHING = "lines: []"


def ledger_text(old: str, lines: list[dict[str, Any]]) -> str:
    """Return the ledger with new lines at its end; ``old`` is empty when there is no file yet."""
    text = (old or f"{HEAD}{NOTHING}\n").rstrip("\n").replace(NOTHING, "lines:")
    return "\n".join([text, *(line_text(one) for one in lines)]) + "\n"


def line_text(line: dict[str, Any]) -> str:
    """Return a line of the ledger as YAML."""
    rows = [row for key, value in line.items() for row in rows_of(key, value)]
    return "\n".join([f"  - {rows[0]}", *(f"    {row}" for row in rows[1:])])


def rows_of(key: str, value: Any) -> list[str]:
    """Return a key with its value: a number, a text, a list or a mapping of texts."""
    if isinstance(value, dict):
        return [f"{key}:", *(f"  {name}: {quoted(one)}" for name, one in value.items())]
    if isinstance(value, list):
        return [f"{key}:", *(f"  - {quoted(one)}" for one in value)]
    return [f"{key}: {quoted(value)}"]


def quoted(value: Any) -> str:
    """Return a value so that YAML takes it for nothing else."""
    return (
        value
        if isinstance(value, str) and value.isalpha()
        else json.dumps(value, ensure_ascii=False)
    )


def record_text(text: str, name: str, edit: RecordEdit, day: str) -> str | None:
    """Return a record with its edition written into ``changes``; None if it cannot be done."""
    tree, _ = parse_yaml(text, name)
    changes = tree.entries.get("changes") if tree else None
    if tree is None or not isinstance(changes, Sequence):
        return None
    lines = text.split("\n")
    if edit.said:
        block = change_rows(edit, day)
        if changes.items:
            column = changes.items[-1].place.column
            at = last_line(lines, tree)
            lines[at:at] = indented(block, column)
        elif lines[tree.keys["changes"].line - 1].strip() == "changes: []":
            at = tree.keys["changes"].line
            lines[at - 1 : at] = ["changes:", *indented(block, 5)]
        else:
            return None
    for change in reversed(edit.waiting):
        node: Mapping = change.node
        if node.keys["on"].line != node.entries["on"].place.line:
            return None
        row = f"{' ' * (node.keys['on'].column - 1)}edition: {edit.edition}"
        lines.insert(node.keys["on"].line, row)
    found = "\n".join(lines)
    return found if says(found, name, edit) else None


def change_rows(edit: RecordEdit, day: str) -> list[str]:
    """Return the new change."""
    said = edit.said
    assert said is not None, "asked for only where something was said"  # noqa: S101
    parts = ", ".join(edit.parts)
    return [
        f"on: {day}",
        f"edition: {edit.edition}",
        f"text: {json.dumps(said.text, ensure_ascii=False)}",
        f"parts: [{parts}]",
        f"old_sheets: {said.old_sheets}",
    ]


def indented(rows: list[str], column: int) -> list[str]:
    """Return the rows of a list's item whose keys begin at a column."""
    first, blank = " " * (column - 3), " " * (column - 1)
    return [f"{first}- {rows[0]}", *(f"{blank}{row}" for row in rows[1:])]


def last_line(lines: list[str], tree: Mapping) -> int:
    """Return how many lines the file has up to the end of ``changes``, blanks and notes aside."""
    begin = tree.keys["changes"].line
    following = [key.line for key in tree.keys.values() if key.line > begin]
    end = min(following, default=len(lines) + 1) - 1
    while end > begin and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def says(text: str, name: str, edit: RecordEdit) -> bool:
    """Tell whether an edited record says what was meant: the edition at each of its changes."""
    tree, problems = parse_yaml(text, name)
    changes = tree.entries.get("changes") if tree else None
    if problems or not isinstance(changes, Sequence):
        return False
    told = [values(one) for one in changes.items]
    wanted = [(one.on.isoformat(), one.text) for one in edit.waiting]
    marked = [
        (one.get("on"), one.get("text")) for one in told if one.get("edition") == str(edit.edition)
    ]
    said = [edit.said.text] if edit.said else []
    return marked[: len(wanted)] == wanted and [text for _, text in marked[len(wanted) :]] == said


def values(node: Any) -> dict[str, str | None]:
    """Return the texts of a mapping."""
    entries = node.entries if isinstance(node, Mapping) else {}
    return {key: getattr(one, "text", None) for key, one in entries.items()}


def waiting_in(changes: tuple[Change, ...], texts: tuple[str, ...]) -> tuple[Change, ...]:
    """Return the changes without an edition whose words an edition has already been given."""
    return tuple(one for one in changes if one.edition is None and one.text in texts)
