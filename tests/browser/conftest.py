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
    "talk": "talks/wangge-peixun/index.html",
    "quiz": "talks/yuanba-hui/quiz/index.html",
    "narration": "narration/dibao/index.html",
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
LEVELS: dict[str, object] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
JUDGE = """async options => {
  const frame = () => new Promise(done => requestAnimationFrame(done));
  await frame().then(frame);
  for (const one of document.getAnimations()) {
    if (one instanceof CSSTransition) one.finish();
  }
  const look = ["color", "backgroundColor", "backgroundImage", "fontSize", "fontWeight", "opacity",
    "textShadow", "filter", "position", "display"];
  const numbers = new Map(), kinds = new Map(), first = new Map(), last = new Map();
  const kind = one => {
    if (!kinds.has(one)) {
      const style = getComputedStyle(one), above = one.parentElement;
      const own = [above ? kind(above) : "", one.tagName, one.className.baseVal ?? one.className,
        ...look.map(name => style[name])].join("|");
      if (!numbers.has(own)) numbers.set(own, numbers.size);
      kinds.set(one, numbers.get(own));
    }
    return kinds.get(one);
  };
  const speaks = one => one.matches("input, select, textarea, button")
    || [...one.childNodes].some(part => part.nodeType === Node.TEXT_NODE && part.data.trim());
  for (const one of document.body.querySelectorAll("*")) {
    one.removeAttribute("data-judged");
    if (!speaks(one) || !one.checkVisibility({visibilityProperty: true})) continue;
    if (!first.has(kind(one))) first.set(kind(one), one);
    last.set(kind(one), one);
  }
  for (const one of [...first.values(), ...last.values()]) one.dataset.judged = "";
  axe.configure({rules: [{id: "color-contrast", selector: "[data-judged]"}]});
  const found = await axe.run(options);
  return found.violations.flatMap(one => one.nodes.map(node => one.id + ": " + node.html));
}"""
"""What axe finds once all colours have settled. It follows every word through whatever lies below,
which for a list of hundreds takes half a minute; so contrast is asked of the first and the last
word of each kind: the same elements around it, in the same classes, colours and sizes of type."""

COLOURS = {
    **LEVELS,
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""The rules of those levels that another colour scheme can break alone."""

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


def violations(page: Page, options: dict[str, object] = LEVELS) -> list[str]:
    """Return what axe finds wrong at levels A and AA."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
    found: list[str] = page.evaluate(JUDGE, options)
    return [one[:150] for one in found]


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
