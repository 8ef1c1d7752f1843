"""A real Chromium and the built site, over http below a sub-path and from file://."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SUBPATH = "/a/b"
PAGES = {
    "front": "index.html",
    "policies": "policies/index.html",
    "policy": "policies/dibao/index.html",
    "case": "cases/duju-laoren/index.html",
    "cases": "cases/index.html",
    "basis": "legal-basis/index.html",
    "contacts": "contacts/index.html",
    "glossary": "glossary/index.html",
    "about": "about.html",
    "missing": "404.html",
    "scan": "s/23/index.html",
    "all": "s/index.html",
    "paper": "paper/index.html",
}
"""One page of each type."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "浏览器测试需要 Chromium：apt install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield started
        started.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site below ``/a/b`` and keeps silent."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(SUBPATH))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(dist: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(dist / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SUBPATH}/"
    server.shutdown()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the site in a fresh profile; ``requests`` lists what it asked for."""
    contexts = []

    def opened(path: str, base: str = "", **settings: object) -> Page:
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.requests = []  # type: ignore[attr-defined]
        page.on("request", lambda request: page.requests.append(request.url))  # type: ignore[attr-defined]
        page.goto((base or address) + path, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()
