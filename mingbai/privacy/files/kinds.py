"""Which reader a file needs, by its first bytes and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.privacy.files.marked_up import text_of
from mingbai.privacy.files.packed import opened_zip
from mingbai.privacy.files.part import Opened, Part
from mingbai.privacy.files.pictures import opened_picture
from mingbai.privacy.files.portable import opened_pdf
from mingbai.read.text import decode

if TYPE_CHECKING:
    from mingbai.privacy.contexts import Context
    from mingbai.read.cells import Cell

MOST_BYTES = 100_000_000
MOST_COLUMNS = 300
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
EMPTY_ZIP = b"PK\x05\x06"
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"BM")
PICTURE_NAMES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "bmp", "heic"})
OFFICE = frozenset(
    {"docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm", "ppsx", "odt", "ods", "odp", "ofd"}
)
CONTEXTS: dict[str, Context] = {
    "csv": "table",
    "tsv": "table",
    "htm": "html",
    "html": "html",
    "svg": "html",
    "xhtml": "html",
}
UNKNOWN = "不认得这种文件"
OLD = "这是旧版的 Office、WPS 文件，或者加了密码；另存为 docx、xlsx、pptx 再查"


def opened(name: str, raw: bytes, context: Context | None = None, depth: int = 0) -> Opened:
    """Open a file by what it is, not by what it is called; ``context`` overrules its ending's."""
    ending = name.rpartition(".")[2].lower()
    if len(raw) > MOST_BYTES:
        return Opened(unread=["文件太大"])
    if raw.startswith((ZIP, EMPTY_ZIP)):
        kind = ending if ending in OFFICE else "zip"
        found = opened_zip(raw, "xlsx" if kind == "xlsm" else kind, depth, opened_inside)
        if kind in {"xlsx", "xlsm"}:
            add_workbook(found, name, raw)
        return found
    if raw.startswith(PDF):
        return opened_pdf(raw)
    if raw.startswith(PICTURES) or ending in PICTURE_NAMES:
        return opened_picture(raw)
    if raw.startswith(OLE):
        return Opened(unread=[OLD])
    return opened_text(raw, ending, context)


def opened_inside(name: str, raw: bytes, depth: int) -> Opened:
    """Open a file inside of another one."""
    return opened(name, raw, None, depth)


def opened_text(raw: bytes, ending: str, context: Context | None) -> Opened:
    """Read bytes as text, in whatever encoding Chinese offices use."""
    text, _ = decode(raw)
    if text is None:
        return Opened(unread=[UNKNOWN])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    told = context or CONTEXTS.get(ending, "attachment")
    if ending in {"xml", "rels"}:
        return Opened([Part(text_of(text), told)])
    return Opened([Part(text, told, first_line=1)])


def add_workbook(found: Opened, name: str, raw: bytes) -> None:
    """Add the sheets of a workbook: each a text of lines, hidden rows and remarks included."""
    from mingbai.privacy.squeezed import is_squeezed  # noqa: PLC0415 - with the workbook only
    from mingbai.read.workbook import parse_workbook  # noqa: PLC0415 - as above

    sheets, problems = parse_workbook(raw, name)
    found.unread.extend(str(one.values["why"]) for one in problems if "why" in one.values)
    for sheet in sheets or ():
        rows = [in_line(sheet.rows[row]) for row in sorted(sheet.rows)]
        where = f"工作表「{sheet.name}」"
        found.parts.append(Part("\n".join(rows), "table", where))
        found.parts.extend(Part(one.text, "comment", f"{where}的批注") for one in sheet.remarks)
        for row in sheet.rows.values():
            for cell in row.values():
                if is_squeezed(cell.text, number=cell.kind == "number"):
                    found.parts.append(
                        Part(f"身份证号 {cell.text.partition('.')[0]}", "table", where)
                    )


def in_line(row: dict[int, Cell]) -> str:
    """Return a row as a line; an empty cell keeps its place, so that titles stay above cells."""
    last = min(max(row), MOST_COLUMNS)
    return "\t".join(
        row[at].text.replace("\n", " ").replace("\t", " ") if at in row else ""
        for at in range(1, last + 1)
    )
