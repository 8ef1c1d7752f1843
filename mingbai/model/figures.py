"""Figures: a policy names them, a region fills them, each value with its start and its document."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from mingbai.model.base import Day, Identifier, Number, Record, Short, Words
from mingbai.model.citation import Cites

REFERENCE = re.compile(r"\{figure:([a-z0-9-]+)\}")
"""A figure inside a sentence."""


class FigureName(Record):
    """A figure of a policy; its values stand in the regions."""

    name: Identifier = Field(title="数字名")
    label: Words = Field(title="名称")
    short: Short | None = Field(None, title="纸上名称", description="明白纸只印写了这一项的数字")
    unit: Words = Field(title="单位")


class FigureValue(Record):
    """One value of a figure, in force from a day until the next value.

    ``value`` None means nobody has published it; ``confirmed_by`` None means a last known value
    that the office in charge has not confirmed.
    """

    value: Number | None = Field(title="数值")
    effective_from: Day | None = Field(None, title="起始日期")
    published_on: Day | None = Field(None, title="公布日期")
    last_seen: Day | None = Field(None, title="最近见报日期")
    cite: Cites | None = Field(None, title="依据")
    confirmed_by: Words | None = Field(None, title="确认单位")

    @property
    def start(self) -> date:
        """Return the day it begins; one without a day has always held."""
        return self.effective_from or date.min


class FigureRow(FigureValue):
    """A row of a table of figures: one value, the name of its figure, and what stands beside it.

    ``label`` and ``unit`` are the policy's own: a row that has others has been moved or changed.
    """

    name: Identifier = Field(title="数字名")
    label: Words | None = Field(None, title="名称")
    unit: Words | None = Field(None, title="单位")
    value: Number = Field(title="数值")
    effective_from: Day = Field(title="起始日期")


class Figure(Record):
    """All values a region gives for one figure."""

    name: Identifier = Field(title="数字名")
    values: tuple[FigureValue, ...] = Field(title="各期数值", min_length=1)
    origin: SkipJsonSchema[Annotated[str, Field(exclude=True, title="来源地区")]] = ""
