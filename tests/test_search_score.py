"""How benchmarks/search.py judges hits: which page is which policy, and what a place is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.searching.queries import JUDGES, Query, read_queries
from benchmarks.searching.score import ALL, by_kind, figures, misses, policy_of, rank, table

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.searching.score import Figures

QUERIES = """
- {q: 吃低保, kind: name, expect: [dibao], half: tuning}
- {q: '5', kind: name, expect: [tekun], also: [guer], half: gate}
- {q: 没人管, kind: situation, expect: [tekun, guer], half: gate}
"""
CASE = "cases/duju-laoren/index.html"


def ranks(told: Figures) -> list[float]:
    return [told.first, told.third, told.rank]


def page(slug: str) -> str:
    return f"http://127.0.0.1:8000/a/b/policies/{slug}/index.html"


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    path = tmp_path / "queries.yml"
    path.write_text(QUERIES, "utf-8")
    return path


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("http://127.0.0.1/a/b/policies/dibao/index.html", "dibao"),
        ("file:///x/policies/dibao-bianyuan/index.html#wen-huji", "dibao-bianyuan"),
        ("/policies/dibao/?h=dibao", "dibao"),
        ("policies/dibao/", "dibao"),
        ("policies/index.html", None),
        ("policies/index.html#tekun", None),
        ("policies/dibao/other.html", None),
        ("our-policies/dibao/index.html", None),
        (CASE, None),
        ("s/23/index.html", None),
    ],
)
def test_a_hit_is_a_policy_only_on_its_own_page(address: str, slug: str | None) -> None:
    assert policy_of(address) == slug


@pytest.mark.parametrize(
    ("hits", "place"),
    [
        ([page("tekun"), page("dibao")], 1),
        ([CASE, page("dibao"), page("guer")], 3),
        ([page("dibao"), page("dibao") + "#wen", CASE, page("tekun")], 4),
        ([page("dibao"), CASE], None),
        ([], None),
    ],
)
def test_the_first_right_hit_counts_and_every_hit_before_it(
    hits: list[str], place: int | None
) -> None:
    assert rank(Query("没人管", "situation", frozenset({"tekun", "guer"})), hits) == place


def test_a_half_is_its_own_and_whatever_is_also_right_is_right(queries: Path) -> None:
    gate = read_queries(queries, JUDGES)

    assert ["5", "没人管"] == [one.words for one in gate]
    assert all(one.right == {"tekun", "guer"} for one in gate)
    assert len(read_queries(queries)) == 3
    with pytest.raises(ValueError, match="no question"):
        read_queries(queries, "other")


def test_figures_are_shares_of_all_questions(queries: Path) -> None:
    asked = [*read_queries(queries), Query("x", "name", frozenset({"dibao"}))]
    found = [[page("dibao")], [CASE, CASE, page("guer")], [CASE], []]
    told = by_kind(asked, found)

    assert ["name", "situation", ALL] == list(told)
    assert [1 / 3, 2 / 3, 4 / 9] == pytest.approx(ranks(told["name"]))
    assert [1 / 4, 2 / 4, 1 / 3] == pytest.approx(ranks(told[ALL]))
    assert (0.25, 0.25) == (told[ALL].none, told[ALL].astray)
    assert (told["name"].none, told["name"].astray) == (1 / 3, 0)
    assert "25.0" in table("ours", told).splitlines()[-1]


def test_the_fourth_place_is_not_among_three(queries: Path) -> None:
    asked = read_queries(queries)[:1]

    assert [0, 0, 1 / 4] == ranks(figures(asked, [[CASE, CASE, CASE, page("dibao")]]))


def test_a_question_that_judges_is_never_shown(queries: Path) -> None:
    asked = read_queries(queries)

    assert ["吃低保"] == [one["q"] for one in misses(asked, [[], [], []])]


def test_every_answer_belongs_to_a_question(queries: Path) -> None:
    with pytest.raises(ValueError, match="shorter"):
        figures(read_queries(queries), [[], []])
