"""Zip files, and the office files that are one: every member is looked at, whatever its name.

The names of members are texts too. A small file may hold gigabytes, so what is unpacked is counted.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from mingbai.privacy.files.marked_up import text_of
from mingbai.privacy.files.part import Opened, Part
from mingbai.read.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from mingbai.privacy.contexts import Context

MOST_BYTES = 200_000_000
MOST_MEMBERS = 5_000
MOST_DEPTH = 3

CONTEXTS: dict[str, Context] = {"xlsx": "table", "pptx": "slides"}
DULL = re.compile(
    r"(?:^|/)(?:theme\d*|styles|settings|webSettings|fontTable|numbering|\[Content_Types\]|calcChain"
    r"|presProps|viewProps|tableStyles|manifest|stylesWithEffects|vmlDrawing\d*)\.(?:xml|vml)$|slideLayout|slideMaster"
)
"""Members of office files in which nobody writes."""

SLIDE = re.compile(r"(slide|notesSlide)(\d+)\.xml$")
SHEET = re.compile(r"xl/(?:worksheets/|sharedStrings)")


def opened_zip(
    raw: bytes, kind: str, depth: int, inner: Callable[[str, bytes, int], Opened]
) -> Opened:
    """Look into a zip file; ``inner`` opens what is no XML, one level deeper."""
    found = Opened()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            members = [one for one in packed.infolist() if not one.is_dir()]
            if depth >= MOST_DEPTH or len(members) > MOST_MEMBERS:
                found.unread.append("压缩包套得太深，或者里面的文件太多")
            elif sum(one.file_size for one in members) > MOST_BYTES:
                found.unread.append("解开以后太大")
            else:
                for one in members:
                    add_member(found, packed, one, kind, depth, inner)
    except (zipfile.BadZipFile, EOFError, ValueError, OSError):
        found.unread.append("文件坏了，解不开")
    return found


def add_member(  # noqa: PLR0913, PLR0917 - one member and all that is known around it
    found: Opened,
    packed: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    kind: str,
    depth: int,
    inner: Callable[[str, bytes, int], Opened],
) -> None:
    """Add what stands in one member."""
    name = told_name(member)
    office = kind != "zip"
    if not office:
        found.parts.append(Part(name, "attachment", "压缩包里的文件名"))
    try:
        raw = packed.read(member)
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile, EOFError, ValueError):
        found.unread.append(f"里面的「{name}」加了密码，或者坏了")
        return
    if office and name.endswith((".xml", ".rels", ".vml")):
        if not DULL.search(name) and not (kind == "xlsx" and SHEET.match(name)):
            xml, _ = decode(raw)
            place = SLIDE.search(name)
            where = f"第 {place[2]} 张幻灯片" if place else ""
            found.parts.append(Part(text_of(xml or ""), CONTEXTS.get(kind, "attachment"), where))
    elif not office or name.rpartition(".")[2].lower() not in OWN:
        found.add(inner(name, raw, depth + 1), f"「{name}」" if not office else "")


OWN = frozenset(
    {"bin", "emf", "wmf", "fntdata", "odttf", "svm", "psmdcp", "xml", "rdf", "txt~", "sigs"}
)
"""Endings of members that office programs make for themselves."""


def told_name(member: zipfile.ZipInfo) -> str:
    """Return the name of a member; Windows in Chinese writes GBK and does not say so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename
