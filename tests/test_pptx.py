"""The slides to edit: a typeface for Han everywhere, real titles, lists and tables, notes, a code.

LibreOffice opens them and the speaker's text, and shows every word on as many pages as slides.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pptx import Presentation

from mingbai.outputs.slides.fit import Box, fitting, lines
from mingbai.outputs.slides.presentation import presentation
from mingbai.outputs.talks.docx import speaker_document
from mingbai.problems import Place
from mingbai.views.speaking.slides import LONGEST_POINT, MOST_POINTS, Slide, Slides, slides_view
from mingbai.views.speaking.talks import talk_views

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pptx.slide import Slide as Shown

    from mingbai.views.speaking.talk import TalkView
    from tests.conftest import Records

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
PLACE = Place("campaign/talks/yuanba-hui.yml")
DAY = date(2026, 11, 21)
POINTS, STEPS, AMOUNTS = "第一点", "怎么走", "多少钱"
INVENTED = Slides(
    slug="shili",
    title="示例讲",
    audience="示例的人",
    place="示例区",
    stamp="样稿",
    slides=(
        Slide("title", "示例讲", over="示例的人", notes=("大家好。",)),
        Slide(
            "points", POINTS, "示例", ("带户口本", "先问村里"), basis="《示例法》", notes=("带。",)
        ),
        Slide("steps", STEPS, "示例", ("到窗口申请", "等回话"), notes=("去。", "等。")),
        Slide("steps", STEPS, "示例", ("第一步，申请", "第二步，等"), notes=("申请。",)),
        Slide(
            "table", AMOUNTS, heads=("哪一项", "标准"), rows=(("吃饭", "100 元"),), notes=("看。",)
        ),
        Slide("end", "问谁", points=("电话 12345",), notes=("再见。",)),
    ),
    code_content="https://shili.example/s/23/",
    address="shili.example/s/23/",
    invitation="扫一扫",
    warning="不收钱。",
)


def made(slides: Slides) -> bytes:
    content = presentation(slides, DAY, PLACE)
    assert isinstance(content, bytes), content
    return content


def shown(content: bytes) -> list[Shown]:
    return list(Presentation(io.BytesIO(content)).slides)


@pytest.fixture(scope="module")
def talk(records: Records) -> TalkView:
    views = talk_views(records.library, records.scope)
    return next(one for one in views if one.slug == "yuanba-hui")


@pytest.fixture(scope="module")
def deck(talk: TalkView) -> bytes:
    return made(slides_view(talk))


@pytest.fixture(scope="module")
def invented() -> bytes:
    return made(INVENTED)


def texts(slide: Shown) -> list[str]:
    shapes: list[Any] = [one for one in slide.shapes if one.has_text_frame]
    return [one.text_frame.text for one in shapes]


def parts(content: bytes) -> dict[str, ET.Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        names = [one for one in opened.namelist() if one.endswith(".xml")]
        return {one: ET.fromstring(opened.read(one)) for one in names}  # noqa: S314 - ours


def test_every_run_names_a_typeface_for_han(deck: bytes) -> None:
    kinds: set[str] = set()
    for name, root in parts(deck).items():
        for run in (*root.iter(f"{A}r"), *root.iter(f"{A}fld")):
            properties = run.find(f"{A}rPr")
            assert properties is not None, (name, run.findtext(f"{A}t"))
            face = properties.find(f"{A}ea")
            assert face is not None, (name, run.findtext(f"{A}t"))
            assert face.get("typeface") == "微软雅黑"
            assert properties.get("lang") == "zh-CN"
            kinds.add(re.sub(r"\d+", "", name.split("/")[-1]))
        kinds |= {"table"} if root.find(f".//{A}tc/{A}txBody/{A}p/{A}r") is not None else set()
    assert {"slide.xml", "notesSlide.xml", "slideLayout.xml", "notesMaster.xml", "table"} <= kinds


def test_the_words_are_those_of_the_view(talk: TalkView, deck: bytes) -> None:
    view = slides_view(talk)
    found = shown(deck)
    assert [one.title for one in view.slides] == [
        one.shapes.title.text for one in found if one.shapes.title is not None
    ]
    for expected, slide in zip(view.slides, found, strict=True):
        places = {one.placeholder_format.idx: one for one in slide.placeholders}
        if expected.points:
            body: Any = places[1]
            assert expected.points == tuple(one.text for one in body.text_frame.paragraphs)
        tables: list[Any] = [one for one in slide.shapes if one.has_table]
        rows = [[cell.text for cell in row.cells] for one in tables for row in one.table.rows]
        assert rows == [list(one) for one in (expected.heads, *expected.rows) if one]
        assert "\n".join(expected.notes) == slide.notes_slide.notes_text_frame.text  # type: ignore[union-attr]


def test_steps_are_numbered_unless_the_words_are(invented: bytes) -> None:
    signs = [
        {sign.tag.removeprefix(A) for sign in root.iter() if "}bu" in sign.tag}
        - {"buFont", "buClr"}
        for name, root in parts(invented).items()
        if re.fullmatch(r"ppt/slides/slide\d\.xml", name)
    ]
    assert [set(), {"buChar"}, {"buAutoNum"}, {"buNone"}, set(), {"buNone"}] == signs


def test_the_stamp_the_place_and_the_number_stand_on_every_slide(invented: bytes) -> None:
    for number, slide in enumerate(shown(invented), 1):
        words = texts(slide)
        assert {"样稿", "示例区"} <= set(words)
        assert slide._element.findtext(f".//{A}fld/{A}t") == str(number)  # noqa: SLF001
    signed = shown(made(replace(INVENTED, stamp="")))
    assert not any("样稿" in one.name for slide in signed for one in slide.shapes)


def test_nothing_of_the_template_is_left(invented: bytes) -> None:
    found = parts(invented)
    assert not {"docProps/app.xml", "ppt/viewProps.xml"} & found.keys()
    with zipfile.ZipFile(io.BytesIO(invented)) as opened:
        assert not [one for one in opened.namelist() if "thumbnail" in one or "printer" in one]
        everything = b"".join(opened.read(one) for one in opened.namelist()).decode(
            "utf-8", "replace"
        )
    for words in (
        "Click to edit",
        "Steve Canny",
        "python-pptx",
        "Calibri",
        "datetime",
        'en-US" dirty',
    ):
        assert words not in everything, words
    assert not any(
        one.get("type") == "dt" for root in found.values() for one in root.iter(f"{P}ph")
    )
    size = found["ppt/presentation.xml"].find(f"{P}sldSz")
    assert size is not None
    assert {"cx": "12192000", "cy": "6858000"} == dict(size.attrib)
    names = {one.name for one in Presentation(io.BytesIO(invented)).slide_layouts}
    assert {"封面", "要点", "表格", "结尾"} == names


def test_the_code_is_read_and_said_in_words(invented: bytes) -> None:
    pictures: list[Any] = [
        one for slide in shown(invented) for one in slide.shapes if hasattr(one, "image")
    ]
    (picture,) = pictures
    drawn = Image.open(io.BytesIO(picture.image.blob))
    assert INVENTED.code_content == zxingcpp.read_barcodes(drawn)[0].text
    assert "二维码。扫一扫：shili.example/s/23/" == picture._element.nvPicPr.cNvPr.get("descr")  # noqa: SLF001
    edge = 4 * 12
    for turned in (drawn.rotate(angle) for angle in (0, 90, 180, 270)):
        assert turned.convert("L").crop((0, 0, turned.width, edge)).getextrema() == (255, 255)
    words = " ".join(texts(shown(invented)[-1]))
    for expected in ("扫一扫", "shili.example/s/23/", "不收钱。"):
        assert expected in words


def test_the_same_slides_give_the_same_bytes(invented: bytes) -> None:
    assert invented == made(INVENTED)
    with zipfile.ZipFile(io.BytesIO(invented)) as opened:
        assert {1980} == {one.date_time[0] for one in opened.infolist()}
    core = Presentation(io.BytesIO(invented)).core_properties
    assert ("示例讲", "明白", "zh-CN") == (core.title, core.author, core.language)
    assert {DAY} == {one.date() for one in (core.created, core.modified) if one is not None}


def test_a_slide_that_overflows_is_a_problem() -> None:
    full = Slide("points", "太多", points=("字" * LONGEST_POINT,) * (MOST_POINTS * 2))
    rows = Slide("table", "太长", heads=("甲", "乙"), rows=(("一", "二"),) * 20)
    wide = Slide("points", "题" * 40, points=("一",))
    found = presentation(
        replace(INVENTED, slides=(full, INVENTED.slides[0], rows, wide)), DAY, PLACE
    )
    assert isinstance(found, tuple)
    assert {("slide-overflow", PLACE)} == {(one.code, one.place) for one in found}
    assert [(1, "太多"), (3, "太长"), (4, "题" * 40)] == [
        (one.values["number"], one.values["title"]) for one in found
    ]


def test_what_the_rules_allow_fits() -> None:
    most = Slide("points", "最多", points=("字" * LONGEST_POINT,) * MOST_POINTS)
    assert made(replace(INVENTED, slides=(most,)))


def test_lines_break_as_han_does() -> None:
    assert 1 == lines("一二三四", 4)
    assert 2 == lines("一二三四，", 4)
    assert 2 == lines("一二12345", 4)
    box = Box(0, 0, 80, 64)
    assert 20 == fitting(["一二三四", "一"], (40, 20, 10), box)
    assert not fitting(["一二三四"] * 9, (40, 20, 10), box)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_every_word(talk: TalkView, deck: bytes, tmp_path: Path) -> None:
    files = {"slides.pptx": deck, "notes.docx": speaker_document(talk, DAY)}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    done = subprocess.run(
        [*command, *(str(tmp_path / one) for one in files)],
        capture_output=True,
        check=False,
        timeout=240,
    )
    papers = [tmp_path / "slides.pdf", tmp_path / "notes.pdf"]
    assert all(one.exists() for one in papers), done.stderr.decode()
    slides, notes = ([page_words(page) for page in pypdfium2.PdfDocument(one)] for one in papers)
    view = slides_view(talk)
    assert len(view.slides) == len(slides)
    for expected, words in zip(view.slides, slides, strict=True):
        cells = [cell for row in expected.rows for cell in row]
        for one in (expected.title, *expected.points, *cells, expected.basis):
            assert bare(one) in words, one
    spoken = [line.text for one in talk.sections for part in one.parts for line in part.lines]
    whole = "".join(notes)
    assert not [one for one in spoken if bare(one)[:8] not in whole]
    for paper in papers:
        found = list(fonts(paper))
        assert found
        assert all(any(key.startswith("/FontFile") for key in one) for one in found)


def fonts(path: Path) -> Iterator[set[str]]:
    """Yield what the PDF knows of each font of each page: whether it holds the font is in it."""
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                inner = font.get("/DescendantFonts", [font])[0]
                yield set(inner.FontDescriptor.keys())


def page_words(page: Any) -> str:
    return bare(page.get_textpage().get_text_range())


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)
