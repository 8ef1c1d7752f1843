"""Links to other sites: marked for the reader, safe to follow, and listed.

Comes in: Markdown on its way to HTML, or finished pages. Goes out: links that say 外部网站 and tell
the other site nothing; a list of all of them, for the report of a build or a bundle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown import Markdown

OUT = re.compile(r"\s*https?:", re.IGNORECASE)
MARK = "（外部网站）"
RELATION = "noopener noreferrer external"
LAST = -10
"""Runs after everything that makes or changes a link."""


@dataclass(frozen=True, slots=True, order=True)
class LinkOut:
    """A link that leaves the site: the page it stands on, where it leads, its words."""

    page: str
    address: str
    words: str


def links_out(pages: Mapping[str, bytes]) -> tuple[LinkOut, ...]:
    """Return every link of the given HTML pages that leaves the site, sorted, each once a page."""
    found: set[LinkOut] = set()
    for path, content in pages.items():
        reader = Reader()
        reader.feed(content.decode())
        reader.close()
        found.update(LinkOut(path, address, words) for address, words in reader.found)
    return tuple(sorted(found))


class Reader(HTMLParser):
    """Collects the links of a page that leave the site."""

    def __init__(self) -> None:
        """Start with none."""
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.address = ""
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a link that leaves the site."""
        address = dict(attrs).get("href") or ""
        if tag == "a" and OUT.match(address):
            self.address, self.words = address.strip(), []

    def handle_data(self, data: str) -> None:
        """Keep the words of the link."""
        self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End the link."""
        if tag == "a" and self.address:
            words = "".join(self.words).replace(MARK, "").strip()
            self.found.append((self.address, words))
            self.address = ""


class MarkLinksOut(Extension):
    """The Markdown extension that marks links to other sites."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Register with Markdown."""
        md.treeprocessors.register(Marker(md), "mingbai-links-out", LAST)


class Marker(Treeprocessor):
    """Marks every link of a page that leaves the site."""

    def run(self, root: Element) -> None:
        """Give each link its mark: words, for who sees it and for who hears it."""
        for link in root.iter("a"):
            if OUT.match(link.get("href", "")):
                link.set("rel", RELATION)
                mark = SubElement(link, "span", {"class": "mb-out"})
                mark.text = MARK


def makeExtension(**settings: Any) -> MarkLinksOut:  # noqa: N802 - Markdown looks for this name
    """Return the extension; Markdown gives the name of this module."""
    return MarkLinksOut(**settings)
