"""The search box: the same over http and from file://, and no byte of it before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESK, PAGES, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

WORDS = "**/search_index.js"
LOST_ONCE = r"""() => {
  const real = Node.prototype.appendChild;
  Node.prototype.appendChild = function (child) {
    if (/search_index\.js$/.test(child.src || "")) {
      Node.prototype.appendChild = real;
      child.src = "no-such-file.js";
    }
    return real.call(this, child);
  };
}"""
"""The words do not arrive the first time: the same over http and file://."""


def box(page: Page) -> Locator:
    return page.locator(".md-search__input")


def first_hit(page: Page) -> Locator:
    hit = page.locator(".md-search-result__link").first
    hit.wait_for(timeout=15000)
    return hit


@pytest.mark.both_ways
@pytest.mark.parametrize("start", ["front", "policy", "case"])
def test_it_answers_and_its_first_hit_opens(open_page: Callable[..., Page], start: str) -> None:
    page = open_page(PAGES[start], viewport=DESK)
    box(page).click()
    page.keyboard.type("特困人员")
    first_hit(page).click()
    page.wait_for_url("**/policies/tekun/index.html*")

    assert "特困" in page.locator("h1").first.inner_text()


def test_words_typed_before_it_is_ready_are_answered(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    page.evaluate(
        "() => { const box = document.querySelector('.md-search__input');"
        " box.focus(); box.value = '特困人员'; }"
    )

    assert first_hit(page).get_attribute("href").endswith("policies/tekun/index.html")  # type: ignore[union-attr]


def test_pasted_words_are_searched_too(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    box(page).click()
    page.evaluate(
        "() => { const box = document.querySelector('.md-search__input'); box.value = '医疗救助';"
        " box.dispatchEvent(new InputEvent('input', {bubbles: true})); }"
    )
    first_hit(page)


@pytest.mark.both_ways
def test_nothing_of_it_is_loaded_before_the_box_is_used(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    page.wait_for_timeout(500)
    before = [url.rpartition("/")[2] for url in page.requests]  # type: ignore[attr-defined]
    with page.expect_request(WORDS):
        box(page).click()

    assert "search-start.js" in before
    assert [] == [name for name in before if name.startswith(("search_index", "search.", "lunr"))]


@pytest.mark.both_ways
def test_words_that_do_not_arrive_are_said_and_asked_for_again(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    page.evaluate(LOST_ONCE)
    box(page).click()
    page.get_by_role("status").filter(has_text="搜索没有打开").wait_for()
    page.keyboard.press("Escape")
    box(page).click()
    page.keyboard.type("低保")

    assert first_hit(page).is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_accessibility_violation(open_page: Callable[..., Page], scheme: str) -> None:
    page = open_page(PAGES["front"], viewport=DESK, color_scheme=scheme)
    box(page).click()
    page.keyboard.type("低保")
    first_hit(page)
    page.wait_for_timeout(400)

    assert [] == violations(page)
