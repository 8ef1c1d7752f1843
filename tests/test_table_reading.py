"""The same table however it was saved: by Excel, by WPS, by another system, by hand."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from mingbai.checks import check_all
from mingbai.load import load
from mingbai.problems import Place, report
from mingbai.read.cells import Cell, phone, plainly
from mingbai.tables import contacts
from tests.test_tables import FIRST, SECOND, TITLES
from tests.villages import contacts_csv, random_villages

if TYPE_CHECKING:
    from mingbai.model.columns import Kind
    from tests.conftest import Records

ROWS = (TITLES, FIRST, SECOND)
PLAIN = "".join(",".join(row) + "\n" for row in ROWS)


def read(path: Path) -> list[tuple[str, ...]]:
    """Return what the villages of a table say, and make sure that nothing is wrong with it."""
    villages, problems = contacts(path, path.name)
    assert not problems, report(tuple(problems))
    return [
        (
            *(one.township_code, one.township, one.code, one.name, one.contact or ""),
            *(one.phone or "", one.hours or "", str(one.checked_on or ""), one.publish),
        )
        for one in villages
    ]


def other(old: str, new: str) -> bytes:
    return PLAIN.replace(old, new).encode()


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(PLAIN.encode(), id="UTF-8"),
        pytest.param(PLAIN.encode("utf-8-sig"), id="UTF-8 with a mark: Excel's CSV UTF-8"),
        pytest.param(PLAIN.encode("gb18030"), id="GB 18030: Excel's plain CSV"),
        pytest.param(PLAIN.replace(",", "\t").encode("utf-16"), id="Excel's Unicode text"),
        pytest.param(PLAIN.replace("\n", "\r\n").encode("gb18030"), id="line ends of Windows"),
        pytest.param(other("\n", "\r"), id="line ends of old Macs"),
        pytest.param(other(",", "\t"), id="tabs"),
        pytest.param(other(",", ";"), id="semicolons"),
        pytest.param(("sep=;\n" + PLAIN.replace(",", ";")).encode(), id="a delimiter said"),
        pytest.param(other(",", "，"), id="wide commas typed by hand"),
        pytest.param(other("\n", "\n\n"), id="empty lines between"),
        pytest.param(other("\n", ",,,\n"), id="empty columns behind"),
        pytest.param((PLAIN + ",,,,,,,,\n" * 9).encode(), id="empty rows below"),
        pytest.param(("联系表,,,\n填表：2026-10-01\n" + PLAIN).encode(), id="a heading"),
        pytest.param((PLAIN + "说明：没有座机的写手机,,,,\n").encode(), id="a remark below"),
        pytest.param(
            "".join(",".join(f'"{one}"' for one in row) + "\n" for row in ROWS).encode(),
            id="everything in quotes",
        ),
        pytest.param(other("联系电话", '"联系\n电话"'), id="a line break in a title"),
        pytest.param(other("村居代码", "*村居 代码（12 位）"), id="a star and a remark"),
        pytest.param(other("990101001901", '="990101001901"'), id="as a formula"),
        pytest.param(other("990101001901", "'990101001901"), id="an apostrophe"),
        pytest.param(other("990101001901", "990101001901\t"), id="a tab behind"),
        pytest.param(other("0537-1000001", "０５３７－１０００００１"), id="wide digits"),
        pytest.param(other("0537-1000001", "0537 1000001"), id="a blank"),
        pytest.param(other("0537-1000001", "05371000001"), id="no hyphen"),
        pytest.param(other("0537-1000001", "（0537）1000001"), id="brackets"),
        pytest.param(other("0537-1000001", "0537—1000001"), id="a long dash"),
        pytest.param(other("0537-1000001", "\u202d0537-1000001\u202c"), id="unseen marks"),
        pytest.param(other("示例甲村", "\u3000示例甲村\u00a0 "), id="blanks around"),
        pytest.param(other("2026-10-01", "2026/10/1"), id="Excel's date"),
        pytest.param(other("2026-10-01", "2026年10月1日"), id="a Chinese date"),
        pytest.param(other("2026-10-01", "2026.10.1"), id="a date with points"),
        pytest.param(other("2026-10-01", "20261001"), id="a date without any"),
        pytest.param(other("2026-10-01", "2026/10/1 0:00"), id="a date and a time"),
        pytest.param(other("甲,", "甲 ,"), id="a blank before the comma"),
    ],
)
def test_a_csv_is_read_however_it_was_saved(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "990101-contacts.csv"
    path.write_bytes(raw)

    assert read(path) == [FIRST, SECOND]


def test_rows_are_counted_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"表,,\n\n{PLAIN}".replace("甲,0537", '"甲\n乙",0537'), "utf-8")
    _, problems = contacts(path, "x.csv")

    assert [(4, 5, "cell-line-break")] == [
        (one.place.line, one.place.column, one.code) for one in problems
    ]


def test_what_is_not_known_may_stand_as_a_word_or_a_stroke(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    row = ",".join((*FIRST[:4], "无", "/", "—", "暂无", ""))
    path.write_text(f"{','.join(TITLES)}\n{row}\n", "utf-8")

    assert read(path) == [(*FIRST[:4], "", "", "", "", "纸")]


def test_rows_with_nothing_but_their_township_wait_to_be_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(PLAIN + "990101001,示例街道,,,,,,,纸\n" * 30, "utf-8")

    assert len(read(path)) == 2


def test_columns_that_may_be_empty_may_be_missing_and_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "村居名称,村居代码,镇街名称,镇街代码\n示例甲村,990101001901,示例街道,990101001\n"
    )

    assert read(path) == [(*FIRST[:4], "", "", "", "", "纸")]


def test_many_villages_may_share_a_telephone_and_mobiles_are_allowed(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    rows = [
        [*FIRST[:2], f"9901010019{n:02}", f"示例{n}村", "", "13800138000"] for n in range(1, 60)
    ]
    path.write_text("\n".join(",".join(one) for one in (TITLES[:6], *rows)), "utf-8")

    assert {"13800138000"} == {one[5] for one in read(path)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13800138000", "13800138000"),
        ("138 0013 8000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("01010000001", "010-10000001"),
        ("0531-10000001", "0531-10000001"),
        ("02110000001", "021-10000001"),
        ("0537-1000001", "0537-1000001"),
    ],
)
def test_telephones_are_grouped_in_one_way(text: str, expected: str) -> None:
    assert phone(text).text == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("1,060", "number", "1060"),
        ("１０６０．５", "number", "1060.5"),
        ("1,06", "number", "1,06"),
        ("示例１村", "words", "示例１村"),
        ("8:00-12:00", "words", "8:00-12:00"),
    ],
)
def test_only_what_cannot_mean_anything_else_is_changed(
    text: str, kind: Kind, expected: str
) -> None:
    assert plainly(Cell(text, Place("x")), kind).text == expected


def book_with(*rows: tuple[object, ...]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return book


def test_a_workbook_may_hold_numbers_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    numbers = (990101001, "示例街道", 990101001901.0, "示例甲村", None, 13800138000)
    book_with(TITLES, (*numbers, None, datetime(2026, 10, 1), None)).save(path)  # noqa: DTZ001

    assert read(path) == [(*FIRST[:4], "", "13800138000", "", "2026-10-01", "纸")]


def test_a_cell_merged_over_rows_stands_in_each_of_them(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    second = (None, None, "990101001902", "示例乙村")
    book = book_with(("示例区村居联系表",), TITLES, FIRST, second)
    sheet = book.worksheets[0]
    for cells in ("A1:I1", "A3:A4", "B3:B4", "F3:F4"):
        sheet.merge_cells(cells)
    book.save(path)

    assert [(FIRST[0], FIRST[1], FIRST[5])] * 2 == [(one[0], one[1], one[5]) for one in read(path)]


@pytest.mark.parametrize("area", ["E5:E1048576", "A5:XFD1048576", "XFD1048576:A5"])
def test_cells_merged_without_end_are_said_and_nobody_waits(tmp_path: Path, area: str) -> None:
    path = tmp_path / "x.xlsx"
    stream = io.BytesIO()
    book = book_with(TITLES, FIRST)
    book.worksheets[0].merge_cells("A5:B6")
    book.save(stream)
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"A5:B6", area.encode()))

    villages, problems = contacts(path, path.name)
    assert villages == ()
    assert ["table-unreadable"] == [one.code for one in problems]
    assert "合并" in problems[0].message


def test_a_formula_gives_the_result_that_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    stream = io.BytesIO()
    book_with(TITLES, (*FIRST[:3], "=B2&C2", *FIRST[4:])).save(stream)
    empty = b'<c r="D2"><f>B2&amp;C2</f><v></v></c>'
    stored = '<c r="D2" t="str"><f>B2&amp;C2</f><v>示例甲村</v></c>'.encode()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(path, "w") as new:
        contents = {name: old.read(name) for name in old.namelist()}
        assert empty in contents["xl/worksheets/sheet1.xml"]
        for name, content in contents.items():
            new.writestr(name, content.replace(empty, stored))

    assert read(path) == [FIRST]


def test_the_sheet_with_the_titles_is_read_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    book = book_with(("先看这里", "一个村一行"))
    more = book.create_sheet("表")
    for row in ROWS:
        more.append(row)
    book.create_sheet("空")
    book.save(path)

    assert read(path) == [FIRST, SECOND]


FOUR_HUNDRED = Path(__file__).parent / "villages" / "400-villages.csv"


def test_four_hundred_villages_are_read_and_nothing_is_wrong_with_them(
    records: Records, request: pytest.FixtureRequest
) -> None:
    region = records.library.region_by_code["370812"]
    made = contacts_csv(list(random_villages(400, region.townships))).replace(b"\r\n", b"\n")
    if request.config.getoption("--update"):
        FOUR_HUNDRED.write_bytes(made)
    loaded = load(records.root, FOUR_HUNDRED)

    assert loaded.library is not None
    assert len(loaded.library.villages_in("370812")) == 400
    found = [*loaded.problems, *check_all(loaded.library, records.scope)]
    assert [] == [one.message for one in found if one.place.file.endswith(".csv")]
    assert FOUR_HUNDRED.read_bytes() == made
