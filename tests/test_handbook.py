"""The 手册: found by its numbers, set like a book, stitched in the right order.

What every printed form must hold (standards, fonts, words, codes, same bytes) is gated in
``test_paper_gates``; here is what only a book has.
"""

from __future__ import annotations

import dataclasses
import io
from typing import TYPE_CHECKING

import pikepdf
import pytest

from mingbai.design import tokens
from mingbai.model.questions import ANCHORS
from mingbai.outputs.handbook import BOOKLET, HANDBOOK
from mingbai.outputs.handbook.stitching import spreads
from mingbai.views.handbook import handbook
from mingbai.views.questions import FETCHED
from mingbai.views.story import Block, blocks
from tests.editions import orders
from tests.made import Refused, make
from tests.seen import MM, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.citation import Citation
    from mingbai.outputs.form import Order
    from mingbai.problems import Problem
    from mingbai.views.handbook import Handbook
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records
    from tests.made import Made
    from tests.seen import Character, Page

SIZE = tokens().forms["handbook"]
NEVER_FIRST = "，。、；：？！）》〉」』】”’％…"
"""Marks that no line of Chinese text begins with."""


@pytest.fixture(scope="module")
def order(few: Records) -> Order:
    return next(orders(HANDBOOK, few.library, few.scope))


@pytest.fixture(scope="module")
def released(few: Records) -> Order:
    return next(orders(HANDBOOK, few.library, few.scope, released=True))


@pytest.fixture(scope="module")
def view(order: Order) -> Handbook:
    return view_of(order)


@pytest.fixture(scope="module")
def book(order: Order) -> Made:
    return make(HANDBOOK, order)


@pytest.fixture(scope="module")
def released_book(released: Order) -> Made:
    return make(HANDBOOK, released)


def view_of(order: Order) -> Handbook:
    return handbook(order.policies, order.library, order.scope, proof=order.is_proof)


def with_policy(order: Order, **changes: object) -> Order:
    """Return an order of two policies, the first of them changed."""
    first, second, *_ = order.policies
    return dataclasses.replace(order, policies=(dataclasses.replace(first, **changes), second))  # type: ignore[arg-type]  # fields of a view


def problems(order: Order) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        make(HANDBOOK, order)
    return refused.value.problems


# --- where things are ---------------------------------------------------------------------
def headings(made: Made) -> dict[str, int]:
    """Return the page of every bookmark of the first level, as its number in the file."""
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        with pdf.open_outline() as outline:
            return {one.title: numbers[one.destination[0].objgen] for one in outline.root}


def links(made: Made, number: int) -> set[int]:
    """Return the pages that the links of a page lead to."""
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        numbers = {page.objgen: at for at, page in enumerate(pdf.pages, start=1)}
        named = pikepdf.NameTree(pdf.Root.Names.Dests)
        listed = pdf.pages[number - 1].Annots
        found = [one.get("/Dest", one.get("/A", {}).get("/D")) for one in listed]
        places = [named[str(one)] if isinstance(one, pikepdf.String) else one for one in found]
        return {numbers[one[0].objgen] for one in places}


def body(page: Page) -> list[Character]:
    """Return what stands between running head and page number, in the order of the text."""
    low, high = SIZE["margin_y"], SIZE["height"] - SIZE["margin_y"]
    left, right = SIZE["margin_x"] - 1, SIZE["width"] - SIZE["margin_x"] + 1
    return [
        one
        for one in page.characters
        if one.seen and one.upright and low < one.box.bottom and one.box.top < high
        if left < one.box.left and one.box.right < right
    ]


def lines(page: Page) -> Iterator[list[Character]]:
    """Yield the lines of a page as they are read: a new one begins further left."""
    line: list[Character] = []
    for one in body(page):
        if line and one.box.left < line[-1].box.left:
            yield line
            line = []
        line.append(one)
    if line:
        yield line


def text_of(characters: list[Character]) -> str:
    return bare("".join(one.text for one in characters))


