"""Every field has a name that people know, and whatever is wrong with it has a sentence."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from mingbai.fields import CODES, field_problem
from mingbai.keys import describe, record_types
from mingbai.messages import MESSAGES
from mingbai.model.schema import KINDS
from mingbai.problems import Place, Problem
from mingbai.read.tree import Mapping
from mingbai.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from mingbai.model.base import Record

HAN = re.compile("[\u4e00-\u9fff]")
WRONG: tuple[Any, ...] = (
    None,
    "",
    "一",
    "长" * 500,
    "x y",
    "第一条",
    "一\n二",
    "9" * 40,
    "１２",
    "0",
    "-1",
    "2026-02-30",
    "２０２６-０１-０１",
    "TRUE",
    "1.5.5",
    "1e5",
    "NaN",
    "Infinity",
    (),
    (None,),
    ("",),
    ("一", "二"),
    (("一",),),
    {},
    {"一": "二"},
    ({},),
    ({"node": None},),
)
"""What an author may write in the wrong place: the reader gives text, tuples and mappings only."""


def walked(kind: type[Record], seen: set[type[Record]]) -> Iterator[type[Record]]:
    """Yield a record type and every one inside it."""
    if kind in seen:
        return
    seen.add(kind)
    yield kind
    for field in kind.model_fields.values():
        for inner in record_types(field.annotation):
            yield from walked(inner, seen)


RECORDS = [
    one
    for seen in [set[Any]()]
    for kind in (*KINDS.values(), Settings)
    for one in walked(kind, seen)
]
FIELDS = [
    pytest.param(kind, name, field, id=f"{kind.__name__}.{name}")
    for kind in RECORDS
    for name, field in kind.model_fields.items()
]


@pytest.mark.parametrize(("kind", "name", "field"), FIELDS)
def test_a_field_has_a_chinese_title(kind: type[Record], name: str, field: FieldInfo) -> None:
    assert HAN.search(field.title or "")
    assert describe(kind, (field.alias or name,)).label == field.title


@pytest.mark.parametrize(("kind", "name", "field"), FIELDS)
def test_what_is_wrong_with_a_field_has_a_sentence(
    kind: type[Record], name: str, field: FieldInfo
) -> None:
    key = field.alias or name
    tree = Mapping({}, {}, Place("x.yml"))
    for value in WRONG:
        try:
            kind.model_validate({key: value})
        except ValidationError as failure:
            for error in failure.errors(include_url=False):
                problem = field_problem(error, tree, kind)
                assert error["type"] in CODES or error["type"] in MESSAGES, (error["type"], value)
                assert problem.code != "wrong-value"
                assert problem.message
                assert problem.hint


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("value", ["一", (), None])
def test_what_is_no_record_has_a_sentence(kind: type[Record], value: object) -> None:
    with pytest.raises(ValidationError) as failure:
        TypeAdapter(tuple[kind, ...]).validate_python((value,))  # type: ignore[valid-type]

    assert {CODES[error["type"]] for error in failure.value.errors()} == {"not-mapping"}


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_is_a_chinese_sentence_with_a_hint(code: str) -> None:
    message = MESSAGES[code]

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert HAN.search(message.text)
    assert message.text.endswith(("。", "}"))
    assert message.hint


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_asks_for_named_values_only(code: str) -> None:
    message = MESSAGES[code]
    asked = [
        name
        for text in message[1:]
        for _, name, _, _ in Formatter().parse(text)
        if name is not None
    ]

    assert all(name.isidentifier() for name in asked)
    assert Problem(code, Place("x.yml"), dict.fromkeys(asked, "一")).message
