"""The printed sheet: one page a place, archivable, its code read back from the finished PDF."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING

import page
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from mingbai.outputs.form import Order
from mingbai.outputs.job import Blamed, Job, job_of, page_count, render
from mingbai.outputs.sheets import SHEET, SHEET_LARGE
from mingbai.problems import Place
from mingbai.views.code import code_content
from mingbai.views.paper import PaperView, paper_view
from mingbai.views.policy import policy_views
from mingbai.views.village import VillageView

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from PIL.Image import Image

    from mingbai.outputs.form import Form
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records

SIX = ("dibao", "tekun", "dibao-bianyuan", "gangxing-zhichu", "linshi-jiuzhu", "yiliao-jiuzhu")
MM = 72 / 25.4
PLACE = Place("policies/dibao.yml", 3, 7)
ROW = Place("contacts.csv", 5, 4)
BOTH = pytest.mark.parametrize("form", [SHEET, SHEET_LARGE], ids=lambda form: form.name)
each_sheet = pytest.mark.parametrize("slug", SIX)


def sheet(dist: Path, slug: str) -> Path:
    return dist / "print" / "370812" / f"{slug}-sheet.pdf"


def picture(content: bytes | Path, number: int = 0, dpi: int = 150) -> Image:
    return pypdfium2.PdfDocument(content)[number].render(scale=dpi / 72).to_pil()


def words(content: bytes | Path) -> str:
    pages = pypdfium2.PdfDocument(content)
    return re.sub(r"\s", "", "".join(one.get_textpage().get_text_range() for one in pages))


def village(number: int, **said: str) -> VillageView:
    place = {"name": f"示例{number}村", "township": "大安镇", "contact": f"张示例{number}"}
    return VillageView(
        f"370812101{200 + number}", **{**place, "phone": f"0537-100000{number}", **said}
    )


def policy_of(records: Records, slug: str) -> PolicyView:
    return next(one for one in policy_views(records.library, records.scope) if one.slug == slug)


def order_of(records: Records, *slugs: str, **changes: Any) -> Order:
    policies = tuple(policy_of(records, slug) for slug in slugs or ("dibao",))
    return Order(
        **{"policies": policies, "library": records.library, "scope": records.scope, **changes}
    )


def job_with(job: Job, view: Mapping[str, Any]) -> Job:
    """Return a job whose sheets say something else."""
    data = json.loads(job.data)
    for one in data["sheets"]:
        one["view"] |= view
    return dataclasses.replace(job, data=json.dumps(data, ensure_ascii=False))


def made(order: Order, form: Form = SHEET, **view: Any) -> bytes:
    content = render(job_with(job_of(form, order, PLACE), view))
    assert isinstance(content, bytes), content
    return content


@pytest.fixture(scope="module")
def dibao(records: Records) -> PaperView:
    return paper_view(policy_of(records, "dibao"), records.scope, proof=True)


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


@BOTH
@each_sheet
def test_every_word_of_the_view_is_on_the_sheet(slug: str, form: Form, records: Records) -> None:
    order = order_of(records, slug, villages=(village(1, hours="周一至周五 8:30—17:00"),))
    view = paper_view(order.policies[0], records.scope, proof=True)
    text = words(made(order, form))
    boxes = (view.who, view.not_who, view.amount, view.bring, view.after)
    told = [view.name, view.answer, view.foot.warning, view.foot.address, view.stamp]
    told += [one.text for box in boxes for one in box.items] + [box.title for box in boxes]
    told += [one.text for one in view.stops] + [one.label for one in view.sums]
    told += ["大安镇示例1村", "张示例1", "0537-1000001", "周一至周五8:30—17:00"]

    assert [] == [one for one in told if re.sub(r"\s", "", one) not in text]


@BOTH
def test_each_village_and_policy_has_pages_with_its_own_words_and_code(
    form: Form, records: Records
) -> None:
    places = tuple(village(number) for number in (1, 2, 3))
    order = order_of(records, "dibao", "tekun", villages=places)
    content = made(order, form)
    sides = page_count(content) // 6

    assert form.pages(order) == page_count(content) == 6 * sides
    pairs = [(policy, place) for policy in order.policies for place in places]
    document = pypdfium2.PdfDocument(content)
    for number, (policy, place) in enumerate(pairs):
        codes = [
            one.text
            for side in range(sides)
            for one in zxingcpp.read_barcodes(picture(content, number * sides + side))
        ]
        text = re.sub(r"\s", "", document[number * sides].get_textpage().get_text_range())

        assert [code_content(policy, records.scope, place)] == codes
        assert codes[0].endswith(f"#{place.code[-6:]}")
        assert place.name in text
        assert place.contact in text
        assert policy.name in text


def test_a_page_of_a_batch_is_the_page_of_a_single_sheet(records: Records) -> None:
    places = (village(1), village(2, contact="", phone=""), village(3, name="示例甲乙丙丁戊己庚村"))
    batch = made(order_of(records, villages=places))
    for number, place in enumerate(places):
        single = made(order_of(records, villages=(place,)))

        assert picture(single, dpi=60).tobytes() == picture(batch, number, dpi=60).tobytes()


@BOTH
def test_the_same_order_gives_the_same_bytes(form: Form, records: Records) -> None:
    order = order_of(records, "tekun", villages=(village(1), village(2)))
    first = made(order, form)
    made(order_of(records, "dibao"), form)

    assert first == made(order, form)


def test_the_large_sheet_is_large(records: Records) -> None:
    for slug in SIX:
        sizes = sizes_of(made(order_of(records, slug, villages=(village(1),)), SHEET_LARGE))
        total = sum(sizes.values())

        assert page_count(made(order_of(records, slug), SHEET_LARGE)) == 2
        assert min(sizes) >= 12
        assert sum(count for size, count in sizes.items() if size >= 15.9) > total * 0.6


def sizes_of(content: bytes) -> dict[float, int]:
    """Return how many characters there are of each size in pt."""
    found: dict[float, int] = {}
    for one in pypdfium2.PdfDocument(content):
        layer = one.get_textpage()
        for index in range(layer.count_chars()):
            if layer.get_text_range(index, 1).strip():
                size = round(pypdfium2.raw.FPDFText_GetFontSize(layer, index), 1)
                found[size] = found.get(size, 0) + 1
    return found


def test_without_a_public_address_the_code_carries_text(records: Records) -> None:
    scope = dataclasses.replace(records.scope, public_url=None)
    for policy in policy_views(records.library, scope):
        content = code_content(policy, scope)
        found = zxingcpp.read_barcodes(picture(made(Order((policy,), records.library, scope))))

        assert [content] == [one.text for one in found]
        assert content.startswith(policy.short_name)
        assert len(content.encode()) <= 120
        assert "12345" not in content, "nobody has dialled it"
        assert "http" not in content


@BOTH
def test_what_does_not_fit_is_named_with_its_box_and_how_much(
    form: Form, records: Records, dibao: PaperView
) -> None:
    items = [{"text": "字" * 28, "unverified": False}] * 60
    who = dataclasses.asdict(dibao.who) | {"items": items}
    found = render(job_with(job_of(form, order_of(records), PLACE), {"who": who}))

    assert isinstance(found, tuple)
    assert "谁能申请？" in [one.values["title"] for one in found]
    assert {("paper-overflow", PLACE)} == {(one.code, one.place) for one in found}
    assert all(re.search(r"超出 \d+(\.\d)? 毫米", one.message) for one in found)


@BOTH
@pytest.mark.parametrize(
    "said",
    [{"contact": "A" * 120}, {"name": "示" * 400}, {"hours": "示" * 300}, {"window": "A" * 90}],
)
def test_a_village_that_does_not_fit_is_named_at_its_row(
    form: Form, said: dict[str, str], records: Records
) -> None:
    places = (village(1), village(2, **said))
    blamed = tuple(
        Blamed(one.code, Place("contacts.csv", row, 4), row=True)
        for row, one in zip((4, 5), places, strict=True)
    )
    order = order_of(records, villages=places)
    found = render(job_of(form, order, PLACE, blamed=blamed))

    assert isinstance(found, tuple), said
    assert {("paper-row-overflow", ROW)} == {(one.code, one.place) for one in found}


@BOTH
@each_sheet
def test_a_record_a_third_longer_fits_whole_or_is_refused(
    form: Form, slug: str, records: Records
) -> None:
    job = job_of(form, order_of(records, slug), PLACE)
    data = json.loads(job.data)
    view = data["sheets"][0]["view"]
    told = [
        one
        for name in ("who", "not_who", "amount", "bring", "after")
        for one in view[name]["items"]
    ]
    for one in (*told, *view["stops"]):
        one["text"] += "字" * (len(one["text"]) * 3 // 10 + 1)
    longer = dataclasses.replace(job, data=json.dumps(data, ensure_ascii=False))
    found = render(longer)
    if isinstance(found, bytes):
        text = words(found)
        assert [] == [one["text"] for one in told if re.sub(r"\s", "", one["text"]) not in text]
    else:
        assert all("放不下" in one.message and "毫米" in one.message for one in found)


def test_a_character_that_cannot_be_printed_is_an_error(records: Records, dibao: PaperView) -> None:
    who = dataclasses.asdict(dibao.who) | {"items": [{"text": "户主𪚥氏", "unverified": False}]}
    found = render(job_with(job_of(SHEET, order_of(records), PLACE), {"who": who}))

    assert isinstance(found, tuple)
    assert ["paper-characters"] == [one.code for one in found]


def test_words_of_a_record_are_printed_and_never_run(records: Records, dibao: PaperView) -> None:
    odd = {"text": "#strong[甲] $x$ *乙* _丙_ @丁", "unverified": False}
    who = dataclasses.asdict(dibao.who) | {"items": [odd]}

    assert "#strong[甲]$x$*乙*_丙_@丁" in words(made(order_of(records), who=who))


def final(records: Records, slug: str) -> Order:
    """Return an order of a reviewed record for a real address."""
    scope = dataclasses.replace(records.scope, public_url="https://yanzhou.gov.cn/jz")
    policy = dataclasses.replace(policy_of(records, slug), draft="")
    return Order((policy,), records.library, scope)


def test_a_released_sheet_has_no_stamp_and_nothing_unverified(records: Records) -> None:
    order = final(records, "dibao")
    view = paper_view(order.policies[0], order.scope, proof=order.is_proof)
    text = words(made(order))

    assert "样稿" not in text
    assert "待核" not in text
    assert not any(one.unverified for one in view.who.items)
    assert "yanzhou.gov.cn/jz/s/23/" in text


@BOTH
@each_sheet
def test_released_paper_says_nothing_that_nobody_verified(
    form: Form, slug: str, records: Records
) -> None:
    policy = policy_of(records, slug)
    text = words(made(final(records, slug), form))
    lines = [*policy.conditions.all, *policy.benefits.all, *policy.bring, *policy.fetched]
    lines += [one.line for one in (*policy.exclusions.all, *policy.rules)]
    unread = [one.short for one in (*lines, *policy.stages) if one.unverified and one.short]
    verified = {one.short for one in (*lines, *policy.stages) if not one.unverified}

    assert [] == [one for one in unread if one not in verified and re.sub(r"\s", "", one) in text]
    assert unread or slug != "linshi-jiuzhu", "its quick relief rests on a document nobody has read"


def test_a_figure_nobody_confirmed_is_a_blank_line(dibao: PaperView, dist: Path) -> None:
    assert {""} == {one.value for one in dibao.sums}
    assert "993" not in words(sheet(dist, "dibao"))
