"""What hand-written pages may not say: HTML, scripts, attributes, addresses that run or load.

Comes in: the text of a page, the files of ``docs/``. Goes out: problems with file and line, and a
提醒 for every link to another site. The rules are wider than what Markdown makes of a line; what
they still miss, ``page_gate.py`` finds in the finished page. Code in fences and backticks is text.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.site.page_gate import scheme_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECE = re.compile(r"<!-- mingbai: ([a-z-]+) -->")
"""Where a hand-written page wants a piece made from records: the one comment allowed."""

FENCE = re.compile(r" {0,3}(```+|~~~+)")
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
BARE = re.compile(r"<(https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>", re.IGNORECASE)
HTML = re.compile(r"<[a-z/!?][^>]{0,30}>?", re.IGNORECASE)
ATTRIBUTES = re.compile(r"\{:?([^{}\n]*)\}")
ATTRIBUTE = re.compile(r"[#.][\w-]+")
TARGET = re.compile(r"\]\(\s*<?([^)>]*)|^ {0,3}\[[^\]]+\]:\s*<?(\S+)")
PICTURE = re.compile(r"!\[[^\[\]]*$")
"""What stands before the target of a picture."""

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
LINKED = frozenset({"", "http", "https", "tel", "mailto"})
OUTSIDE = frozenset({"http", "https"})

PUBLISHED = frozenset(
    {".md", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".css", ".pdf", ".zip", ".csv", ".txt"}
    | {".xls", ".xlsx", ".et", ".doc", ".docx", ".wps", ".ppt", ".pptx", ".mp3", ".m4a", ".mp4"}
)
"""Files that may be published as they are; none of them is a page or a script."""


def foreign_files(folder: Path, root: Path) -> Iterator[Problem]:
    """A folder of pages holds pages, pictures and papers: no HTML, no script, no way out of it."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or (path.is_file() and path.suffix.lower() not in PUBLISHED):
            place = Place(path.relative_to(root).as_posix())
            yield Problem("page-file", place, {"found": path.name})


def markup(text: str, name: str) -> Iterator[Problem]:
    """Yield what a page may not say, line by line."""
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        mark = FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield from line_problems(line, name, number)


def told(line: str) -> str:
    """Return a line with blanks in place of code and of pieces."""
    return CODE.sub(blank, PIECE.sub(blank, line))


def line_problems(line: str, name: str, number: int) -> Iterator[Problem]:
    """Yield the problems of one line outside code."""
    text = told(line)
    for found in BARE.finditer(text):
        if "@" not in found[1]:
            yield Problem("link-out", Place(name, number, found.start() + 1), {"found": found[1]})
    for found in HTML.finditer(BARE.sub(blank, text)):
        yield Problem("page-html", Place(name, number, found.start() + 1), {"found": found[0]})
    for found in ATTRIBUTES.finditer(text):
        strange = [one for one in found[1].split() if not ATTRIBUTE.fullmatch(one)]
        if strange:
            values = {"found": strange[0]}
            yield Problem("page-attribute", Place(name, number, found.start() + 1), values)
    for found in TARGET.finditer(text):
        picture = bool(PICTURE.search(text[: found.start()]))
        place = Place(name, number, found.start() + 1)
        yield from target_problem(found[1] or found[2] or "", place, picture=picture)


def target_problem(target: str, place: Place, *, picture: bool) -> Iterator[Problem]:
    """Yield what is wrong with where a link leads, or that it leaves the site."""
    address = html.unescape(ESCAPED.sub(r"\1", target)).strip()
    scheme = scheme_of(address)
    shown = {"found": address.split()[0][:60] if address else ""}
    if picture and scheme:
        yield Problem("page-picture", place, shown)
    elif scheme not in LINKED or address.startswith("/"):
        yield Problem("page-link", place, shown)
    elif scheme in OUTSIDE:
        yield Problem("link-out", place, shown)


def blank(found: re.Match[str]) -> str:
    """Return as many spaces as were found: columns stay what they are."""
    return " " * len(found[0])
