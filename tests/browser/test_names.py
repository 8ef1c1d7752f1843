"""Ways to look for help beside the box in the header: 俗称索引, the front page, the 404 page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESK, PAGES, PHONE, WIDER, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

SMALL = {"width": 360, "height": 560}
"""What WeChat's own bars leave of a cheap phone's screen."""

NAMES = "names/index.html"
FOCUSED = "[data-md-component=search-query]:focus"
FEW = """() => {
  for (const one of document.querySelectorAll(".mb-index > li:nth-child(n + 3)")) one.remove();
  document.querySelector("details").open = true;
}"""
"""Leaves two rows a letter, since axe takes long over a thousand that are alike; opens a part."""


@pytest.mark.both_ways
def test_without_scripts_an_everyday_word_leads_to_its_policy(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(PAGES["front"], java_script_enabled=False, viewport=SMALL)
    page.locator("main").get_by_role("link", name="俗称索引").click()
    page.get_by_role("link", name="W", exact=True).click()
    word = page.locator(".mb-index a").filter(has_text=re.compile("^五保户 "))
    word.wait_for()

    assert page.url.endswith(f"{NAMES}#w")
    assert "现在叫特困人员" in word.inner_text()
    word.click()
    page.wait_for_url("**/policies/tekun/index.html")


def test_the_first_screen_of_the_front_page_opens_the_search(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(PAGES["front"], viewport=SMALL)
    opener = page.locator("main [data-mb-search]")
    box = opener.bounding_box()
    assert box is not None

    assert box["y"] + box["height"] < SMALL["height"]
    assert box["height"] >= 48
    opener.click()
    page.locator(FOCUSED).wait_for()


@pytest.mark.both_ways
def test_a_link_from_a_page_without_a_box_opens_the_search(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(f"{PAGES['front']}#search", viewport=SMALL)
    page.locator(FOCUSED).wait_for()
    page.keyboard.type("特困人员")

    page.locator(".md-search-result__link").first.wait_for(timeout=15000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_index_of_names_is_no_barrier(open_page: Callable[..., Page], scheme: str) -> None:
    page = open_page(NAMES, viewport=PHONE, color_scheme=scheme)
    page.evaluate(FEW)

    for viewport in (PHONE, DESK):
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        assert [] == violations(page), viewport


def test_the_index_of_names_is_not_wider_than_a_small_phone(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(NAMES, viewport={"width": 320, "height": 640})

    assert page.evaluate(WIDER) <= 0
