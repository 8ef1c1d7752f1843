"""A text as a reader hears it: no markup, nothing invisible, every digit written as 0 to 9.

Comes in: any text. Goes out: plain text that knows for each character where it stood.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.privacy.digits import in_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]

INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins"
    "|kbd|label|mark|nobr|output|q|s|samp|small|span"
)
INLINE += "|strike|strong|sub|sup|text|tspan|tt|u|var|wbr|w:r|w:t|w:rPr|a:r|a:t"
BLOCK = (
    "address|area|article|aside|audio|base|blockquote|body|br|button|caption|center|col|colgroup"
)
BLOCK += (
    "|dd|desc|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|head|header|hr|html"
)
BLOCK += (
    "|iframe|img|input|legend|li|link|main|menu|meta|nav|noscript|ol"
    "|optgroup|option|p|path|picture|pre|rb|rp|rt|ruby|script|section"
)
BLOCK += (
    "|select|source|style|slot|summary|svg|table|tbody|td|template|textarea"
    "|tfoot|th|thead|time|title"
)
BLOCK += "|tr|ul|video|w:p|w:br|a:p"
TAG = rf"</?(?:(?P<inline>{INLINE})|{BLOCK})(?:\s[^<>]{{0,4000}})?/?>"
ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"
UNSEEN = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u20e3\ufe00-\ufe0f\ufeff\u0300-\u036f]+"
)
HIDDEN = re.compile(UNSEEN)
TAKEN = re.compile(
    rf"(?P<tag>{TAG})|(?P<entity>{ENTITY})|(?P<unseen>{UNSEEN})|<!--|-->", re.IGNORECASE
)
ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
DRAWN = frozenset({"d", "points", "viewbox", "transform", "style", "class", "integrity", "sizes"})
MEANT = re.compile(r"\d[^a-zA-Z]{0,3}\d|[\u4e00-\u9fff]{2}|&#|@")
"""Attributes that hold drawings and styles, and what another has at least if it tells of people."""

CELL = re.compile(r"</?t[dh]\b|</dt\b|<dd\b", re.IGNORECASE)
MARKED = re.compile(rf"[<&]|-->|{UNSEEN}")


@dataclass(frozen=True, slots=True)
class Plain:
    """The text and, for each of its characters, from where to where it stood in the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return where a part of the plain text stands in the original."""
        return self.starts[start], self.ends[end - 1]


def plainly(text: str) -> Plain:
    """Return a text without what hides numbers in it."""
    if not MARKED.search(text):
        return Plain(in_digits(text), range(len(text)), range(1, len(text) + 1))
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for part, start, end in pieces(text):
        parts.append(part)
        if len(part) == end - start:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(part))
            ends.extend([end] * len(part))
    return Plain(in_digits("".join(parts)), starts, ends)


def pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield what is left of a text, with where it stood."""
    last = 0
    for found in TAKEN.finditer(text):
        yield text[last : found.start()], last, found.start()
        last = found.end()
        if found["entity"]:
            plain = html.unescape(found[0])
            if not HIDDEN.fullmatch(plain):
                yield plain, found.start(), found.end()
        elif not found["unseen"] and not found["inline"]:
            between = "\t" if CELL.match(found[0]) else "\n"
            yield between, found.start(), found.end()
    yield text[last:], last, len(text)


def tags(text: str) -> Iterator[Span]:
    """Yield the insides of tags with two attributes: one may name whom both are about."""
    if "=" not in text or "<" not in text:
        return
    for tag in TAKEN.finditer(text):
        if tag["tag"] and tag[0].count("=") > 1 and MEANT.search(tag[0]):
            yield tag.start() + 1, tag.end() - 1


def attributes(text: str) -> Iterator[Span]:
    """Yield where the values of attributes stand in the tags of a text: people read them too."""
    if "<" not in text:
        return
    for tag in TAKEN.finditer(text):
        if tag["tag"] and "=" in tag[0]:
            for value in ATTRIBUTE.finditer(tag[0]):
                at = next(one for one in (2, 3, 4) if value[one] is not None)
                if value[1].lower() not in DRAWN and MEANT.search(value[at]):
                    yield tag.start() + value.start(at), tag.start() + value.end(at)
