"""The net below the rules for hand-written pages: what Markdown makes of one.

Comes in: the text of a page. Goes out: what must not stand in the finished page; rules that read
lines do not see a tag or an address over several of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown import Markdown

from mingbai.problems import Place, Problem
from mingbai.site.handwritten_text import FRONT, outside_code
from mingbai.site.page_gate import Gate
from mingbai.site.settings.loaded import EXTENSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITTEN = frozenset(
    {"p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "a"}
    | {"img", "strong", "em", "code", "pre", "blockquote", "div", "span", "table", "thead"}
    | {"tbody", "tr", "th", "td"}
)
"""Elements that Markdown makes; any other was written as HTML."""


LEFT = re.compile(
    r"\*\*|\][ 　]?[（(]|］[（(]|^\s*\|?[\s:|-]*-{3,}[\s:-]*\|[\s:|-]*$|^[＃#]+|^\s*[＊*]\s",
    re.MULTILINE,
)
"""Marks of Markdown that Markdown did not know: half of a pair, or typed in full width."""


class Net(Gate):
    """Collects what is refused in a page that is no page yet, and marks left in its words."""

    def __init__(self) -> None:
        """Start with nothing found."""
        super().__init__()
        self.left: list[str] = []
        self.blocks: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge an element: by its name first."""
        if tag not in WRITTEN:
            self.found.append(f"<{tag}>")
        else:
            super().handle_starttag(tag, attrs)
        if tag in {"code", "pre"}:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Come out of code."""
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Look for marks in words that are no code; keep the beginning of each block of code."""
        if "pre" in self.inside:
            self.blocks.append(data.strip())
        elif not self.inside:
            self.left.extend(one[0].strip() for one in LEFT.finditer(data))


def rendered(text: str, name: str) -> Iterator[Problem]:
    """Yield what a page would hold that it may not, at the line that it seems to stand on."""
    front = FRONT.match(text)
    body = text[front.end() :] if front else text
    options = {"tables": {"use_align_attribute": True}}
    net = Net()
    net.feed(Markdown(extensions=[*EXTENSIONS], extension_configs=options).convert(body))
    net.close()
    for one in dict.fromkeys(net.left):
        place = Place(name, line_of(one, outside_code(text)))
        yield Problem("page-raw", place, {"found": one[:20]})
    for one in net.blocks:
        if one.split("\n")[0] in outside_code(text):
            place = Place(name, line_of(one.split("\n")[0], outside_code(text)))
            yield Problem("page-indent", place)
    for one in dict.fromkeys(net.found):
        yield Problem("page-unsafe", Place(name, line_of(one, text)), {"found": one, "count": 1})


def line_of(found: str, text: str) -> int:
    """Return the line of the first words of what was found, the first line if they are hidden."""
    words = found.strip("<>").partition("=")[2] or found.strip(">")
    for length in (len(words), 12, 6):
        at = text.lower().find(words[:length].lower())
        if at >= 0:
            return text.count("\n", 0, at) + 1
    return 1
