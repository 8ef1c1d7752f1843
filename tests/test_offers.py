"""The 下载打印 page: every PDF that was made, with its picture, its pages and its true size."""

from __future__ import annotations

import html
import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from mingbai.outputs.forms import FORMS
from mingbai.outputs.job import page_count

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Records

OFFER = re.compile(
    r'<a href="\.\./(print/[^"]+\.pdf)"><img[^>]* src="\.\./([^"]+)"[^>]*>(.*?)</a>', re.DOTALL
)


@pytest.fixture(scope="module")
def page(dist: Path) -> str:
    return (dist / "site" / "paper" / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def offers(page: str) -> dict[str, tuple[str, str]]:
    found = OFFER.findall(page)
    return {
        path: (picture, re.sub(r"<[^>]+>", "", html.unescape(facts)))
        for path, picture, facts in found
    }


def test_every_pdf_is_offered_once(
    dist: Path, page: str, offers: dict[str, tuple[str, str]]
) -> None:
    made = {f"print/{path.relative_to(dist / 'print')}" for path in (dist / "print").rglob("*.pdf")}

    assert made == set(offers)
    assert len(offers) == len(OFFER.findall(page))


def test_pages_and_size_are_those_of_the_file(
    dist: Path, offers: dict[str, tuple[str, str]]
) -> None:
    for path, (_, facts) in offers.items():
        content = (dist / "site" / path).read_bytes()
        size = len(content)
        words = f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{round(size / 1000)} KB"

        assert f"，{page_count(content)} 页，{words}" in facts, path


def test_every_offer_has_a_small_picture(dist: Path, offers: dict[str, tuple[str, str]]) -> None:
    for picture, _ in offers.values():
        content = (dist / "site" / picture).read_bytes()
        image = Image.open(io.BytesIO(content))

        assert max(image.size) == 208
        assert len(content) < 40_000
        assert len(image.convert("L").getcolors() or ()) > 1, "an empty page shows nothing"


def test_each_form_says_how_it_is_printed(page: str) -> None:
    for form in FORMS:
        assert f"<dt>{form.title}</dt>" in page
        assert f"<dd>{html.escape(form.how, quote=False)}</dd>" in page or form.how in page


def test_each_township_has_its_own(page: str, records: Records) -> None:
    towns = records.library.region_by_code["370812"].townships

    assert len(towns) == 10
    for town in towns:
        assert f">{town.name}<" in page
        assert f"../print/{town.code}/sheet.pdf" in page
        assert f"../print/{town.code}/cards.pdf" in page


def test_a_policy_leads_to_its_sheet_and_to_the_other_forms(dist: Path) -> None:
    text = (dist / "site" / "policies" / "dibao" / "index.html").read_text("utf-8")

    assert 'href="../../print/370812/dibao-sheet.pdf"' in text
    assert 'href="../../paper/index.html#dibao"' in text
