"""Same sources, same bytes: two builds that differ in all that is not a source.

One after the other, so that a difference has a name: ``scripts/soak-rebuild.py``.
"""

from __future__ import annotations

import datetime as dt
import gzip
import os
import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.checked import copy_base
from tests.conditions import DAYS, ELSEWHERE, FIRST
from tests.rebuild import differences, rebuilt

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://zhan.shili.invalid/jiuzhu/"
Run = tuple[dict[str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project that has an address."""
    folder = tmp_path_factory.mktemp("reproducible")
    settings = copy_base(folder / "source") / "mkdocs.yml"
    settings.write_text(f"site_url: {ADDRESS}\n{settings.read_text('utf-8')}", "utf-8")
    return folder


@pytest.fixture(scope="module")
def here(folder: Path) -> Run:
    return rebuilt(FIRST, folder, folder / "source")


@pytest.fixture(scope="module")
def there(folder: Path) -> Run:
    # Not in ASCII: beside the zip lies a file with a Chinese name.
    bundling = replace(ELSEWHERE, command="bundle", env={**ELSEWHERE.env, "PYTHONUTF8": "1"})
    return rebuilt(replace(bundling, name="there"), folder, folder / "source")


def test_elsewhere_is_elsewhere(here: Run, there: Run) -> None:
    one, other = here[1], there[1]
    day = dt.date.fromisoformat(other["day"]) - dt.date.fromisoformat(one["day"])

    assert day.days in (DAYS, DAYS + 1), "midnight may pass between the two"
    same = {name for name, value in one.items() if other[name] == value}
    may = {"host", "user", "text", *(("cores",) if one["cores"] == 1 else ())}
    if sys.platform.startswith("linux"):
        assert same <= may


def test_elsewhere_gives_the_same_bytes(here: Run, there: Run) -> None:
    assert [] == differences(here[0], there[0])
    kinds = {os.path.splitext(path)[1] for path in here[0]}  # noqa: PTH122 - a name, not a file
    assert {".html", ".pdf", ".png", ".zip", ".js", ".css"} <= kinds


def test_elsewhere_in_ascii_gives_the_same_bytes(here: Run, folder: Path) -> None:
    files, _ = rebuilt(ELSEWHERE, folder, folder / "source")

    assert [] == [one for one in differences(here[0], files) if ELSEWHERE.makes(one)]


@pytest.mark.usefixtures("here")
def test_the_list_of_pages_claims_no_day(folder: Path) -> None:
    site = folder / FIRST.name / FIRST.out / "site"
    text = (site / "sitemap.xml").read_text("utf-8")

    assert text == gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode()
    assert f"<loc>{ADDRESS}policies/jiating/index.html</loc>" in text
    assert not re.search(r"\d{4}-\d{2}-\d{2}", text)


def test_without_an_address_there_is_no_list_of_pages(tree: dict[str, bytes]) -> None:
    assert "site/index.html" in tree
    assert not [path for path in tree if "sitemap" in path]
