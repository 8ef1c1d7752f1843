"""Proves on the built bytes that a site is whole and asks nobody else for anything.

Comes in: every file by its path. Goes out: problems. Links to other sites are allowed if they are
marked; ``links_out`` lists them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mingbai.bundle.address import resolve
from mingbai.bundle.names import collisions, path_flaw
from mingbai.bundle.page import read_page
from mingbai.bundle.script import asleep, script_addresses, style_addresses
from mingbai.problems import Place, Problem, in_order
from mingbai.site.page_gate import refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.bundle.page import Block, Page, Reference

STRAY = re.compile(
    r"\..*|~\$.*|.*~|.*\.(?:bak|orig|rej|tmp|temp|swp|part|crdownload|lnk|url|pyc)"
    r"|thumbs\.db|ehthumbs\.db|desktop\.ini|__macosx|\$recycle\.bin|__pycache__",
    re.IGNORECASE,
)
"""Names of files and folders that programs leave behind and nobody meant to publish."""

EVERYWHERE = {"", "top"}
"""Anchors that every page has."""

INDEX = "search/head.js"
INDEX_FORM = re.compile(r"mingbaiSearch\.head\((.*)\);\s*", re.DOTALL)
WORDS = re.compile(r"search/(?:head|[0-9]+)\.js")
"""Scripts that hold nothing but the words of the pages."""


def prove(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Return what is wrong with a site, nothing if it may be packed."""
    texts = {
        path: content.decode("utf-8", "replace")
        for path, content in files.items()
        if path.endswith((".html", ".js", ".mjs", ".css", ".svg"))
    }
    pages = {path: read_page(text) for path, text in texts.items() if path.endswith(".html")}
    site = Site(frozenset(files), texts, pages)
    return in_order([*named(files), *site.in_pages(), *site.in_scripts(), *site.in_styles()])


def named(paths: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield names that a host refuses, and files that nobody meant to publish."""
    for path in paths:
        if why := path_flaw(path):
            yield Problem("bundle-file-name", Place(path, 0), {"why": why})
        if any(STRAY.fullmatch(part) for part in path.split("/")):
            yield Problem("bundle-stray", Place(path, 0))
    for path, other in collisions(paths):
        yield Problem("bundle-file-name", Place(path, 0), {"why": f"和「{other}」是同一个名字"})


@dataclass(frozen=True, slots=True)
class Site:
    """A site to look at: the paths of all files, what holds words, and the pages as read."""

    paths: frozenset[str]
    texts: Mapping[str, str]
    pages: Mapping[str, Page]

    def in_pages(self) -> Iterator[Problem]:
        """Yield what is wrong with pages, and entries of the search that lead nowhere."""
        for path, page in self.pages.items():
            if not page.guarded:
                yield Problem("bundle-no-policy", Place(path, 0))
            for found in refused(self.texts[path]):
                yield Problem("bundle-unsafe", Place(path, 0), {"found": found})
            for one in page.references:
                yield from self.led(path, one)
        whole = INDEX_FORM.fullmatch(self.texts.get(INDEX, ""))
        for address in sought(json.loads(whole[1])) if whole else ():
            yield from self.inside("index.html", address, Place(INDEX, 0))

    def led(self, path: str, one: Reference) -> Iterator[Problem]:
        """Yield why an address of a page leads nowhere, or to another host unasked or unmarked."""
        place, found = Place(path, one.line), {"found": one.address[:120]}
        kind = resolve(path, one.address).kind
        if kind == "inside":
            yield from self.inside(path, one.address, place)
        elif kind == "outside" and one.use == "load":
            yield Problem("bundle-outside", place, found)
        elif kind == "outside" and "external" not in one.rel:
            yield Problem("bundle-unmarked", place, found)

    def inside(self, path: str, address: str, place: Place) -> Iterator[Problem]:
        """Yield why an address inside the site leads nowhere, or not everywhere."""
        to, found = resolve(path, address), {"found": address[:120]}
        if to.path in self.paths:
            page = self.pages.get(to.path)
            if page is not None and to.anchor not in page.anchors | EVERYWHERE:
                yield Problem("bundle-anchor", place, found)
        elif f"{to.path}/index.html".lstrip("/") in self.paths:
            yield Problem("bundle-folder-link", place, found)
        else:
            yield Problem("bundle-link", place, found)

    def in_scripts(self) -> Iterator[Problem]:
        """Yield addresses of other hosts in scripts, but those that nothing wakes."""
        names = {name for page in self.pages.values() for name in page.names}
        written = {path: page.scripts for path, page in self.pages.items()}
        for path, first, text in self.blocks((".js", ".mjs"), written):
            for address, line in script_addresses(text):
                if not asleep(address, names):
                    found = {"found": address[:120]}
                    yield Problem("bundle-outside", Place(path, first + line - 1), found)

    def in_styles(self) -> Iterator[Problem]:
        """Yield addresses in styles that lead to another host or nowhere."""
        written = {path: page.styles for path, page in self.pages.items()}
        for path, first, text in self.blocks((".css", ".svg"), written):
            for address, line in style_addresses(text):
                place = Place(path, first + line - 1)
                if resolve(path, address).kind == "outside":
                    yield Problem("bundle-outside", place, {"found": address[:120]})
                elif resolve(path, address).kind == "inside":
                    yield from self.inside(path, address, place)

    def blocks(
        self, endings: tuple[str, ...], written: Mapping[str, list[Block]]
    ) -> Iterator[tuple[str, int, str]]:
        """Yield script or style: its file, its first line, its text; the index is only words."""
        for path, text in self.texts.items():
            if path.endswith(endings) and not WORDS.fullmatch(path):
                yield path, 1, text
        for path, blocks in written.items():
            yield from ((path, block.line, block.text) for block in blocks)


def sought(head: dict[str, Any]) -> Iterator[str]:
    """Yield the addresses that the search may answer with."""
    yield from (page[0] for page in head["pages"])
    yield from (f"{head['pages'][number][0]}#{anchor}" for number, anchor, _ in head["parts"])
    yield from (f"index.html#{anchor}" for anchor, _ in head["events"])
