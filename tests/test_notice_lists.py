"""Lists for notice boards: what must not be in them, and how their names are shown."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import openpyxl
import pytest

from mingbai.model.citation import parse_citation
from mingbai.model.region import NoticeNames
from mingbai.views.person_name import shown_name, whole_names
from tests.notice_lists import AFTER, BEFORE, ONE, lists, private, read, refused

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.problems import Problem
    from tests.conftest import Records

__all__ = ["private"]  # a fixture
PRIVATE = (
    *("身份证号", "证件号码", "身　份　证", "家庭住址", "地址", "门牌号", "联系电话", "手机"),
    *(
        "银行卡号",
        "一折通账号",
        "开户行",
        "病情",
        "残疾类别",
        "诊断",
        "患病种类（大病）",
        "失能等级",
    ),
    *("年龄", "备注"),
)


# --- lists ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("title", PRIVATE)
def test_a_list_with_a_private_column_is_refused_by_the_name_of_the_column(
    records: Records, private: Path, title: str
) -> None:
    lists(private, f"{BEFORE},{title}", f"{ONE},甲")
    found = read(records, private)

    assert refused(records, private) == {"notice-column-private"}
    assert not found.rows
    assert f"「{title}」" in found.problems[0].message
    assert found.problems[0].place.column == 5
    assert "甲" not in found.problems[0].message


def test_any_other_column_is_unknown_not_passed_over(records: Records, private: Path) -> None:
    lists(private, f"{BEFORE},民主评议", f"{ONE},通过")

    assert refused(records, private) == {"column-unknown"}


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("11010519491231002X", "cell-identity"),
        ("6222 0000 0000 0009", "cell-card"),
        ("13800000000", "notice-mobile"),
    ],
)
def test_private_numbers_anywhere_are_refused_and_never_repeated(
    records: Records, private: Path, number: str, code: str
) -> None:
    lists(private, BEFORE, ONE, f"大安镇,示例东村,李示例{number},拟同意")
    found = read(records, private).problems

    assert code in refused(records, private)
    assert not any(number[:8].replace(" ", "") in bare(one) for one in found)
    assert not any("李示例" in one.message for one in found)


def bare(problem: Problem) -> str:
    return re.sub(r"\s", "", problem.message + problem.hint)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("张示例（残疾）", "notice-name"),
        ("张", "notice-name"),
        ("张示例3", "notice-name"),
        ("张*例", "notice-name"),
        ("Zhang", "notice-name"),
        ("张示例重病", "notice-condition"),
        ("张示例残疾人", "notice-condition"),
        ("孤儿张示例", "notice-condition"),
    ],
)
def test_a_name_is_a_name_and_says_nothing_of_a_condition(
    records: Records, private: Path, name: str, code: str
) -> None:
    lists(private, BEFORE, f"大安镇,示例东村,{name},拟同意")
    (found,) = read(records, private).problems

    assert refused(records, private) == {code}
    assert (found.place.line, found.place.column) == (2, 3)
    assert "张示例" not in found.message


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("李　示", "李示"),
        ("欧阳示例", "欧阳示例"),
        ("买买提•示例江", "买买提·示例江"),
        ("𠮷示例", "𠮷示例"),
    ],
)
def test_names_are_read_however_people_space_them(
    records: Records, private: Path, name: str, kept: str
) -> None:
    lists(private, BEFORE, f"大安镇,示例东村,{name},拟同意")
    found = read(records, private)

    assert [kept] == [one.name for one in found.rows]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("大安镇,示例东村,张示例,拟同意（补）", "cell-not-one-of", 4),
        ("大安镇,示例东村,张示例,", "cell-missing", 4),
        ("大安镇,,张示例,拟同意", "cell-missing", 2),
        ("没有镇,示例东村,张示例,拟同意", "notice-township", 1),
        ("大安镇,../示例村,张示例,拟同意", "notice-village", 2),
        (f"{ONE}\n{ONE}", "notice-row-twice", 3),
    ],
)
def test_what_is_wrong_with_a_row_is_said_at_its_cell(
    records: Records, private: Path, row: str, code: str, column: int
) -> None:
    lists(private, BEFORE, row)
    (found,) = read(records, private).problems

    assert refused(records, private) == {code}
    assert found.place.column == column


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("三,993,元/月", "notice-people"),
        ("0,993,元/月", "notice-people"),
        ("3,0,元/月", "notice-amount"),
        ("3,99.123,元/月", "notice-amount"),
        ("3,约一千,元/月", "cell-not-number"),
        ("3,993,块", "cell-not-one-of"),
        ("3,993,", "cell-missing"),
        (",993,元", "cell-missing"),
    ],
)
def test_figures_are_exact_or_refused(
    records: Records, private: Path, cells: str, code: str
) -> None:
    lists(private, AFTER, f"大安镇,示例东村,张示例,{cells}", kind="公布")

    assert refused(records, private, kind="公布") == {code}


def test_a_column_that_no_article_names_is_left_out_and_said(
    records: Records, private: Path
) -> None:
    lists(private, AFTER, "大安镇,示例东村,张示例,3,993,元/月", slug="tekun", kind="公布")
    found = read(records, private, "tekun", "公布")

    assert [(None, None, None)] == [(one.people, one.amount, one.unit) for one in found.rows]
    assert ["家庭人数", "金额", "单位"] == [one.values["found"] for one in found.problems]
    assert refused(records, private, "tekun", "公布") == {"notice-column-unshown"}


def test_there_is_one_list_with_somebody_on_it(records: Records, private: Path) -> None:
    assert refused(records, private) == {"notice-list-missing"}
    path = lists(private, BEFORE)
    assert refused(records, private) == {"notice-list-empty"}
    book = openpyxl.Workbook()
    for row in (BEFORE, ONE):
        book.active.append(row.split(","))
    book.save(path.with_suffix(".xlsx"))
    assert refused(records, private) == {"notice-list-twice"}
    path.unlink()
    assert refused(records, private) == set()


def test_a_list_in_the_encoding_of_old_spreadsheets_is_read(
    records: Records, private: Path
) -> None:
    path = lists(private, BEFORE, ONE)
    path.write_bytes(path.read_bytes().decode().encode("gb18030"))

    assert refused(records, private) == set()


# --- names ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "veiled"),
    [
        ("张示", "张某"),
        ("张示例", "张某例"),
        ("欧阳示", "欧阳某"),
        ("欧阳示例", "欧阳某例"),
        ("张王示例", "张王某例"),
        ("买买提·示例江", "买买某·示例江"),
        ("欧阳", "欧某"),
        ("张某例", "张某例"),
    ],
)
def test_without_a_setting_one_character_of_a_name_is_veiled(name: str, veiled: str) -> None:
    assert shown_name(name, whole=False) == veiled
    assert shown_name(name, whole=True) == name


def with_names(library: Library, show: str, document: str) -> Library:
    cite = (parse_citation(f"{document} 第二十四条"),)
    names = NoticeNames(show=show, cite=cite)  # type: ignore[arg-type]  # of two words
    regions = tuple(
        one.model_copy(update={"notice_names": names}) if one.division_code == "370800" else one
        for one in library.regions
    )
    return dataclasses.replace(library, regions=regions)


@pytest.mark.parametrize(
    ("show", "verified", "whole"),
    [("全名", True, True), ("全名", False, False), ("隐去一字", True, False)],
)
def test_whole_names_need_a_document_that_somebody_has_read(
    records: Records,
    show: str,
    verified: bool,  # noqa: FBT001 - a parameter of the test
    whole: bool,  # noqa: FBT001
) -> None:
    listed = records.library.legal_basis.documents
    document = next(one.name for one in listed if one.verified == verified)

    assert not whole_names(records.library, records.scope)
    assert whole_names(with_names(records.library, show, document), records.scope) is whole
