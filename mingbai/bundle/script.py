"""What scripts and styles would fetch, as far as their text tells.

Comes in: the text of a script or a style. Goes out: addresses with their lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTSIDE = re.compile(
    r"""["'`](?P<address>(?:(?:https?|wss?|ftp):(?:\\?/){2}|(?:\\?/){2}(?=[\w-]+[.:/]))"""
    r"""[\w$%\[][^"'`\s]*)""",
    re.IGNORECASE,
)
"""A text in quotes that begins like an address of another host; ``\\/`` is a slash, too.

Without ``http:`` a host must follow, not the remark behind a text that has ended.
"""

NAMESPACES = ("http://www.w3.org/",)
"""Names of formats that look like addresses; nothing is ever fetched from them."""

ASLEEP = {
    "https://unpkg.com/mermaid@": "mermaid",
    "https://api.github.com/": "source",
    "https://${e}/api/v4/projects/": "source",
    "https://unpkg.com/resize-observer-polyfill": "",
}
"""Addresses in Material's bundle, and the class or component that wakes each.

No page of ours has one, and the proof sees to it. The last is asked in browsers older than
Chrome 64, whatever a page holds: there the page's own policy refuses it.
"""

STYLE_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*?))\s*\)"""
    r"""|@import\s*(?:"([^"]*)"|'([^']*)')"""
    r"""|image-set\(\s*(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)
REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)


def script_addresses(text: str) -> Iterator[tuple[str, int]]:
    """Yield every address of another host that a script holds, and its line."""
    for found in OUTSIDE.finditer(text):
        address = found["address"].replace("\\/", "/")
        if not address.startswith(NAMESPACES):
            yield address, text.count("\n", 0, found.start()) + 1


def style_addresses(text: str) -> Iterator[tuple[str, int]]:
    """Yield every address that a style fetches, and its line."""
    bare = REMARK.sub(lambda found: "\n" * found[0].count("\n"), text)
    for found in STYLE_ADDRESS.finditer(bare):
        address = next(filter(None, found.groups()), "")
        yield address.replace("\\", ""), bare.count("\n", 0, found.start()) + 1


def asleep(address: str, names: set[str]) -> bool:
    """Tell whether nothing wakes an address; ``names`` are what the pages' scripts may look for."""
    return any(
        address.startswith(known) and (not waker or waker not in names)
        for known, waker in ASLEEP.items()
    )
