"""What the model knows of an author's key: its record, its field, what people call it.

Comes in: a path into a record. Goes out: the words that a report needs about that key.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from pydantic.json_schema import SkipJsonSchema

from mingbai.model.base import Record

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

FILLED_BY_LOADER: tuple[type, ...] = (SkipJsonSchema,)
"""How the model marks fields that no author writes."""

Path = tuple[str | int, ...]


class Described(NamedTuple):
    """The record type that owns the last key of a path, that field, and what people call it."""

    owner: type[Record] | None
    field: FieldInfo | None
    label: str


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
