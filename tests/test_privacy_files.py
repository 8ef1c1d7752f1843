"""Files of any kind are looked into, their names and remarks too; nothing private is shown."""

from __future__ import annotations

import io
import json
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import Workbook
from openpyxl.comments import Comment
from pikepdf import Encryption, Pdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from mingbai.cli import main
from mingbai.privacy.files.look import look
from mingbai.privacy.files.project import private_files
from mingbai.privacy.pages import private_pages
from tests.checked import BASE, copy_base
from tests.privacy.made_numbers import card, identity, mobile

if TYPE_CHECKING:
    from pathlib import Path

CHANCE = random.Random(5)  # noqa: S311 - the same numbers each time, no secret
ID, MOBILE, CARD = identity(CHANCE), mobile(CHANCE), card(CHANCE)
GPS, ARTIST, REMARK = 0x8825, 0x013B, 0x9C9C


def zipped(members: dict[str, str | bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return raw.getvalue()


def document() -> bytes:
    runs = (
        f"<w:r><w:t>身份证 {ID[:5]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ID[5:]}</w:t></w:r>"
    )
    remark = f"<w:comment><w:p><w:r><w:t>电话{MOBILE}</w:t></w:r></w:p></w:comment>"
    return zipped(
        {
            "word/document.xml": f"<w:document><w:body><w:p>{runs}</w:p></w:body></w:document>",
            "word/comments.xml": f"<w:comments>{remark}</w:comments>",
        }
    )


def workbook() -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["姓名", "身份证号", "金额"])
    page.append(["张某", ID, 480])
    page["A2"].comment = Comment(f"手机{MOBILE}", "x")
    hidden = book.create_sheet("旧的")
    hidden.sheet_state = "hidden"
    hidden.append([CARD])
    hidden.append([int(f"{ID[:15]}000")])
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def photograph() -> bytes:
    picture = Image.new("RGB", (8, 8))
    notes = picture.getexif()
    notes[ARTIST] = "示例"
    notes[REMARK] = f"电话{MOBILE}".encode("utf-16-le")
    place = notes.get_ifd(GPS)
    place[1], place[2], place[3], place[4] = "N", (35.0, 33.0, 1.0), "E", (116.0, 1.0, 1.0)
    raw = io.BytesIO()
    picture.save(raw, "JPEG", exif=notes)
    return raw.getvalue()


def drawing() -> bytes:
    notes = PngInfo()
    notes.add_text("Comment", f"身份证{ID}")
    raw = io.BytesIO()
    Image.new("RGB", (8, 8)).save(raw, "PNG", pnginfo=notes)
    return raw.getvalue()


def locked_pdf() -> bytes:
    raw = io.BytesIO()
    with Pdf.new() as made:
        made.add_blank_page()
        made.save(raw, encryption=Encryption(owner="a", user="b"))
    return raw.getvalue()


def blank_pdf() -> bytes:
    raw = io.BytesIO()
    with Pdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Author"] = f"联系{MOBILE}"
        made.save(raw)
    return raw.getvalue()


SLIDE = f"<p:sld><a:p><a:r><a:t>卡号{CARD}</a:t></a:r></a:p></p:sld>"
KINDS: dict[str, tuple[bytes, set[str]]] = {
    "a.docx": (document(), {"privacy-identity", "privacy-mobile"}),
    "b.xlsx": (workbook(), {"privacy-identity", "privacy-mobile", "privacy-card"}),
    "c.pptx": (zipped({"ppt/slides/slide3.xml": SLIDE}), {"privacy-card"}),
    "d.zip": (zipped({"里/a.docx": document()}), {"privacy-identity", "privacy-mobile"}),
    "e.zip": (zipped({f"{ID}.txt": "空"}), {"privacy-identity"}),
    "f.jpg": (
        photograph(),
        {"privacy-picture-place", "privacy-picture-author", "privacy-mobile"},
    ),
    "g.png": (drawing(), {"privacy-identity"}),
    "h.csv": (f"姓名,卡号\n张某,{CARD}\n".encode("gb18030"), {"privacy-card"}),
    "i.txt": (f"打{MOBILE}找他".encode("utf-16"), {"privacy-mobile"}),
    "j.html": (f"<p title='{ID}'>看</p>".encode(), {"privacy-identity"}),
    f"{MOBILE}.txt": (b"x", {"privacy-mobile"}),
    "k.doc": (b"\xd0\xcf\x11\xe0" + bytes(99), {"privacy-unread"}),
    "l.bin": (bytes(range(256)), {"privacy-unread"}),
    "m.zip": (b"PK\x03\x04" + bytes(99), {"privacy-unread"}),
    "n.jpg": (b"\xff\xd8\xff" + bytes(99), {"privacy-unread"}),
    "o.pdf": (locked_pdf(), {"privacy-unread"}),
    "p.pdf": (blank_pdf(), {"privacy-unread", "privacy-mobile"}),
    "q.odt": (zipped({"content.xml": f"<text:p>{ID}</text:p>"}), {"privacy-identity"}),
    "r.txt": ("民发〔2021〕57号".encode(), set()),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_file_is_looked_into(name: str, tmp_path: Path) -> None:
    raw, codes = KINDS[name]
    (tmp_path / name).write_bytes(raw)

    looked = look([tmp_path])

    assert {one.code for one in looked.problems} == codes
    assert looked.files == 1


def test_the_command_shows_masked_findings_and_fails(tmp_path: Path) -> None:
    for name, (raw, _) in KINDS.items():
        (tmp_path / name).write_bytes(raw)
    plain = CliRunner().invoke(main, ["privacy", str(tmp_path)])
    told = CliRunner().invoke(main, ["privacy", "--json", str(tmp_path)])

    assert plain.exit_code == told.exit_code == 1
    for number in (ID, MOBILE, CARD):
        assert number not in plain.output + told.output
        assert number[3:9] not in plain.output + told.output
    assert len(json.loads(told.output)) >= len(KINDS)


def test_a_file_without_anything_passes_and_a_missing_one_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("民发〔2021〕57号", "utf-8")

    assert CliRunner().invoke(main, ["privacy", str(tmp_path)]).exit_code == 0
    assert CliRunner().invoke(main, ["privacy", str(tmp_path / "b")]).exit_code == 2
    assert CliRunner().invoke(main, ["privacy"]).exit_code == 2


@pytest.mark.parametrize("folder", ["policies", "policies/regions", "cases", "docs", "campaign"])
def test_every_folder_of_a_project_is_looked_into(folder: str, tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    assert list(private_files(root)) == []
    (root / folder).mkdir(exist_ok=True)
    (root / folder / "附件.docx").write_bytes(document())

    found = list(private_files(root))

    assert {one.place.file for one in found} == {f"{folder}/附件.docx"}
    assert {one.code for one in found} == {"privacy-identity", "privacy-mobile"}


def test_the_name_of_a_record_is_looked_at(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "docs" / f"{MOBILE}.md").write_text("# 一页\n", "utf-8")

    (found,) = private_files(root)

    assert found.code == "privacy-mobile"
    assert MOBILE not in found.place.file


def test_check_says_what_stands_in_attachments(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    assert BASE.is_dir()
    (root / "docs" / "a.png").write_bytes(drawing())
    done = CliRunner().invoke(main, ["check", "--project", str(root)])

    assert done.exit_code == 1
    assert "docs/a.png: 错误：图片的附注有身份证号码" in done.output


def test_a_finished_page_is_looked_at_last(tmp_path: Path) -> None:
    page = tmp_path / "site" / "a" / "index.html"
    page.parent.mkdir(parents=True)
    drawn = '<path d="M0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9 1 5 4 0 0 1 2 3 4 5 6"/>'
    page.write_text(f"<p>{drawn}</p>\n<p>{MOBILE}</p><i title='{ID}'></i>", "utf-8")

    found = list(private_pages(tmp_path / "site", ()))

    assert [(one.code, one.place.file, one.place.line) for one in found] == [
        ("privacy-mobile", "site/a/index.html", 2),
        ("privacy-identity", "site/a/index.html", 2),
    ]
    assert [one.code for one in private_pages(tmp_path / "site", {MOBILE})] == ["privacy-identity"]
