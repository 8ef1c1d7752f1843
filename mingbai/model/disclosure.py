"""The directory of what must be made public, and which part of a record answers each element."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from mingbai.model.base import Record, Slug, Whole, Words
from mingbai.model.citation import Cites

Part = Literal[
    "summary",
    "conditions",
    "figures",
    "documents",
    "steps",
    "accepts",
    "windows",
    "contacts",
    "hotlines",
    "legal_basis",
    "notice",
]
"""What can answer an element: parts of a policy's record, and of the region's."""


class Element(Record):
    """One thing to be made public.

    ``answers`` are the parts of a record that say it; ``held`` names the place outside this site
    where it stands; ``open`` says what the records have no room for.
    """

    name: Words = Field(title="要素")
    answers: tuple[Part, ...] = Field((), title="由哪一部分回答")
    held: Words | None = Field(None, title="不在网上", description="放在哪里，例如村（社区）公示栏")
    open: Words | None = Field(None, title="记录里没有", description="缺什么，谁来补")


class Item(Record):
    """One row of the directory."""

    number: Whole = Field(title="序号")
    matter: Words = Field(title="一级事项")
    item: Words = Field(title="二级事项")
    policies: tuple[Slug, ...] = Field(title="政策", description="全部政策共有的写 []")
    elements: tuple[Element, ...] = Field(title="公开内容（要素）", min_length=1)
    basis: Words = Field(title="公开依据")
    within: Words = Field(title="公开时限")
    by: Words = Field(title="公开主体")
    channels: tuple[Words, ...] = Field(title="公开渠道和载体", min_length=1)
    to: Words = Field(title="公开对象")
    way: Words = Field(title="公开方式")
    level: Words = Field(title="公开层级")


class Disclosure(Record):
    """The whole directory, and the document it follows."""

    title: Words = Field(title="目录名称")
    cite: Cites = Field(title="依据")
    note: Words = Field(title="说明", description="目录从哪里看到的，核到没有")
    items: tuple[Item, ...] = Field(title="事项", min_length=1)
