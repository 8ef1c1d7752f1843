"""Every address in every page ends on a file that is there, over http and from file:// alike."""

from __future__ import annotations

import http.client
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.browser.conftest import PAGES, outside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

ASKING = {"href", "src", "action", "poster", "data"}
ELSEWHERE = ("http:", "https:", "tel:", "mailto:", "data:")
"""What leads out of the site, or nowhere at all."""


class Addresses(HTMLParser):
    """Collects what a page leads to or asks for, and the anchors that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ASKING and not (tag == "object" or (value or "").startswith(ELSEWHERE)):
                self.asked.append(value or "")
            if name == "id":
                self.anchors.add(value or "")


@cache
def read(path: Path) -> Addresses:
    return Addresses(path.read_text("utf-8"))


def addresses(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each address of each page: the page's own, and what stands there."""
    for path in sorted(site.rglob("*.html")):
        for asked in read(path).asked:
            yield path.relative_to(site).as_posix(), asked


def wrong(site: Path, page: str, asked: str) -> str:
    """Say what is wrong with an address, if anything."""
    whole = urlsplit(urljoin(f"http://site/{page}", asked))
    path = site / unquote(whole.path.lstrip("/"))
    if asked.startswith("/"):
        return "not below the site"
    if not path.is_file():
        return "no file"
    anchor = unquote(whole.fragment)
    if anchor and path.suffix == ".html" and anchor not in read(path).anchors:
        return "no such anchor"
    return ""


def test_every_address_ends_on_a_file_and_every_anchor_is_there(site: Path) -> None:
    found = list(addresses(site))

    assert len({page for page, _ in found}) > len(PAGES)
    assert [] == [
        (page, asked, wrong(site, page, asked)) for page, asked in found if wrong(site, page, asked)
    ]


@pytest.mark.both_ways
def test_every_address_answers_where_the_site_stands(address: str, site: Path) -> None:
    asked = {urljoin(address + page, asked).split("#")[0] for page, asked in addresses(site)}
    assert len(asked) > len(PAGES)
    assert [] == outside(asked, address)
    start = urlsplit(address)
    if start.scheme == "file":
        assert [] == [one for one in asked if not Path(unquote(urlsplit(one).path)).is_file()]
        return
    line = http.client.HTTPConnection(start.netloc)
    for one in sorted(asked):
        line.request("HEAD", urlsplit(one).path)
        answer = line.getresponse()
        answer.read()
        assert (answer.status, one) == (200, one), "a redirect needs a rule of the server"


@pytest.mark.both_ways
def test_a_reader_walks_from_page_to_page(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(PAGES["front"])
    page.locator('main a[href$="policies/dibao/index.html"]:visible').first.click()
    page.wait_for_url(address + PAGES["policy"] + "*")
    assert "最低生活保障" in page.locator("h1").first.inner_text()

    page.locator(".mb-tabs").get_by_role("link", name="首页").click()
    page.wait_for_url(address + PAGES["front"])
    page.goto(address + PAGES["all"])
    page.locator('main a[href="23/index.html"]:visible').first.click()
    page.wait_for_url(address + PAGES["scan"])
    page.locator('a[href*="policies/dibao/index.html"]:visible').last.click()
    page.wait_for_url(address + PAGES["policy"] + "*")

    assert [] == outside(page.requests, address)  # type: ignore[attr-defined]


@pytest.mark.both_ways
@pytest.mark.parametrize("anchor", ["bring", "basis"])
def test_an_anchor_of_a_page_is_where_a_link_ends(
    open_page: Callable[..., Page], anchor: str
) -> None:
    page = open_page(f"{PAGES['policy']}#{anchor}")
    page.wait_for_timeout(300)

    assert page.evaluate(
        "id => { const at = document.getElementById(id).getBoundingClientRect();"
        " return at.top >= 0 && at.top < innerHeight; }",
        anchor,
    )
