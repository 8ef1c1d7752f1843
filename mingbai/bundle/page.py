"""An HTML page as a browser reads it: what it loads, where it leads, what can be gone to in it.

Comes in: the text of a page. Goes out: a ``Page``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

Use = Literal["load", "link"]

LOADS = {
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("track", "src"),
    ("iframe", "src"),
    ("frame", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("input", "src"),
    ("image", "href"),
    ("image", "xlink:href"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("body", "background"),
    ("a", "ping"),
}
"""What a browser fetches without being asked."""

LINKS = {
    ("a", "href"),
    ("a", "xlink:href"),
    ("area", "href"),
    ("form", "action"),
    ("button", "formaction"),
    ("input", "formaction"),
}
"""Where a reader can go."""

SETS = {("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")}
NOT_FETCHED = {"canonical", "license", "author", "help", "me", "bookmark"}
"""Kinds of ``<link>`` that only say something."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One address in a page, the tag that has it, its line from 1, and what it is marked as."""

    use: Use
    tag: str
    address: str
    line: int
    rel: frozenset[str] = frozenset()


@dataclass(slots=True)
class Block:
    """Script or style written into a page, from which line on."""

    line: int
    text: str = ""


@dataclass(slots=True)
class Page:
    """What a page holds; ``guarded`` says that it brings a Content-Security-Policy.

    ``names`` are its classes and Material's components: what its script looks for.
    """

    anchors: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    scripts: list[Block] = field(default_factory=list)
    styles: list[Block] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    guarded: bool = False


def read_page(text: str) -> Page:
    """Return what a page holds."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    """Walks through a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.inside: Block | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        page = self.page
        page.anchors.update(filter(None, (given.get("id"), given.get("name", "") * (tag == "a"))))
        page.names.update((*given.get("class", "").split(), given.get("data-md-component", "")))
        page.references.extend(references(tag, given, line))
        if given.get("http-equiv", "").lower() == "content-security-policy":
            page.guarded = True
        if "style" in given:
            page.styles.append(Block(line, given["style"]))
        if tag in {"script", "style"}:
            self.inside = Block(line)
            (page.scripts if tag == "script" else page.styles).append(self.inside)

    def handle_data(self, data: str) -> None:
        if self.inside is not None:
            self.inside.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.inside = None


def references(tag: str, given: dict[str, str], line: int) -> list[Reference]:
    """Return the addresses of one tag."""
    rel = frozenset(given.get("rel", "").lower().split())
    found: list[Reference] = []
    for name, value in given.items():
        if (tag, name) in LOADS:
            found.append(Reference("load", tag, value, line))
        elif (tag, name) in LINKS:
            found.append(Reference("link", tag, value, line, rel))
        elif (tag, name) in SETS:
            pictures = [one.split()[0] for one in value.split(",") if one.strip()]
            found.extend(Reference("load", tag, one, line) for one in pictures)
    if tag == "link" and "href" in given and not rel <= NOT_FETCHED:
        found.append(Reference("load", tag, given["href"], line, rel))
    if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
        _, _, after = given.get("content", "").partition("=")
        found.append(Reference("load", tag, after.strip(" '\""), line))
    return found
