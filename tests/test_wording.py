"""Where a rule of wording has many values."""

from __future__ import annotations

import re

import pytest

from mingbai.checks.cited_forms import in_han, is_proper
from mingbai.checks.figures import BRACE, MONEY, REFERENCE
from mingbai.checks.modal import told_otherwise
from mingbai.checks.wording import CASE_BLOCK, CASE_INLINE, FINISHED, TORN, TYPED, within_any
from mingbai.checks.written_numbers import BARE, BRACKETS, CALLED
from mingbai.model.statement import Statement
from mingbai.problems import Place
from mingbai.read.tree import Mapping


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


@pytest.mark.parametrize(
    "text", ["年满 60，可以申请。", "家里有 3 的", "超过 500。", "等 30 以上", "（满 16）"]
)
def test_a_number_without_a_unit_is_seen(text: str) -> None:
    assert BARE.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "年满 60 周岁的",
        "60、70 岁",
        "第（1）项",
        "8:00 到 17:30。",
        "民发〔2021〕57号",
        "3 个月和 5 天",
        "1∶2 的",
        "1.5 倍",
    ],
)
def test_a_number_with_its_unit_is_left_alone(text: str) -> None:
    assert not BARE.search(text)


@pytest.mark.parametrize("text", ["请打 12345，", "热线 110。", "电话说编号 23，", "拨打 12348 的"])
def test_a_number_that_is_dialled_needs_no_unit(text: str) -> None:
    assert all(CALLED.search(text[: one.start()]) for one in BARE.finditer(text))


@pytest.mark.parametrize(
    "text",
    [
        "民发[2021]57号",
        "民发（2021）57号",
        "民发【2021】 57 号",
        "民发(2021)第57号",
        "令［2021］5号",
    ],
)
def test_other_brackets_in_a_number_are_seen_with_the_right_ones(text: str) -> None:
    found = BRACKETS.search(text)

    assert found
    assert found[1] == "2021"


@pytest.mark.parametrize("text", ["民发〔2021〕57号", "（2021 年）57号楼", "第（一）项", "[一]号"])
def test_right_brackets_are_left_alone(text: str) -> None:
    assert not BRACKETS.search(text)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (18, "十八"),
        (40, "四十"),
        (48, "四十八"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (999, "九百九十九"),
    ],
)
def test_a_number_is_written_in_one_way(number: int, words: str) -> None:
    assert in_han(number) == words
    assert is_proper(words)


@pytest.mark.parametrize("words", ["零", "一八", "十十", "一十百", "零一", "十零", "二十零五"])
def test_other_ways_to_write_a_number_are_seen(words: str) -> None:
    assert not is_proper(words)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("领五保供养的老人", True),
        ("五保供养", True),
        ("吃五保的老人", False),
        ("五保户", False),
        ("供养五保", False),
    ],
)
def test_a_word_inside_a_name_that_stays_is_no_other_word_for_it(
    text: str, *, within: bool
) -> None:
    found = re.search("五保", text)

    assert found
    assert within_any(found, ("五保供养",)) is within


@pytest.mark.parametrize("text", ["到 镇街", "收入， 财产", "（见下） 再"])
def test_a_torn_sentence_is_seen(text: str) -> None:
    assert TORN.search(text)


@pytest.mark.parametrize("text", ["满 60 周岁", "A 类", "到镇街", "2 个 月"[:3]])
def test_a_blank_beside_a_number_is_left_alone(text: str) -> None:
    assert not TORN.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "*重要*",
        "__重要__",
        "~~删~~",
        "- 一",
        "1. 一",
        "> 一",
        "https://a.example",
        "www.a.example",
        "C:\\x",
        "$x$",
        " #import",
        "＜script＞",
    ],
)
def test_what_people_type_for_markup_is_seen(text: str) -> None:
    assert TYPED.search(text)


@pytest.mark.parametrize("text", ["一*", "第 1.5 条", "见 #1", "60 - 70", "3×4", "元/月"])
def test_what_is_no_markup_is_left_alone(text: str) -> None:
    assert not TYPED.search(text)


@pytest.mark.parametrize(
    ("words", "text", "code"),
    [
        ("家庭可以申请救助", "家庭必须申请救助。", "modal-must"),
        ("情况变化的应当报告", "情况变了可以报告。", "modal-may"),
        ("不得要求重复提供", "可以要求您重复提供。", "modal-may"),
        ("家庭可以申请救助", "家庭可以申请救助。", ""),
        ("应当报告，也可以委托", "可以报告。", ""),
        ("民政部门应当受理申请", "可以申请。", ""),
        ("家庭可以申请救助", "不是必须。", ""),
        ("情况变化的应当报告", "情况变了要报告，可以打电话。", ""),
    ],
)
def test_a_duty_is_no_offer_and_an_offer_no_duty(words: str, text: str, code: str) -> None:
    statement = Statement.model_construct(text=text, node=Mapping({}, {}, Place("x")))

    assert [one.code for one in told_otherwise(statement, words)] == ([code] if code else [])
