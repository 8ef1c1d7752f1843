"""What pydantic refuses, said in our words at the line of the value.

Comes in: pydantic's errors and the tree they are about. Goes out: problems of fields.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

from mingbai.keys import closest, describe, fill, nearest
from mingbai.model.citation import parse_citation
from mingbai.privacy.veil import veil
from mingbai.problems import Problem
from mingbai.read.tree import key_place, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.keys import Path
    from mingbai.model.base import Record
    from mingbai.read.tree import Mapping

CODES = {
    "missing": "missing-key",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "tuple_type": "not-list",
    "string_type": "not-text",
    "string_too_short": "empty-text",
    "string_too_long": "too-long",
    "too_short": "too-few",
    "literal_error": "not-one-of",
    "int_type": "not-integer",
    "int_parsing": "not-integer",
    "date_type": "not-date",
    "decimal_type": "not-number",
    "is_instance_of": "not-number",
    "bool_type": "not-yes-no",
    "extra_forbidden": "unknown-key",
}
"""pydantic's error types in our words; a test walks every field of the model."""

TAGS = {"time_limit": ("limit", "words")}
"""Where pydantic puts the name of a union's member into a path, and which names."""

LONGEST_SHOWN = 30


def field_problems(errors: Iterable[Any], tree: Mapping, kind: type[Record]) -> Iterator[Problem]:
    """Yield one problem for each mistake that pydantic's errors tell of."""
    listed = list(errors)
    meant = {
        (*path[:-1], close)
        for path in (written_path(error) for error in listed if error["type"] == "extra_forbidden")
        for close in [closest(str(path[-1]), describe(kind, path).owner)]
    }
    for error in listed:
        misspelt = error["type"] == "missing" and written_path(error) in meant
        if counts_broken_items(error) or misspelt:
            continue
        if error["type"] in {"cite-syntax", "cite-missing"} and isinstance(error["input"], tuple):
            yield from (field_problem(one, tree, kind) for one in bad_citations(error))
        else:
            yield field_problem(error, tree, kind)


def counts_broken_items(error: Any) -> bool:
    """Tell whether a list only seems too short because its items have problems of their own."""
    least = error.get("ctx", {}).get("min_length", 0)
    return bool(error["type"] == "too_short" and len(error["input"]) >= least)


def bad_citations(error: Any) -> Iterator[dict[str, Any]]:
    """Yield one error for each citation of a list that cannot be read; the list's own if empty."""
    for number, words in enumerate(error["input"]):
        one = {**error, "loc": (*error["loc"], number), "input": words}
        if not isinstance(words, str):
            yield {**one, "type": "cite-missing"}
            continue
        try:
            parse_citation(words)
        except PydanticCustomError:
            yield {**one, "type": "cite-syntax"}
    if not error["input"]:
        yield error


def field_problem(error: Any, tree: Mapping, kind: type[Record]) -> Problem:
    """Say one of pydantic's errors in our words, at the line of the value."""
    path = written_path(error)
    named = [part for part in path if isinstance(part, str)]
    key = named[-1] if named else "文件"
    code = CODES.get(error["type"], error["type"] if "-" in error["type"] else "wrong-value")
    owner, field, label = describe(kind, path)
    values: dict[str, Any] = {"key": shown(key), "label": shown(label)}
    if code == "unknown-key":
        return Problem(code, key_place(tree, path), {**values, "near": nearest(key, owner)})
    values.update(fill=fill(field), found=shown(error["input"]), **limits(error))
    place = place_of(tree, path[:-1] if code == "missing-key" else path)
    return Problem(code, place, values)


def limits(error: Any) -> dict[str, Any]:
    """Return what the field would have taken: choices, and how much or how many."""
    context, found = error.get("ctx", {}), error["input"]
    choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
    return {
        "choices": "、".join(choices),
        "most": context.get("max_length", ""),
        "least": context.get("min_length", ""),
        "length": len(found) if isinstance(found, (str, tuple)) else "",
    }


def written_path(error: Any) -> Path:
    """Return the keys and indexes that lead to a value, as the author wrote them."""
    path: list[str | int] = []
    for part in error["loc"]:
        if path and part in TAGS.get(str(path[-1]), ()):
            path.append("")
        else:
            path.append(part.rstrip() if isinstance(part, str) else part)
    return tuple(part for part in path if part != "")


def shown(value: object) -> str:
    """Show a wrong value shortly; never more than a line of it."""
    if value is None:
        return "空"
    if isinstance(value, str):
        line = veil(" ".join(value.split()))
        return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
    return "列表" if isinstance(value, tuple) else "「键: 值」"
