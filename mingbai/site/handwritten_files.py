"""Files beside the hand-written pages: of kinds that do no harm, what their names say, whole.

Comes in: the folder of the pages. Goes out: problems; a page by another name would run as one.
"""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.read.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PUBLISHED = frozenset(
    {".md", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".css", ".pdf", ".zip", ".csv", ".txt"}
    | {".xls", ".xlsx", ".et", ".doc", ".docx", ".wps", ".ppt", ".pptx", ".mp3", ".m4a", ".mp4"}
)
"""Files that may be published as they are; none of them is a page or a script."""

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0"
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF8",),
    ".webp": (b"RIFF",),
    ".pdf": (b"%PDF-",),
    ".zip": (ZIP,),
    ".xlsx": (ZIP,),
    ".docx": (ZIP,),
    ".pptx": (ZIP,),
    ".xls": (OLE, ZIP, b"\x09\x08"),
    ".doc": (OLE, ZIP, b"{\\rtf"),
    ".ppt": (OLE, ZIP),
}
"""How files of a kind begin."""

STYLE = ".css"
LOADS = re.compile(
    r"@import|@charset|(?:url|image-set)\(\s*['\"]?\s*(?:[a-z]+:|//)|expression\(|behavior\s*:",
    re.IGNORECASE,
)


def foreign_files(folder: Path, root: Path) -> Iterator[Problem]:
    """A folder of pages holds pages, pictures and papers: no HTML, no script, no way out of it.

    Nor what is neither file nor folder: whoever copies a pipe waits for ever.
    """
    for path in sorted(folder.rglob("*")):
        place = Place(path.relative_to(root).as_posix())
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            yield from unlisted(path, place)
        elif not stat.S_ISREG(mode) or path.suffix.lower() not in PUBLISHED:
            yield Problem("page-file", place, {"found": path.name})


def unlisted(folder: Path, place: Place) -> Iterator[Problem]:
    """Yield a folder that nobody may look into: its pages would be missing without a word."""
    try:
        next(folder.iterdir(), None)
    except OSError:
        yield Problem("file-unreadable", place, {"why": "文件夹没有读取权限"})


def files(folder: Path, root: Path) -> Iterator[Problem]:
    """Yield the files that are not what their names say, and styles that load from elsewhere."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        name, kind = path.relative_to(root).as_posix(), path.suffix.lower()
        if kind in BEGINNINGS and not path.stat().st_size:
            yield Problem("page-empty", Place(name), {"found": path.name})
        elif not begins_well(path, kind):
            values = {"found": path.name, "kind": kind[1:].upper()}
            yield Problem("page-disguised", Place(name), values)
        if kind == STYLE:
            yield from style(path, name)


def begins_well(path: Path, kind: str) -> bool:
    """Tell whether a file begins as those of its kind do; an empty one says nothing."""
    known = BEGINNINGS.get(kind, ())
    with path.open("rb") as opened:
        start = opened.read(16)
    return not known or not start or start.startswith(known)


def style(path: Path, name: str) -> Iterator[Problem]:
    """Yield the lines of a stylesheet that load something."""
    text, problems = read_text(path, name)
    yield from problems
    for number, line in enumerate((text or "").split("\n"), start=1):
        found = LOADS.search(line)
        if found:
            yield Problem("page-style", Place(name, number, found.start() + 1), {"found": found[0]})
