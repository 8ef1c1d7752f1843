"""Columns of tables below which stand numbers of things and amounts: nobody's telephone or card."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.columns import columns
from mingbai.privacy.labels import THINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.finding import Finding, Kind
    from mingbai.privacy.plain import Span

OF_PERSON = r"(?!.*(?:身份|证件|证号|手机|电话|联系|微信|卡|账|帐|存|折|户口|户籍|户主|姓名))"
NUMBERED = re.compile(
    rf"^{OF_PERSON}.*(?:(?:{THINGS})(?:编|代)?(?:号码?|码|编号|代码)|[编序单]号|流水|订单|运单)"
)
SUM = re.compile(rf"^{OF_PERSON}.*(?:金额|资金|余额|支出|收入|合计|总额|总计|数额|经费|数量)")
AMOUNT = re.compile(r"[¥￥]?[\d,.\s]+(?:元|万元)?")
CONFUSED: frozenset[Kind] = frozenset({"card", "mobile", "telephone", "masked"})
"""Kinds of numbers that those of things look like. A true check digit of an identity counts."""


def of_things(plain: str) -> tuple[Span, ...]:
    """Return the cells of a text that hold the number of a thing or an amount, in order."""
    sums = (one for one in columns(plain, SUM) if AMOUNT.fullmatch(plain, *one))
    return tuple(sorted((*columns(plain, NUMBERED), *sums)))


def without_things(found: list[Finding], plain: str) -> Iterator[Finding]:
    """Yield findings but for those in the cells of things."""
    cells = of_things(plain) if found else ()
    inside = {place for start, end in cells for place in range(start, end)}
    for one in found:
        mistyped = one.kind == "identity" and one.level == "warn"
        if not (one.start in inside and (one.kind in CONFUSED or mistyped)):
            yield one
