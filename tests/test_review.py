"""The seal: what ends a review and what does not; the sheet to sign says all that is sealed."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import asdict
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import docx
import pytest
from docx.oxml.ns import qn

from mingbai.bundle.provenance import reviews
from mingbai.load import load
from mingbai.model.base import Record
from mingbai.model.citation import Citation
from mingbai.outputs.review import review_files
from mingbai.review.seal import LETTERS, seal_in, seal_of, typed
from mingbai.review.state import reviewed
from mingbai.settings import read_scope
from mingbai.views.policy import policy_views
from mingbai.views.review_sheet import review_sheet
from mingbai.views.sources import source
from tests.checked import BASE, copy_base, problems_of
from tests.paper_file import standard
from tests.seen import pages_of
from tests.signing import sign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.review.state import Reviewed
    from tests.conftest import Records
    from tests.made import Made

RECORD, LOCAL = "policies/jiating.yml", "policies/regions/990101.yml"
FIGURES, BASIS = "policies/regions/990100.yml", "policies/legal_basis.yml"


def changed(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def state(root: Path) -> Reviewed:
    scope, _ = read_scope(root)
    library = load(root).library
    assert library is not None
    return reviewed(library.policy_by_slug["jiating"], library, scope)


WORDS = [
    (RECORD, "name: 示例家庭救助", "name: 示例家庭补助", "what"),
    (RECORD, "category: 基本生活救助", "category: 社会福利", "what"),
    (RECORD, "text: 收入低的家庭，", "text: 收入很低的家庭，", "what"),
    (RECORD, "misnomers: [样板户]", "misnomers: [样板]", "what"),
    (RECORD, "says: [家里没钱花]", "says: [家里没钱]", "what"),
    (RECORD, "cite: 示例法 第三条第一款\n    quote", "cite: 示例法 第三条\n    quote", "who"),
    (RECORD, "    quote: 有本地户口的家庭，可以申请救助\n", "", "who"),
    (RECORD, "short: 有本地户口\n", "short: 本地户口\n", "who"),
    (RECORD, "农具不算财产", "农机不算财产", "not-who"),
    (RECORD, "label: 示例家庭救助标准", "label: 家庭救助标准", "amount"),
    (RECORD, "unit: 元/人·月", "unit: 元/户·月", "amount"),
    (RECORD, "provided_by: 窗口", "provided_by: 申请人", "bring"),
    (RECORD, "up_to: 20", "up_to: 30", "steps"),
    (RECORD, "decides:\n  name: 示例区民政局", "decides:\n  name: 镇街", "steps"),
    (RECORD, "days: 7", "days: 5", "after"),
    (RECORD, "kind: 核查", "kind: 调整", "after"),
    (RECORD, "q: 多久能办下来？", "q: 多久能办？", None),
    (RECORD, "old_sheets: 换新", "old_sheets: 仍可用", "changes"),
    (LOCAL, "a: 示例区十个工作日内办完。", "a: 示例区五个工作日内办完。", "ask"),
    (LOCAL, "    removes: [linshi]\n", "", "who"),
]


@pytest.mark.parametrize(("name", "old", "new", "part"), WORDS)
def test_other_words_make_the_record_a_draft_again_and_name_the_part(
    tmp_path: Path, name: str, old: str, new: str, part: str | None
) -> None:
    root = copy_base(tmp_path)
    assert state(root).state == "reviewed"
    changed(root, name, old, new)
    expected = (part,) if part else ()
    assert state(root).touched == expected
    assert state(root).draft == bool(part)
    assert ("review-changed" in {one.code for one in problems_of(root)}) == bool(part)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (RECORD, "next_by: 2027-10-01", "next_by: 2027-09-01"),
        (RECORD, "  - id: shenhe\n    actor: 镇街\n    do", "  - actor: 镇街\n    do"),
        (RECORD, "slug: jiating\n", "# 科长看过\nslug: jiating\n"),
        (RECORD, "unit: 元/人·月\n", "unit: '元/人·月'\n"),
        (RECORD, "    old_sheets: 换新\n", "    old_sheets: 换新\n    edition: 1\n"),
        (FIGURES, "value: '120'", "value: '130'"),
        (BASIS, "title: 示例救助法", "title: 示例社会救助法"),
    ],
)
def test_what_is_no_word_of_the_record_leaves_its_review(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    root = copy_base(tmp_path)
    changed(root, name, old, new)
    assert state(root).state == "reviewed"


def test_the_order_of_keys_and_what_a_release_adds_leave_the_review(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    path = root / RECORD
    text = path.read_text("utf-8")
    head, _, changes = text.partition("changes:\n")
    said = "  - on: 2026-11-01\n    text: 第一次印发。\n    parts: [who]\n    old_sheets: 仍可用\n"
    path.write_text(f"changes:\n{changes}{said}{head}", "utf-8")
    assert state(root).state == "reviewed"


SPOKEN = ("talk", "narration")
"""Words for speaking have a seal of their own."""


def texts_of(value: object, library: Library, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text and citation that the model keeps of a record, with its field."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            if name not in {"node", "origin", "id", "slug", "former_slugs", "review", *SPOKEN}:
                yield from texts_of(getattr(value, name), library, f"{path}.{name}")
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one, library, path)
    elif isinstance(value, Citation):
        yield path, source(value, library).words
    elif isinstance(value, str):
        yield path, value


def test_the_sheet_says_every_word_that_is_sealed(records: Records) -> None:
    for record in records.library.policies:
        sheet = review_sheet(record, records.library, records.scope)
        told = json.dumps(asdict(sheet), ensure_ascii=False)
        policy = records.library.local_policy(record.slug, records.scope.region)
        cited = tuple(one for one in policy.changes if one.cite)
        policy = policy.model_copy(update={"changes": cited})
        for path, text in texts_of(policy, records.library):
            if path in {".figures.name", ".changes.parts"}:
                continue
            for piece in re.split(r"\{figure:[a-z0-9-]+\}", text):
                assert json.dumps(piece, ensure_ascii=False)[1:-1] in told, (record.slug, path)


def test_a_seal_proves_itself_and_looks_like_no_number() -> None:
    scope, _ = read_scope(BASE)
    library = load(BASE).library
    assert library is not None
    line = str(seal_of(library.local_policy("jiating", scope.region)))
    assert seal_in(line) is not None
    assert not re.search(r"[0-9]", line)
    for place, letter in enumerate(line):
        if letter in LETTERS and "=" not in line[place : place + 9]:
            other = LETTERS[LETTERS.index(letter) - 1]
            assert seal_in(f"{line[:place]}{other}{line[place + 1 :]}") is None
    assert typed("ABCD-efgh ijkl－mnpq") == "abcdefghijklmnpq"


def test_a_seal_once_written_holds_for_ever() -> None:
    """What signs the example now signed it when this was written: a later field adds nothing."""
    line = re.search(r"  seal: (.*)", (BASE / RECORD).read_text("utf-8"))
    assert line is not None
    assert line[1].startswith(SIGNED)


SIGNED = "brcjhgbqtkpfqnmk"


@pytest.mark.parametrize("seal", ["", "  seal: abc\n"])
def test_a_record_without_a_sound_seal_is_a_draft(tmp_path: Path, seal: str) -> None:
    root = copy_base(tmp_path)
    path = root / RECORD
    path.write_text(re.sub(r"  seal: .*\n", seal, path.read_text("utf-8")), "utf-8")
    assert state(root).draft


def test_a_page_says_where_its_review_stands(tmp_path: Path) -> None:
    root = copy_base(tmp_path)

    def said() -> tuple[str, str]:
        scope, _ = read_scope(root)
        library = load(root).library
        assert library is not None
        view = next(one for one in policy_views(library, scope) if one.slug == "jiating")
        assert reviews(library, scope)[0].state == ("draft" if view.draft else "reviewed")
        return view.draft, view.reviewed

    signed = "示例区民政局 2026 年 10 月 1 日审核，"
    assert said() == ("", f"{signed}2027 年 10 月 1 日以前再复核。")
    changed(root, "mkdocs.yml", "as_of: 2026-11-01", "as_of: 2027-10-01")
    late = "原定 2027 年 10 月 1 日以前复核，现在还没有复核，办理前先问一问。"
    assert said() == ("", signed + late)
    changed(root, RECORD, "days: 7", "days: 5")
    changed(root, RECORD, "有本地户口的家庭可以", "有本地户口的可以")
    words = (
        "这一页审核以后又改过（改了：谁能申请、定下来之后），要请示例区民政局重新审核，"
        "内容以主管部门答复为准。"
    )
    assert said() == (words, "")
    sign(root, "jiating")
    assert said() == ("", signed + late)


@pytest.fixture(scope="module")
def made(records: Records) -> dict[str, bytes]:
    sheet = review_sheet(
        records.library.policy_by_slug["jiaoyu-jiuzhu"], records.library, records.scope
    )
    return review_files(sheet, records.scope.as_of, records.library.policies[0].at())


def test_the_sheet_is_the_same_bytes_each_time(made: dict[str, bytes], records: Records) -> None:
    record = records.library.policy_by_slug["jiaoyu-jiuzhu"]
    sheet = review_sheet(record, records.library, records.scope)
    assert review_files(sheet, records.scope.as_of, record.at()) == made


def test_the_printed_sheet_begins_with_the_questions_and_shows_what_is_signed(
    made: dict[str, bytes], records: Records
) -> None:
    record = records.library.policy_by_slug["jiaoyu-jiuzhu"]
    sheet = review_sheet(record, records.library, records.scope)
    pages = pages_of(made["jiaoyu-jiuzhu-review.pdf"])
    first = pages[0].text
    for question in sheet.questions:
        assert question in first
    assert first.index(sheet.questions[0]) < first.index("名称和说法")
    assert all(sheet.seal in one.text for one in pages)
    everything = "".join(one.text for one in pages)
    assert everything.count("要改") >= sheet.count
    for words in ("审核人", "下次复核日期", "确认人", "兖州区教育和体育局"):
        assert words in everything
    assert f"第 {len(pages)} 页，共 {len(pages)} 页".replace(" ", "") in pages[-1].text.replace(
        " ", ""
    )


def test_no_print_on_the_sheet_is_smaller_than_ten_and_a_half_points(
    made: dict[str, bytes],
) -> None:
    sizes = {
        round(one.size, 1)
        for page in pages_of(made["jiaoyu-jiuzhu-review.pdf"])
        for one in page.characters
        if one.text.strip()
    }
    assert min(sizes) >= 10.5


def test_the_printed_sheet_keeps_the_standards_of_all_paper(made: dict[str, bytes]) -> None:
    content = made["jiaoyu-jiuzhu-review.pdf"]
    form, job = SimpleNamespace(imposition=""), SimpleNamespace(press=False)
    paper = SimpleNamespace(content=content, form=form, job=job)
    assert not list(standard(cast("Made", paper)))


def test_articles_stand_beside_the_statements() -> None:
    scope, _ = read_scope(BASE)
    library = load(BASE).library
    assert library is not None
    record = library.policy_by_slug["jiating"]
    rows = [
        row
        for one in review_sheet(record, library, scope, BASE / "texts").sections
        for row in one.rows
    ]
    cites = [cite for row in rows for cite in row.cites]
    assert any("可以申请救助" in words for cite in cites for words in cite.words)
    assert {cite.words for cite in cites if cite.unverified} == {("（没有原文，请对照文件）",)}
    told: set[str] = set()
    for row in rows:
        for cite in row.cites:
            if cite.see:
                number = re.search(r"[0-9]+", cite.see)
                assert number is not None
                assert cite.title in {one.title for one in rows[int(number[0]) - 1].cites}
                assert cite.title in told
            told.add(cite.title)
    assert any(cite.see for cite in cites)


def test_the_word_document_has_faces_headings_and_repeated_heads(made: dict[str, bytes]) -> None:
    content = made["jiaoyu-jiuzhu-review.docx"]
    read = docx.Document(io.BytesIO(content))
    assert {one.style.name for one in read.paragraphs if one.style} >= {"Heading 1", "Heading 2"}
    runs = list(read.element.body.iter(qn("w:r")))
    assert len(runs) > 500
    for run in runs:
        fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        assert fonts is not None
        assert fonts.get(qn("w:eastAsia")) == "微软雅黑"
    listed = [one for one in read.tables if one.rows[0].cells[-1].text == "改成"]
    assert len(listed) >= 9
    for one in listed:
        assert one.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None  # noqa: SLF001
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert read.core_properties.created is not None
    assert read.core_properties.created.date() == date(2026, 11, 21)
