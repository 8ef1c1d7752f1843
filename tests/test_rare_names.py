"""Rare characters in names: printed from a sister of the printed font, or named at the row."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import page
import pikepdf
import pypdfium2
import pytest

from mingbai.design import font_folders, tokens
from mingbai.load import load
from mingbai.outputs.job import render
from mingbai.outputs.sheets import SHEET
from mingbai.villages.wanted import Wanted, sheaves
from tests.test_tables import TITLES

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.problems import Problem
    from tests.conftest import Records

IN_THE_FONT = "㐂䶮㛃𬭬𫍽𣲘𡐓"
"""Characters of the main font from Extension A to E: none needs a sister."""

IN_A_SISTER = {"𠮷": "NotoSansJP", "𠀾": "NotoSansTC", "𡊍": "NotoSansKR"}
NOWHERE = "𪚥"
FALSE_ALARM = "STREAM-LENGTH-001"


def printed(name: str, records: Records, folder: Path) -> bytes | tuple[Problem, ...]:
    """Return a sheet of two villages, the second of which bears the name."""
    table = folder / "contacts.csv"
    rows = (
        TITLES[:4],
        ("370812001", "鼓楼街道", "370812001901", "示例一村"),
        ("370812001", "鼓楼街道", "370812001902", name),
    )
    table.write_text("\n".join(",".join(row) for row in rows), "utf-8")
    library = load(records.root, table).library
    assert library is not None
    wanted = Wanted(forms=(SHEET,), policies=("dibao",))
    (sheaf,) = sheaves(library, records.scope, wanted)
    return render(sheaf.job())


def fonts(content: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return {
            re.sub(r".*\+|-.*", "", str(one.FontName))
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        }


def words(content: bytes, number: int) -> str:
    text = pypdfium2.PdfDocument(content)[number].get_textpage().get_text_range()
    return re.sub(r"\s", "", text)


def test_characters_of_the_main_font_need_no_other(records: Records, tmp_path: Path) -> None:
    content = printed(f"示例{IN_THE_FONT}村", records, tmp_path)

    assert isinstance(content, bytes), content
    assert {"NotoSansSC"} == fonts(content)
    assert f"示例{IN_THE_FONT}村" in words(content, 1)


@pytest.mark.parametrize(("character", "font"), IN_A_SISTER.items())
def test_a_character_that_the_main_font_lacks_is_printed_from_a_sister(
    character: str, font: str, records: Records, tmp_path: Path
) -> None:
    content = printed(f"示例{character}家村", records, tmp_path)

    assert isinstance(content, bytes), content
    assert {"NotoSansSC", font} == fonts(content)
    assert f"示例{character}家村" in words(content, 1)
    (tmp_path / "sheet.pdf").write_bytes(content)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf(tmp_path / "sheet.pdf", profile=profile)
        assert [] == [one.rule_id for one in report.failures if one.rule_id != FALSE_ALARM]


def test_a_character_that_no_font_has_is_said_at_the_row_of_its_village(
    records: Records, tmp_path: Path
) -> None:
    found = printed(f"示例{NOWHERE}村", records, tmp_path)

    assert isinstance(found, tuple)
    assert [("paper-characters", "contacts.csv", 3, 4)] == [
        (one.code, one.place.file.rsplit("/")[-1], one.place.line, one.place.column)
        for one in found
    ]
    assert NOWHERE in found[0].message


def test_fonts_come_from_the_package_and_are_those_of_the_tokens() -> None:
    paper = tokens().paper
    families = [paper["family"], *paper["fallback"]]

    assert [f"notosans{one.split()[-1].lower()}" for one in families] == [
        folder.name for folder in font_folders()
    ]
    assert {"site-packages"} == {folder.parents[3].name for folder in font_folders()}
