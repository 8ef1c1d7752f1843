"""How words are read: by phrases, not by characters, and sorted as a dictionary sorts them."""

from __future__ import annotations

import pytest

from mingbai.pinyin import letter, order, syllables

DICTIONARY = [
    "80 岁老人补贴",
    "90 岁老人补贴",
    "残补",
    "长期护理",
    "重建",
    "单亲家庭",
    "低保",
    "低保户",
    "低保金",
    "低边户",
    "公租房",
    "供养",
    "家里没收入",
    "老人",
    "女儿",
    "五保",
    "“五保”户",
    "五保老人",
    "一辈子",
    "一级残疾",
    "长大",
    "重病",
]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("重病", "zhong4 bing4"),
        ("房屋重建", "fang2 wu1 chong2 jian4"),
        ("长期护理", "chang2 qi1 hu4 li3"),
        ("家长", "jia1 zhang3"),
        ("单亲家庭补贴", "dan1 qin1 jia1 ting2 bu3 tie1"),
        ("家里没收入", "jia1 li3 mei2 shou1 ru4"),
        ("着火", "zhao2 huo3"),
        ("差一点", "cha4 yi1 dian3"),
        ("女儿", "nv3 er2"),
        ("80 岁", "8 0   sui4"),
        ("", ""),
    ],
)
def test_words_are_read_as_phrases(words: str, read: str) -> None:
    assert read == " ".join(syllables(words))


def test_words_sort_as_in_a_dictionary_wherever_they_came_from() -> None:
    assert sorted(sorted(DICTIONARY), key=order) == DICTIONARY


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("重病", "Z"),
        ("重建", "C"),
        ("“五保”户", "W"),
        ("DRG 付费", "D"),
        ("80 岁老人补贴", "数字"),
        ("３级", "数字"),
        ("αβ", "其他"),
        ("……", "其他"),
    ],
)
def test_words_stand_below_the_letter_that_they_are_read_with(words: str, heading: str) -> None:
    assert heading == letter(words)
