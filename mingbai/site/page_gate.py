"""What a finished page may not hold: the net below the rules for records and hand-written pages.

Comes in: the HTML of a page, as a browser will get it. Goes out: what leads out of the site or runs
inside the page. A page with such a thing is not published, whoever put it there: a writer, a theme,
another plugin. Addresses are read as a browser reads them, without the white space inside.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from mingbai.site.content_security import SCRIPT_TYPES

ELEMENTS = frozenset({"iframe", "frame", "frameset", "object", "embed", "applet", "base", "portal"})
"""Elements that bring another page into a page, or move its links."""

ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "poster", "data", "background", "xlink:href"}
)
LINKS = frozenset({"a", "area"})
NAMED = frozenset({"canonical", "alternate"})
"""Relations of a ``<link>`` that only tell an address; nothing is loaded from there."""

SPACE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b\ufeff]+")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
FOLLOWED = frozenset({"http", "https", "tel", "mailto"})
"""What a reader's tap may open."""


def refused(page: str) -> tuple[str, ...]:
    """Return what must not stand in the page, each as it is written there, once."""
    gate = Gate()
    gate.feed(page)
    gate.close()
    return tuple(dict.fromkeys(gate.found))


def scheme_of(address: str) -> str:
    """Return the scheme that a browser sees: ``//`` for another host, nothing inside the site."""
    bare = SPACE.sub("", address).lower().replace("\\", "/")
    scheme = SCHEME.match(bare)
    if scheme:
        return scheme[1]
    return "//" if bare.startswith("//") else ""


class Gate(HTMLParser):
    """Collects what is refused while it reads a page."""

    def __init__(self) -> None:
        """Start with nothing found."""
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge an element by its name and its attributes."""
        given = {name: value or "" for name, value in attrs}
        if tag in ELEMENTS or runs_here(tag, given) or refreshes_elsewhere(tag, given):
            self.found.append(f"<{tag}>")
        for name, value in given.items():
            if wrong(tag, name, value, given):
                self.found.append(f"{name}={value[:40]}")


def runs_here(tag: str, given: dict[str, str]) -> bool:
    """Tell whether an element is a script inside the page."""
    kind = given.get("type", "").strip().lower()
    return tag == "script" and kind in SCRIPT_TYPES and "src" not in given


def refreshes_elsewhere(tag: str, given: dict[str, str]) -> bool:
    """Tell whether an element sends the reader to another host by itself."""
    asked = tag == "meta" and given.get("http-equiv", "").strip().lower() == "refresh"
    address = given.get("content", "").lower().partition("url=")[2]
    return asked and bool(scheme_of(address.strip("\"' ")))


def wrong(tag: str, name: str, value: str, given: dict[str, str]) -> bool:
    """Tell whether an attribute runs something, draws past the stylesheets, or leads out."""
    if name.startswith("on") or name in {"style", "ping", "srcdoc"}:
        return True
    if name == "srcset":
        return any(scheme_of(one) for one in value.split(","))
    scheme = scheme_of(value) if name in ADDRESSES else ""
    followed = tag in LINKS and scheme in FOLLOWED
    told = tag == "link" and given.get("rel", "") in NAMED
    return bool(scheme) and not followed and not told
