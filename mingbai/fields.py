"""What pydantic refuses, said in our words at the line of the value.

Comes in: pydantic's errors and the tree they are about. Goes out: problems of fields.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from mingbai.model.base import Record
from mingbai.model.citation import parse_citation
from mingbai.private import veil
from mingbai.problems import Problem
from mingbai.read.tree import Mapping, key_place, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo

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

FILLED_BY_LOADER: tuple[type, ...] = (SkipJsonSchema,)
"""How the model marks fields that no author writes."""

LONGEST_SHOWN = 30

Path = tuple[str | int, ...]


class Described(NamedTuple):
    """The record type that owns the last key of a path, that field, and what people call it."""

    owner: type[Record] | None
    field: FieldInfo | None
    label: str


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


def describe(kind: type[Record], path: Path) -> Described:
    """Follow a path through the model; an index stands for the list's items."""
    owner: type[Record] | None = kind
    field: FieldInfo | None = None
    label = ""
    for number, part in enumerate(path):
        if not isinstance(part, str):
            continue
        if field is not None:
            inner = record_types(field.annotation)
            owner = inner[0] if inner else None
        fields = owner.model_fields.items() if owner else ()
        field = next((one for name, one in fields if part == (one.alias or name)), None)
        label = (field.title if field else "") or part
        if field is None and number < len(path) - 1:
            return Described(None, None, label)
    return Described(owner, field, label or "文件")


def record_types(annotation: Any) -> list[type[Record]]:
    """Find the record types inside an annotation such as ``tuple[Step, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    inner = [*getattr(annotation, "__args__", ()), getattr(annotation, "__origin__", None)]
    return [found for one in inner if one is not None for found in record_types(one)]


def allowed_keys(owner: type[Record]) -> list[str]:
    """Return the keys an author may write in a record."""
    return [
        field.alias or name
        for name, field in owner.model_fields.items()
        if not any(type(one) in FILLED_BY_LOADER for one in field.metadata)
    ]


def closest(key: str, owner: type[Record] | None) -> str:
    """Return the key that was probably meant, or nothing."""
    close = difflib.get_close_matches(key, allowed_keys(owner) if owner else (), n=1)
    return close[0] if close else ""


def nearest(key: str, owner: type[Record] | None) -> str:
    """Suggest the key that was meant, or list what may stand here."""
    if owner is None:
        return "删掉它。"
    close = closest(key, owner)
    return (
        f"是不是想写「{close}」？" if close else f"这里可以写：{'、'.join(allowed_keys(owner))}。"
    )


def fill(field: FieldInfo | None) -> str:
    """Say what to write when there is nothing to write: only where the model takes that."""
    if field is None:
        return ""
    if type(None) in get_args(field.annotation):
        return "；不知道的写 null"
    least = any(getattr(one, "min_length", None) for one in field.metadata)
    return "；没有的写 []" if get_origin(field.annotation) is tuple and not least else ""


def shown(value: object) -> str:
    """Show a wrong value shortly; never more than a line of it."""
    if value is None:
        return "空"
    if isinstance(value, str):
        line = veil(" ".join(value.split()))
        return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
    return "列表" if isinstance(value, tuple) else "「键: 值」"
