"""The ledger of what was released: one line an event, each carrying the hash of the one before."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mingbai.model.base import Code, Day, Record, Slug, Whole, Words, matching

Kind = Literal["新版", "改名", "停用"]
OldSheets = Literal["仍可用", "换新"]
Digest = Annotated[str, matching("[0-9a-f]{64}", "not-digest")]
PartDigest = Annotated[str, matching("[0-9a-f]{16}", "not-digest")]


class Parts(Record):
    """A short hash of the facts of each of the eight questions; a question without facts: None."""

    what: PartDigest | None = Field(None, title="是什么")
    who: PartDigest | None = Field(None, title="谁能申请")
    not_who: PartDigest | None = Field(None, title="哪些情况不能纳入", alias="not-who")
    amount: PartDigest | None = Field(None, title="给多少")
    bring: PartDigest | None = Field(None, title="带什么")
    steps: PartDigest | None = Field(None, title="怎么办")
    after: PartDigest | None = Field(None, title="定下来之后")
    ask: PartDigest | None = Field(None, title="有疑问找谁")


class LedgerLine(Record):
    """One event of one policy.

    ``新版`` gives its paper the next ``edition``; ``改名`` gives it another slug; ``停用`` ends it.
    ``edition`` is the one that holds after the event. ``changed`` says in plain sentences what an
    older sheet does not know, ``old_sheets`` what that means for it. ``address`` is the public
    address that the paper carries. ``previous`` is the hash of the line before, ``hash`` this
    line's.
    """

    number: Whole = Field(title="序号")
    on: Day = Field(title="日期")
    kind: Kind = Field(title="种类")
    code: Code = Field(title="编号")
    policy: Slug = Field(title="拼音名")
    name: Words = Field(title="名称")
    edition: Whole = Field(title="版次")
    address: Words | None = Field(None, title="公开网址")
    parts: Parts | None = Field(None, title="内容指纹")
    changed: tuple[Words, ...] = Field((), title="变化")
    old_sheets: OldSheets | None = Field(None, title="旧纸")
    previous: Digest | None = Field(None, title="上一行指纹")
    hash: Digest = Field(title="本行指纹")


class Ledger(Record):
    """The file ``policies/editions.yml``: written by ``mingbai release`` only."""

    lines: tuple[LedgerLine, ...] = Field(title="发布账本")
