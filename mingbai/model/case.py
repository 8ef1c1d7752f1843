"""A case: an anonymised story that shows how a policy works."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from mingbai.model.base import Day, Record, Slug, Words, matching
from mingbai.model.citation import Cites


class Consent(Record):
    """Written consent of the person told about; the paper itself stays in the office."""

    on: Day = Field(title="同意日期")
    kept_by: Words = Field(title="存放单位")


class PrivacyExcuse(Record):
    """A warning of the privacy gate that somebody has looked at; nothing that is blocked has one.

    ``passage`` is the mark of the line it is about, as the report gives it: it dies with the line.
    """

    kind: Literal["name", "mistyped", "masked", "account", "birth", "house", "household"] = Field(
        title="哪种提醒"
    )
    passage: Annotated[str, matching("[0-9a-f]{8}", "not-passage")] = Field(
        title="哪一句", description="照检查报告里的 passage 抄；那句话一改，这一条就不算了"
    )
    reason: Words = Field(title="为什么可以")
    by: Words = Field(title="谁核的")
    on: Day = Field(title="核对日期")


class Case(Record):
    """One story. A composite is put together from several and shows nobody."""

    slug: SkipJsonSchema[Annotated[Slug, Field(title="文件名")]]
    title: Words = Field(title="标题")
    policies: tuple[Slug, ...] = Field(title="政策", min_length=1)
    kind: Literal["composite", "consent"] = Field(title="种类")
    consent: Consent | None = Field(None, title="同意书")
    summary: Words = Field(title="一句话")
    lesson: Words = Field(title="这个故事说明")
    cite: Cites = Field(title="依据")
    privacy_ok: tuple[PrivacyExcuse, ...] = Field((), title="核过的隐私提醒")
    body: SkipJsonSchema[Annotated[str, Field(title="正文")]]
    body_line: SkipJsonSchema[Annotated[Any, Field(title="正文起始行")]]
