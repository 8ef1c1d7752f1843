"""A statement: one plain sentence that rests on an article; a policy is made of its kinds."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag
from pydantic.json_schema import SkipJsonSchema

from mingbai.model.base import (
    Day,
    Identifier,
    Quotes,
    Record,
    Short,
    Slug,
    Whole,
    Words,
    YesNo,
)
from mingbai.model.citation import Cites


class Statement(Record):
    """One sentence and the article it rests on."""

    id: Identifier | None = Field(None, title="编号", description="地区要替换这一条时才需要")
    text: Words = Field(title="内容")
    short: Short | None = Field(None, title="纸上短句", description="明白纸只印短句，最多 28 个字")
    cite: Cites = Field(title="依据")
    quote: Quotes = Field((), title="原文", description="与条文一字不差，--texts 时核对")
    origin: SkipJsonSchema[Annotated[str, Field(exclude=True, title="来源地区")]] = ""


class Desk(Record):
    """An office with a duty: whose policy it is, where to apply, or who decides."""

    name: Words = Field(title="机关名称")
    cite: Cites = Field(title="依据")
    origin: SkipJsonSchema[Annotated[str, Field(exclude=True, title="来源地区")]] = ""


class Exclusion(Statement):
    """Somebody or something the policy does not cover; exceptions are written out even if none."""

    exceptions: tuple[Statement, ...] = Field(title="例外")


class TimeLimit(Record):
    """A time limit: at most ``n`` (in special cases ``up_to``) units from an event."""

    n: Whole = Field(title="办理时限")
    up_to: Whole | None = Field(None, title="特殊情况最长")
    unit: Literal["工作日", "日", "小时", "个月"] = Field(title="时限单位")
    start: Words = Field(alias="from", title="从何时算起")


def _limit_kind(value: Any) -> str:
    return "words" if isinstance(value, str) else "limit"


Limit = Annotated[
    Annotated[TimeLimit, Tag("limit")] | Annotated[Words, Tag("words")], Discriminator(_limit_kind)
]


class Step(Record):
    """One step of the way: who does what, where, within which time."""

    id: Identifier | None = Field(None, title="编号")
    actor: Words = Field(title="谁来办")
    do: Words = Field(title="办什么")
    short: Short | None = Field(None, title="纸上短句")
    time_limit: Limit | None = Field(None, title="时限")
    where: Words | None = Field(None, title="在哪办")
    cite: Cites = Field(title="依据")
    quote: Quotes = Field((), title="原文")
    origin: SkipJsonSchema[Annotated[str, Field(exclude=True, title="来源地区")]] = ""


class Paper(Statement):
    """Something to bring, or something the office looks up itself."""

    provided_by: Literal["申请人", "窗口"] = Field(title="谁提供")


class ReVerification(Statement):
    """A rule of 动态管理, by its kind."""

    kind: Literal["报告", "核查", "调整", "停止", "渐退", "听取意见"] = Field(title="种类")


class Notice(Statement):
    """What is shown publicly before (公示) or after (公布) a decision, or why nothing is.

    ``shows`` is what the article itself names besides the applicant; nothing else may be shown.
    """

    kind: Literal["公示", "公布", "不宜公示"] = Field(title="种类")
    days: Whole | None = Field(None, title="公示天数")
    unit: Literal["日", "工作日"] = Field("日", title="天数单位")
    shows: tuple[Literal["家庭人数", "金额"], ...] = Field(
        (), title="姓名以外可以公开的", description="依据点名可以公开的才写"
    )


class Right(Statement):
    """What a person can do: ask for review, complain, have privacy kept."""

    kind: Literal["复议诉讼", "举报投诉", "隐私保护", "告知理由"] = Field(title="种类")


class Question(Record):
    """A question people ask, in their words, with its answer."""

    id: Identifier | None = Field(None, title="编号")
    q: Words = Field(title="问题")
    a: Words = Field(title="回答")
    cite: Cites = Field(title="依据")
    quote: Quotes = Field((), title="原文")
    origin: SkipJsonSchema[Annotated[str, Field(exclude=True, title="来源地区")]] = ""


class Change(Record):
    """What changed for people, and what that means for a sheet already on a wall.

    ``edition`` is the first one whose paper knows it, written by ``mingbai release``; None until
    then. ``was`` is what held before, with the article that said so, which may have yielded since.
    Only what mends our own words rests on no article.
    """

    edition: Whole | None = Field(None, title="版次", description="由 mingbai release 写，不要手写")

    on: Day = Field(title="日期")
    text: Words = Field(title="变化")
    was: Words | None = Field(None, title="以前", description="以前怎么规定，读过原文才写")
    was_cite: Cites = Field((), title="以前的依据", description="已经不用的条款也可以写")
    main: YesNo = Field(default=False, title="最要紧", description="写 true 的，在变化页放在最前")
    parts: tuple[Slug, ...] = Field(title="涉及部分")
    old_sheets: Literal["仍可用", "换新"] = Field(title="旧纸")
    cite: Cites = Field((), title="依据", description="只有改正自己写法的变化可以不写")
