"""The words of the whole project: life events people come with, and terms with their meaning."""

from __future__ import annotations

from pydantic import Field

from mingbai.model.base import Identifier, Record, Words
from mingbai.model.citation import Cites


class LifeEvent(Record):
    """A situation people are in when they come."""

    id: Identifier = Field(title="编号")
    name: Words = Field(title="名称")
    icon: Words = Field(title="图标", description="Material 自带图标的名字")
    hint: Words = Field(title="一句话")


class LifeEvents(Record):
    """All of them, in the order of the front page."""

    events: tuple[LifeEvent, ...] = Field(title="生活处境", min_length=1)


class Term(Record):
    """A term of the law, what it means, and the words not to be used for it."""

    term: Words = Field(title="用词")
    meaning: Words = Field(title="意思")
    cite: Cites = Field(title="依据")
    also: tuple[Words, ...] = Field((), title="群众也这样说", description="名词解释里会写出来")
    instead_of: tuple[Words, ...] = Field(
        (), title="不用的说法", description="只用来检查，不写出来"
    )
    unless: tuple[Words, ...] = Field(
        (), title="照样可以写的名称", description="里面有不用的说法的文件名、旧制度名"
    )


class Terms(Record):
    """The glossary."""

    terms: tuple[Term, ...] = Field(title="用词", min_length=1)
