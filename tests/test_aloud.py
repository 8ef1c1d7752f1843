"""Numbers as they are read aloud, and what stands between braces as a region has it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.views.amounts import Amount
from mingbai.views.contacts import Contact
from mingbai.views.speaking.aloud import aloud, counted, sum_words
from mingbai.views.speaking.calling import NO_NUMBER, calling
from mingbai.views.speaking.captions import cues, pieces, srt
from mingbai.views.speaking.pace import clock


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026 年 7 月 1 日起", "二〇二六年七月一日起"),
        ("满 80 周岁的老人", "满八十周岁的老人"),
        ("每人每月 993 元", "每人每月九百九十三元"),
        ("2 个工作日内", "两个工作日内"),
        ("二级、2 级残疾", "二级、二级残疾"),
        ("第 2 步", "第二步"),
        ("12 个月", "十二个月"),
        ("2 万元", "两万元"),
        ("3.5 万元", "三点五万元"),
        ("自付 50%", "自付百分之五十"),
        ("打 12345 问", "打一二三四五问"),
        ("电话0537-3412345。", "电话零五三七，三四一二三四五。"),
        ("拨 0537-3412345", "拨零五三七，三四一二三四五"),
        ("没有数字的话。", "没有数字的话。"),
    ],
)
def test_numbers_are_said_in_characters(written: str, said: str) -> None:
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        *((0, "零"), (2, "二"), (10, "十"), (11, "十一"), (20, "二十"), (100, "一百")),
        *((101, "一百零一"), (110, "一百一十"), (1000, "一千"), (1010, "一千零一十")),
        *((10000, "一万"), (10050, "一万零五十"), (100500, "十万零五百")),
        *((100000000, "一亿"), (123456789, "一亿二千三百四十五万六千七百八十九")),
    ],
)
def test_whole_numbers_are_counted(value: int, said: str) -> None:
    assert counted(value) == said


@pytest.mark.parametrize(
    ("value", "unit", "state", "said"),
    [
        ("993", "元/人·月", "confirmed", "每人每月 993 元"),
        ("1200", "元/户", "confirmed", "每户 1200 元"),
        ("50", "%", "confirmed", "50%"),
        ("13", "平方米/人", "confirmed", "每人 13 平方米"),
        ("1000", "元/生·年", "confirmed", "每名学生每年 1000 元"),
        ("993", "元/人·月", "last_known", "以当地公布的为准"),
        ("", "元/人·月", "unknown", "以当地公布的为准"),
    ],
)
def test_only_what_is_confirmed_is_said(value: str, unit: str, state: str, said: str) -> None:
    figure = Amount("标准", "标准", value, unit, state, "")  # type: ignore[arg-type]  # a Literal

    assert sum_words(figure) == said


def test_a_number_is_named_once_somebody_dialled_it() -> None:
    dialled = Contact("热线", "", "0537-1000001", dialled=True, note="")

    ask = calling(dialled)

    number = "零五三七，一零零零零零一"
    assert ask.repeated == f"咨询电话，{number}。再说一遍，{number}。"
    assert ask.short == "咨询电话：0537-1000001。"
    assert calling(None).note == NO_NUMBER
    assert not any(one.isdigit() for one in calling(None).repeated)


def test_captions_keep_clauses_and_lose_the_last_mark() -> None:
    voice = "家里挣钱的人少，花钱的地方多，日子过得紧，能不能申请低保？先算账。"

    assert list(pieces(voice)) == [
        "家里挣钱的人少，花钱的地方多，日子过得紧",
        "能不能申请低保？",
        "先算账",
    ]
    assert [len(one) <= 20 for one in pieces("一" * 45)] == [True] * 3


def test_captions_follow_the_voice_and_stand_as_srt_has_them() -> None:
    first, second = cues(["先算一笔账。", "每人每月 993 元。"])

    assert (first.start, first.end) == (0, 1111)
    assert second.start == 1111 + 400
    assert second.end - second.start == pytest.approx(float(Decimal(10) * 60 / 270 * 1000), abs=1)
    assert srt([first]) == "1\n00:00:00,000 --> 00:00:01,111\n先算一笔账\n"


def test_time_is_told_to_the_next_ten_seconds() -> None:
    assert [clock(one) for one in (0, 4, 61, 119, 120, 605)] == [
        *("0 秒", "10 秒", "1 分 10 秒", "2 分", "2 分", "10 分 10 秒")
    ]
