"""The 服务卡: ten to a sheet, sides that register, every code read back, nothing cut off."""

from __future__ import annotations

import dataclasses
import io
import re
from itertools import product
from typing import TYPE_CHECKING

import page as validator
import pikepdf
import pytest
import zxingcpp
from pypdfium2 import PdfDocument, raw

from mingbai.model.words import LifeEvent, LifeEvents
from mingbai.outputs.cards import CARDS
from mingbai.outputs.form import Order
from mingbai.outputs.job import Blamed, job_of, render
from mingbai.outputs.qr import qr_modules
from mingbai.problems import Place, Problem
from mingbai.views.card import MOST_BYTES, card_code, card_view
from mingbai.views.card_policies import LONGEST_WORDS, MOST_LINES, ROWS_OF_MANY, lines
from mingbai.views.policy import policy_views
from mingbai.views.situations import situations
from mingbai.views.village import GENERAL, VillageView
from tests.seen import MM, Box, bare, pages_of

if TYPE_CHECKING:
    from mingbai.model.scope import Scope
    from mingbai.views.card import CardView
    from mingbai.views.contacts import Contact
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records
    from tests.seen import Page

FALSE_ALARM = "STREAM-LENGTH-001"
WIDE, HIGH = 90, 54
LEFT, RIGHT = 15, 195
"""Millimetres of the outer cuts from the left edge of the paper; A4 less two cards, halved."""
WHITE_EDGE = 3
PLACE = Place("contacts.csv", 7, 1)
FULL = VillageView(
    code="370812101201",
    name="示例甲村",
    township="大安镇",
    contact="张示例",
    phone="0537-1000001",
    hours="周一至周五",
    window="大安镇示例大厅一楼",
    window_phone="0537-1000002",
)
LONGEST = VillageView(
    code="370812101202",
    name="示例第一二三四五六七八社区居民委员会",
    township="示例示例示例族示例族自治乡",
    contact="欧阳示例",
    phone="0537-10000001",
    window="示例镇便民服务中心一楼大厅东侧窗口",
    window_phone="0537-10000002",
)
OTHER = VillageView(code="370812102202", name="示例乙村", township="新驿镇")
MORE = (
    ("22", "疾病应急救助", "看病花钱多"),
    ("29", "教育救助", "上学负担重"),
    ("32", "住房救助", "住房有困难"),
    ("33", "就业救助", "找不到活干"),
    ("34", "受灾救助", "遇上灾害"),
    ("35", "流浪救助", "流落在外"),
    ("36", "残疾人两项补贴", "家有残疾人"),
    ("37", "孤儿保障", "孩子没人管"),
    ("38", "事实无人抚养儿童", "孩子没人管"),
    ("39", "留守儿童关爱", "孩子没人管"),
    ("42", "养老补贴", "老人没人照料"),
    ("43", "高龄津贴", "年纪大了"),
    ("44", "法律援助", "遇到官司"),
    ("45", "司法救助", "遇到官司"),
    ("46", "优待抚恤", "当过兵"),
)
"""Names and situations as long as those of policies to come; nothing else of them is said."""


# --- what cards are made of ----------------------------------------------------------------------
@pytest.fixture
def policies(few: Records) -> tuple[PolicyView, ...]:
    """The six policies as if they were reviewed and 12345 had been dialled."""
    listed = policy_views(few.library, few.scope)
    return tuple(dataclasses.replace(one, draft="", edition=2, ask=dialled(one)) for one in listed)


def dialled(policy: PolicyView) -> tuple[Contact, ...]:
    return tuple(dataclasses.replace(one, dialled=one.number == "12345") for one in policy.ask)


@pytest.fixture
def scope(few: Records) -> Scope:
    return dataclasses.replace(few.scope, public_url="https://jz.shili-yanzhou.gov.cn/jz")


@pytest.fixture
def order(few: Records, policies: tuple[PolicyView, ...], scope: Scope) -> Order:
    return Order(policies, few.library, scope, villages=(FULL,))


def many(order: Order, more: tuple[tuple[str, str, str], ...] = MORE) -> Order:
    """Add policies to an order, with the situations that they are for."""
    records, views = list(order.library.policies), list(order.policies)
    events = {one.name: one for one in order.library.life_events.events}
    for number, (code, name, event) in enumerate(more):
        slug = "shili-" + "abcdefghijklmnopqrstuvwxyz"[number]
        changes = {"slug": slug, "code": code, "short_name": name, "life_events": (event,)}
        records.append(records[0].model_copy(update=changes))
        views.append(dataclasses.replace(views[0], slug=slug, code=code, short_name=name))
        fresh = LifeEvent(id=f"e{code}", name=event, icon="material/home-outline", hint="示例")
        events.setdefault(event, fresh)
    library = dataclasses.replace(
        order.library,
        policies=tuple(records),
        life_events=LifeEvents(events=tuple(events.values())),
    )
    return dataclasses.replace(order, policies=tuple(views), library=library)


