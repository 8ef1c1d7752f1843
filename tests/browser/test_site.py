"""What a browser shows a resident: readable everywhere, no way out, no barrier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PAGES, SUBPATH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

EIGHT = ["what", "who", "not-who", "amount", "bring", "steps", "after", "ask"]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
LEVELS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=LEVELS).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@every_page
def test_no_page_asks_another_host(open_page: Callable[..., Page], path: str) -> None:
    page = open_page(path)
    page.wait_for_timeout(300)

    assert {"127.0.0.1"} == {
        urlsplit(url).hostname for url in page.requests if not url.startswith("data:")
    }  # type: ignore[attr-defined]


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_no_accessibility_violation(
    open_page: Callable[..., Page], path: str, scheme: str, viewport: dict[str, int]
) -> None:
    page = open_page(path, color_scheme=scheme, viewport=viewport)
    page.wait_for_timeout(200)

    assert [] == violations(page)


@every_page
def test_nothing_is_wider_than_a_small_phone(open_page: Callable[..., Page], path: str) -> None:
    page = open_page(path, viewport={"width": 320, "height": 640})

    assert page.evaluate(OVERFLOW) <= 0


@every_page
def test_everything_is_readable_without_scripts(open_page: Callable[..., Page], path: str) -> None:
    page = open_page(path, java_script_enabled=False, viewport=PHONE)
    box = page.locator(".md-search__input")

    assert page.locator("h1").first.is_visible()
    assert box.count() == 0 or not box.is_visible()


def test_without_scripts_every_policy_is_two_taps_away(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], java_script_enabled=False, viewport=PHONE)
    for slug in (
        "dibao",
        "tekun",
        "dibao-bianyuan",
        "gangxing-zhichu",
        "linshi-jiuzhu",
        "yiliao-jiuzhu",
    ):
        assert page.locator(f'main a[href$="policies/{slug}/index.html"]:visible').count() > 0


def test_a_policy_answers_the_eight_questions_in_order(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["policy"])
    anchors = page.eval_on_selector_all("main h2", "all => all.map(one => one.id)")

    assert [*EIGHT, "cases", "faq", "changes", "basis"] == anchors
    assert page.locator("h1").count() == 1


def test_the_search_box_answers_and_its_first_hit_opens(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    page.locator(".md-search__input").click()
    page.keyboard.type("特困人员")
    hit = page.locator(".md-search-result__link").first
    hit.wait_for(timeout=15000)
    hit.click()
    page.wait_for_load_state()

    assert "特困" in page.locator("h1").first.inner_text()


def test_pasted_words_are_searched_too(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["front"], viewport=DESK)
    page.locator(".md-search__input").click()
    page.evaluate(
        "() => { const box = document.querySelector('.md-search__input'); box.value = '医疗救助';"
        " box.dispatchEvent(new InputEvent('input', {bubbles: true})); }"
    )
    page.locator(".md-search-result__link").first.wait_for(timeout=15000)


def test_search_has_no_accessibility_violation(open_page: Callable[..., Page]) -> None:
    for scheme in ("light", "dark"):
        page = open_page(PAGES["front"], viewport=DESK, color_scheme=scheme)
        page.locator(".md-search__input").click()
        page.keyboard.type("低保")
        page.locator(".md-search-result__link").first.wait_for(timeout=15000)
        page.wait_for_timeout(400)

        assert [] == violations(page)


@pytest.mark.parametrize("name", ["front", "policy", "case", "basis", "scan"])
def test_every_link_of_a_page_leads_to_a_file_of_the_site(
    open_page: Callable[..., Page], dist: Path, name: str
) -> None:
    page = open_page(PAGES[name])
    links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
    inside = {link.split("#")[0] for link in links if urlsplit(link).hostname == "127.0.0.1"}
    paths = [urlsplit(link).path.removeprefix(SUBPATH + "/") for link in inside]

    assert paths
    assert [] == [path for path in paths if not (dist / "site" / path).is_file()]


def test_the_site_works_from_a_folder(open_page: Callable[..., Page], dist: Path) -> None:
    base = (dist / "site").as_uri() + "/"
    page = open_page(PAGES["front"], base=base)
    page.locator('main a[href$="policies/dibao/index.html"]:visible').first.click()
    page.wait_for_load_state()

    assert "最低生活保障" in page.locator("h1").first.inner_text()
    assert all(url.startswith(("file://", "data:", "blob:")) for url in page.requests)  # type: ignore[attr-defined]


def test_the_flow_reads_as_numbered_steps(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["policy"])
    flow = page.locator("ol.mb-flow > li")

    assert flow.count() >= 4
    words = flow.nth(0).inner_text()
    assert "镇街" in words or "申请" in words
    assert page.locator("ol.mb-flow [aria-hidden=true]").count() == flow.count()


def test_large_type_makes_targets_of_60_pixels(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["policy"], viewport=PHONE)
    page.get_by_role("button", name=re.compile("大字")).click()
    small = page.eval_on_selector_all(
        "main .mb-jump a, main .mb-why summary, main .mb-cards a",
        "all => all.filter(one => one.offsetParent"
        " && one.getBoundingClientRect().height < 60).length",
    )
    size = page.eval_on_selector(
        "main .mb-list li", "one => parseFloat(getComputedStyle(one).fontSize)"
    )

    assert small == 0
    assert size >= 22


def test_the_missing_page_needs_no_other_file(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["missing"])

    assert len([url for url in page.requests if not url.startswith("data:")]) == 1  # type: ignore[attr-defined]


def test_a_draft_says_so_and_what_nobody_verified_is_marked(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["policy"])
    text = page.locator("main").inner_text()

    assert "还没有经过主管部门审核" in text
    assert page.locator(".mb-tag--open").count() > 0


def test_a_number_nobody_dialled_is_no_link(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["contacts"])

    assert "12345" in page.locator("main").inner_text()
    assert page.locator('a[href^="tel:"]').count() == 0
