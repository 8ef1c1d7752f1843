"""What a phone must fetch before a page is whole: few bytes, counted and never timed."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.browser.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

MOST = 100_000
"""Bytes of all files of a first load, gzipped as the bundle's settings for nginx do."""

SCREEN = {"width": 360, "height": 640}
PACKED = (".html", ".css", ".js", ".json", ".svg")


def size(path: Path) -> int:
    content = path.read_bytes()
    return len(gzip.compress(content, 6)) if path.suffix in PACKED else len(content)


@pytest.mark.parametrize("name", PAGES)
def test_the_first_load_of_a_page_is_small(
    open_page: Callable[..., Page], address: str, site: Path, name: str
) -> None:
    page = open_page(PAGES[name], viewport=SCREEN)
    page.wait_for_timeout(500)
    asked = {url for url in page.requests if url.startswith(address)}  # type: ignore[attr-defined]
    loaded = {url: size(site / unquote(url.removeprefix(address))) for url in asked}

    assert loaded[address + PAGES[name]]
    assert sum(loaded.values()) <= MOST, loaded