def view_of(order: Order) -> CardView:
    return card_view(order.policies, order.library, order.scope, proof=order.is_proof)


def made(order: Order, *, press: bool = False) -> bytes:
    content = render(job_of(CARDS, order, PLACE, press=press))
    assert isinstance(content, bytes), [one.message for one in content]
    return content


def problems(order: Order) -> tuple[Problem, ...]:
    blamed = tuple(Blamed(one.code, PLACE, one.title, row=True) for one in order.villages)
    found = render(job_of(CARDS, order, Place("mkdocs.yml"), blamed=blamed))
    assert not isinstance(found, bytes), "it fits"
    return found


# --- where things are ----------------------------------------------------------------------------
def starts(page: Page, words: str) -> list[Box]:
    """Return where these words start, in the order in which the cards are drawn."""
    characters = [one for one in page.characters if bare(one.text)]
    text = "".join(one.text for one in characters)
    return [characters[one.start()].box for one in re.finditer(words, text)]


def cell(box: Box, page: Page) -> tuple[int, int]:
    """Return the column and the row of the card that a box is on."""
    down = page.height - box.top
    return int((box.left - LEFT) // WIDE), int((down - top_cut(page)) // HIGH)


def top_cut(page: Page) -> float:
    return (page.height - 5 * HIGH) / 2


def marks(content: bytes, number: int) -> dict[str, list[tuple[int, int]]]:
    """Return the middles of upright and level lines in the margins, in tenths of a millimetre.

    They are counted from the upper left corner of the trimmed paper.
    """
    page = PdfDocument(content)[number]
    trim_left, _, _, trim_top = page.get_trimbox()
    found: dict[str, list[tuple[int, int]]] = {"upright": [], "level": []}
    for one in page.get_objects([raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = one.get_bounds()
        middle = (
            round(((left + right) / 2 - trim_left) * MM * 10),
            round((trim_top - (bottom + top) / 2) * MM * 10),
        )
        inside = LEFT * 10 < middle[0] < RIGHT * 10 and 135 < middle[1] < 2835
        if not inside:
            found["upright" if top - bottom > right - left else "level"].append(middle)
    return {way: sorted(listed) for way, listed in found.items()}


# --- the sheet -----------------------------------------------------------------------------------
def test_a_village_has_a_front_and_a_back_on_a4(order: Order) -> None:
    order = dataclasses.replace(order, villages=(FULL, OTHER, GENERAL))
    pages = pages_of(made(order))

    assert len(pages) == CARDS.pages(order) == 6
    assert {(210, 297)} == {(round(one.width), round(one.height)) for one in pages}
    for number, village in enumerate(order.villages):
        assert village.name in pages[2 * number].text
        assert "有哪些帮助" in pages[2 * number + 1].text


@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_cards_pass_the_validator(order: Order, profile: str) -> None:
    for one in (order, many(order), dataclasses.replace(order, proof=True)):
        report = validator.validate_pdf_bytes(made(one), profile=profile)

        assert [] == [one.rule_id for one in report.failures if one.rule_id != FALSE_ALARM]


def test_the_font_of_the_tokens_is_embedded(order: Order) -> None:
    with pikepdf.open(io.BytesIO(made(order))) as pdf:
        known = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        found = [one for one in known if one.get("/Type") == "/FontDescriptor"]

        assert {"NotoSansSC"} == {str(one.FontName).split("+")[1].split("-")[0] for one in found}
        assert all(one.get("/FontFile2") or one.get("/FontFile3") for one in found)


def test_front_and_back_of_each_card_meet_when_turned_over_the_long_edge(order: Order) -> None:
    front, back = pages_of(made(order))
    fronts = [cell(one, front) for one in starts(front, "生活有困难")]
    backs = [cell(one, back) for one in starts(back, "有哪些帮助")]

    assert [(column, row) for row, column in product(range(5), range(2))] == fronts
    assert fronts == [(1 - column, row) for column, row in backs]


def test_all_cards_of_a_side_are_alike_to_a_tenth_of_a_millimetre(order: Order) -> None:
    for page, words in zip(pages_of(made(order)), ("生活有困难", "有哪些帮助"), strict=True):
        boxes = starts(page, words)
        cells = [cell(one, page) for one in boxes]
        inside = {
            (round(box.left - column * WIDE, 1), round(box.top + row * HIGH, 1))
            for box, (column, row) in zip(boxes, cells, strict=True)
        }

        assert len(boxes) == 10
        assert len(inside) == 1


def test_crop_marks_stand_at_every_cut_and_register(order: Order) -> None:
    content = made(order)
    front, back = marks(content, 0), marks(content, 1)

    assert [LEFT * 10, (LEFT + WIDE) * 10, RIGHT * 10] == sorted({x for x, _ in front["upright"]})
    assert [135 + HIGH * 10 * one for one in range(6)] == sorted({y for _, y in front["level"]})
    assert {way: 2 * cuts for way, cuts in (("upright", 3), ("level", 6))} == {
        way: len(found) for way, found in front.items()
    }
    for way, found in back.items():
        assert front[way] == sorted((2100 - x, y) for x, y in found)


def test_the_press_edition_has_its_marks_at_the_same_cuts(order: Order) -> None:
    content = made(order, press=True)
    page = PdfDocument(content)[0]

    assert page.get_size() == pytest.approx((216 / MM, 303 / MM), abs=0.5)
    assert marks(content, 0) == marks(made(order), 0)


def test_no_card_has_colour_at_its_edge(order: Order) -> None:
    for page in pages_of(made(dataclasses.replace(many(order), proof=True))):
        top = page.height - top_cut(page)
        inner = Box(LEFT, top - 5 * HIGH, RIGHT, top)
        cuts = [Box(x, inner.bottom, x, top).grown(WHITE_EDGE) for x in (15, 105, 195)]
        cuts += [Box(LEFT, top - HIGH * y, RIGHT, top - HIGH * y).grown(3) for y in range(6)]
        strips = [one.common(inner) for one in cuts]

        assert [] == [str(one) for one in strips if page.picture(one).getextrema()[0] < 250]


# --- the code ------------------------------------------------------------------------------------
def test_each_of_the_ten_codes_leads_to_the_villages_own_address(order: Order) -> None:
    order = dataclasses.replace(order, villages=(FULL, OTHER))
    pages = pages_of(made(order))
    for number, village in enumerate(order.villages):
        found = zxingcpp.read_barcodes(pages[2 * number].picture(dpi=150))

        assert 10 * [order.scope.address("", village.fragment)] == [one.text for one in found]
        assert {f"#{village.code[-6:]}"} == {one.text[-7:] for one in found}
        assert () == tuple(zxingcpp.read_barcodes(pages[2 * number + 1].picture(dpi=150)))


@pytest.mark.parametrize(
    "url",
    [
        None,
        "https://a.cn",
        "https://minzheng.shili-yanzhou.gov.cn/j",
        "https://minzheng.shili-yanzhou.gov.cn/shehuijiuzhu",
    ],
)
def test_no_module_is_smaller_than_six_tenths_of_a_millimetre(
    order: Order, few: Records, url: str | None
) -> None:
    order = dataclasses.replace(order, scope=dataclasses.replace(few.scope, public_url=url))
    content = card_code(order.policies, order.scope, FULL)
    boxes = pages_of(made(order))[0].code_boxes

    assert len(boxes) == 10
    assert min(one.width for one in boxes) / (qr_modules(content, "Q") - 8) >= 0.6 - 1e-3


def test_around_a_code_four_modules_are_white(order: Order) -> None:
    page = pages_of(made(dataclasses.replace(order, proof=True)))[0]
    modules = qr_modules(card_code(order.policies, order.scope, FULL), "Q") - 8
    for box in page.code_boxes:
        quiet = box.grown(4 * box.width / modules)
        sides = (
            dataclasses.replace(quiet, right=box.left - 0.1),
            dataclasses.replace(quiet, left=box.right + 0.1),
            dataclasses.replace(quiet, top=box.bottom - 0.1),
            dataclasses.replace(quiet, bottom=box.top + 0.1),
        )

        assert [255] * 4 == [page.picture(one.grown(-0.1)).getextrema()[0] for one in sides]


def test_without_a_public_address_the_code_carries_text(order: Order, few: Records) -> None:
    scope = dataclasses.replace(few.scope, public_url=None)
    order = dataclasses.replace(order, scope=scope)
    front = pages_of(made(order))[0]
    found = {one.text for one in zxingcpp.read_barcodes(front.picture(dpi=150))}

    assert {"社会救助：问村（居）委会、镇街。电话12345"} == found
    assert "微信" not in front.text
    assert "http" not in front.text


@pytest.mark.parametrize("number", ["12345", "0537-10000001"])
def test_text_in_a_code_holds_at_most_sixty_bytes(
    policies: tuple[PolicyView, ...], few: Records, number: str
) -> None:
    scope = dataclasses.replace(few.scope, public_url=None)
    call = dataclasses.replace(policies[0].ask[0], number=number, dialled=True)
    asked = tuple(dataclasses.replace(one, ask=(call,)) for one in policies)
    content = card_code(asked, scope, FULL)

    assert len(content.encode()) <= MOST_BYTES
    assert content.endswith(number)


# --- the words -----------------------------------------------------------------------------------
def test_every_card_says_every_word(order: Order) -> None:
    order = many(order)
    view = view_of(order)
    front, back = (one.text for one in pages_of(made(order)))
    on_front = [view.title, "济宁市兖州区", view.warning, view.address, view.as_of, FULL.title]
    on_front += [FULL.contact, FULL.phone, FULL.window, FULL.window_phone, "12345"]
    on_back = [view.what, view.say_code, view.warning, view.more]
    on_back += [f"{one.code}{one.name}{one.words}" for one in view.rows]
    on_back += [f"{one.code}{one.name}" for one in view.others]

    assert {} == {one: front.count(bare(one)) for one in on_front if front.count(bare(one)) < 10}
    assert {} == {one: back.count(bare(one)) for one in on_back if back.count(bare(one)) < 10}


def test_what_is_not_known_is_a_line_to_write_on(order: Order) -> None:
    front = pages_of(made(dataclasses.replace(order, villages=(GENERAL,))))[0].text

    assert "联系人电话镇街窗口打电话12345" in front


def test_a_hotline_that_nobody_dialled_is_not_printed(order: Order, few: Records) -> None:
    policies = policy_views(few.library, few.scope)
    content = made(dataclasses.replace(order, policies=policies))

    assert "12345" not in pages_of(content)[0].text
    assert "打电话12345" in pages_of(made(order))[0].text


def test_a_proof_is_stamped_and_released_cards_are_not(order: Order) -> None:
    proof = pages_of(made(dataclasses.replace(order, proof=True)))

    assert all(one.text.count("样稿不得张贴") == 11 for one in proof), "the sheet and each card"
    assert not any("样稿" in one.text for one in pages_of(made(order)))


def test_no_type_is_smaller_than_a_reader_can_read(order: Order) -> None:
    for one in (order, many(order), dataclasses.replace(order, villages=(LONGEST,))):
        view = view_of(one)
        front, back = pages_of(made(one))

        assert min(c.size for page in (front, back) for c in page.characters) >= 7.5
        assert all(size_of(back, f"{line.code}{line.name}") >= 10 for line in view.rows)


def test_the_number_to_call_is_set_in_ten_points_or_more(order: Order) -> None:
    for village in (FULL, OTHER, GENERAL):
        front = pages_of(made(dataclasses.replace(order, villages=(village,))))[0]
        told = [one for one in (village.phone, village.window_phone, "12345") if one]

        assert all(size_of(front, one) >= 10 for one in told)


def size_of(page: Page, words: str) -> float:
    """Return the size of type in which words are first set, in pt."""
    characters = [one for one in page.characters if bare(one.text)]
    return characters[page.text.index(bare(words))].size


# --- what does not fit ---------------------------------------------------------------------------
def village(**changes: str) -> VillageView:
    return dataclasses.replace(FULL, **changes)


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"name": "示" * 70}, "地名"),
        ({"contact": "示" * 60}, "联系人"),
        ({"window": "示" * 120}, "镇街窗口"),
        ({"contact": "A" * 60}, "联系人"),
    ],
)
def test_what_is_too_long_is_reported_at_the_row_of_its_village(
    order: Order, changes: dict[str, str], title: str
) -> None:
    found = problems(dataclasses.replace(order, villages=(OTHER, village(**changes))))

    assert title in {one.values["title"] for one in found}
    assert {PLACE} == {one.place for one in found}
    assert {"paper-row-overflow"} == {one.code for one in found}
    assert all(re.search(r"出 \d+(\.\d)? 毫米", one.message) for one in found)


