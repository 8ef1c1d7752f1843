"""What hand-written pages may not say: HTML, scripts, attributes, addresses that run or load.

Comes in: the text of a page. Goes out: problems with file and line, and a 提醒 for every link to
another site. The rules are wider than what Markdown makes of a line; what they still miss, the net
of ``handwritten_rendered.py`` finds, and ``page_gate.py`` in the finished page.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.site.handwritten_text import blank, lines_outside_code
from mingbai.site.page_gate import scheme_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

BARE = re.compile(r"<(https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>", re.IGNORECASE)
HTML = re.compile(r"<[a-z/!?][^>]{0,30}>?", re.IGNORECASE)
ATTRIBUTES = re.compile(r"\{:?([^{}\n]*)\}")
ATTRIBUTE = re.compile(r"[#.][\w-]+")
TARGET = re.compile(r"\]\(\s*<?([^)>]*)|^[ >*+\d.-]*\[([^\]]+)\]:\s*<?(\S+)")
"""Where a link or a picture leads, or the name of an address given apart, and that address."""

BY_NAME = re.compile(r"!\[([^\[\]]*)\](?:\[([^\[\]]*)\])?(?!\()")
"""A picture whose address is given apart, under its words or another name."""

PICTURE = re.compile(r"!\[[^\[\]]*$")
"""What stands before the target of a picture."""

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
LINKED = frozenset({"", "http", "https", "tel", "mailto"})
OUTSIDE = frozenset({"http", "https"})


def markup(text: str, name: str) -> Iterator[Problem]:
    """Yield what a page may not say, line by line."""
    lines = [*lines_outside_code(text)]
    found = (one for _, line in lines for one in BY_NAME.finditer(line))
    pictures = {(one[2] or one[1]).casefold() for one in found}
    for number, line in lines:
        yield from line_problems(line, name, number, pictures)


def line_problems(text: str, name: str, number: int, pictures: Container[str]) -> Iterator[Problem]:
    """Yield the problems of one line outside code; ``pictures`` are names of their addresses."""
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
        shown = bool(PICTURE.search(text[: found.start()]))
        shown = shown or (bool(found[2]) and found[2].casefold() in pictures)
        place = Place(name, number, found.start() + 1)
        yield from target_problem(found[1] or found[3] or "", place, picture=shown)


def target_problem(target: str, place: Place, *, picture: bool) -> Iterator[Problem]:
    """Yield what is wrong with where a link leads, or that it leaves the site."""
    address = html.unescape(ESCAPED.sub(r"\1", target)).strip()
    scheme = scheme_of(address)
    shown = {"found": address.split()[0][:60] if address else "（空的）"}
    if address in {"", "#"}:
        yield Problem("page-link", place, shown)
    elif picture and scheme:
        yield Problem("page-picture", place, shown)
    elif scheme not in LINKED or address.startswith("/"):
        yield Problem("page-link", place, shown)
    elif scheme in OUTSIDE:
        yield Problem("link-out", place, shown)
