"""Every document that is cited, once: its names, whether it holds, and for which articles not."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from mingbai.model.base import Day, DivisionCode, Record, Words, YesNo
from mingbai.model.citation import Cites


class Where(Record):
    """Provinces in which a national default does not hold."""

    except_: tuple[DivisionCode, ...] = Field(alias="except", title="不适用的地区", min_length=1)


class ArticleNote(Record):
    """What "found in a text" does not tell: until when, against what, where an article holds."""

    article: Words = Field(title="条款")
    until: Day | None = Field(None, title="有效到")
    yields_to: Cites | None = Field(None, title="让位于")
    where: Where | None = Field(None, title="适用地区")
    note: Words = Field(title="说明")


class Document(Record):
    """A law, regulation or official document."""

    name: Words = Field(title="引用名", description="依据里写的名字，不含空格")
    title: Words = Field(title="全称")
    number: Words | None = Field(title="文号")
    issuer: Words = Field(title="发布机关")
    issued_on: Day | None = Field(title="发布日期")
    effective_from: Day | None = Field(title="施行日期")
    text: Words | None = Field(title="原文文件")
    status: Literal["现行", "待核", "失效"] = Field(title="效力")
    replaced_by: Words | None = Field(None, title="被何文件取代")
    verified: YesNo = Field(title="已读原文")
    note: Words | None = Field(None, title="说明")
    articles: tuple[ArticleNote, ...] = Field((), title="条款说明")


class LegalBasis(Record):
    """The whole list."""

    documents: tuple[Document, ...] = Field(title="文件", min_length=1)
