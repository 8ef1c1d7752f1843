"""Where hand-written pages lead inside the site: to pages and headings that are there.

Comes in: the pages written by hand, those made from records, the finished files. Goes out: problems
with file and line; the site generator would say them without a line, and headings not at all.
"""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown import Markdown

from mingbai.problems import Place, Problem
from mingbai.promises import ANCHOR
from mingbai.site.handwritten_markup import TARGET
from mingbai.site.handwritten_text import lines_outside_code
from mingbai.site.page_gate import scheme_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

NAMED = re.compile(r"(?<!\\)\[([^\]\[]+)\]\[([^\]]*)\]")
DEFINED = re.compile(r"^[ >*+\d.-]*\[([^\]]+)\]:", re.MULTILINE)
PAPER = "print/"
"""Below it lies what is typeset last: nobody knows yet what will be there."""


def dead_links(
    written: Mapping[str, str], pages: Mapping[str, bytes], files: Container[str]
) -> Iterator[Problem]:
    """Yield each link of a page in ``docs/`` that leads to no page, file or heading.

    ``written`` and ``pages`` are the texts of pages by their path below ``docs/``; ``files`` are
    the paths of everything else that the site will have.
    """
    known = Known(written, pages, files)
    for name, text in written.items():
        for number, line in lines_outside_code(text):
            yield from line_problems(line, name, number, known)


class Known:
    """What a link may lead to."""

    def __init__(
        self, written: Mapping[str, str], pages: Mapping[str, bytes], files: Container[str]
    ) -> None:
        """Start with no heading read."""
        self.written, self.pages, self.files = written, pages, files
        self.read: dict[str, frozenset[str]] = {}

    def has(self, path: str) -> bool:
        """Tell whether there is such a page or file."""
        here = path in self.written or path in self.pages or path in self.files
        return here or path.startswith(PAPER)

    def anchors(self, path: str) -> frozenset[str] | None:
        """Return the headings of a page that a link may name, None if it is no page of ours."""
        if path not in self.read:
            if path in self.written:
                made = Markdown(extensions=["attr_list", "toc"]).convert(self.written[path])
                raw = made.encode()
            elif path in self.pages:
                raw = self.pages[path]
            else:
                return None
            pairs = ANCHOR.findall(raw)
            self.read[path] = frozenset(one.decode() for pair in pairs for one in pair if one)
        return self.read[path]


def line_problems(line: str, name: str, number: int, known: Known) -> Iterator[Problem]:
    """Yield the dead links of one line."""
    for found in TARGET.finditer(line):
        target = (found[1] or found[3] or "").split(" ")[0].rstrip(">")
        if not scheme_of(target) and not target.startswith("/"):
            place = Place(f"docs/{name}", number, found.start() + 1)
            yield from target_problems(target, name, place, known)
    defined = {one.casefold() for one in DEFINED.findall(known.written[name])}
    for found in NAMED.finditer(line):
        label = found[2] or found[1]
        if label.casefold() not in defined:
            place = Place(f"docs/{name}", number, found.start() + 1)
            yield Problem("page-dead", place, {"found": label[:60]})


def target_problems(target: str, name: str, place: Place, known: Known) -> Iterator[Problem]:
    """Yield what is missing at the end of a link within the site."""
    path, _, anchor = unquote(target).partition("#")
    where = normpath(join(dirname(name), path)) if path else name
    if not known.has(where):
        yield Problem("page-dead", place, {"found": target[:60]})
        return
    anchors = known.anchors(where)
    if anchor and anchors is not None and anchor not in anchors:
        yield Problem("page-anchor", place, {"found": anchor[:60], "file": where})
