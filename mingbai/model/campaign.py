"""A talk of the campaign: which policies, for whom, how long; the words come from the records."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from mingbai.model.base import Day, Record, Slug, Whole, Words
from mingbai.model.talk import WordsReview

Part = Literal["opening", "points", "who", "not_who", "how", "story", "questions", "never_say"]
PARTS: tuple[Part, ...] = (
    "opening",
    "points",
    "who",
    "not_who",
    "how",
    "story",
    "questions",
    "never_say",
)
"""The parts of a policy's talk that a section may take, in the order in which they are said."""


class Speech(Record):
    """讲话精神 or what was laid down above: word for word, with its source and who compared it."""

    words: tuple[Words, ...] = Field(title="原话", min_length=1)
    source: Words = Field(title="出处")
    on: Day = Field(title="原文日期")
    checked_by: Words = Field(title="核对人")
    checked_on: Day = Field(title="核对日期")


class Section(Record):
    """One policy of a talk: which parts of it, and how one comes to it."""

    policy: Slug = Field(title="政策")
    transition: Words | None = Field(None, title="过渡的话")
    parts: tuple[Part, ...] = Field(PARTS, title="讲哪些部分", min_length=1)
    story: Slug | None = Field(None, title="换一个案例", description="不写的，用政策自己的")


class CampaignTalk(Record):
    """One talk: sections of policies for an audience and a length.

    ``open_minutes`` are kept for what people ask at the end.
    """

    slug: SkipJsonSchema[Annotated[Slug, Field(title="文件名")]]
    title: Words = Field(title="标题")
    audience: Words = Field(title="讲给谁听")
    minutes: Whole = Field(title="几分钟")
    review: WordsReview = Field(title="审查")
    speech: Speech | None = Field(title="讲话精神", description="没有就写 null；写就一字不差")
    opening: tuple[Words, ...] = Field(title="开场", min_length=1)
    sections: tuple[Section, ...] = Field(title="讲哪些政策", min_length=1)
    open_minutes: Whole = Field(title="现场提问留几分钟")
    closing: tuple[Words, ...] = Field(title="结尾", min_length=1)
