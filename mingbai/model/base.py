"""What every record shares: frozen, unknown keys refused, and it knows its place in the file.

Field titles are Chinese: they are what the report calls a field and what an editor shows.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from mingbai.read.tree import Mapping, place_of

if TYPE_CHECKING:
    from mingbai.problems import Place

MOST_SHORT = 5
"""Lines of a box on paper (design, the record): more would not be read, or would not fit."""

LONGEST_SHORT = 28
"""Characters of a line on paper (design: items are read standing, at arm's length)."""


class Record(BaseModel):
    """A mapping of a source file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    node: SkipJsonSchema[Annotated[Any, Field(repr=False, exclude=True, title="位置")]] = None

    def at(self, *path: str | int) -> Place:
        """Return the place of the value at ``path`` below this record."""
        node: Mapping = self.node
        return place_of(node, path)


def _whole_number(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,9}", value):
        raise PydanticCustomError("not-integer", "")
    return value


def _iso_date(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise PydanticCustomError("not-date", "")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("no-such-day", "") from None
    return value


def _decimal(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,4})?", value):
            raise PydanticCustomError("not-number", "")
        return Decimal(value)
    return value


def _yes_no(value: object) -> object:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise PydanticCustomError("not-yes-no", "")
        return value == "true"
    return value


def matching(pattern: str, code: str) -> AfterValidator:
    """Return a rule that a text has a form; ``code`` is the problem when it has not."""
    form = re.compile(pattern)

    def checked(value: str) -> str:
        if not form.fullmatch(value):
            raise PydanticCustomError(code, "")
        return value

    return AfterValidator(checked)


def _one_line(value: str) -> str:
    if "\n" in value.strip("\n"):
        raise PydanticCustomError("line-break", "")
    return value.strip("\n")


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Whole = Annotated[int, BeforeValidator(_whole_number)]
Day = Annotated[date, BeforeValidator(_iso_date)]
Number = Annotated[Decimal, BeforeValidator(_decimal)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Words = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_one_line)]
Short = Annotated[str, Field(min_length=1, max_length=LONGEST_SHORT), AfterValidator(_one_line)]
Slug = Annotated[str, matching(r"[a-z]+(-[a-z]+)*", "not-slug")]
Identifier = Annotated[str, matching(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "not-identifier")]
Code = Annotated[str, matching(r"[2-9]{2}", "not-code")]
DivisionCode = Annotated[str, matching(r"[0-9]{6}([0-9]{3}){0,2}", "not-division-code")]
Telephone = Annotated[
    str, matching(r"[1-9][0-9]{2,4}|0[1-9][0-9]{1,2}-[1-9][0-9]{6,7}", "not-telephone")
]
Quotes = Annotated[
    tuple[Words, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
