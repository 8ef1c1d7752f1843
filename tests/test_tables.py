"""Tables with one mistake each: every problem is said at the very cell, in words for a clerk.

Below the bad row of ``tests/problems/*.csv`` stands its column, severity and code
(``# ^ 6 错误 phone-lost-zero``, or ``3:6`` where quoted line breaks make the row hard to count).
Lines that begin with # are no part of the table. Workbooks are made here.
"""

from __future__ import annotations

import re
import zipfile
from datetime import date, time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from mingbai.messages.tables import TABLES
from mingbai.model.columns import CONTACTS, DOCUMENTS, FIGURES
from mingbai.model.figures import FigureRow
from mingbai.model.legal_basis import Document
from mingbai.model.village import Village
from mingbai.problems import report
from mingbai.tables import contacts
from tests.checked import copy_base, problems_of
from tests.test_privacy import ID, MOBILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

    from mingbai.problems import Problem

FOLDER = Path(__file__).parent / "problems"
FILES = sorted(FOLDER.glob("*.csv"))
MARK = re.compile(r"# \^ (?:([0-9]+):)?([0-9]+) (错误|提醒) ([a-z-]+)")
REGIONS = "policies/regions"
CSV = f"{REGIONS}/990101-contacts.csv"
XLSX = f"{REGIONS}/990101-contacts.xlsx"
TITLES = tuple(one.title for one in CONTACTS)
FIRST = (
    *("990101001", "示例街道", "990101001901", "示例甲村", "甲"),
    *("0537-1000001", "8:00—12:00", "2026-10-01", "纸"),
)
SECOND = (
    *("990101100", "示例镇", "990101100902", "示例乙村", "乙"),
    *("0537-1000002", "8:00—12:00", "2026-10-01", "网"),
)
THIRD = ("990101100", "示例镇", "990101100903", "示例丙村", None, None, None, None, None)
Found = set[tuple[int, int, str, str]]


def at_cells(problems: tuple[Problem, ...], file: str) -> Found:
    assert {one.place.file for one in problems} <= {file}, report(problems)
    return {(one.place.line, one.place.column, one.severity, one.code) for one in problems}


def read_broken(path: Path) -> tuple[str, str, Found]:
    """Return the file that a broken table replaces, its text, and the problems it names."""
    first, *rest = path.read_text("utf-8").removesuffix("\n").split("\n")
    kept: list[str] = []
    expected: Found = set()
    for line in rest:
        mark = MARK.fullmatch(line)
        if mark:
            expected.add((int(mark[1] or len(kept)), int(mark[2]), mark[3], mark[4]))
        else:
            kept.append(line)
    return first.removeprefix("# 代替 "), "\n".join(kept) + "\n", expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_table_gives_the_problem_it_names(path: Path, tmp_path: Path) -> None:
    replaces, text, expected = read_broken(path)
    root = copy_base(tmp_path)
    (root / replaces).write_text(text, "utf-8")

    problems = problems_of(root)

    assert expected, "a line names a problem"
    assert at_cells(problems, replaces) == expected, report(problems)
    assert len(problems) == len(expected), report(problems)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_table_is_named_after_its_problem(path: Path) -> None:
    codes = {code for _, _, _, code in read_broken(path)[2]}

    assert any(path.stem == code or path.stem.startswith(f"{code}-") for code in codes)


