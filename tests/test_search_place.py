"""Our search takes the one place where Material's page names the code of its own."""

from __future__ import annotations

import pytest

from mingbai.problems import ProblemsFound
from mingbai.site.search_place import our_search

STOCK = '"search": "{}assets/javascripts/workers/search.a7633da7.min.js"'
PAGE = '<script id="__config" type="application/json">{{"base": ".", {}}}</script>'


@pytest.mark.parametrize("up", ["", "./", "../", "../../"])
def test_the_address_of_the_search_is_ours(up: str) -> None:
    page = our_search(PAGE.format(STOCK.format(up)), "docs/about.md")

    assert page == PAGE.format(f'"search": "{up}search/search.js"')


@pytest.mark.parametrize(
    ("theme", "count"),
    [("", 0), ('"search": null', 0), (", ".join([STOCK.format("")] * 2), 2)],
)
def test_a_theme_that_says_it_otherwise_stops_the_build(theme: str, count: int) -> None:
    with pytest.raises(ProblemsFound) as found:
        our_search(PAGE.format(theme), "docs/about.md")

    assert [("search-place", "docs/about.md", count)] == [
        (one.code, one.place.file, one.values["count"]) for one in found.value.problems
    ]


def test_a_page_of_no_theme_stays_as_it_is() -> None:
    assert our_search("<p>话</p>", "404.html") == "<p>话</p>"
