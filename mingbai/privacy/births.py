"""Exact birth dates; a month, a year and the cut-off days of an article (某日前出生的) are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.columns import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span

Y = r"(?:(?:1[89]|20)\d{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2}|(?<!\d)\d{2})"
M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[正冬腊元一二三四五六七八九])"
D = (
    r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?"
    r"|初[一二三四五六七八九十]|十[一二三四五六七八九]?|[一二三四五六七八九])"
)
DAY = (
    rf"(?:{Y}\s?年\s?(?:农历|阴历|旧历)?\s?{M}\s?月\s?{D}\s?[日号]?|(?:19|20)\d{{2}}\s?[\-/.]\s?(?:1[0-2]|0?[1-9])\s?[\-/.]\s?"
    r"(?:3[01]|[12]\d|0?[1-9])(?!\d)|(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))"
)
LUNAR = rf"(?:农历|阴历|旧历|阳历|公历)?\s?(?:{Y}\s?年\s?)?{M}\s?月\s?{D}\s?[日号]?"
BORN = (
    re.compile(
        r"(?:出\s{0,6}生(?:那天|当天|那一天|日期|年月日|年月|时间|于|在)?|生于|诞生于|生日|生辰|出生证明?上?|DOB|csrq|date_?of_?birth|birth_?(?:day|date)|birth|born)"
        rf"(?:是|为|在)?[\"']?\s?[:：=>|，,\s]{{0,3}}[\"'（(]?(?:农历|阴历|公历|阳历)?\s?(?P<day>{DAY})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<day>{DAY})\s?(?:[（(][^）)]{{1,8}}[）)])?\s?(?:出生|生人|生(?=[，。、；）)\s]|的|$)|降生|生下|诞下|产下)",
        re.MULTILINE,
    ),
    re.compile(rf"(?:生日|过生日|生辰)(?:是|为|在)?\s?[:：]?\s?(?:每年)?\s?(?P<day>{LUNAR})"),
    re.compile(rf"(?P<day>{LUNAR})\s?(?:的?生日|出生|过生日)"),
    re.compile(
        rf"[，,、（(\s\t|][男女]\s?[，,、\s\t|]\s?(?:(?:汉族?|回族?|[\u4e00-\u9fff]{{1,4}}族)[，,、\s\t|]\s?)?(?P<day>{DAY})"
    ),
    re.compile(
        rf"[*＊×●○xX]{{3}}[0-9xX]{{0,4}}\s?[（(，,\s]\s?(?P<day>{DAY})(?=\s?[）)，,。；\s]|$)"
    ),
)
COHORT = re.compile(
    r"\s?(?:[（(]含[^）)]*[）)])?\s?(?:以前|之前|前|以后|之后|后|起|及以[前后]|至|到|—|-|~|～)"
)
FROM = re.compile(r"(?:自|从|至|到|晚于|早于|不晚于|不早于|截至|截止)\s?$")
TITLE = re.compile("出生|生日|birth", re.IGNORECASE)


def births(plain: str) -> Iterator[Span]:
    """Yield where exact birth dates stand."""
    for pattern in BORN:
        for found in pattern.finditer(plain):
            start, end = found.span("day")
            if COHORT.match(plain, end) or FROM.search(plain[max(0, start - 6) : start]):
                continue
            yield start, end
    for start, end in columns(plain, TITLE):
        if re.fullmatch(DAY, plain[start:end]):
            yield start, end
