"""Notice-board sheets as printed: one name or three hundred, every word there, nothing clipped."""

from __future__ import annotations

import dataclasses
import io
import itertools
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from mingbai.design import tokens
from mingbai.notices.listed import Listed
from mingbai.notices.order import in_list, township_jobs
from mingbai.notices.permit import Asked, Permit, period, permit
from mingbai.notices.row import Row
from mingbai.outputs.forms import FORMS
from mingbai.outputs.job import Job, render
from mingbai.outputs.notices.pages import FEWEST_LAST, Density, capacity, laid_out
from mingbai.problems import Place, Problem
from mingbai.read.tree import Mapping
from mingbai.views.notice import Posting, notice_words, village_notices
from mingbai.views.notice_table import columns
from mingbai.views.policy import policy_views
from tests import paper_gates
from tests.made import Made
from tests.seen import bare, pages_of

if TYPE_CHECKING:
    from mingbai.model.scope import Scope
    from mingbai.notices.permit import Kind
    from tests.conftest import Records

POSTED = date(2026, 11, 23)
NAMES = ("张示例", "李示", "欧阳示例", "买买提·示例江", "赵示例甲")
GATES = (
    paper_gates.standard,
    paper_gates.fonts,
    paper_gates.clipped,
    paper_gates.overlapping,
    paper_gates.contents,
    paper_gates.contrast,
)


def rows(count: int, kind: Kind, **changes: Any) -> list[Row]:
    after = {"people": "3", "amount": "1986.5", "unit": "元/月"}
    words = {"opinion": "拟同意"} if kind == "公示" else after
    places = {"township": "大安镇", "village": "示例东村"}
    return [
        Row(
            **{**places, **words, "name": NAMES[number % len(NAMES)], **changes},
            node=Mapping({}, {}, Place("notices/x.csv", number + 2)),
        )
        for number in range(count)
    ]


def posted(records: Records, slug: str, kind: Kind, scope: Scope, **changes: Any) -> Posting:
    """Return what may be posted of a policy of ours, as a proof and with veiled names."""
    library = records.library
    view = next(one for one in policy_views(library, scope) if one.slug == slug)
    found = permit(library.local_policy(slug, scope.region), library, kind, proof=True)
    assert isinstance(found, Permit)
    asked = Asked(POSTED, days=None if found.days else 5)
    hangs = period(found, asked, POSTED, "示例") if kind == "公示" else None
    assert not isinstance(hangs, Problem)
    made = Posting(view, found, POSTED, hangs, whole_names=False, proof=True)
    return replace(made, **changes)


def jobs(
    records: Records, listed: list[Row], posting: Posting, scope: Scope | None = None
) -> list[Job]:
    found = Listed("notices/x.csv", tuple(listed), ())
    return [
        one for _, one in township_jobs(posting, found, records.library, scope or records.scope)
    ]


def sheet(
    records: Records, listed: list[Row], slug: str = "dibao", kind: Kind = "公示", **changes: Any
) -> bytes:
    (job,) = jobs(records, listed, posted(records, slug, kind, records.scope, **changes))
    content = render(job)
    assert isinstance(content, bytes), [one.message for one in content]
    return content


def text(content: bytes) -> str:
    return "".join(one.text for one in pages_of(content))


