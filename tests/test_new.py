"""Tables to be filled in: what ``mingbai new`` writes, and what comes of it once filled in."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from mingbai import cli
from mingbai.checks import check_all
from mingbai.load import load
from mingbai.model.columns import CONTACTS, DOCUMENTS, FIGURES
from mingbai.problems import errors, report
from mingbai.settings import read_scope
from mingbai.views.paper import paper_view
from mingbai.views.policy import policy_views
from mingbai.workbooks.contacts import ROWS, contacts_workbook
from mingbai.workbooks.figures import figures_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from mingbai.views.paper import Sum
    from tests.conftest import Records

CONTACTS_FILE = "policies/regions/370812-contacts.xlsx"
FIGURES_FILE = "policies/regions/370812-figures.xlsx"
NEW = {
    "数值": "1050",
    "起始日期": "2026-07-01",
    "公布日期": "2026-07-01",
    "依据": "济民字〔2024〕8号",
    "确认单位": "兖州区民政局",
}


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.main, words)
    return result.exit_code, result.output


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def books(records: Records) -> dict[str, bytes]:
    region = records.library.region_by_code[records.scope.region]
    return {
        "contacts": contacts_workbook(region, records.scope.as_of),
        "figures": figures_workbook(records.library, records.scope),
    }


@pytest.mark.parametrize("kind", ["contacts", "figures"])
def test_help_is_chinese_and_has_an_example(kind: str) -> None:
    status, output = run("new", kind, "--help")

    assert status == 0
    assert f"例：mingbai new {kind}" in output


@pytest.mark.parametrize("file", [CONTACTS_FILE, FIGURES_FILE])
def test_a_table_is_written_once_and_never_over_another(file: str, project: Path) -> None:
    kind = file.removesuffix(".xlsx").rsplit("-", 1)[1]
    first = run("new", kind, "--project", str(project))
    (project / file).write_bytes((project / file).read_bytes() + b"filled in")
    status, output = run("new", kind, "--project", str(project))

    assert first[0] == 0, first[1]
    assert status == 1
    assert "[new-exists]" in output
    assert (project / file).read_bytes().endswith(b"filled in")


def test_a_table_is_not_written_beside_one_that_says_the_same(project: Path) -> None:
    (project / CONTACTS_FILE).with_suffix(".csv").write_text("镇街代码\n", "utf-8")
    status, output = run("new", "contacts", "--project", str(project))

    assert (1, True) == (status, "[new-exists]" in output)
    assert not (project / CONTACTS_FILE).exists()


def test_a_table_may_be_written_elsewhere(project: Path, tmp_path: Path) -> None:
    status, _ = run("new", "contacts", "--project", str(project), "--out", str(tmp_path / "a.xlsx"))

    assert status == 0
    assert (tmp_path / "a.xlsx").is_file()
    assert not (project / CONTACTS_FILE).exists()


@pytest.mark.parametrize("kind", ["contacts", "figures"])
def test_the_only_date_in_a_workbook_is_that_of_the_records(
    kind: str, books: dict[str, bytes], records: Records
) -> None:
    with zipfile.ZipFile(io.BytesIO(books[kind])) as packed:
        core = packed.read("docProps/core.xml").decode()
        stamps = {one.date_time for one in packed.infolist()}

    dates = re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", core)
    assert len(dates) == 2
    assert {records.scope.as_of.isoformat()} == set(dates)
    assert {(1980, 1, 1, 0, 0, 0)} == stamps


@pytest.mark.parametrize("kind", ["contacts", "figures"])
def test_every_cell_is_a_text_and_the_titles_stay_in_sight(
    kind: str, books: dict[str, bytes]
) -> None:
    for sheet in opened(books[kind]).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row]

        assert {"@"} == {cell.number_format for cell in cells}
        assert {"s", "n"} >= {cell.data_type for cell in cells}
        assert not [cell for cell in cells if cell.value and cell.data_type != "s"]
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.b for cell in sheet[1])


def picked(book: Workbook, sheet: Worksheet, title: str) -> list[str]:
    """Return what a drop-down below a title offers."""
    titles = [cell.value for cell in sheet[1]]
    column = titles.index(title) + 1
    for rule in sheet.data_validations.dataValidation:
        left, top, right, bottom = range_boundaries(str(rule.sqref))
        if rule.type == "list" and (left, right) == (column, column):
            assert (top, bottom) == (2, sheet.max_row)
            if rule.formula1.startswith('"'):
                return str(rule.formula1).strip('"').split(",")
            name, cells = rule.formula1.split("!")
            return [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]
    raise AssertionError(title)


def test_contacts_have_every_township_and_drop_downs(
    books: dict[str, bytes], records: Records
) -> None:
    book = opened(books["contacts"])
    sheet = book.worksheets[0]
    townships = records.library.region_by_code["370812"].townships

    assert [one.title for one in CONTACTS] == [cell.value for cell in sheet[1]]
    assert [one.code for one in townships for _ in range(ROWS)] == [
        row[0].value for row in sheet.iter_rows(min_row=2)
    ]
    assert [one.name for one in townships] == picked(book, sheet, "镇街名称")
    assert [one.code for one in townships] == picked(book, sheet, "镇街代码")
    assert ["网", "纸", "不公布"] == picked(book, sheet, "公布范围")
    assert "填写说明" in book.sheetnames


def test_contacts_that_nobody_has_filled_in_say_nothing(project: Path) -> None:
    run("new", "contacts", "--project", str(project))
    loaded = load(project)

    assert not errors(loaded.problems)
    assert loaded.library is not None
    assert loaded.library.villages == ()


def test_contacts_that_are_filled_in_are_the_villages(project: Path) -> None:
    run("new", "contacts", "--project", str(project))
    book = load_workbook(project / CONTACTS_FILE)
    sheet = book.worksheets[0]
    for cell, value in {"C2": "370812001901", "D2": "示例𠮷村", "F2": "0537-1000001"}.items():
        sheet[cell] = value
    book.save(project / CONTACTS_FILE)
    library = load(project).library

    assert library is not None
    assert [("示例𠮷村", "鼓楼街道", "0537-1000001", "纸")] == [
        (one.name, one.township, one.phone, one.publish) for one in library.villages_in("370812")
    ]
    assert library.villages_in("370811") == ()


def test_figures_have_a_row_each_with_what_holds_now(
    books: dict[str, bytes], records: Records
) -> None:
    book = opened(books["figures"])
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    names = [one.name for policy in records.library.policies for one in policy.figures]
    documents = [one.name for one in records.library.legal_basis.documents]

    assert [one.title for one in FIGURES] == list(rows[0])
    assert names == [row[1] for row in rows[1:]]
    assert {"dibao-city": "993（尚未确认）", "linshi-township-limit": "没有公布"}.items() <= {
        str(row[1]): str(row[4]) for row in rows
    }.items()
    assert all(one is None for row in rows[1:] for one in row[5:])
    assert documents == picked(book, book.worksheets[0], "依据")
    assert [one.title for one in DOCUMENTS] == [cell.value for cell in book["新文件"][1]]


def filled(project: Path, values: dict[str, str], document: dict[str, str] | None = None) -> None:
    """Write the table of figures and fill in the row of the city's 低保 standard."""
    status, output = run("new", "figures", "--project", str(project))
    assert status == 0, output
    book = load_workbook(project / FIGURES_FILE)
    fill(book.worksheets[0], row_of(book), values)
    fill(book["新文件"], 2, document or {})
    book.save(project / FIGURES_FILE)