def workbook(path: Path, change: Callable[[Worksheet], None] | None = None) -> None:
    """Write a workbook of three villages, changed."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (TITLES, FIRST, SECOND, THIRD):
        sheet.append(row)
    if change:
        change(sheet)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def put(cell: str, value: object, form: str = "General") -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet[cell] = value
        sheet[cell].number_format = form

    return change


def merge(cells: str) -> Callable[[Worksheet], None]:
    return lambda sheet: sheet.merge_cells(cells)


def another_sheet(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    more = sheet.parent.create_sheet("新驿镇")
    more.append(TITLES)


def secret_sheet(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    more = sheet.parent.create_sheet("低保花名册")
    more.append(("姓名", "身份证号"))
    more.append(("甲", ID))


def remark(sheet: Worksheet) -> None:
    sheet["E2"].comment = Comment(f"身份证 {ID}", "甲")


def hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(put("F2", 5371000001), {(2, 6, "phone-lost-zero")}, id="telephone a number"),
        pytest.param(
            put("F2", 5371000001, "00000000000"), {(2, 6, "phone-lost-zero")}, id="shown with a 0"
        ),
        pytest.param(put("F2", 1000001), {(2, 6, "phone-no-area")}, id="no area code"),
        pytest.param(
            put("F2", 0.5371, "0.00%"), {(2, 6, "not-village-phone")}, id="telephone a per cent"
        ),
        pytest.param(put("C2", 990101001901.5), {(2, 3, "cell-point")}, id="code with a fraction"),
        pytest.param(
            put("C2", 990101000000), {(2, 3, "village-elsewhere")}, id="code that lost its end"
        ),
        pytest.param(put("C2", "9.90101E+11"), {(2, 3, "cell-squeezed")}, id="code squeezed"),
        pytest.param(
            put("E2", int(ID[:17] + "0")), {(2, 5, "cell-long-number")}, id="identity as number"
        ),
        pytest.param(put("E2", ID), {(2, 5, "cell-identity")}, id="identity"),
        pytest.param(put("E2", f"甲{MOBILE}"), {(2, 5, "cell-mobile")}, id="mobile elsewhere"),
        pytest.param(secret_sheet, {(2, 2, "cell-identity")}, id="identity on another sheet"),
        pytest.param(remark, {(2, 5, "cell-identity")}, id="identity in a remark"),
        pytest.param(
            put("G2", "2026-08-12", "yyyy-mm-dd"), set(), id="a text in a cell with a date form"
        ),
        pytest.param(put("E2", "=A2&B2"), {(2, 5, "cell-formula")}, id="formula without result"),
        pytest.param(put("E2", "#REF!"), {(2, 5, "cell-error")}, id="formula gone wrong"),
        pytest.param(put("H2", 46296), {(2, 8, "cell-day-number")}, id="date as a number"),
        pytest.param(merge("E2:F2"), {(2, 5, "cell-merged")}, id="merged across"),
        pytest.param(merge("E1:F1"), {(2, 6, "column-untitled")}, id="titles merged"),
        pytest.param(another_sheet, {(1, 1, "table-sheets")}, id="two tables"),
        pytest.param(hide, {(3, 1, "table-hidden")}, id="hidden row"),
        pytest.param(put("E2", "长" * 401), {(2, 5, "cell-too-long")}, id="a long remark"),
        pytest.param(put("E2", "甲\n乙"), {(2, 5, "cell-line-break")}, id="two in a cell"),
        pytest.param(put("D4", None), {(4, 4, "cell-missing")}, id="no name"),
        pytest.param(put("J1", "备注"), {(1, 10, "column-unknown")}, id="a column more"),
    ],
)
def test_a_broken_workbook_gives_its_problem(
    change: Callable[[Worksheet], None], expected: set[tuple[int, int, str]], tmp_path: Path
) -> None:
    root = copy_base(tmp_path)
    workbook(root / XLSX, change)

    problems = problems_of(root)

    found = {(row, column, code) for row, column, _, code in at_cells(problems, XLSX)}
    assert found == expected, report(problems)


def test_office_hours_that_turned_into_a_day_are_said_and_a_time_is_read(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    for value, form in ((date(2026, 8, 12), "m-d"), (46246, "General"), (0.354166667, "General")):
        workbook(root / XLSX, put("G2", value, form))
        assert at_cells(problems_of(root), XLSX) == {(2, 7, "错误", "cell-turned-day")}, value
    workbook(root / XLSX, put("G2", time(8, 30), "h:mm"))

    assert problems_of(root) == ()


NOT_ZIP = "<html><table><tr><td>镇街代码</td></tr></table></html>".encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("name", "raw", "code", "says"),
    [
        ("990101-contacts.xlsx", OLE, "table-unreadable", "旧版 Excel"),
        ("990101-contacts.csv", OLE, "table-unreadable", "旧版 Excel"),
        ("990101-contacts.xlsx", NOT_ZIP, "table-unreadable", "这不是 Excel 工作簿"),
        ("990101-contacts.xlsx", b"", "table-unreadable", "这不是 Excel 工作簿"),
        ("990101-contacts.xlsx", b"PK\x03\x04 broken", "table-unreadable", "文件坏了"),
        ("990101-contacts.csv", b"PK\x03\x04 a workbook", "table-unreadable", "这不是 .csv 文字"),
        ("990101-contacts.csv", b"a" * 1_000_001, "file-too-large", "1001 KB"),
        ("990101-contacts.csv", "镇街代码,".encode("utf-16-le"), "file-binary", "空字符"),
        ("990101-contacts.xls", OLE, "table-name", "990101-contacts.xls"),
        ("990101-contacts.et", OLE, "table-name", "990101-contacts.et"),
        ("990101-contacts (1).xlsx", b"", "table-name", "(1)"),
        ("990101-contacts.csv.xlsx", b"", "table-name", ".csv.xlsx"),
        ("990101-联系人.csv", b"", "table-name", "联系人"),
        ("村居联系表.XLSX", b"", "table-name", "村居联系表"),
    ],
)
def test_a_file_that_is_no_table_is_said(
    name: str, raw: bytes, code: str, says: str, tmp_path: Path
) -> None:
    root = copy_base(tmp_path)
    (root / REGIONS / name).write_bytes(raw)

    problems = problems_of(root)

    assert [(f"{REGIONS}/{name}", code)] == [(one.place.file, one.code) for one in problems]
    assert says in problems[0].message


def test_a_note_beside_a_table_is_told_to_be_read_by_nobody(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / REGIONS / "说明.txt").write_bytes(b"\x00")

    assert [("file-ignored", "提醒")] == [(one.code, one.severity) for one in problems_of(root)]


@pytest.mark.parametrize("name", ["~$990101-contacts.xlsx", ".990101-contacts.csv.swp"])
def test_what_a_spreadsheet_leaves_beside_a_table_is_no_table(name: str, tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / REGIONS / name).write_bytes(b"\x00")

    assert problems_of(root) == ()


def test_one_table_in_two_files_is_a_problem(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    workbook(root / XLSX)
    (root / CSV).write_text(",".join(TITLES) + "\n", "utf-8")

    assert at_cells(problems_of(root), XLSX) == {(1, 1, "错误", "table-twice")}


def test_a_table_of_a_region_that_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    file = f"{REGIONS}/990102-contacts.csv"
    (root / file).write_text(",".join(TITLES) + "\n", "utf-8")

    assert at_cells(problems_of(root), file) == {(1, 1, "错误", "region-unknown")}


def test_a_workbook_with_a_stray_cell_far_away_is_read_at_once(tmp_path: Path) -> None:
    root = copy_base(tmp_path)

    def stray(sheet: Worksheet) -> None:
        sheet["XFD1048576"].fill = PatternFill("solid", fgColor="FFFF00")

    workbook(root / XLSX, stray)

    assert problems_of(root) == ()


def test_a_small_file_that_unpacks_to_a_large_one_is_refused(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    with zipfile.ZipFile(root / XLSX, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", bytes(60_000_000))

    problems = problems_of(root)

    assert ["table-unreadable"] == [one.code for one in problems]
    assert "内容太多" in problems[0].message


def test_no_private_number_stands_in_the_report(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    workbook(root / XLSX, put("F2", f"{ID}，{MOBILE}"))
    told = report(problems_of(root))

    assert "[cell-identity]" in told
    assert ID not in told
    assert ID[6:14] not in told
    assert MOBILE not in told


def test_a_message_names_row_and_title(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    workbook(root / XLSX, put("F3", 5371000001))

    assert "第 3 行「联系电话」" in problems_of(root)[0].message


SHOWN_BELOW = {
    "table-name",
    "table-twice",
    "table-unreadable",
    "table-sheets",
    "table-hidden",
    "cell-merged",
    "cell-too-long",
    "new-exists",  # tests/test_new.py
}


def test_every_problem_of_tables_is_shown() -> None:
    shown = {code for path in FILES for _, _, _, code in read_broken(path)[2]}

    assert set(TABLES) - shown == SHOWN_BELOW


def test_columns_bear_the_titles_of_their_fields() -> None:
    for columns, kind in ((CONTACTS, Village), (FIGURES, FigureRow), (DOCUMENTS, Document)):
        for one in columns:
            if one.key:
                field = kind.model_fields[one.key]
                assert one.title == field.title
                assert one.required or not field.is_required() or kind is Document


def torn(raw: bytes, seed: int) -> bytes:
    """Return bytes with a few of them cut out, doubled or changed."""
    chance = Random(seed)  # noqa: S311 - the same faults every time
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(raw))
        until = min(len(raw), at + chance.choice((1, 2, 40)))
        put_in = chance.choice((b"", b'"', b",", b"\n", b"<", b"9" * 20, raw[at:until] * 3))
        raw = raw[:at] + put_in + raw[until:]
    return raw


@pytest.mark.parametrize("seed", range(40))
def test_whatever_happens_to_a_file_there_is_a_report_and_no_traceback(
    seed: int, tmp_path: Path
) -> None:
    table, book = tmp_path / "a-contacts.csv", tmp_path / "a-contacts.xlsx"
    rows = (TITLES, FIRST, SECOND, [one or "" for one in THIRD])
    text = "".join(",".join(row) + "\n" for row in rows)
    table.write_bytes(torn(text.encode(("utf-8", "gb18030")[seed % 2]), seed))
    workbook(book)
    with zipfile.ZipFile(book) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = sorted(parts)[seed % len(parts)]
    parts[name] = torn(parts[name], seed)
    with zipfile.ZipFile(book, "w") as packed:
        for part, content in parts.items():
            packed.writestr(part, content)

    for path in (table, book):
        _, problems = contacts(path, path.name)
        assert report(tuple(problems))
        assert {path.name} >= {one.place.file for one in problems}
