"""Every gate of paper finds what it is for: small PDFs, each wrong in one way."""

from __future__ import annotations

import dataclasses
import io
import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import page as validator
import pikepdf
import pytest

from mingbai.outputs import impose
from mingbai.outputs.form import Form
from mingbai.outputs.job import Job
from mingbai.outputs.qr import qr_data
from mingbai.outputs.typeset import new_compiler
from mingbai.problems import Place
from tests.made import Made
from tests.paper_cuts import cards
from tests.paper_file import lengths
from tests.paper_gates import GATES
from tests.paper_imposed import folded, glued
from tests.villages import EXTREMES

if TYPE_CHECKING:
    from mingbai.views.village import VillageView

BY_NAME = {one.__name__: one for one in GATES}
A3 = "width: 297mm, height: 420mm"
A4 = "width: 210mm, height: 297mm"
START = """
#set document(title: "例")
#set page(width: 210mm, height: 297mm, margin: 20mm)
#set text(font: "Noto Sans SC", size: 12pt, fill: rgb("#17202a"), lang: "zh")
#let data = json(bytes(sys.inputs.data))
#let code(one, width) = image(bytes(one.qr.svg), format: "svg", width: width, alt: "码")
= 标题
"""
URL = "https://a.example/s/23/"
FORM = Form(
    name="sheet",
    title="例",
    paper="A4",
    how="",
    template="",
    each=True,
    data=lambda _: {},
    pages=lambda _: 1,
    local=True,
)


@dataclasses.dataclass(frozen=True)
class Ordered:
    """As much of an order as a gate reads."""

    villages: tuple[VillageView, ...]


def copy(content: str = URL, level: str = "M", **words: str) -> dict[str, Any]:
    return {"code_content": content, "qr": qr_data(content, level), **words}  # type: ignore[arg-type]  # also bad levels


def made(body: str, data: object = (), form: Form = FORM, size: str = A4, **job: Any) -> Made:
    """Typeset a few words as a form."""
    told = json.dumps(data)
    content = new_compiler(press=False).compile(
        {"main.typ": (START.replace(A4, size) + body).encode()},  # type: ignore[type-var]  # the stub knows one file
        format="pdf",
        sys_inputs={"data": told},
        pdf_standards=job.pop("standards", ["a-2a", "ua-1"]),
    )
    return made_from(content, form, data=told, **job)


def made_from(content: Any, form: Form = FORM, data: str = "[]", **job: Any) -> Made:
    shell = Job(form.title, form.template, data, "例", date(2026, 11, 21), Place("x.yml"), 1, **job)
    return Made(form, None, shell, content)  # type: ignore[arg-type]  # no order


GOOD = (
    '#code(data.at(0), 36mm) #data.at(0).word #v(3cm) #rect(fill: rgb("#0f4c5c"), text(white)[白]) '
)


@cache
def good() -> Made:
    return made(GOOD, [copy(owner="370812101201", word="示例村")])


@pytest.mark.parametrize("gate", GATES, ids=lambda one: one.__name__)
def test_a_good_page_passes(gate: Any) -> None:
    assert [] == list(gate(good()))