def row_of(book: Workbook) -> int:
    """Return the row of the city's 低保 standard; other records decide what stands above it."""
    sheet = book.worksheets[0]
    return next(row for row in range(2, 200) if sheet.cell(row, 2).value == "dibao-city")


def fill(sheet: Worksheet, row: int, values: dict[str, str]) -> None:
    titles = [cell.value for cell in sheet[1]]
    for title, value in values.items():
        sheet.cell(row, titles.index(title) + 1).value = value


def sums(project: Path) -> dict[str, Sum]:
    """Return the figures on the paper of 低保, in a project without errors."""
    scope, _ = read_scope(project)
    loaded = load(project)
    assert loaded.library is not None
    problems = (*loaded.problems, *check_all(loaded.library, scope))
    assert not errors(problems), report(tuple(problems))
    policy = next(one for one in policy_views(loaded.library, scope) if one.slug == "dibao")
    return {one.label: one for one in paper_view(policy, scope, proof=True).sums}


def test_a_table_that_nobody_has_filled_in_changes_nothing(project: Path, records: Records) -> None:
    before = sums(project)
    run("new", "figures", "--project", str(project))

    assert before == sums(project)
    assert records.scope.as_of > date(2026, 7, 1)


def test_a_value_that_is_filled_in_is_printed(project: Path) -> None:
    before = sums(project)["城市低保标准"]
    filled(project, NEW)

    assert before.value == ""
    assert sums(project)["城市低保标准"] == replace(before, value="1050")
    assert sums(project)["农村低保标准"].value == ""


def test_a_value_that_begins_later_hides_nothing_until_then(project: Path) -> None:
    filled(project, {**NEW, "起始日期": "2027-01-01", "公布日期": "2026-11-01"})
    scope, _ = read_scope(project)
    library = load(project).library
    assert library is not None
    today = library.value_in_force("dibao-city", scope.region, scope.as_of)
    later = library.value_in_force("dibao-city", scope.region, date(2027, 1, 1))

    assert today is not None
    assert later is not None
    assert (993, 1050) == (today.value, later.value)


def test_a_value_that_nobody_confirmed_is_a_blank_line_on_paper(project: Path) -> None:
    filled(project, {**NEW, "确认单位": ""})

    assert sums(project)["城市低保标准"].value == ""


def test_a_document_may_be_registered_in_the_table(project: Path) -> None:
    name = "示例字〔2026〕1号"
    document = {
        "引用名": name,
        "全称": "示例通知",
        "文号": name,
        "发布机关": "示例机关",
        "发布日期": "2026-06-20",
    }
    filled(project, {**NEW, "依据": name}, document)

    assert sums(project)["城市低保标准"].value == "1050"
    library = load(project).library
    assert library is not None
    assert not library.documents[name].verified


def test_a_value_must_begin_after_the_one_in_force_above(project: Path) -> None:
    filled(project, {**NEW, "起始日期": "2024-01-01", "公布日期": "2024-01-01"})
    scope, _ = read_scope(project)
    library = load(project).library
    assert library is not None
    problems = errors(check_all(library, scope))
    row = row_of(load_workbook(project / FIGURES_FILE))

    assert [("figure-order", FIGURES_FILE, row, 7)] == [
        (one.code, one.place.file, one.place.line, one.place.column) for one in problems
    ]


def test_each_level_goes_on_from_the_one_above(project: Path) -> None:
    filled(project, {**NEW, "起始日期": "2026-10-01", "公布日期": "2026-10-01"})
    above = project / FIGURES_FILE.replace("370812", "370800")
    above.write_bytes((project / FIGURES_FILE).read_bytes())
    book = load_workbook(above)
    fill(book.worksheets[0], row_of(book), {**NEW, "数值": "1000"})
    book.save(above)
    library = load(project).library
    assert library is not None
    figure = library.figure("dibao-city", "370812")
    assert figure is not None

    assert [993, 1000, 1050] == [one.value for one in figure.values]
