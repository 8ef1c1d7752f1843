"""One row of a list for a notice board, and the columns of the list: these and no other."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from mingbai.model.base import Number, Record, Whole, Words, matching
from mingbai.model.columns import Column, Columns, Kind

if TYPE_CHECKING:
    from mingbai.notices.permit import Permit

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Characters of Chinese names, those of GB 18030's third level included."""

DOT = re.compile("[•・‧∙⋅．.]")
PEOPLE = re.compile("[1-9][0-9]?")
BLANK = re.compile(r"\s")
CENT = Decimal("0.01")


def _joined(value: object) -> object:
    """Take out the blanks with which people stretch names to one width, and make one dot of all."""
    return DOT.sub("·", BLANK.sub("", value)) if isinstance(value, str) else value


def _people(value: object) -> object:
    if isinstance(value, str) and not PEOPLE.fullmatch(value):
        raise PydanticCustomError("notice-people", "")
    return value


def _money(value: Decimal) -> Decimal:
    if not value or value % CENT:
        raise PydanticCustomError("notice-amount", "")
    return value


Name = Annotated[
    str,
    BeforeValidator(_joined),
    matching(rf"[{HAN}]{{2,}}(?:·[{HAN}]+)*|[{HAN}](?:·[{HAN}]+)+", "notice-name"),
]
VillageName = Annotated[
    str, BeforeValidator(_joined), matching(rf"[{HAN}0-9]{{2,40}}", "notice-village")
]


class Row(Record):
    """One applicant: a household is named by the person who applied."""

    township: Annotated[Words, BeforeValidator(_joined)] = Field(title="镇街名称")
    village: VillageName = Field(title="村居名称")
    name: Name = Field(title="申请人")
    people: Annotated[Whole, BeforeValidator(_people)] | None = Field(None, title="家庭人数")
    opinion: Literal["拟同意", "拟不同意"] | None = Field(None, title="初审意见")
    amount: Annotated[Number, AfterValidator(_money)] | None = Field(None, title="金额")
    unit: Literal["元", "元/月", "元/季度", "元/年"] | None = Field(None, title="单位")


def needed_columns(allowed: Permit) -> tuple[str, ...]:
    """Return the titles of the columns that a list must have: what its sheet shows."""
    before = ("初审意见",) if allowed.kind == "公示" else ()
    people = ("家庭人数",) if "家庭人数" in allowed.shows else ()
    money = ("金额", "单位") if "金额" in allowed.shows and allowed.kind == "公布" else ()
    return ("镇街名称", "村居名称", "申请人", *people, *before, *money)


def list_columns(allowed: Permit) -> Columns:
    """Return the columns a list may have; those that no article names are read over."""
    needed = needed_columns(allowed)
    own = (Column(title, key if title in needed else "", kind) for title, key, kind in OWN)
    required = (replace(one, required=bool(one.key)) for one in own)
    return (Column("序号"), Column("镇街代码"), Column("村居代码"), *required)


OWN: tuple[tuple[str, str, Kind], ...] = (
    ("镇街名称", "township", "words"),
    ("村居名称", "village", "words"),
    ("申请人", "name", "words"),
    ("家庭人数", "people", "number"),
    ("初审意见", "opinion", "choice"),
    ("金额", "amount", "number"),
    ("单位", "unit", "choice"),
)
"""The columns of a list: title, field of ``Row``, how a cell is read."""
