from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from mingbai.checks.citations import touches
from mingbai.model.citation import Point, number_of, parse_citation, parse_locator, parse_point


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("四十八", 48),
        ("一百零五", 105),
        ("7", 7),
    ],
)
def test_chinese_and_arabic_numbers_are_read(words: str, number: int) -> None:
    assert number == number_of(words)


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("第十八条", Point(article=18)),
        ("第十八条第一款", Point(article=18, paragraph=1)),
        ("第三条第（二）项", Point(article=3, item=2)),
        ("第十三条第二款第（三）项", Point(article=13, paragraph=2, item=3)),
        ("第7条", Point(article=7)),
        ("四（一）", Point(part=4, section=1)),
        ("四", Point(part=4)),
        ("（二）", Point(section=2)),
    ],
)
def test_places_in_documents_are_read(words: str, point: Point) -> None:
    assert point == parse_point(words)


@pytest.mark.parametrize(
    "words", ["", "第条", "十八条", "第十八", "第十八条 ", "4(1)", "第九条到第十条"]
)
def test_anything_else_is_no_place(words: str) -> None:
    assert parse_point(words) is None


def test_a_range_names_every_article_in_it() -> None:
    locator = parse_locator("第九条至第十一条")

    assert locator is not None
    assert (Point(article=9), Point(article=10), Point(article=11)) == locator.points


def test_a_range_that_runs_backwards_is_refused() -> None:
    assert parse_locator("第十一条至第九条") is None


def test_a_citation_has_a_document_and_places() -> None:
    cite = parse_citation("民发〔2021〕57号 第四条、第六条第一款")

    assert cite.document == "民发〔2021〕57号"
    assert [one.words for one in cite.locators] == ["第四条", "第六条第一款"]
    assert str(cite) == "民发〔2021〕57号 第四条、第六条第一款"


@pytest.mark.parametrize("words", ["", "第十八条", "社会救助法 十八条", "社会救助法  第十八条"])
def test_what_is_no_citation_is_refused(words: str) -> None:
    with pytest.raises(PydanticCustomError):
        parse_citation(words)


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("第二十条", "第二十条第一款", True),
        ("第二十条第二款", "第二十条第一款", False),
        ("第二十条第一款", "第二十条", True),
        ("第十三条第二款第（三）项", "第十三条第二款第（四）项", False),
        ("四（一）", "四", True),
        ("四（一）", "第四条", False),
    ],
)
def test_a_note_touches_what_lies_within_it(one: str, other: str, meets: bool) -> None:  # noqa: FBT001
    first, second = parse_point(one), parse_point(other)

    assert first is not None
    assert second is not None
    assert meets == touches(first, second)
