"""How long a search takes on a slow machine: one visit to a site, timed in the page itself."""

from __future__ import annotations

import gzip
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import HERE
from .boxes import DESK, MATERIAL
from .slowed import slowed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PACED = (HERE / "paced.js").read_text("utf-8")
LIST = ".md-search-result__list"
REST = 250
"""Milliseconds between two questions, and after an answer: what it causes is part of it."""

AT_REST = 1500
"""Milliseconds after the load of a page until nothing of it is under way."""

WAITS = 180_000
"""Milliseconds after which an answer counts as never."""

PACKED = (".png", ".woff2")
LEVEL = 6
"""Of gzip, as the settings of our bundle have it."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a page is visited: its box used at once, or when the page has come to rest.

    ``all_threads`` is how many times slower everything of the page runs; ``page_alone`` slows its
    own thread as DevTools do, and leaves workers as fast as they are.
    """

    at_rest: bool = True
    all_threads: float = 1
    page_alone: float = 1


@dataclass(slots=True)
class Visit:
    """What one visit took, in milliseconds: to the first answer, and each answer after it.

    ``pause`` is the longest the page's main thread was busy at a stretch, 0 below 50.
    """

    ready: float
    pause: float
    keys: list[float] = field(default_factory=list)


def timed(page: Page, words: str, *, focus: bool = False) -> tuple[float, float]:
    """Ask once, and return how long it took, for ever if it never came, and the longest pause."""
    asked = {
        "field": MATERIAL.field,
        "link": MATERIAL.link,
        "list": LIST,
        "words": words,
        "focus": focus,
        "rest": REST,
        "waits": WAITS,
    }
    told: dict[str, Any] = page.evaluate(f"({PACED})", asked)
    return math.inf if told["took"] is None else told["took"], told["most"]


def visit(browser: Browser, address: str, words: Sequence[str], way: Way) -> Visit:
    """Open a page anew, go to its box, and ask everything; no more if there was no answer."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": way.page_alone})
    first, *rest = words
    with slowed(process(browser), way.all_threads):
        page.goto(address, wait_until="load")
        if way.at_rest:
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(AT_REST)
        found = Visit(*timed(page, first, focus=True))
        for one in rest if found.ready < math.inf else ():
            took, pause = timed(page, one)
            found.keys.append(took)
            found.pause = max(found.pause, pause)
    context.close()
    return found


def process(browser: Browser) -> int:
    """Return the id of the browser's own process."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    return next(int(one["id"]) for one in told["processInfo"] if one["type"] == "browser")


def loaded(browser: Browser, address: str, path: str, site: Path, words: str) -> list[list[str]]:
    """Return the files that a first visit to a page asks for, before and after its box is used."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    page.wait_for_timeout(AT_REST)
    before = len(asked)
    timed(page, words, focus=True)
    page.wait_for_timeout(AT_REST)
    context.close()
    names = [one.removeprefix(address).partition("?")[0] for one in asked]
    first = sorted({one for one in names[:before] if (site / one).is_file()})
    return [first, sorted({one for one in names[before:] if (site / one).is_file()} - set(first))]


def packed(path: Path) -> int:
    """Return the bytes of a file as a server sends it."""
    content = path.read_bytes()
    return len(content) if path.suffix in PACKED else len(gzip.compress(content, LEVEL, mtime=0))