# --- a book of four pages a sheet ---------------------------------------------------------
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_a_book_fills_whole_sheets_and_ends_with_whom_to_call(order: Order, count: int) -> None:
    made = make(HANDBOOK, dataclasses.replace(order, policies=order.policies[:count]))
    last = made.pages[-1].text

    assert len(made.pages) % 4 == 0
    assert "有疑问找谁？" in last
    assert "扫码只看政策，不填身份证银行卡，不收钱。" in last


def test_pages_for_notes_fill_up_the_last_sheet(order: Order) -> None:
    found = set()
    for count in range(1, 7):
        made = make(HANDBOOK, dataclasses.replace(order, policies=order.policies[:count]))
        notes = [text_of(body(one)) for one in made.pages].count("笔记")
        index = max(one.number for one in made.pages if "文件索引" in one.text)
        found.add(notes)

        assert notes == len(made.pages) - 1 - (index + 1), "nothing else stands before the cover"
        assert notes < 4

    assert len(found) > 1


# --- found by its numbers -----------------------------------------------------------------
def test_bookmarks_lead_to_every_policy_in_the_order_of_the_book(
    book: Made, view: Handbook
) -> None:
    found = headings(book)

    names = [one.name for one in view.chapters]
    assert names == [one for one in found if one in names]
    assert list(found.values()) == sorted(found.values())
    for one in view.chapters:
        assert bare(one.name) in book.pages[found[one.name] - 1].text


def test_the_contents_name_the_page_on_which_each_heading_is(book: Made, view: Handbook) -> None:
    found = headings(book)
    contents = book.pages[found["目录"] - 1].text

    for one in view.chapters:
        assert f"{one.code}{bare(one.name)}{found[one.name]}" in contents
    for title in (view.titles.directory, view.titles.articles, view.titles.entries):
        assert f"{title}{found[title]}" in contents


def test_the_contents_name_the_page_of_each_case(book: Made, view: Handbook) -> None:
    contents = book.pages[headings(book)["目录"] - 1].text
    pages = {
        one.title: next(
            page.number + 1
            for page in book.pages
            if text_of(body(page)[:30]).find(bare(one.title)) >= 0
        )
        for one in view.stories
    }

    assert len(set(pages.values())) == len(view.stories)
    assert [] == [title for title, at in pages.items() if f"{bare(title)}{at}" not in contents]


def test_the_contents_are_links_to_those_pages(book: Made, view: Handbook) -> None:
    found = headings(book)

    assert {found[one.name] for one in view.chapters} <= links(book, found["目录"])


def test_the_table_names_the_page_of_every_policy_for_a_situation(
    book: Made, view: Handbook
) -> None:
    found = headings(book)
    number = found[view.titles.events]
    table = book.pages[number - 1].text

    assert view.events
    for event in view.events:
        assert bare(event.name + event.hint) in table
        for one in event.policies:
            assert f"{bare(one.name)}{found[one.name]}" in table
    assert {found[one.name] for one in view.chapters} <= links(book, number)


def test_the_cover_says_on_which_page_to_begin(book: Made, view: Handbook) -> None:
    page = headings(book)[view.titles.events]

    assert f"先翻到第{page}页" in book.pages[0].text


def test_a_policy_begins_on_a_page_of_its_own_with_its_number_and_code(
    book: Made, view: Handbook
) -> None:
    found = headings(book)
    for one in view.chapters:
        page = book.pages[found[one.name] - 1]

        assert f"打电话说编号{one.code}" in page.text
        assert 1 == len(page.code_boxes)
        assert bare(one.code_box.address) in page.text
        assert bare(one.code_box.warning) in page.text


def test_the_eight_questions_stand_in_their_order(book: Made, view: Handbook) -> None:
    found = headings(book)
    for one in view.chapters:
        told = book.pages[found[one.name] - 1 :]
        whole = "".join(text_of(body(page)) for page in told)
        place = 0
        for question in one.questions:
            place = whole.index(question.title, place) + 1

        assert ANCHORS == tuple(question.anchor for question in one.questions[: len(ANCHORS)])


