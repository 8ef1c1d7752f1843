from __future__ import annotations

import pytest

from mingbai.model.citation import Point, parse_point
from mingbai.read.official_text import OfficialText, parse_official_text

LAW = """---
title: 示例法
---

# 示例法

## 第一章　总则

- **第一条**　　为了示例，制定本法。

- **第二条**　　示例分为两类。

  第一类包括：

  - （一）甲；

  - （二）乙。

  其余为第二类。

## 第二章　　程序第三条 申请向镇街提出。

::: tip 记忆口诀

这一句不是条文

:::

::: warning

镇街应当受理。

:::

第四条 本法自公布之日起施行。
"""

OPINION = """# 示例意见

## 一、总体要求

（一）目标。把事办好。

二、重点任务

### （一）基本生活

1.完善制度。按时足额。

2.规范标准。综合考虑。

（二）急难救助。先行救助。
"""


@pytest.fixture(scope="module")
def law() -> OfficialText:
    return parse_official_text(LAW)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("第一条", "为了示例，制定本法。"),
        ("第二条第一款", "示例分为两类。"),
        ("第二条第二款第（二）项", "乙。"),
        ("第二条第（一）项", "甲；"),
        ("第二条第三款", "其余为第二类。"),
        ("第三条第一款", "申请向镇街提出。"),
        ("第三条第二款", "镇街应当受理。"),
    ],
)
def test_each_place_of_a_law_has_its_words(law: OfficialText, place: str, words: str) -> None:
    point = parse_point(place)

    assert point is not None
    assert words == law.find(point)


@pytest.mark.parametrize(
    "place", ["第五条", "第一条第二款", "第二条第二款第（三）项", "第二条第四款"]
)
def test_a_place_that_a_law_lacks_is_not_found(law: OfficialText, place: str) -> None:
    point = parse_point(place)

    assert point is not None
    assert law.find(point) is None


def test_a_collectors_remark_is_no_part_of_the_law(law: OfficialText) -> None:
    assert "记忆口诀" not in "".join(law.at.values())
    assert "这一句不是条文" not in "".join(law.at.values())


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (Point(part=1, section=1), "（一）目标。把事办好。"),
        (Point(part=2, section=2), "（二）急难救助。先行救助。"),
        (Point(article=2), "2.规范标准。综合考虑。"),
    ],
)
def test_sections_and_points_of_an_opinion(point: Point, words: str) -> None:
    assert words == parse_official_text(OPINION).find(point)


def test_a_section_that_an_opinion_lacks_is_not_found() -> None:
    assert parse_official_text(OPINION).find(Point(part=2, section=3)) is None
