"""A village or neighbourhood: whom its people ask, and where that may be shown."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mingbai.model.base import Day, Record, Words, matching

VillageCode = Annotated[str, matching(r"[0-9]{12}", "not-village-code")]
TownshipCode = Annotated[str, matching(r"[0-9]{9}", "not-township-code")]
VillagePhone = Annotated[
    str, matching(r"1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}", "not-village-phone")
]


class Village(Record):
    """One row of a contacts table. Who may read contact and telephone is said by ``publish``."""

    township_code: TownshipCode = Field(title="镇街代码")
    township: Words = Field(title="镇街名称")
    code: VillageCode = Field(title="村居代码")
    name: Words = Field(title="村居名称")
    contact: Words | None = Field(None, title="联系人")
    phone: VillagePhone | None = Field(None, title="联系电话")
    hours: Words | None = Field(None, title="办公时间")
    checked_on: Day | None = Field(None, title="核对日期")
    publish: Literal["网", "纸", "不公布"] = Field("纸", title="公布范围")
