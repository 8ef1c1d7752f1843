"""The record of one policy: everything people are told about it, in every form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from mingbai.model.base import Code, Day, Record, Slug, Words
from mingbai.model.citation import Cites
from mingbai.model.figures import FigureName
from mingbai.model.narration import Narration
from mingbai.model.statement import (
    Change,
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
from mingbai.model.talk import PolicyTalk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.citation import Citation

Office = Literal["民政", "医保", "教育", "住建", "人社", "应急", "卫健", "退役军人", "残联", "司法"]

LISTS = (
    "conditions",
    "exclusions",
    "benefits",
    "steps",
    "documents",
    "re_verification",
    "notice",
    "rights",
    "faq",
)
"""The lists of a policy that a region may add to or replace items of."""


class Lead(Record):
    """The kind of office whose policy it is; only it can sign the record."""

    office: Office = Field(title="主管部门")
    cite: Cites = Field(title="依据")


class Review(Record):
    """Who has checked the words, and when they must be looked at again.

    ``seal`` is what the words were when they were signed: if they are others now, the record is a
    draft again (``mingbai.review.state`` is the one place that says so). ``to_confirm`` are
    questions to the office in charge, which residents do not see.
    """

    state: Literal["draft", "reviewed"] = Field(title="审核状态")
    by: Words | None = Field(None, title="审核单位")
    on: Day | None = Field(None, title="审核日期")
    next_by: Day | None = Field(None, title="下次复核日期")
    seal: Words | None = Field(None, title="封印", description="由 mingbai review 写，不要手写")
    to_confirm: tuple[Words, ...] = Field((), title="要请主管部门确认的")


class Coded(Record):
    """What stands on paper: whoever has a code keeps it for ever."""

    slug: Slug = Field(title="拼音名", description="与文件名相同，公布后不再改")
    former_slugs: tuple[Slug, ...] = Field((), title="用过的拼音名", description="旧网址由此转过来")
    name: Words = Field(title="名称")
    short_name: Words = Field(title="简称")
    code: Code = Field(title="编号", description="两位数字，只用 2 到 9，一经使用不再改")


class Policy(Coded):
    """One policy."""

    category: Literal[
        "基本生活救助",
        "专项社会救助",
        "急难社会救助",
        "救助对象认定",
        "社会福利",
        "优待抚恤",
        "法律服务",
    ] = Field(title="类别")
    status: Literal["现行"] = Field(title="状态")
    life_events: tuple[Words, ...] = Field(title="生活处境", min_length=1)
    lead: Lead = Field(title="主管")
    accepts: Desk = Field(title="受理")
    decides: Desk = Field(title="决定")
    review: Review = Field(title="审核")
    summary: tuple[Statement, ...] = Field(title="一句话", min_length=1)
    conditions: tuple[Statement, ...] = Field(title="谁能申请", min_length=1)
    exclusions: tuple[Exclusion, ...] = Field(title="哪些情况不能纳入", min_length=1)
    benefits: tuple[Statement, ...] = Field(title="给多少", min_length=1)
    figures: tuple[FigureName, ...] = Field((), title="数字")
    documents: tuple[Paper, ...] = Field(title="带什么", min_length=1)
    steps: tuple[Step, ...] = Field(title="怎么办", min_length=1)
    re_verification: tuple[ReVerification, ...] = Field(title="动态管理", min_length=1)
    notice: tuple[Notice, ...] = Field(title="公示公布", min_length=1)
    rights: tuple[Right, ...] = Field(title="权利", min_length=1)
    faq: tuple[Question, ...] = Field(title="常见问题", min_length=1)
    synonyms: tuple[Words, ...] = Field(title="别名")
    says: tuple[Words, ...] = Field(title="群众的话")
    misnomers: tuple[Words, ...] = Field(title="误称")
    changes: tuple[Change, ...] = Field(title="变化")
    talk: PolicyTalk | None = Field(None, title="宣讲词")
    narration: Narration | None = Field(None, title="广播短信等")

    def citations(self) -> Iterator[tuple[Record, tuple[Citation, ...]]]:
        """Yield every record of this policy that cites something, with its citations."""
        yield self.lead, self.lead.cite
        yield from cited_parts(self, ("summary", *LISTS, "changes"))

    def spoken_citations(self) -> Iterator[tuple[Record, tuple[Citation, ...]]]:
        """Yield every line for speaking that cites something, with its citations.

        Apart from ``citations``: these lines say again what the others have said.
        """
        for one in (self.talk, self.narration):
            yield from one.citations() if one else ()


class Withdrawn(Coded):
    """A policy that is no more: what its code and its address say from now on."""

    status: Literal["停用"] = Field(title="状态")
    ended_on: Day = Field(title="停用日期")
    text: Words = Field(title="停用说明", description="为什么停，原来的对象现在怎么办")
    replaced_by: tuple[Slug, ...] = Field(title="由哪些政策接替", description="没有就写 []")
    cite: Cites = Field(title="依据")
    changes: tuple[Change, ...] = Field((), title="变化")


def cited_parts(
    owner: Record, names: tuple[str, ...]
) -> Iterator[tuple[Record, tuple[Citation, ...]]]:
    """Yield the desks and items of a policy, national or local, with their citations."""
    for name in ("accepts", "decides"):
        desk = getattr(owner, name)
        if desk is not None:
            yield desk, desk.cite
    for name in names:
        for item in getattr(owner, name):
            yield item, item.cite
            if isinstance(item, Exclusion):
                for exception in item.exceptions:
                    yield exception, exception.cite
