from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mingbai.model.citation import parse_citation
from mingbai.model.figures import Figure, FigureName, FigureValue
from mingbai.model.scope import Scope
from mingbai.views.amounts import amount, number_words
from tests.make import library_with

DIBAO = FigureName(name="dibao-city", label="城市低保标准", unit="元/人·月")
CITE = (parse_citation("示例法 第一条"),)


def value(
    number: str | None, start: str | None, *, confirmed: bool = True, published: str | None = None
) -> FigureValue:
    return FigureValue(
        value=number,
        effective_from=start,
        published_on=published or start,
        cite=CITE if number else None,
        confirmed_by="示例区民政局" if confirmed and number else None,
    )


def shown(as_of: date, *values: FigureValue) -> tuple[str, str, str]:
    library = library_with(figures=(Figure(name="dibao-city", values=values),))
    found = amount(DIBAO, library, Scope("990101", as_of))
    return found.value, found.state, found.note


def test_the_value_in_force_on_the_day_is_shown() -> None:
    values = (value("880", "2022-01-01"), value("993", "2024-01-01"))

    assert shown(date(2023, 12, 31), *values)[0] == "880"
    assert shown(date(2024, 1, 1), *values)[0] == "993"


def test_a_value_that_has_not_begun_is_not_shown() -> None:
    assert shown(date(2023, 12, 31), value("993", "2024-01-01"))[:2] == ("", "unknown")


def test_an_unknown_value_says_to_ask_locally() -> None:
    assert shown(date(2026, 1, 1), value(None, None)) == ("", "unknown", "以当地公布为准")


def test_a_value_nobody_confirmed_is_said_to_be_so() -> None:
    number, state, note = shown(date(2026, 1, 1), value("993", "2024-01-01", confirmed=False))

    assert (number, state) == ("993", "last_known")
    assert "尚未经主管部门确认" in note


def test_a_notice_that_reaches_back_says_that_arrears_are_paid() -> None:
    late = value("993", "2024-01-01", published="2024-05-20")

    assert "补发" in shown(date(2024, 6, 1), late)[2]


@pytest.mark.parametrize(
    ("number", "words"), [("993", "993"), ("0.70", "0.7"), ("1000", "1000"), ("10.0", "10")]
)
def test_numbers_have_no_needless_zeros(number: str, words: str) -> None:
    assert words == number_words(Decimal(number))