PLACED = "#place(top + left, dx: {}mm, dy: {}mm)[{}]"
WIDE = PLACED.format(184, 0, "一二三")
ON = PLACED.format(0, 30, "甲") + PLACED.format(1, 30, "乙")
CLIPPED = "#box(clip: true, width: 10mm, height: 5mm, box(width: 50mm)[一二三四五六])"
BLANK = "#pagebreak() #place(hide[空])"
PALE = '#text(rgb("#8a98a0"))[浅]'
EQUAL_GREY = '#rect(fill: rgb("#0f4c5c"), text(rgb("#b3261e"))[暗])'
OTHER = '#text(rgb("#00007f"))[蓝]'
COVERED = "#place(dy: 5mm)[遮住的字] #place(dy: 4mm, rect(width: 50mm, height: 9mm, fill: white))"
NEAR = "#code(data.at(0), 36mm) #place(dy: -5mm, dx: 8mm)[近]"
TWO = (
    "#data.at(0).word #code(data.at(1), 36mm) #pagebreak() #data.at(1).word #code(data.at(0), 36mm)"
)
CROPS = """
#for x in (20mm, 105mm, 190mm) { for y in (4mm, 286mm) {
  place(top + left, dx: x - 20mm, dy: y - 20mm, line(angle: 90deg, length: 6mm, stroke: 0.2mm)) } }
#for y in (20mm, 148.5mm, 277mm) { for x in (4mm, 200mm) {
  place(top + left, dx: x - 20mm, dy: y - 20mm, line(length: 6mm, stroke: 0.2mm)) } }
#v(2cm)
"""
ACROSS = CROPS + PLACED.format(80, 60, "跨过裁线的字")
SHIFTED = CROPS.replace("105mm", "104mm")
WRONG = {
    "clipped edge": ("clipped", WIDE, [], "over the edge"),
    "clipped box": ("clipped", CLIPPED, [], "cut off"),
    "overlapping": ("overlapping", ON, [], "乙"),
    "cut": ("cut", ACROSS, [], "at the cut"),
    "cuts aside": ("cut", SHIFTED, [], "not in the middle"),
    "words": ("words", "别的话", [{"text": "没有 印出的话"}], "没有 印出的话"),
    "copies": (
        "copies",
        TWO,
        [copy(owner="1", word="甲村"), copy(f"{URL}#1", owner="2", word="乙村")],
        "1: its words",
    ),
    "no code": ("contents", "没有码", [copy()], "not printed"),
    "other code": (
        "contents",
        "#code((qr: data.at(0).other), 36mm)",
        [copy() | {"other": {"svg": qr_data(URL + "9", "M")["svg"]}}],
        "not in the data",
    ),
    "wrong code": (
        "contents",
        "#code(data.at(0), 36mm)",
        [copy() | {"qr": qr_data(URL + "9", "M")}],
        "the data has no code",
    ),
    "small": ("modules", "#code(data.at(0), 20mm)", [copy()], "modules of 0.61 mm"),
    "near": ("modules", NEAR, [copy()], "modules around"),
    "pale": ("contrast", PALE, [], ":1"),
    "grey": ("contrast", EQUAL_GREY, [], ":1"),
    "colour": ("contrast", OTHER, [], "no colour of the tokens"),
    "covered": ("contrast", COVERED, [], "cannot be seen"),
    "pages": ("pages", "一 #pagebreak() 二", [], "2 pages instead of 1"),
    "empty": ("pages", BLANK, [], "page 2 is empty"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found(name: str) -> None:
    gate, body, data, told = WRONG[name]

    assert told in "\n".join(BY_NAME[gate](made(body, data)))


def test_every_gate_has_something_that_it_finds() -> None:
    elsewhere = {"standard", "fonts", "imposed"}

    assert {one[0] for one in WRONG.values()} | elsewhere == set(BY_NAME)


def test_the_level_and_the_module_are_those_of_the_paper() -> None:
    card = dataclasses.replace(FORM, name="cards")
    body = "#code(data.at(0), 24mm)"

    assert [] == list(BY_NAME["modules"](made(body, [copy(level="Q")], card)))
    assert "level M, not Q" in "\n".join(BY_NAME["modules"](made(body, [copy()], card)))


def test_a_village_that_is_ordered_and_not_in_the_data_is_found() -> None:
    ordered = dataclasses.replace(good(), order=Ordered(EXTREMES[:1]))  # type: ignore[arg-type]  # no more is read

    assert [f"{EXTREMES[0].code}: not in the data"] == list(BY_NAME["copies"](ordered))


def test_a_page_of_another_size_is_found() -> None:
    poster = dataclasses.replace(FORM, paper="A3")

    assert ["page 1 is 210.0 x 297.0 mm, not A3"] == list(BY_NAME["pages"](made("字", form=poster)))


def test_a_file_that_claims_no_standard_is_found_and_one_that_may_not_is_too() -> None:
    plain, tiles = made("字", standards=[]), dataclasses.replace(FORM, imposition="tiles")

    assert list(BY_NAME["standard"](plain))
    assert ["claims (None, None, None)"] == list(BY_NAME["standard"](plain))[:1]
    assert [] == list(BY_NAME["standard"](made("字", form=tiles, standards=[])))
    assert list(BY_NAME["standard"](made("字", form=tiles)))


def test_a_font_that_is_not_embedded_and_a_strange_one_are_found() -> None:
    with pikepdf.open(io.BytesIO(good().content)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font":
                one.BaseFont = pikepdf.Name("/ABCDEF+SimHei-Regular")
        strange = saved(pdf)
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
                del one["/FontFile3" if "/FontFile3" in one else "/FontFile2"]
        bare = saved(pdf)

    assert "not a font of the tokens" in "\n".join(BY_NAME["fonts"](made_from(strange)))
    assert "not embedded" in "\n".join(BY_NAME["fonts"](made_from(bare)))


def saved(pdf: pikepdf.Pdf) -> bytes:
    content = io.BytesIO()
    pdf.save(content)
    return content.getvalue()


def test_a_wrong_length_is_no_false_alarm() -> None:
    content = good().content
    start = content.index(b"/Length ")
    end = content.index(b"\n", start)
    wrong = content.replace(content[start:end], b"/Length " + b"9" * (end - start - 8), 1)

    assert [] == list(lengths(content))
    assert list(lengths(wrong))


def test_the_false_alarm_is_looked_into() -> None:
    alarmed = next(one for one in map(numbered, range(28, 400)) if alarm(one))

    assert [] == list(lengths(alarmed))
    assert [] == list(BY_NAME["standard"](made_from(alarmed)))


def numbered(number: int) -> bytes:
    return made("".join(chr(0x4E00 + 37 * number + one) for one in range(9))).content


def alarm(content: bytes) -> bool:
    report = validator.validate_pdf_bytes(content, profile="2a")
    return any(one.rule_id.endswith("STREAM-LENGTH-001") for one in report.failures)


def test_crop_marks_give_the_cards() -> None:
    assert 4 == len(cards(made(CROPS).pages[0]))
    assert () == cards(good().pages[0])


def test_words_may_run_over_the_end_of_a_page() -> None:
    body = "甲乙丙" + "一二三四" * 30 + "#pagebreak() 五六七八" + "九十" * 30 + "丁戊己"

    assert [] == list(BY_NAME["words"](made(body, [{"text": "三四五六"}])))
    assert list(BY_NAME["words"](made(body, [{"text": "甲乙丙丁戊己"}])))


FOUR = "甲#pagebreak()乙#pagebreak()丙#pagebreak()丁"


def test_a_booklet_has_its_pages_in_order_and_none_is_missing() -> None:
    source = made(FOUR, size="width: 148mm, height: 210mm")
    booklet = impose.booklet(source.content)
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        pdf.pages.reverse()
        turned = saved(pdf)
        del pdf.pages[0]
        short = saved(pdf)

    assert [] == list(folded(made_from(booklet), source))
    assert "not page 1" in "\n".join(folded(made_from(turned), source))
    assert ["4 pages on 1 sides"] == list(folded(made_from(short), source))


def test_a_tiled_poster_is_whole_again_when_it_is_glued() -> None:
    body = "#code(data.at(0), 150mm)" + "一二三四五" * 600
    source = made(body, [copy()], size=A3)
    tiles = impose.tiles(source.content)
    with pikepdf.open(io.BytesIO(tiles)) as pdf:
        first, second = pdf.pages[0], pdf.pages[1]
        first.Contents, second.Contents = second.Contents, first.Contents
        assert [] == list(glued(made_from(saved(pdf)), source)), "each sheet knows its own part"
        second.Contents = first.Contents
        missing = saved(pdf)
    other = made("五四三二一" * 600 + "#code(data.at(0), 150mm)", [copy()], size=A3)

    assert [] == list(glued(made_from(tiles), source))
    assert "on no sheet" in "\n".join(glued(made_from(missing), source))
    assert "grey levels from itself" in "\n".join(glued(made_from(tiles), other))
