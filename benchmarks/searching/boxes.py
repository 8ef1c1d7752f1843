"""A search box as a person meets it: typed into in a real browser, its hits read off the page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tests.browser.conftest import QUIET, chromium

from . import HERE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Page, ViewportSize

SETTLED = (HERE / "settled.js").read_text("utf-8")
DESK: ViewportSize = {"width": 1280, "height": 900}
FIRST_WORDS = "低保"
"""Words to which every box has an answer: whether it has started."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a box is in its page; ``rest`` are milliseconds after which it is done answering.

    ``waits`` are the milliseconds that it has to start, ``most`` to change its answer: a box whose
    answer to two questions is the same takes all of them.
    """

    field: str
    place: str
    link: str
    said: str
    rest: int = 150
    most: int = 2000
    waits: int = 30_000

    def asked(self, before: object, *, starting: bool = False) -> dict[str, Any]:
        """Return what ``settled.js`` has to know."""
        most = self.waits if starting else self.most
        return {**asdict(self), "before": before, "hits": starting, "most": most}


MATERIAL = Box(
    field=".md-search__input",
    place=".md-search-result__list > li",
    link=".md-search-result__list .md-search-result__link",
    said=".md-search-result__meta",
)


def ask(page: Page, box: Box, words: str, *, starting: bool = False) -> list[list[str]]:
    """Type words into an empty box, and return the addresses of each place of the answer."""
    field = page.locator(box.field)
    field.click()
    field.press("ControlOrMeta+a")
    field.press("Delete")
    settle = f"({SETTLED})"
    before = page.evaluate(settle, box.asked(None))
    page.keyboard.insert_text(words)
    page.keyboard.press("Shift")  # an input method ends on a key, and Material hears no other event
    state = page.evaluate(settle, box.asked(before, starting=starting))
    places: list[list[str]] = state["places"]
    return places


def answers(
    address: str, box: Box, queries: Sequence[str], program: Path | None = None
) -> list[list[list[str]]]:
    """Return the places of each question, asked in one visit to the page at ``address``.

    All are without an answer if the box does not start. ``program`` is another browser.
    """
    with sync_playwright() as playwright:
        path = program or chromium()
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        page = browser.new_page(viewport=DESK)
        page.goto(address, wait_until="load")
        started = ask(page, box, FIRST_WORDS, starting=True)
        found = [ask(page, box, words) if started else [] for words in queries]
        browser.close()
    return found
