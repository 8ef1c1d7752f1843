"""What tells a slip from what is meant: counts, pairs of brackets, doubles of characters."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from mingbai.checks.days import AGE, DAY, exists
from mingbai.checks.leftovers import ESCAPED, NOTHING, OPEN, QUOTED
from mingbai.checks.letters import LOOKALIKE, is_uncommon, meant, strange_word
from mingbai.checks.modal import told_otherwise
from mingbai.checks.punctuation import unpaired
from mingbai.checks.repeats import TWICE
from mingbai.checks.told_numbers import counted

if TYPE_CHECKING:
    import re


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("受理后三个工作日内办完", {("3", "工作日")}),
        ("受理后 3 个工作日内办完", {("3", "工作日")}),
        ("公示七天，满两个月", {("7", "日"), ("2", "月")}),
        ("年满六十周岁，年满 60 岁", {("60", "周岁")}),
        ("百分之七十，不低于 70%", {("70", "%")}),
        ("低保标准的 1.5 倍", {("1.5", "倍")}),
        ("二十四小时内", {("24", "小时")}),
        ("2026 年 7 月 1 日起，2025 年 3 月修正", set()),
        ("受灾第二年的春天，16、17 岁的", set()),
        ("领{figure:dibao-30-city}，三月份调整", set()),
    ],
)
def test_what_a_sentence_counts(text: str, found: set[tuple[str, str]]) -> None:
    assert set(counted(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("家里（含成年子女）收入低", ""),
        ("民发〔2021〕57号《办法》说的“单人户”", ""),
        ("1）书面申请；2）承诺", ""),
        ("一）书面申请", ""),
        ("家里（含成年子女收入低", "（含成年子女"),
        ("家里含成年子女）收入低", "含成年子女）"),
        ("家里（含“成年）子女”", "（含“成年）"),
    ],
)
def test_a_bracket_without_its_other_half(text: str, found: str) -> None:
    assert unpaired(text) == found


@pytest.mark.parametrize(
    ("double", "character"),
    [("⼤", "大"), ("⻋", "车"), ("⺠", "民"), ("\uf9dd", "利"), ("\ufa0e", "")],
)
def test_the_double_of_a_character(double: str, character: str) -> None:
    assert LOOKALIKE.search(double)
    assert meant(double) == character


def test_simplified_characters_are_common() -> None:
    assert not any(map(is_uncommon, "兖州漕河镇啰嗦瞭望漷䶮堃"))
    assert all(map(is_uncommon, "當標準裡毎収"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("用民政通 APP 申请", ""),
        ("住进 ICU、做 CT", ""),
        ("装了 WiFi", ""),
        ("低于 dibao 标准", "dibao"),
        ("低于А类标准", "А"),  # the letter is Cyrillic
        ("低于の标准", "の"),
    ],
)
def test_letters_that_nobody_meant(text: str, found: str) -> None:
    assert strange_word(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "没有 2026 年 2 月 30 日",
        "2025 年 2 月 29 日",
        "六月三十一日",
        "13 月 1 日",
    ],
)
def test_a_day_that_is_none(text: str) -> None:
    found = DAY.search(text)
    assert found
    assert not exists(found)


@pytest.mark.parametrize(
    "text", ["2028 年 2 月 29 日", "2 月 29 日", "十二月三十一日", "7 月 1 日"]
)
def test_a_day_that_is_one(text: str) -> None:
    found = DAY.search(text)
    assert found
    assert exists(found)


@pytest.mark.parametrize("text", ["3 个月 5 日内", "6 个月30 日"])
def test_months_that_are_counted_are_no_day(text: str) -> None:
    assert not DAY.search(text)


@pytest.mark.parametrize(
    ("pattern", "meant_so"),
    [
        (OPEN, "残疾证待补办的，待改造的房子，待核的内容"),
        (OPEN, "二〇〇五年以前的文件"),
        (OPEN, "收入略高于标准，见附近的公示栏"),
        (NOTHING, "没有收入"),
        (ESCAPED, "按 50%、70% 的比例"),
        (QUOTED, "“单人户”和“低保户”"),
        (TWICE, "一样一样讲给他听"),
        (TWICE, "经济困难寄宿生生活补助，宗教教职人员"),
        (AGE, "百岁老人"),
    ],
)
def test_what_is_meant_so(pattern: re.Pattern[str], meant_so: str) -> None:
    found = (
        pattern.fullmatch(meant_so) if pattern in {NOTHING, QUOTED} else pattern.search(meant_so)
    )
    assert not found


@pytest.mark.parametrize(
    ("text", "article", "codes"),
    [
        ("可以要求您自己提供。", "能查到的，不得要求申请人提供。可以网上查。", ["modal-may"]),
        ("不得要求您自己提供。", "能查到的，不得要求申请人提供。", []),
        ("可以要求说明理由。", "不得要求重复提交，可以要求说明理由。", []),
        (
            "必须给渐退期。",
            "县级民政部门可以给予渐退期。死亡后应当核查。",
            ["modal-must"],
        ),
        ("应当核查。", "县级民政部门可以给予渐退期。死亡后应当核查。", []),
    ],
)
def test_a_sentence_says_what_its_article_says(text: str, article: str, codes: list[str]) -> None:
    record = cast("Any", SimpleNamespace(text=text, at=lambda _key: None))

    assert [one.code for one in told_otherwise(record, article)] == codes
