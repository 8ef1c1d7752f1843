"""The box for the code on paper: one step to the page, over http and from file:// alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import PAGES, PHONE, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

UNKNOWN = ["92", "3", "2312", "二十三", "扫码", "/s/92/", "10.1.2.3"]
RELEASED = """() => {
  const old = document.querySelector("[data-mb-codes]"), form = old.cloneNode(true);
  form.setAttribute("data-mb-codes", "23:4 24:0");
  old.replaceWith(form);
  return new Promise(done => {
    const script = document.createElement("script");
    script.src = "assets/js/code-box.js";
    script.onload = done;
    document.head.append(script);
  });
}"""
"""The box of a site with a ledger: 23 in four editions, 24 in none."""


def box(page: Page) -> Locator:
    return page.get_by_label("纸上的编号（两位数字）")


@pytest.mark.parametrize(
    "typed",
    ["23", "２３", " 2 3 ", "编号23", "23号", "/s/23/", "／ｓ／２３／", "23-12", "23 第12版"],
)
def test_what_stands_on_paper_opens_its_page(
    open_page: Callable[..., Page], address: str, typed: str
) -> None:
    page = open_page(PAGES["front"], viewport=PHONE)
    box(page).fill(typed)
    page.get_by_role("button", name="打开").click()
    page.wait_for_url(address + "s/23/index.html")

    assert "最低生活保障" in page.locator("h1").inner_text()


@pytest.mark.parametrize(
    ("typed", "opened"),
    [
        ("23-1", "s/23/1/index.html"),
        ("23-4", "s/23/4/index.html"),
        ("23-5", "s/23/index.html"),
        ("24-1", "s/24/index.html"),
        ("https://jiuzhu.yanzhou.example/s/23/2/#101201", "s/23/2/index.html"),
        ("jiuzhu.yanzhou.example/s/23/2", "s/23/2/index.html"),
    ],
)
def test_an_edition_that_was_released_opens_its_own_page(
    open_page: Callable[..., Page], address: str, typed: str, opened: str
) -> None:
    page = open_page(PAGES["front"], viewport=PHONE)
    page.evaluate(RELEASED)
    box(page).fill(typed)
    with page.expect_request(re.compile(r"/s/2\d/")) as asked:
        box(page).press("Enter")

    assert address + opened == asked.value.url.split("#")[0]


@pytest.mark.both_ways
def test_the_village_of_a_copied_address_is_kept(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(PAGES["front"], viewport=PHONE)
    box(page).fill("https://jiuzhu.yanzhou.example/s/23/12/#101201")
    box(page).press("Enter")
    page.wait_for_url(address + "s/23/index.html#101201")


@pytest.mark.parametrize("typed", UNKNOWN)
def test_a_code_that_no_paper_carries_is_said_beside_the_box(
    open_page: Callable[..., Page], address: str, typed: str
) -> None:
    page = open_page(PAGES["front"], viewport=PHONE)
    alert = page.get_by_role("alert")
    assert not alert.inner_text()
    box(page).fill(typed)
    page.get_by_role("button", name="打开").click()
    alert.locator("p").wait_for()

    assert page.url == address + PAGES["front"]
    assert alert.inner_text().startswith(f"没有“{typed}”这个编号。")
    assert box(page).get_attribute("aria-invalid") == "true"
    assert page.evaluate("document.activeElement.id") == "mb-code"
    box(page).press("2")
    assert not alert.inner_text()
    assert box(page).get_attribute("aria-invalid") is None


@pytest.mark.both_ways
def test_an_unknown_code_offers_the_list_of_all(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(PAGES["front"], viewport=PHONE)
    box(page).fill("99")
    box(page).press("Enter")
    page.get_by_role("alert").get_by_role("link").click()
    page.wait_for_url(address + PAGES["all"])


@pytest.mark.both_ways
@pytest.mark.parametrize("scripts", [True, False])
def test_an_empty_box_opens_the_list_and_without_scripts_any_does(
    open_page: Callable[..., Page], address: str, *, scripts: bool
) -> None:
    page = open_page(PAGES["front"], viewport=PHONE, java_script_enabled=scripts)
    box(page).fill("" if scripts else "23")
    page.get_by_role("button", name="打开").click()
    page.wait_for_url(address + PAGES["all"] + "*")

    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_targets_are_large_and_its_error_is_no_barrier(
    open_page: Callable[..., Page], scheme: str
) -> None:
    page = open_page(PAGES["front"], viewport=PHONE, color_scheme=scheme)
    box(page).fill("99")
    box(page).press("Enter")
    page.get_by_role("alert").locator("p").wait_for()
    heights = page.eval_on_selector_all(
        ".mb-code input, .mb-code button, .mb-code a",
        "all => all.map(one => one.getBoundingClientRect().height)",
    )

    assert len(heights) == 3
    assert min(heights) >= 44
    assert [] == violations(page)