@pytest.mark.parametrize("number", [0, -1])
def test_a_policy_with_a_name_too_long_is_named(order: Order, number: int) -> None:
    listed = list(many(order).policies)
    listed.sort(key=lambda one: one.code)
    rows = view_of(many(order)).rows
    slug = rows[number].slug
    at = next(index for index, one in enumerate(listed) if one.slug == slug)
    listed[at] = dataclasses.replace(listed[at], short_name="示" * 70)
    found = problems(dataclasses.replace(many(order), policies=tuple(listed)))

    assert {"示" * 70} == {one.values["title"] for one in found}


@pytest.mark.parametrize("length", [38, 120])
def test_a_code_too_dense_for_its_room_is_reported_and_not_made_smaller(
    order: Order, few: Records, length: int
) -> None:
    scope = dataclasses.replace(few.scope, public_url=f"https://a.cn/{'b' * length}")
    found = problems(dataclasses.replace(order, scope=scope))

    assert "二维码" in {one.values["title"] for one in found}
    assert {"mkdocs.yml"} == {one.place.file for one in found}


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("length", [1, 2, 3, 5, 8, 11, 14, 17, 20])
def test_names_of_every_length_fit(order: Order, length: int, known: bool) -> None:  # noqa: FBT001
    one = VillageView(
        code="370812101203",
        name="示" * length + "村",
        township="例" * min(length, 12) + "镇",
        contact="示" * min(length, 4) if known else "",
        phone="0537-10000001" if known else "",
        window="例" * min(length, 20) if known else "",
        window_phone="0537-10000002" if known else "",
    )
    front, _ = pages_of(made(dataclasses.replace(order, villages=(one,))))

    assert front.text.count(bare(one.title)) == 10


