"""The text of XML as office programs write it: no entity is expanded, nothing is loaded.

Runs of one paragraph belong together, cells are parted by tabs, paragraphs by line ends.
"""

from __future__ import annotations

import html
import re

TAG = re.compile(r"<(/?)([\w:.-]+)((?:\s[^<>]*)?)/?>|<[!?][^>]*>")
LINES = frozenset({"p", "br", "row", "r", "si", "h", "tr", "cr", "title", "creator", "item"})
CELLS = frozenset({"tc", "tab", "c", "table-cell", "lastModifiedBy", "text"})
SPOKEN = re.compile(
    r"\b(?:descr|title|name|Target|tooltip|w:author|author|alt)=\"([^\"]{4,2000})\""
)
"""Attributes that hold what people wrote."""


def text_of(xml: str) -> str:
    """Return what people read in an XML file, and what they wrote into its attributes."""
    spoken: list[str] = []

    def replaced(tag: re.Match[str]) -> str:
        if tag[3]:
            spoken.extend(SPOKEN.findall(tag[3]))
        if tag[2] is None:
            return ""
        name = tag[2].rpartition(":")[2]
        ends = tag[1] == "/" or tag[0].endswith("/>")
        own = tag[2] in {"w:r", "a:r"}
        if not ends or own:
            return ""
        return "\n" if name in LINES else "\t" if name in CELLS else ""

    flowing = html.unescape(TAG.sub(replaced, xml))
    return "\n".join([flowing, *(html.unescape(one) for one in dict.fromkeys(spoken))])
