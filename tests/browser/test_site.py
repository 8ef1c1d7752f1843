"""What a browser shows a resident: readable everywhere, no way out, no barrier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import (
    COLOURS,
    DESK,
    LEVELS,
    PAGES,
    PHONE,
    WIDER,
    ZOOMED,
    violations,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

EIGHT = ["what", "who", "not-who", "amount", "bring", "steps", "after", "ask"]
SEEN = (
    ("light", PHONE, LEVELS),
    ("light", DESK, COLOURS),
    ("light", ZOOMED, LEVELS),
    ("dark", ZOOMED, COLOURS),
    ("dark", PHONE, COLOURS),
    ("dark", DESK, LEVELS),
)
"""Every scheme at every size; all rules at each size and in each scheme, colours in each pair."""

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


@every_page
def test_no_accessibility_violation(open_page: Callable[..., Page], path: str) -> None:
    page = open_page(path, color_scheme="light", viewport=PHONE)
    for scheme, viewport, rules in SEEN:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        assert [] == violations(page, rules), (scheme, viewport)


@every_page
def test_nothing_is_wider_than_a_small_phone(open_page: Callable[..., Page], path: str) -> None:
    page = open_page(path, viewport={"width": 320, "height": 640})

    assert page.evaluate(WIDER) <= 0


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
