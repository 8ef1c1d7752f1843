"""A place: its offices and telephones, its figures, and what it does differently from above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from mingbai.model.base import Day, DivisionCode, Identifier, Record, Slug, Telephone, Words
from mingbai.model.citation import Cites
from mingbai.model.figures import Figure
from mingbai.model.policy import LISTS, Office, cited_parts
from mingbai.model.statement import (
    Desk,
    Exclusion,
    Notice,
    Paper,
    Question,
    ReVerification,
    Right,
    Statement,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.citation import Citation


class Phone(Record):
    """A telephone number that somebody published, and the day somebody dialled it."""

    number: Telephone = Field(title="号码")
    dialled_on: Day | None = Field(title="拨测日期")
    source: Words = Field(title="号码来源")


class Hotline(Record):
    """A service number people can call from anywhere in the region."""

    number: Telephone = Field(title="号码")
    name: Words = Field(title="名称")
    covers: Words = Field(title="受理内容")
    offices: tuple[Office, ...] = Field(title="对应部门")
    dialled_on: Day | None = Field(title="拨测日期")
    source: Words = Field(title="号码来源")
    cite: Cites | None = Field(None, title="依据")


class Bureau(Record):
    """The office of the region that leads a kind of policy."""

    office: Office = Field(title="部门")
    name: Words = Field(title="单位名称")
    duty: Words = Field(title="职责")
    phone: Phone | None = Field(title="电话")


class Township(Record):
    """A township or subdistrict: where people apply."""

    code: DivisionCode = Field(title="区划代码")
    name: Words = Field(title="名称")
    window: Words | None = Field(title="救助窗口地址")
    phone: Phone | None = Field(title="电话")


class LocalPolicy(Record):
    """What this place does differently: desks, and items added or, by ``id``, replaced."""

    policy: Slug = Field(title="政策")
    accepts: Desk | None = Field(None, title="受理")
    decides: Desk | None = Field(None, title="决定")
    removes: tuple[Identifier, ...] = Field((), title="不适用的条目")
    conditions: tuple[Statement, ...] = Field((), title="谁能申请")
    exclusions: tuple[Exclusion, ...] = Field((), title="哪些情况不能纳入")
    benefits: tuple[Statement, ...] = Field((), title="给多少")
    steps: tuple[Step, ...] = Field((), title="怎么办")
    documents: tuple[Paper, ...] = Field((), title="带什么")
    re_verification: tuple[ReVerification, ...] = Field((), title="动态管理")
    notice: tuple[Notice, ...] = Field((), title="公示公布")
    rights: tuple[Right, ...] = Field((), title="权利")
    faq: tuple[Question, ...] = Field((), title="常见问题")

    def citations(self) -> Iterator[tuple[Record, tuple[Citation, ...]]]:
        """Yield every record of these rules that cites something, with its citations."""
        yield from cited_parts(self, LISTS)


class NoticeNames(Record):
    """How people are named on notice boards here, and the document that says so."""

    show: Literal["全名", "隐去一字"] = Field(title="姓名怎么写")
    cite: Cites = Field(title="依据")


class Region(Record):
    """One place of the administrative divisions; it inherits everything from ``parent``."""

    division_code: DivisionCode = Field(title="区划代码")
    name: Words = Field(title="名称")
    short_name: Words = Field(title="简称")
    parent: DivisionCode | None = Field(title="上级区划代码")
    bureaus: tuple[Bureau, ...] = Field((), title="部门")
    hotlines: tuple[Hotline, ...] = Field((), title="热线")
    townships: tuple[Township, ...] = Field((), title="镇街")
    townships_source: Words | None = Field(None, title="镇街名录来源")
    figures: tuple[Figure, ...] = Field((), title="数字")
    notice_names: NoticeNames | None = Field(
        None, title="公示公布的姓名", description="没有依据的不写：姓名隐去一字"
    )
    policies: tuple[LocalPolicy, ...] = Field((), title="本地规定")