# --- the plan of pages ---------------------------------------------------------------------------
def test_every_row_has_a_place_and_no_page_is_wasted() -> None:
    tight = Density(**tokens().forms["notice"]["densities"][-1])
    most, last = capacity(tight, last=False), capacity(tight, last=True)
    for count in range(1, 400):
        layout = laid_out(count)
        full = capacity(layout.density, last=False)

        assert sum(layout.pages) == count
        assert all(0 < one <= full for one in layout.pages[:-1])
        assert 0 < layout.pages[-1] <= capacity(layout.density, last=True)
        assert layout.pages[-1] >= min(count, FEWEST_LAST)
        assert len(layout.pages) == (1 if count <= last else 1 + -(-(count - last) // most))


def test_a_short_list_stands_in_larger_type_than_a_long_one() -> None:
    sizes = [laid_out(count).density.size for count in (1, 300)]

    assert sizes[0] > sizes[1]
    assert min(one["size"] for one in tokens().forms["notice"]["densities"]) >= 12


# --- the sheets ----------------------------------------------------------------------------------
@pytest.mark.parametrize("count", [1, 12, 30, 300])
@pytest.mark.parametrize("kind", ["公示", "公布"])
def test_a_list_of_any_length_passes_every_gate(records: Records, kind: Kind, count: int) -> None:
    (job,) = jobs(records, rows(count, kind), posted(records, "dibao", kind, records.scope))
    content = render(job)
    assert isinstance(content, bytes), content
    form = dataclasses.replace(FORMS[0], name="sheet", title=kind, pages=lambda _: job.pages)
    made = Made(form, None, job, content)  # type: ignore[arg-type]  # no gate used here asks for an order

    assert job.pages == len(made.pages) == len(laid_out(count).pages)
    assert [] == [one for gate in GATES for one in gate(made)]


POLICIES = [
    ("dibao", "公示"), ("dibao", "公布"), ("tekun", "公示"), ("tekun", "公布"),
    ("dibao-bianyuan", "公示"), ("dibao-bianyuan", "公布"), ("gangxing-zhichu", "公布"),
    ("linshi-jiuzhu", "公示"), ("linshi-jiuzhu", "公布"),
    ("yiliao-jiuzhu", "公示"), ("yiliao-jiuzhu", "公布"),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "kind"), POLICIES)
def test_every_word_of_the_view_is_on_the_sheet(records: Records, slug: str, kind: Kind) -> None:
    listed = rows(5, kind)
    posting = posted(records, slug, kind, records.scope)
    words = notice_words(posting, records.scope)
    (village,) = village_notices(posting, listed, records.library, records.scope)
    seen = text(sheet(records, listed, slug, kind))
    told = [words.title, words.list_title, words.list_note, words.ask_title, words.ask]
    told += [words.basis_title, words.basis, words.invitation, words.address, words.warning]
    told += [words.stamp, words.as_of, village.place, village.village]
    told += [one for fact in words.facts for one in (fact.label, fact.value, fact.note)]
    told += [one for line in (*village.blanks, *words.seal) for one in (line.label, line.value)]
    told += [one.label for one in village.columns]
    told += [cell for line in village.lines for cell in line.cells]

    assert [] == [one for one in told if bare(one) not in seen]
    assert "第1页" not in seen, "a single page is not counted"


def test_what_is_not_named_by_an_article_is_not_on_the_sheet(records: Records) -> None:
    seen = text(sheet(records, rows(2, "公布"), "tekun", "公布"))

    assert "1986.5" not in seen
    assert "家庭人数" not in seen
    assert "1986.50" in text(sheet(records, rows(2, "公布"), "dibao", "公布"))


def test_names_are_veiled_unless_the_region_says_otherwise(records: Records) -> None:
    veiled, whole = (
        text(sheet(records, rows(5, "公示"), whole_names=whole)) for whole in (False, True)
    )

    assert "张示例" not in veiled
    assert "张某例" in veiled
    assert "隐去一个字" in veiled
    assert "张示例" in whole
    assert "隐去" not in whole


def test_each_page_of_a_long_list_stands_by_itself(records: Records) -> None:
    content = sheet(records, rows(60, "公示"))
    pages = [one.text for one in pages_of(content)]
    count = len(pages)

    assert count > 2
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页，共{count}页" in page
        assert "最低生活保障公示" in page
        assert "示例东村" in page
        assert "2026年12月1日" in page
        assert "申请人" in page
        assert ("名单接下一页" in page) == (number < count)
        assert ("单位（盖章）" in page) == (number == count)
    assert [str(one) for one in range(1, 61)] == numbers(content)


def numbers(content: bytes) -> list[str]:
    """Return the first column of the lists of all pages, from where the names begin."""
    found = [re.findall(r"(\d{1,3})(?:[张李欧买赵])", one.text) for one in pages_of(content)]
    return list(itertools.chain(*found))


def test_the_table_is_a_table_with_headers_for_who_listens(records: Records) -> None:
    content = sheet(records, rows(30, "公布"), kind="公布")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        kinds = [
            str(one.get("/S"))
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") is not None
        ]
        bookmarks = [str(one.title) for one in pdf.open_outline().root]

    pages = len(laid_out(30).pages)
    assert kinds.count("/Table") >= pages
    assert kinds.count("/TH") == pages * 4
    assert kinds.count("/H1") == 1
    assert ["示例东村" in one for one in bookmarks] == [True]


def test_each_village_has_pages_of_its_own_and_each_township_a_file(records: Records) -> None:
    listed = rows(6, "公示")
    listed[2] = listed[2].model_copy(update={"village": "示例西村"})
    listed[3] = listed[3].model_copy(update={"township": "新驿镇"})
    made = jobs(records, listed, posted(records, "dibao", "公示", records.scope))
    first = render(made[0])

    assert [2, 1] == [one.pages for one in made]
    assert "大安镇" in made[0].title
    assert isinstance(first, bytes)
    assert [4, 1] == [one.text.count("拟同意") for one in pages_of(first)]
    assert "示例西村" not in pages_of(first)[0].text


def test_figures_stand_below_each_other(records: Records) -> None:
    listed = rows(4, "公布")
    listed[1] = listed[1].model_copy(update={"amount": Decimal(99), "people": 12})
    (page,) = pages_of(sheet(records, listed, kind="公布"))
    words = page.text

    assert "99.00" in words
    ends = [
        page.characters[found.end() - 1].box.right
        for found in re.finditer(r"\d+\.\d\d", "".join(one.text for one in page.characters))
    ]
    assert len(ends) == 4
    assert max(ends) - min(ends) < 0.3


def test_a_released_sheet_has_no_stamp_and_a_number_that_was_dialled(records: Records) -> None:
    scope = replace(records.scope, public_url="https://yanzhou.gov.cn/jz")
    posting = posted(records, "dibao", "公示", scope, proof=False)
    called = replace(posting.policy.ask[-1], number="0537-1000001", dialled=True)
    posting = replace(posting, policy=replace(posting.policy, ask=(called,)))
    (job,) = jobs(records, rows(3, "公示"), posting, scope)
    content = render(job)
    assert isinstance(content, bytes)

    assert "样稿" not in text(content)
    assert "0537-1000001" in text(content)
    assert "yanzhou.gov.cn/jz/s/23/" in text(content)
    assert "样稿" in text(sheet(records, rows(3, "公示")))
    assert "12345" not in text(sheet(records, rows(3, "公示"))), "nobody has dialled it"


def test_many_articles_are_set_smaller_and_all_are_there(records: Records) -> None:
    posting = posted(records, "dibao", "公示", records.scope)
    told = posting.permit.sources
    many = replace(posting, permit=replace(posting.permit, sources=(*told, told[0])))
    (job,) = jobs(records, rows(3, "公示"), many)
    content = render(job)
    assert isinstance(content, bytes), [one.message for one in content]

    assert text(content).count("四（二）") == 2


# --- what does not fit ---------------------------------------------------------------------------
@pytest.mark.parametrize(("kind", "smaller"), [("公示", False), ("公布", True)])
def test_a_long_name_stays_whole_in_smaller_type_if_need_be(
    records: Records,
    kind: Kind,
    smaller: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    long = "阿卜杜热西提·买买提示例示例江"
    listed = [*rows(1, kind, name=long), *rows(1, kind, name="李某")]
    (page,) = pages_of(sheet(records, listed, kind=kind, whole_names=True))
    size = {one.text: one.size for one in page.characters}

    assert long in page.text
    assert (size["卜"] < size["李"]) is smaller
    assert size["卜"] >= 12


def test_amounts_in_different_units_have_their_units_beside_them(records: Records) -> None:
    listed = rows(3, "公布")
    listed[1] = listed[1].model_copy(update={"unit": "元/季度"})
    found = posted(records, "dibao", "公布", records.scope).permit

    assert [one.label for one in columns(found, tuple(listed))][-2:] == ["金额", "单位"]
    assert columns(found, tuple(listed[:1]))[-1].label == "金额（元/月）"
    assert text(sheet(records, listed, kind="公布")).count("元/月") == 2


def test_a_name_that_does_not_fit_is_a_problem_at_its_row(records: Records) -> None:
    listed = rows(3, "公布")
    listed[1] = listed[1].model_copy(update={"name": "长" * 40})
    found = problems(records, listed, "公布")

    assert [("notice-too-long", 3, "申请人")] == [
        (one.code, one.place.line, one.values["title"]) for one in found
    ]
    assert re.search(
        r"第 3 行的「申请人」太长，公布上印不下，超出 \d+(\.\d)? 毫米", found[0].message
    )
    assert "长长" not in found[0].message


def test_articles_that_do_not_fit_are_a_problem_of_the_record(records: Records) -> None:
    posting = posted(records, "dibao", "公示", records.scope)
    many = posting.permit.sources * 9
    (job,) = jobs(
        records, rows(3, "公示"), replace(posting, permit=replace(posting.permit, sources=many))
    )
    (found,) = render(job)

    assert isinstance(found, Problem)
    assert found.code == "paper-overflow"
    assert found.place.file == "policies/dibao.yml"
    assert found.values["title"] == "凭哪条规定公示？"


def test_a_village_that_does_not_fit_is_a_problem_at_its_first_row(records: Records) -> None:
    listed = rows(4, "公示")
    listed[2:] = [one.model_copy(update={"village": "村" * 120}) for one in listed[2:]]
    found = problems(records, listed, "公示")

    assert {("notice-too-long", 4, "村居名称")} == {
        (one.code, one.place.line, one.values["title"]) for one in found
    }


def test_a_character_that_cannot_be_printed_is_a_problem_at_its_row(records: Records) -> None:
    listed = rows(3, "公示")
    listed[2] = listed[2].model_copy(update={"name": "张示\u1200"})
    (found,) = problems(records, listed, "公示", whole_names=True)

    assert found.code == "paper-characters"
    assert found.place.line == 4


def problems(records: Records, listed: list[Row], kind: Kind, **changes: Any) -> list[Problem]:
    (job,) = jobs(records, listed, posted(records, "dibao", kind, records.scope, **changes))
    found = render(job)
    assert not isinstance(found, bytes)
    whole = Listed("notices/x.csv", tuple(listed), ())
    return [in_list(one, whole) for one in found]


def test_no_build_plans_a_notice() -> None:
    assert FORMS
    assert not [one for one in FORMS if one.template.startswith("notices/")]
