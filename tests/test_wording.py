"""Where a rule of wording has many values."""

from __future__ import annotations

import pytest

from mingbai.checks.figures import BRACE, MONEY, REFERENCE
from mingbai.checks.wording import CASE_BLOCK, CASE_INLINE, FINISHED


@pytest.mark.parametrize(
    "text",
    [
        "500元",
        "500 元",
        "1,200元",
        "3万元",
        "３００元",
        "500多元",
        "3 千多元",
        "五百元",
        "三千二百元",
        "十元",
        "50 块钱",
        "九百九十三元",
    ],
)
def test_a_sum_of_money_is_seen(text: str) -> None:
    assert MONEY.search(f"每月{text}。")


@pytest.mark.parametrize(
    "text",
    [
        "2027年元旦",
        "多元化",
        "一个单元",
        "分成 3 块",
        "几万元",
        "上千元",
        "1.5 倍",
        "60 周岁",
        "第 3 单元",
    ],
)
def test_what_is_no_sum_of_money_is_left_alone(text: str) -> None:
    assert not MONEY.search(f"这里有{text}的事。")


@pytest.mark.parametrize(
    "text", ["好。", "好！", "好吗？", "他说：“好。”", "（见下。）", "以此类推……"]
)
def test_a_sentence_is_finished(text: str) -> None:
    assert FINISHED.search(text)


@pytest.mark.parametrize("text", ["好", "好，", "好；", "他说：“好”", "好."])
def test_a_sentence_is_not_finished(text: str) -> None:
    assert not FINISHED.search(text)


@pytest.mark.parametrize(
    "line",
    ["- 一", "1. 一", "* 一", "第一天——第二天", "（一）事", "一、事", "他说：“好。”", "", "  - 二"],
)
def test_paragraphs_and_lists_are_what_a_story_is_made_of(line: str) -> None:
    assert not CASE_BLOCK.match(line)
    assert not CASE_INLINE.search(line)


@pytest.mark.parametrize("text", ["{figure:a}和{figure:b-2}", "没有"])
def test_a_reference_is_the_only_use_of_braces(text: str) -> None:
    assert not BRACE.search(REFERENCE.sub("", text))