def test_numbers_of_articles_lead_to_the_list_at_the_end(book: Made, view: Handbook) -> None:
    found = headings(book)
    start, end = found[view.titles.articles], found[view.titles.entries]
    told = "".join(one.text for one in book.pages[start - 1 : end - 1])
    for one in view.chapters:
        numbers = [article.number for document in one.documents for article in document.articles]

        assert numbers == list(range(1, len(numbers) + 1))
        used = {int(number) for note in notes_of(one) for number in note.split(",")}
        assert used == set(numbers)
    for document in (document for one in view.chapters for document in one.documents):
        assert bare(document.heading) in told


def notes_of(value: object) -> Iterator[str]:
    """Yield the numbers that the lines of a chapter carry."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if getattr(value, "notes", ""):
            yield str(value.notes)  # type: ignore[attr-defined]  # as just seen
        value = [getattr(value, one.name) for one in dataclasses.fields(value)]
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from notes_of(one)


# --- set like a book ----------------------------------------------------------------------
def test_no_line_begins_with_a_mark_that_ends_words(book: Made) -> None:
    first = {text_of(line)[0] for page in book.pages for line in lines(page)}

    assert len(first) > 300, "lines are told apart"
    assert set() == first & set(NEVER_FIRST)


def test_no_heading_is_the_last_line_of_a_page(book: Made, view: Handbook) -> None:
    titles = {bare(one.title) for chapter in view.chapters for one in chapter.questions}
    titles |= {
        bare(group.label) for one in view.chapters for q in one.questions for group in q.groups
    }
    titles |= {
        bare(text)
        for one in view.stories
        for block in one.blocks
        if block.level
        for text in block.texts
    }
    titles |= {bare(one.title) for one in view.stories} | {view.titles.lesson, FETCHED}
    last = [text_of(listed[-1]) for listed in (list(lines(one)) for one in book.pages) if listed]

    assert len(last) > 50
    assert [] == [one for one in last if one in titles]


def test_body_and_notes_are_as_large_as_they_must_be(book: Made) -> None:
    sizes = [one.size for page in book.pages for one in page.characters if one.seen]
    body_text = [one for one in sizes if one >= 10.5 - 0.01]

    assert min(sizes) >= 8 - 0.01
    assert len(body_text) > len(sizes) / 2


def test_page_numbers_stand_outside_and_are_those_of_the_file(book: Made) -> None:
    for page in book.pages[1:-1]:
        foot = [
            one for one in page.characters if one.box.top < SIZE["margin_y"] and one.size == 10.5
        ]
        number = page.number + 1

        assert str(number) == text_of(foot)
        outside = foot[0].box.left if number % 2 == 0 else page.width - foot[-1].box.right
        assert outside == pytest.approx(SIZE["margin_x"], abs=1)


def test_running_heads_name_the_policy_and_the_question(book: Made, view: Handbook) -> None:
    found = headings(book)
    for one in view.chapters:
        after = book.pages[found[one.name]]
        head = text_of(
            [c for c in after.characters if c.box.bottom > after.height - SIZE["margin_y"]]
        )

        assert f"{bare(one.short_name)}编号{one.code}" in head
        assert any(question.title in head for question in one.questions)


def test_what_belongs_together_stays_on_one_page(order: Order) -> None:
    first = order.policies[0]
    line = first.conditions.first[0]
    kept = [f"第 {number} 条" + "说了很多的一句话" * 18 + "。" for number in range(40)]
    told = tuple(dataclasses.replace(line, text=one) for one in kept)
    answers = tuple(
        dataclasses.replace(first.answers[0], question=f"第 {number} 问", answer=one)
        for number, one in enumerate(kept)
    )
    made = make(
        HANDBOOK,
        with_policy(
            order,
            conditions=dataclasses.replace(first.conditions, first=told, rest=()),
            answers=answers,
        ),
    )
    together = [*kept, *(one.question + one.answer for one in answers)]

    assert [] == [one[:6] for one in together if not stands(one, made)]


# --- what is told -------------------------------------------------------------------------
def test_a_proof_is_stamped_on_every_page_and_marks_what_nobody_read(book: Made) -> None:
    assert [] == [one.number for one in book.pages if "样稿不得张贴" not in one.text]
    assert "待核" in book.text


def test_a_released_book_has_no_stamp_and_nothing_that_nobody_read(
    released: Order, released_book: Made
) -> None:
    unread = [text for one in released.policies for text in texts(one, verified=False)]
    read = {text for one in released.policies for text in texts(one, verified=True)}

    assert unread
    assert "样稿" not in released_book.text
    assert "待核" not in released_book.text
    assert [] == [one for one in unread if one not in read and bare(one) in released_book.text]
    assert [] == [one for one in read if not stands(one, released_book)]


def texts(policy: PolicyView, *, verified: bool) -> list[str]:
    """Return the sentences of a policy that somebody has read in the document, or nobody has."""
    told = [(one.text, one) for one in (*policy.conditions.all, *policy.benefits.all)]
    told += [(one.text, one) for one in (*policy.bring, *policy.fetched)]
    told += [(one.line.text, one.line) for one in (*policy.exclusions.all, *policy.rules)]
    told += [(one.do, one) for one in policy.stages] + [(one.answer, one) for one in policy.answers]
    return [text for text, one in told if one.unverified is not verified]


def stands(text: str, made: Made) -> bool:
    return any(bare(text) in one.text for one in made.pages)


def test_a_book_says_where_the_rest_is_when_it_leaves_lines_out(
    order: Order, released: Order
) -> None:
    told = {one.slug: one for one in view_of(released).chapters}
    for policy in released.policies:
        question = next(one for one in told[policy.slug].questions if one.anchor == "who")
        left_out = any(one.unverified for one in policy.conditions.all)

        assert bool(question.more) is left_out
    assert {""} == {q.more for one in view_of(order).chapters for q in one.questions}


def test_a_case_that_rests_on_an_unread_document_is_told_on_a_proof_only(order: Order) -> None:
    case, *others = order.library.cases
    unread = case.model_copy(update={"cite": (unread_citation(order),)})
    library = dataclasses.replace(order.library, cases=(unread, *others))
    proof = handbook(order.policies, library, order.scope, proof=True)
    release = handbook(order.policies, library, order.scope, proof=False)

    assert [True] == [one.unverified for one in proof.stories if one.slug == case.slug]
    assert case.slug not in {one.slug for one in release.stories}
    assert case.slug not in {link.slug for one in release.chapters for link in one.cases}
    assert len(release.stories) == len(others)


def unread_citation(order: Order) -> Citation:
    cited = (
        cite
        for one in order.library.policies
        for _, cites in order.library.local_policy(one.slug, order.scope.region).citations()
        for cite in cites
    )
    return next(one for one in cited if not order.library.documents[one.document].verified)


def test_a_book_of_some_policies_leads_only_to_those(order: Order) -> None:
    some = dataclasses.replace(order, policies=order.policies[1:3])
    told = view_of(some)
    slugs = {one.slug for one in some.policies}

    assert slugs == {one.slug for one in told.chapters}
    assert slugs == {one.slug for event in told.events for one in event.policies}
    assert slugs >= {one.slug for story in told.stories for one in story.policies}
    assert slugs >= {one.slug for entry in told.entries for one in entry.policies}
    assert [] == [one.title for one in told.stories if not one.policies]


def test_a_figure_nobody_confirmed_and_a_number_nobody_dialled_are_lines(book: Made) -> None:
    assert "993" not in book.text
    assert "12345" not in book.text
    assert "政务服务便民热线" in book.text


def test_a_confirmed_figure_and_a_dialled_number_are_printed(order: Order) -> None:
    (first,) = (one for one in order.policies if one.slug == "dibao")
    figure = dataclasses.replace(
        first.amounts[0], value="1001", state="confirmed", note="已确认的数"
    )
    ask = tuple(dataclasses.replace(one, dialled=bool(one.number)) for one in first.ask)
    one = dataclasses.replace(first, amounts=(figure,), ask=ask)
    text = make(HANDBOOK, dataclasses.replace(order, policies=(one,))).text

    assert "1001" in text
    assert "已确认的数" in text
    assert "政务服务便民热线12345" in text


# --- stories ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("一句。\n又一句。", [Block(("一句。又一句。",))]),
        ("一句 a\nb 句", [Block(("一句 a b 句",))]),
        ("甲。\n\n乙。", [Block(("甲。",)), Block(("乙。",))]),
        ("## 题\n话。", [Block(("题",), level=1), Block(("话。",))]),
        ("## 题 ##", [Block(("题",), level=1)]),
        ("## 题\n\n### 小题", [Block(("题",), level=1), Block(("小题",), level=2)]),
        ("### 先小题\n\n## 题", [Block(("先小题",), level=1), Block(("题",), level=1)]),
        ("- 甲\n- 乙\n  接着", [Block(("甲", "乙接着"), listed=True)]),
        ("* 甲\n\n* 乙", [Block(("甲", "乙"), listed=True)]),
        ("话\n- 甲", [Block(("话",)), Block(("甲",), listed=True)]),
        ("1. 甲\n2. 乙", [Block(("甲", "乙"), listed=True, numbered=True)]),
        ("- 甲\n1. 乙", [Block(("甲",), listed=True), Block(("乙",), listed=True, numbered=True)]),
        (r"\- 不是一条 \# 也不是题", [Block(("- 不是一条 # 也不是题",))]),
        ("2026 年。", [Block(("2026 年。",))]),
        ("-3 度", [Block(("-3 度",))]),
    ],
)
def test_a_story_is_paragraphs_titles_and_lists(body: str, told: list[Block]) -> None:
    assert tuple(told) == blocks(body)


def test_a_story_with_every_kind_of_block_is_printed_and_never_run(order: Order) -> None:
    body = "### 先小题\n#strong[甲] $x$ @丁\n\n## 题\n\n### 小题\n\n1. 第一\n2. 第二\n\n- 其一"
    case = order.library.cases[0].model_copy(update={"body": body})
    library = dataclasses.replace(order.library, cases=(case,))
    slugs = set(case.policies)
    policies = tuple(one for one in order.policies if one.slug in slugs)
    made = make(HANDBOOK, dataclasses.replace(order, policies=policies, library=library))

    assert "先小题#strong[甲]$x$@丁题小题" in made.text
    assert "第一" in made.text


# --- what does not fit --------------------------------------------------------------------
def test_a_run_that_does_not_break_is_named_with_its_policy_and_question(order: Order) -> None:
    first = order.policies[0]
    line = dataclasses.replace(first.conditions.first[0], text="网址 " + "abcdefghij" * 9 + "。")
    told = dataclasses.replace(first.conditions, first=(line, *first.conditions.first[1:]))
    (found,) = problems(with_policy(order, conditions=told))

    assert found.code == "paper-too-wide"
    assert f"{first.short_name}：谁能申请？" in found.message
    assert 20 < float(found.values["over"]) < 80


@pytest.mark.parametrize("anchor", ["steps", "after", "faq", "not-who"])
def test_every_column_is_measured(order: Order, anchor: str) -> None:
    first = order.policies[0]
    run = "abcdefghij" * 9
    changes = {
        "steps": {"stages": (dataclasses.replace(first.stages[0], do=run), *first.stages[1:])},
        "after": {
            "rules": (
                dataclasses.replace(
                    first.rules[0], line=dataclasses.replace(first.rules[0].line, text=run)
                ),
            )
        },
        "faq": {"answers": (dataclasses.replace(first.answers[0], answer=run),)},
        "not-who": {
            "exclusions": dataclasses.replace(
                first.exclusions,
                first=(
                    dataclasses.replace(
                        first.exclusions.first[0],
                        exceptions=(dataclasses.replace(first.conditions.first[0], text=run),),
                    ),
                ),
            )
        },
    }
    titles = {one.anchor: one.title for one in view_of(order).chapters[0].questions}
    (found,) = problems(with_policy(order, **changes[anchor]))

    assert f"{first.short_name}：{titles[anchor]}" in found.message


def test_a_name_that_is_too_long_for_the_head_is_said_to_be_so(order: Order) -> None:
    found = problems(with_policy(order, name="很长的政策名称" * 9))

    assert "paper-overflow" in {one.code for one in found}
    assert "很长的政策名称" in found[0].message


def test_a_name_of_two_lines_still_fits_its_head(order: Order) -> None:
    made = make(HANDBOOK, with_policy(order, name="事实无人抚养儿童基本生活保障和其他照料"))

    assert "事实无人抚养儿童基本生活保障和其他照料" in made.text


# --- stitched -----------------------------------------------------------------------------
@pytest.fixture(scope="module")
def booklet(order: Order) -> Made:
    return make(BOOKLET, order)


def test_sixteen_pages_are_stitched_in_this_order() -> None:
    assert [(16, 1), (2, 15), (14, 3), (4, 13), (12, 5), (6, 11), (10, 7), (8, 9)] == list(
        spreads(16)
    )
    assert [(4, 1), (2, 3)] == list(spreads(4))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 18])
def test_pages_that_fill_no_sheet_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="no multiple of 4"):
        list(spreads(count))


def half(page: Page, *, right: bool) -> str:
    fold = page.width / 2
    told = (one for one in page.characters if one.seen and (one.box.left > fold) is right)
    return "".join(one.text for one in told)


def test_each_page_stands_once_where_it_must(book: Made, booklet: Made) -> None:
    texts = ["".join(one.text for one in page.characters if one.seen) for page in book.pages]
    expected = list(spreads(len(texts)))

    assert len(set(texts)) > len(texts) - 4, "pages are told apart by their words"
    assert len(booklet.pages) == len(texts) / 2 == len(expected)
    for page, (left, right) in zip(booklet.pages, expected, strict=True):
        assert half(page, right=False) == texts[left - 1]
        assert half(page, right=True) == texts[right - 1]
    assert list(range(1, len(texts) + 1)) == sorted(number for pair in expected for number in pair)


def test_a_sheet_is_a4_lying_and_its_pages_meet_in_the_fold(book: Made, booklet: Made) -> None:
    with pikepdf.open(io.BytesIO(booklet.content)) as pdf:
        for page in pdf.pages:
            size = [float(one) * MM for one in page.mediabox]
            assert size == pytest.approx([0, 0, 297, 210], abs=0.1)
    first = next(one for one in book.pages[0].characters if one.seen)
    there = next(one for one in booklet.pages[0].characters if one.box.left > 148.5 and one.seen)

    assert there.box.left - first.box.left == pytest.approx(148.5, abs=0.1)
    assert there.box.bottom == pytest.approx(first.box.bottom, abs=0.1)


def test_stitched_pages_store_no_font_twice_and_claim_no_standard(
    book: Made, booklet: Made
) -> None:
    with pikepdf.open(io.BytesIO(booklet.content)) as pdf:
        kept = set(pdf.Root.keys())

        assert str(pdf.docinfo.Title) == "手册（骑马钉拼版）（济宁市兖州区）"
    assert font_files(booklet) == font_files(book)
    assert not {"/Metadata", "/StructTreeRoot", "/MarkInfo", "/OutputIntents", "/Outlines"} & kept
    assert len(booklet.content) < len(book.content)


def font_files(made: Made) -> int:
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        return sum("/FontFile3" in one or "/FontFile2" in one for one in found)


def test_what_bleeds_is_kept_outside_and_cut_in_the_fold(released: Order) -> None:
    made = make(BOOKLET, released, press=True)
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        sheet = pdf.pages[0]
        media = [float(one) * MM for one in sheet.mediabox]
        trim = [float(one) * MM for one in sheet.trimbox]
    picture = made.pages[0].picture(dpi=72)
    fold = picture.width // 2
    dark = 128

    assert media == pytest.approx([0, 0, 303, 216], abs=0.1)
    assert trim == pytest.approx([3, 3, 300, 213], abs=0.1)
    assert picture.getpixel((picture.width - 3, 5)) < dark, "the cover bleeds over the right edge"
    assert picture.getpixel((fold + 3, 2)) < dark, "and over the upper edge"
    assert picture.getpixel((fold - 3, 5)) > dark, "but not over the fold"
