"""A case: an anonymised story that shows how a policy works."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from mingbai.model.base import Day, Record, Slug, Words
from mingbai.model.citation import Cites


class Consent(Record):
    """Written consent of the person told about; the paper itself stays in the office."""

    on: Day = Field(title="同意日期")
    kept_by: Words = Field(title="存放单位")


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
    body: SkipJsonSchema[Annotated[str, Field(title="正文")]]
    body_line: SkipJsonSchema[Annotated[Any, Field(title="正文起始行")]]
