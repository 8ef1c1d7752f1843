"""The search box: the same over http and from file://, and no byte of it before it is used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESK, PAGES, PHONE, violations
from tests.search_core import ask

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

WORDS = "**/search/head.js"
SLICE = re.compile(r"/search/[0-9]+\.js$")
LOST_ONCE = r"""() => {
  const real = Node.prototype.appendChild;
  Node.prototype.appendChild = function (child) {
    if (/search\/head\.js$/.test(child.src || "")) {
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
    before = [url for url in page.requests if url]  # type: ignore[attr-defined]
    with page.expect_request(WORDS):
        box(page).click()

    assert any(url.endswith("search-start.js") for url in before)
    assert [] == [url for url in before if "/search/" in url or "/workers/" in url]


@pytest.mark.both_ways
def test_only_the_slices_that_a_question_needs_are_loaded(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    box(page).click()
    page.keyboard.type("低保")
    first_hit(page)
    loaded = {url for url in page.requests if SLICE.search(url)}  # type: ignore[attr-defined]

    assert 1 <= len(loaded) <= 4


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


def test_the_first_hit_says_the_answer_and_whom_to_call(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["policy"], viewport=PHONE)
    page.locator("[data-mb-search]").first.click()
    page.keyboard.type("五保户")
    first_hit(page).filter(has_text="就看这一项").wait_for()
    hit = first_hit(page)

    assert "特困人员供养" in hit.inner_text()
    assert "“五保户”就看这一项" in hit.inner_text()
    assert "打电话问：" in hit.inner_text()


def test_a_part_of_a_page_is_opened_by_keys_alone(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    box(page).focus()
    page.keyboard.type("特困要带什么材料")
    first_hit(page)
    page.locator(".md-search-result__link[href$='#bring']").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/policies/tekun/index.html#bring")

    assert page.locator("#bring").is_visible()


def test_how_many_were_found_is_told_and_nothing_found_says_so(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    said = page.locator(".md-search-result__meta[role=status]")
    box(page).click()
    page.keyboard.type("低保")
    first_hit(page)
    found = page.locator(".md-search-result__item").count()
    assert said.inner_text() == f"{found} 个符合条件的结果"

    box(page).fill("asdfqwerty")
    page.locator(".mb-hit__lost").wait_for()

    assert said.inner_text() == "没有找到对得上的政策"


def test_enter_that_ends_a_composition_opens_nothing(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    before = page.url
    box(page).click()
    page.keyboard.type("低保")
    first_hit(page)
    page.evaluate(
        "() => document.querySelector('.md-search__input').dispatchEvent(new KeyboardEvent("
        "'keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    page.wait_for_timeout(300)
    assert page.url == before

    page.keyboard.press("Enter")
    page.wait_for_url("**/policies/dibao/index.html*")


def test_nothing_of_what_was_typed_is_kept(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    box(page).click()
    page.keyboard.type("低保")
    first_hit(page)

    kept = page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, name])")
    assert "低保" not in kept
    assert "低保" not in page.url


def test_the_core_does_in_a_browser_what_it_does_in_node(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    box(page).click()
    page.keyboard.type("低保")
    first_hit(page)
    texts = ["二〇二六年十五天", "ＤＩＢＡＯ", "吃低保，要啥条件？", "a1低保2级"]
    code = "(text) => mingbaiSearch.text.runs(mingbaiSearch.text.folded(text, new Map()))"

    assert [page.evaluate(code, text) for text in texts] == ask(tmp_path, code, texts)
