"""All or nothing: what a build puts in place, and what it leaves alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mingbai.build import build
from mingbai.problems import ProblemsFound, errors
from tests.conftest import files_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mingbai.build import Built
    from tests.conftest import Records


def edited(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def test_every_policy_has_its_page_its_sheet_and_its_short_address(
    dist: Path, records: Records
) -> None:
    for policy in records.library.policies:
        name = f"{policy.slug}-sheet.pdf"
        sheet = (dist / "print" / "370812" / name).read_bytes()

        assert (dist / "site" / "policies" / policy.slug / "index.html").is_file()
        assert (dist / "site" / "s" / policy.code / "index.html").is_file()
        assert sheet[:5] == b"%PDF-"
        assert sheet == (dist / "site" / "print" / "370812" / name).read_bytes()


def test_five_mistakes_give_five_problems_and_change_nothing(
    small: Path, built: Callable[[Path], Built]
) -> None:
    out = built(small).out
    before = files_of(out)
    record = small / "policies" / "jiating.yml"
    edited(
        record,
        ("code: '23'", "code: '10'"),
        ("category: 基本生活救助", "category: 基本救助"),
        ("n: 10,", "n: 十天,"),
        ("next_by: 2027", "next_by: 二〇二七"),
        ("misnomers:", "misnomer:"),
    )
    with pytest.raises(ProblemsFound) as found:
        built(small)

    assert ["not-code", "not-date", "not-integer", "not-one-of", "unknown-key"] == sorted(
        one.code for one in found.value.problems
    )
    assert {"policies/jiating.yml"} == {one.place.file for one in found.value.problems}
    lines = record.read_text("utf-8").split("\n")
    wrong = {one.code: lines[one.place.line - 1] for one in found.value.problems}
    assert "'10'" in wrong["not-code"]
    assert "二〇二七" in wrong["not-date"]
    assert "十天" in wrong["not-integer"]
    assert "基本救助" in wrong["not-one-of"]
    assert "misnomer:" in wrong["unknown-key"]
    assert before == files_of(out)


def test_a_broken_link_in_a_hand_written_page_stops_the_build(
    small: Path, built: Callable[[Path], Built]
) -> None:
    out = built(small).out
    before = files_of(out)
    (small / "docs" / "about.md").write_text("# 关于\n\n[没有](nowhere.md)\n", "utf-8")
    with pytest.raises(ProblemsFound) as found:
        built(small)

    assert [("docs/about.md", 3, "page-dead")] == [
        (one.place.file, one.place.line, one.code) for one in found.value.problems
    ]
    assert "nowhere.md" in found.value.problems[0].message
    assert before == files_of(out)


@pytest.mark.parametrize(
    ("file", "content", "code", "said"),
    [
        (
            "docs/about.md",
            "# 关于\n<!-- mingbai: fornt -->\n".encode(),
            "piece-unknown",
            "docs/about.md:2:1",
        ),
        ("docs/about.md", "# 关于\n".encode("gb18030"), "page-not-utf8", "UTF-8"),
        ("docs/contacts/index.md", "# 电话\n".encode(), "page-taken", "docs/contacts/index.md"),
        ("mkdocs.yml", b"  - search: {lang: zh}\n", "plugin-missing", "mingbai"),
    ],
    ids=["unknown piece", "GBK", "a page of ours", "no plugin"],
)
def test_what_the_site_generator_cannot_take_is_said(
    small: Path,
    built: Callable[[Path], Built],
    file: str,
    content: bytes,
    code: str,
    said: str,
) -> None:
    path = small / file
    path.parent.mkdir(exist_ok=True)
    if file == "mkdocs.yml":
        content = path.read_bytes().replace(content + b"  - mingbai\n", content)
    path.write_bytes(content)
    with pytest.raises(ProblemsFound) as found:
        built(small)

    assert {code} == {one.code for one in errors(found.value.problems)}
    assert said in str(found.value)


def test_a_county_needs_few_settings(small: Path, built: Callable[[Path], Built]) -> None:
    (small / "mkdocs.yml").write_text(
        "site_name: 示例\ntheme: {name: material, font: false}\nplugins: [mingbai]\n"
        "extra: {mingbai: {region: '990101', as_of: 2026-11-01, public_url: null}}\n",
        "utf-8",
    )
    page = built(small).out / "site" / "policies" / "jiating" / "index.html"

    assert '<h2 id="who">谁能申请？</h2>' in page.read_text("utf-8")


def test_what_is_not_ours_in_the_output_folder_stays(
    small: Path, built: Callable[[Path], Built]
) -> None:
    out = built(small).out
    kept = out / "villages" / "370812001" / "sheet.pdf"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"printed")
    built(small)

    assert kept.read_bytes() == b"printed"
    assert not list(out.glob(".mingbai-new-*"))


def test_a_folder_that_we_did_not_make_is_not_emptied(small: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    (theirs / "site").mkdir(parents=True)
    (theirs / "site" / "index.html").write_text("别人的网站", "utf-8")
    with pytest.raises(ProblemsFound) as found:
        build(small, theirs)

    assert ["out-not-ours"] == [one.code for one in found.value.problems]
    assert ["site/index.html"] == list(files_of(theirs))


def test_nothing_is_cleared_in_a_folder_that_is_not_ours(small: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    (theirs / ".new-year").mkdir(parents=True)
    (theirs / ".new-year" / "plan.txt").write_text("别人的文件", "utf-8")
    build(small, theirs)
    build(small, theirs)

    assert (theirs / ".new-year" / "plan.txt").is_file()


def test_the_date_of_everything_is_the_scopes(dist: Path) -> None:
    page = (dist / "site" / "policies" / "dibao" / "index.html").read_text("utf-8")

    assert "2026 年 11 月 21 日" in page


def test_another_date_makes_another_page(small: Path, tmp_path: Path) -> None:
    build(small, tmp_path / "dist", dt.date(2026, 12, 1))
    page = (tmp_path / "dist" / "site" / "policies" / "jiating" / "index.html").read_text("utf-8")

    assert "2026 年 12 月 1 日" in page
