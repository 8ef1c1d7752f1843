"""The printed sheet: one page, archivable, its code read back from the finished PDF."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import TYPE_CHECKING

import page
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from mingbai.views.sheet import SheetView, sheet_view

from mingbai.outputs import sheets
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.policy import policy_views

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from tests.conftest import Records

SIX = ("dibao", "tekun", "dibao-bianyuan", "gangxing-zhichu", "linshi-jiuzhu", "yiliao-jiuzhu")
MM = 72 / 25.4
each_sheet = pytest.mark.parametrize("slug", SIX)


def sheet(dist: Path, slug: str) -> Path:
    return dist / "print" / "370812" / f"{slug}-sheet.pdf"


def picture(content: bytes | Path, dpi: int = 150) -> Image:
    return pypdfium2.PdfDocument(content)[0].render(scale=dpi / 72).to_pil()


def words(content: bytes | Path) -> str:
    page = pypdfium2.PdfDocument(content)[0]
    return re.sub(r"\s", "", page.get_textpage().get_text_range())


def made(view: SheetView) -> bytes:
    content = sheets.render(Target("print", "x.pdf", (view, date(2026, 11, 21)), Place("x.yml")))
    assert isinstance(content, bytes), content
    return content


@pytest.fixture(scope="module")
def dibao(records: Records) -> SheetView:
    policy = next(
        one for one in policy_views(records.library, records.scope) if one.slug == "dibao"
    )
    return sheet_view(policy, records.scope)


@each_sheet
def test_a_sheet_is_one_page_of_a4(dist: Path, slug: str) -> None:
    with pikepdf.open(sheet(dist, slug)) as pdf:
        box = [float(one) for one in pdf.pages[0].mediabox]

        assert len(pdf.pages) == 1
        assert box[2:] == pytest.approx([210 * MM, 297 * MM], abs=0.5)


@each_sheet
def test_the_code_leads_to_a_page_of_the_built_site(
    dist: Path, slug: str, records: Records
) -> None:
    found = zxingcpp.read_barcodes(picture(sheet(dist, slug)))
    record = records.library.policy_by_slug[slug]

    assert [records.scope.address(record.code)] == [one.text for one in found]
    path = found[0].text.removeprefix(f"{records.scope.public_url}/")
    page = (dist / "site" / path / "index.html").read_text("utf-8")
    assert record.name in page
    assert f"policies/{slug}/index.html" in page


@each_sheet
def test_the_address_stands_in_letters_below_the_code(
    dist: Path, slug: str, records: Records
) -> None:
    code = records.library.policy_by_slug[slug].code

    assert f"jiuzhu.yanzhou.example/s/{code}/" in words(sheet(dist, slug))


@each_sheet
def test_a_sheet_of_a_draft_is_stamped(dist: Path, slug: str) -> None:
    assert "样稿不得张贴" in words(sheet(dist, slug))


@each_sheet
def test_a_sheet_is_archivable_and_accessible(dist: Path, slug: str) -> None:
    with pikepdf.open(sheet(dist, slug)) as pdf:
        meta = pdf.open_metadata()

        assert pdf.Root.Lang == "zh-CN"
        assert pdf.Root.MarkInfo.Marked
        assert meta["pdfaid:part"] == "2"
        assert meta["pdfaid:conformance"] == "A"
        assert meta["pdfuaid:part"] == "1"


FALSE_ALARM = "STREAM-LENGTH-001"
"""Fires when a compressed stream happens to end in byte 0x0D, though its length is right."""


@each_sheet
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_a_sheet_passes_the_validator(dist: Path, slug: str, profile: str) -> None:
    report = page.validate_pdf(sheet(dist, slug), profile=profile)

    assert [] == [one.rule_id for one in report.failures if one.rule_id != FALSE_ALARM]


@each_sheet
def test_only_the_font_of_the_tokens_is_used_and_embedded(dist: Path, slug: str) -> None:
    with pikepdf.open(sheet(dist, slug)) as pdf:
        fonts = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        ]
        descriptors = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]

        assert fonts
        assert {"NotoSansSC"} == {
            str(one.FontName).split("+")[1].split("-")[0] for one in descriptors
        }
        assert all(one.get("/FontFile2") or one.get("/FontFile3") for one in descriptors)


@each_sheet
def test_every_word_of_the_view_is_on_the_sheet(dist: Path, slug: str, records: Records) -> None:
    policy = next(one for one in policy_views(records.library, records.scope) if one.slug == slug)
    view = sheet_view(policy, records.scope)
    text = words(sheet(dist, slug))
    told = [view.name, view.answer, view.foot.warning]
    told += [
        one.text
        for box in (view.who, view.not_who, view.amount, view.bring, view.after)
        for one in box.items
    ]
    told += [one.text for one in view.stops] + [one.label for one in view.sums + view.blanks]

    assert [] == [one for one in told if re.sub(r"\s", "", one) not in text]


def test_without_a_public_address_the_code_carries_text(records: Records) -> None:
    scope = dataclasses.replace(records.scope, public_url=None)
    for policy in policy_views(records.library, scope):
        view = sheet_view(policy, scope)
        found = zxingcpp.read_barcodes(picture(made(view)))

        assert [view.code_content] == [one.text for one in found]
        assert view.code_content.startswith(policy.short_name)
        assert len(view.code_content.encode()) <= 120
        assert "12345" not in view.code_content, "nobody has dialled it"
        assert "http" not in view.code_content


def test_what_does_not_fit_is_named_with_its_box_and_how_much(dibao: SheetView) -> None:
    long = dataclasses.replace(dibao.who.items[0], text="字" * 28)
    items = tuple(long for _ in range(30))
    view = dataclasses.replace(dibao, who=dataclasses.replace(dibao.who, items=items))
    found = sheets.render(
        Target("print", "x.pdf", (view, date(2026, 11, 21)), Place("policies/dibao.yml", 3, 7))
    )

    assert isinstance(found, tuple)
    assert "谁能申请？" in [one.values["title"] for one in found]
    assert {("sheet-overflow", "policies/dibao.yml")} == {
        (one.code, one.place.file) for one in found
    }
    assert all(re.search(r"超出 \d+(\.\d)? 毫米", one.message) for one in found)


def test_a_character_that_cannot_be_printed_is_an_error(dibao: SheetView) -> None:
    odd = dataclasses.replace(dibao.who.items[0], text="户主𪚥氏")
    view = dataclasses.replace(dibao, who=dataclasses.replace(dibao.who, items=(odd,)))
    found = sheets.render(Target("print", "x.pdf", (view, date(2026, 11, 21)), Place("x.yml")))

    assert isinstance(found, tuple)
    assert ["sheet-characters"] == [one.code for one in found]


def test_words_of_a_record_are_printed_and_never_run(dibao: SheetView) -> None:
    odd = dataclasses.replace(dibao.who.items[0], text="#strong[甲] $x$ *乙* _丙_ @丁")
    view = dataclasses.replace(dibao, who=dataclasses.replace(dibao.who, items=(odd,)))

    assert "#strong[甲]$x$*乙*_丙_@丁" in words(made(view))


def test_a_released_sheet_has_no_stamp_and_nothing_unverified(records: Records) -> None:
    policy = next(
        one for one in policy_views(records.library, records.scope) if one.slug == "dibao"
    )
    scope = dataclasses.replace(records.scope, public_url="https://yanzhou.gov.cn/jz")
    view = sheet_view(dataclasses.replace(policy, draft=""), scope)
    text = words(made(view))

    assert "样稿" not in text
    assert "待核" not in text
    assert not any(one.unverified for one in view.who.items)
    assert "yanzhou.gov.cn/jz/s/23/" in text


@each_sheet
def test_released_paper_says_nothing_that_nobody_verified(slug: str, records: Records) -> None:
    policy = next(one for one in policy_views(records.library, records.scope) if one.slug == slug)
    scope = dataclasses.replace(records.scope, public_url="https://yanzhou.gov.cn/jz")
    text = words(made(sheet_view(dataclasses.replace(policy, draft=""), scope)))
    lines = [*policy.conditions.all, *policy.benefits.all, *policy.bring, *policy.fetched]
    lines += [one.line for one in (*policy.exclusions.all, *policy.rules)]
    unread = [one.short for one in (*lines, *policy.stages) if one.unverified and one.short]
    verified = {one.short for one in (*lines, *policy.stages) if not one.unverified}

    assert [] == [one for one in unread if one not in verified and re.sub(r"\s", "", one) in text]
    assert unread or slug != "linshi-jiuzhu", "its quick relief rests on a document nobody has read"


def test_a_figure_nobody_confirmed_is_a_blank_line(dibao: SheetView, dist: Path) -> None:
    assert {""} == {one.value for one in dibao.sums}
    assert "993" not in words(sheet(dist, "dibao"))
