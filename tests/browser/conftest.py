"""A real Chromium and the built site, over http below a sub-path and from file://.

A test of what depends on where a page comes from is marked ``both_ways``; how a page looks does
not, and is seen over http alone unless pytest is told ``--everywhere``.

``address`` is where the site begins, ``open_page`` opens one of its pages, ``outside`` tells what
a page asked of anybody else, ``violations`` what axe finds.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.served import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PAGES = {
    "front": "index.html",
    "policies": "policies/index.html",
    "policy": "policies/dibao/index.html",
    "case": "cases/duju-laoren/index.html",
    "cases": "cases/index.html",
    "basis": "legal-basis/index.html",
    "contacts": "contacts/index.html",
    "glossary": "glossary/index.html",
    "overview": "overview/index.html",
    "changes": "changes/index.html",
    "disclosure": "disclosure/index.html",
    "about": "about.html",
    "missing": "404.html",
    "scan": "s/23/index.html",
    "all": "s/index.html",
    "standards": "s/bz/index.html",
    "paper": "paper/index.html",
}
"""One page of each type."""
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
ZOOMED = {"width": 640, "height": 450}
"""What a zoom of 200 per cent leaves of a desk's screen."""
LEVELS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
}
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""Pixels that a page is wider than what shows it."""


def chromium() -> str:
    """Return the path of this machine's Chromium."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "浏览器测试需要 Chromium：apt install chromium"
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """Return the site's folder: ours as built now, or any other (``--site``)."""
    given = request.config.getoption("--site")
    built: Path = request.getfixturevalue("dist") / "site" if given is None else Path(given)
    return built.resolve()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test the ways that it asks for."""
    everywhere = metafunc.config.getoption("--everywhere")
    both = everywhere or metafunc.definition.get_closest_marker("both_ways")
    for name in {"address", "base"} & set(metafunc.fixturenames):
        ways = ["http", "file"] if both else ["http"]
        metafunc.parametrize(name, ways, indirect=True, scope="session")


@pytest.fixture(scope="session")
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Give the address of the site's folder: below a sub-path of a server, and on the disk."""
    if request.param == "file":
        yield f"{site.as_uri()}/"
    else:
        with served(site) as address:
            yield address


def outside(requests: Iterable[str], address: str) -> list[str]:
    """Return what was asked of anybody but the site; what a page carries inside is no request."""
    own = (address, "data:", "blob:")
    return [url for url in requests if not url.startswith(own)]


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong at levels A and AA."""
    found = Axe().run(page, options=LEVELS).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the site in a fresh profile; ``requests`` lists what it asked for."""
    contexts = []

    def opened(path: str, **settings: object) -> Page:
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.requests = []  # type: ignore[attr-defined]
        page.on("request", lambda request: page.requests.append(request.url))  # type: ignore[attr-defined]
        page.goto(address + path, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()
