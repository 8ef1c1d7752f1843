"""What a page may load and run: the Content-Security-Policy of one page, and of a whole site.

Comes in: finished HTML. Goes out: a policy that allows what the page has and nothing else, never
from another host and never ``unsafe-…``. It stands in the page as ``<meta>``, so that it holds on a
USB stick too; a server may send ``site_policy`` besides, and then both hold. Seen to hold over http
below a sub-path and on ``file://`` in Chromium 156. (Firefox 153 asks the policy about inline
scripts on ``file://``, but not about files beside the page.)

What Material (9.8.1) would need, and what it got:

* Three inline scripts, for its storage, linked tabs and colours. They are gone: the partials in
  ``theme/partials/javascripts/`` are empty, ``assets/js/display.js`` offers no storage and sets the
  colours. So no page has an inline script, and ``script-src`` has no hash.
* ``<script type="application/json">`` with its settings: data, which no policy asks about.
* ``img-src data:``. Its stylesheet draws the arrows of folded parts and of hits from there; as
  files they would not show on ``file://``, where a mask has to come from the page itself.
* ``worker-src 'self'`` for the search. The words of all pages come as a script, so ``connect-src``
  is ``'none'`` everywhere. ``child-src`` says the same to browsers that know CSP 2 only.
* ``style-src`` without hashes: it sets styles by script, which is allowed. What Markdown puts into
  ``style="…"``, the columns of tables, becomes ``align``: see ``config.py``.
* ``unpkg.com`` and ``api.github.com`` are names in its bundle, for browsers without ResizeObserver,
  for diagrams and for code repositories. Nothing asks for them here; the policy would refuse them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Attributes = dict[str, str]
Sources = dict[str, set[str]]

CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
SCRIPT_TYPES = frozenset({"", "module", "text/javascript", "application/javascript"})
"""Types of a script that runs; any other is a block of data."""

SELF = "'self'"
NONE = "'none'"
CLOSED = {
    "default-src": NONE,
    "base-uri": NONE,
    "connect-src": NONE,
    "form-action": NONE,
    "frame-src": NONE,
    "object-src": NONE,
}
"""What a page may do before it is looked at; only ``form-action`` ever opens."""

SEARCH_BOX = ("data-md-component", "search")


def page_policy(page: str) -> str:
    """Return the policy of one page, for its ``<meta>``."""
    return written(needed(page))


def site_policy(pages: Iterable[bytes]) -> str:
    """Return one policy for all pages of a site, for the header that a server sends.

    It is for HTML and scripts (a worker obeys the header it came with). A PDF or picture is sent
    without it: some viewers are pages of their own, and would obey it.
    """
    together: Sources = {"frame-ancestors": {SELF}}
    for page in pages:
        for directive, sources in needed(page.decode()).items():
            together.setdefault(directive, set()).update(sources)
    return written(together)


def with_policy(page: str) -> str:
    """Return the page with its policy as early as it can stand: before anything is loaded."""
    if "Content-Security-Policy" in page:
        return page
    charset = CHARSET.search(page)
    if charset is None:
        message = "a page names its character set first"
        raise ValueError(message)
    meta = META.format(page_policy(page))
    return f"{page[: charset.end()]}\n{meta}{page[charset.end() :]}"


def written(needs: Sources) -> str:
    """Write a policy, the same for the same needs."""
    opened = {name: " ".join(sorted(sources)) for name, sources in sorted(needs.items())}
    return "; ".join(f"{name} {sources}" for name, sources in {**CLOSED, **opened}.items())


def needed(page: str) -> Sources:
    """Return the sources that a page needs, by directive."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader.needs


def digest(content: str) -> str:
    """Return the name under which a policy allows an inline block."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


class Reader(HTMLParser):
    """Collects what a page loads and what it carries inline."""

    def __init__(self) -> None:
        """Start with nothing needed."""
        super().__init__()
        self.needs: Sources = {}
        self.inside = ""
        self.content: list[str] = []

    def need(self, directive: str, *sources: str) -> None:
        """Note sources for a directive."""
        self.needs.setdefault(directive, set()).update(sources)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element loads, or that its content will have to be allowed."""
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and "src" in given:
            self.need("script-src", SELF)
        elif tag == "style" or (tag == "script" and given.get("type", "") in SCRIPT_TYPES):
            self.inside, self.content = f"{tag}-src", []
        elif tag == "link":
            self.linked(given.get("rel", "").split())
        elif tag == "img":
            self.need("img-src", SELF)
        elif tag in {"audio", "video"}:
            self.need("media-src", SELF)
        elif tag == "form" and "action" in given:
            self.need("form-action", SELF)
        if SEARCH_BOX in attrs:
            self.need("worker-src", SELF)
            self.need("child-src", SELF)

    def linked(self, relations: list[str]) -> None:
        """Note a stylesheet (which may draw small pictures of its own) or an icon."""
        if "stylesheet" in relations:
            self.need("style-src", SELF)
            self.need("img-src", SELF, "data:")
        if "icon" in relations:
            self.need("img-src", SELF)

    def handle_data(self, data: str) -> None:
        """Keep the content of an inline block."""
        if self.inside:
            self.content.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Allow the block that ends here by its hash."""
        if self.inside == f"{tag}-src":
            self.need(self.inside, digest("".join(self.content)))
            self.inside = ""