# --- which policies ------------------------------------------------------------------------------
def test_six_policies_all_have_a_row_in_the_order_of_their_numbers(order: Order) -> None:
    view = view_of(order)

    assert ["23", "24", "25", "26", "27", "28"] == [one.code for one in view.rows]
    assert view.others == ()
    assert view.more == ""
    assert "家里收入低、家有残疾人" == view.rows[0].words
    assert all(0 < len(one.words) <= LONGEST_WORDS for one in view.rows)


def test_of_many_each_row_is_for_another_situation(order: Order) -> None:
    order = many(order)
    view = view_of(order)
    first = [order.library.policy_by_slug[one.slug].life_events[0] for one in view.rows]
    front_page = [one.name for one in order.library.life_events.events]

    assert len(view.rows) == ROWS_OF_MANY
    assert set(first) == set(front_page[:ROWS_OF_MANY])
    assert "26" not in {one.code for one in view.rows}, "it helps in much else than 看病花钱多"


def test_no_policy_is_told_twice_and_the_rest_is_said_to_be_elsewhere(order: Order) -> None:
    view = view_of(many(order))
    told = [one.code for one in (*view.rows, *view.others)]

    assert len(told) == len(set(told)) < 21
    assert view.others_label == "还有"
    assert view.more == "其余扫码看"
    assert lines([*(one.code + one.name for one in view.others), view.more]) <= MOST_LINES


