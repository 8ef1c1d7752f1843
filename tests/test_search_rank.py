"""What people type finds the policy that helps them, on the site as it is built.

The queries are in ``tests/search/queries.yml``: half are for tuning, the other half only counts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.search_core import ask

QUERIES = Path(__file__).parent / "search" / "queries.yml"
FOUND = """(typed) => mingbaiSearch.answer.answered(typed, store).map((group) => group.map((hit) =>
  [hit.location, hit.title, hit.score]))"""
FIRST, AMONG_THREE = 88, 96
"""Shares, in a hundred, that issue after issue must keep."""


@pytest.fixture(scope="session")
def scripts(dist: Path) -> list[Path]:
    """Return the head and the slices of our own site."""
    folder = dist / "site" / "search"
    slices = sorted(one for one in folder.iterdir() if one.stem.isdigit())
    assert {"head.js", "search.js"} == {one.name for one in folder.iterdir() if one not in slices}
    return [folder / "head.js", *slices]


@pytest.fixture(scope="session")
def answers(
    scripts: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[list[Any]]]:
    """Return what the search answers to every query of this module."""
    typed = [
        *[one["q"] for one in queries()],
        *EXPECTED,
        *ANCHORS,
        *NOTHING,
        *OTHERS,
        *("底", "d", "五"),
        " ",
    ]
    folder = tmp_path_factory.mktemp("search")
    return dict(zip(typed, ask(folder, FOUND, typed, scripts), strict=True))


def queries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(QUERIES.read_text("utf-8"))
    return found


def slugs(groups: list[list[Any]]) -> list[str]:
    """Return the policies of an answer, best first."""
    found = [group[0][0].split("/") for group in groups]
    return [parts[1] for parts in found if parts[0] == "policies" and len(parts) == 3]


def place(query: dict[str, Any], answers: dict[str, list[list[Any]]]) -> int:
    """Return the place of the first right policy, 99 for none."""
    right = {*query["expect"], *query.get("also", ())}
    found = slugs(answers[query["q"]])
    return next((at for at, slug in enumerate(found) if slug in right), 99)


@pytest.mark.parametrize("half", ["tuning", "gate"])
def test_what_households_ask_is_found(half: str, answers: dict[str, list[list[Any]]]) -> None:
    places = [place(one, answers) for one in queries() if one["half"] == half]

    assert len(places) >= 200
    assert sum(at == 0 for at in places) >= FIRST / 100 * len(places)
    assert sum(at < 3 for at in places) >= AMONG_THREE / 100 * len(places)


EXPECTED = {
    "最低生活保障": "dibao",
    "底保": "dibao",
    "dibao": "dibao",
    "db": "dibao",
    "dibap": "dibao",
    "五保户": "tekun",
    "特困人員救助供養": "tekun",
    "ｔｅｋｕｎ": "tekun",
    "低保边缘家庭": "dibao-bianyuan",
    "看不起病": "yiliao-jiuzhu",
    "两项补贴": "canjiren-butie",
    "2项补贴": "canjiren-butie",
    "liangxiangbutie": "canjiren-butie",
}


@pytest.mark.parametrize("typed", EXPECTED)
def test_each_way_to_write_a_name_leads_to_it(
    typed: str, answers: dict[str, list[list[Any]]]
) -> None:
    assert slugs(answers[typed])[0] == EXPECTED[typed]


def test_the_word_that_led_there_is_shown(answers: dict[str, list[list[Any]]]) -> None:
    title = answers["五保户"][0][0][1]

    assert title.startswith("特困人员供养（特困供养）")
    assert "“五保户”就看这一项" in title
    assert "mb-hit__answer" in title
    assert "打电话问：" in title


ANCHORS = {
    "低保多少钱": "amount",
    "低保要带什么材料": "bring",
    "低保不能办的情况，不批": "not-who",
    "特困怎么申请": "steps",
    "低保要什么条件": "who",
    "医疗救助电话": "ask",
    "村干部的亲戚申请低保，有人管吗": "q-qinqi",
}


@pytest.mark.parametrize("typed", ANCHORS)
def test_what_is_asked_about_leads_to_its_part(
    typed: str, answers: dict[str, list[list[Any]]]
) -> None:
    parts = [location.partition("#")[2] for location, _, _ in answers[typed][0][1:]]

    assert ANCHORS[typed] in parts


NOTHING = ("asdfqwerty", "@@", "ксенофобия", "😀", "zzzzzz")


@pytest.mark.parametrize("typed", NOTHING)
def test_nothing_found_says_what_to_do(typed: str, answers: dict[str, list[list[Any]]]) -> None:
    locations = [group[0][0] for group in answers[typed]]

    assert locations[0] == "names/index.html"
    assert any(one.startswith("index.html#event-") for one in locations)


def test_nothing_typed_is_nothing_asked(answers: dict[str, list[list[Any]]]) -> None:
    assert answers[" "] == []


def test_one_character_is_enough_to_begin(answers: dict[str, list[list[Any]]]) -> None:
    assert slugs(answers["d"])
    assert slugs(answers["底"])[0] == "dibao"
    assert slugs(answers["五"])[0] == "tekun"


OTHERS = {
    "名词解释": "glossary/index.html",
    "独居老人在自己家里得到供养": "cases/duju-laoren/index.html",
}


@pytest.mark.parametrize("typed", OTHERS)
def test_a_page_whose_title_is_typed_is_first(
    typed: str, answers: dict[str, list[list[Any]]]
) -> None:
    assert answers[typed][0][0][0] == OTHERS[typed]


def test_policies_come_before_cases(answers: dict[str, list[list[Any]]]) -> None:
    for one in queries():
        kinds = [group[0][0].split("/")[0] for group in answers[one["q"]]]
        assert kinds == sorted(kinds, key=lambda kind: kind != "policies"), one["q"]
