"""The tables that a clerk fills in: their columns, in order, for whoever reads or writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["words", "code", "phone", "day", "number", "cites", "choice"]
"""How a cell is read: what may be written in other ways without meaning anything else."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; without a ``key`` it only informs whoever fills in the others."""

    title: str
    key: str = ""
    kind: Kind = "words"
    required: bool = False


Columns = tuple[Column, ...]

CONTACTS: Columns = (
    Column("镇街代码", "township_code", "code", required=True),
    Column("镇街名称", "township", required=True),
    Column("村居代码", "code", "code", required=True),
    Column("村居名称", "name", required=True),
    Column("联系人", "contact"),
    Column("联系电话", "phone", "phone"),
    Column("办公时间", "hours"),
    Column("核对日期", "checked_on", "day"),
    Column("公布范围", "publish", "choice"),
)
"""Villages and whom their people ask: ``Village``, a row each."""

FIGURES: Columns = (
    Column("政策"),
    Column("数字名", "name", "code", required=True),
    Column("名称", "label"),
    Column("单位", "unit"),
    Column("现值"),
    Column("数值", "value", "number", required=True),
    Column("起始日期", "effective_from", "day", required=True),
    Column("公布日期", "published_on", "day"),
    Column("依据", "cite", "cites"),
    Column("确认单位", "confirmed_by"),
)
"""New values of the policies' figures: ``FigureRow``, a row each."""

GIVEN = frozenset({"name", "label", "unit"})
"""Keys of a row of figures that stand there before anybody fills in a value."""

DOCUMENTS: Columns = (
    Column("引用名", "name", required=True),
    Column("全称", "title", required=True),
    Column("文号", "number"),
    Column("发布机关", "issuer", required=True),
    Column("发布日期", "issued_on", "day"),
    Column("施行日期", "effective_from", "day"),
)
"""Documents that nobody has registered yet and that new values rest on: ``Document``."""