def test_without_a_page_the_rest_is_asked_for_at_the_window(order: Order) -> None:
    scope = dataclasses.replace(order.scope, public_url=None)

    assert view_of(dataclasses.replace(many(order), scope=scope)).more == "其余请问窗口"


def test_nothing_is_left_out_when_the_names_fit(order: Order) -> None:
    order = many(order, MORE[:4])
    view = view_of(order)

    assert {one.slug for one in order.policies} == {one.slug for one in (*view.rows, *view.others)}
    assert view.more == ""


@pytest.mark.parametrize("length", [2, 5, 8, 11, 20])
@pytest.mark.parametrize("count", [1, 2, 3, 9, 15])
def test_what_the_rule_takes_always_fits(order: Order, length: int, count: int) -> None:
    codes = [f"{a}{b}" for a in "3456" for b in "23456789"]
    more = tuple((code, "示" * length, f"处境{code}") for code in codes[:count])
    fits = render(job_of(CARDS, many(order, more), PLACE))

    assert isinstance(fits, bytes), [one.message for one in fits]


def test_a_card_of_one_policy_can_be_ordered(order: Order) -> None:
    one = dataclasses.replace(order, policies=order.policies[:1])

    assert [order.policies[0].slug] == [row.slug for row in view_of(one).rows]
    assert order.policies[0].short_name in pages_of(made(one))[1].text


def test_every_policy_is_first_in_one_situation(order: Order) -> None:
    order = many(order)
    found = situations(order.policies, order.library)

    assert sorted(one.slug for one in order.policies) == sorted(
        one.slug for situation in found for one in situation.first
    )
