"""What paper was promised: every address that was ever printed leads somewhere in this build.

Comes in: the ledger and the pages made, by their address below the site. Goes out: what is gone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.editions.standing import by_anchor
from mingbai.problems import Problem
from mingbai.views.standards import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.problems import Place

EVERY = ("s/index.html", f"s/{ADDRESS}/index.html")
"""Behind the codes of paper about all policies: promised as soon as any paper was released."""

ANCHOR = re.compile(rb"""\bid=["']?([\w-]+)|\{:?\s*#([\w-]+)""")
"""An anchor in a page of HTML, or in Markdown that is to become one."""


def promised(library: Library) -> dict[str, tuple[frozenset[str], Place]]:
    """Return each address that was given out, its anchors, and the line that gave it out first."""
    found: dict[str, tuple[frozenset[str], Place]] = {}
    for line in library.ledger[:1]:
        found.update((path, (frozenset(), line.at("code"))) for path in EVERY)
    for line in library.ledger:
        anchors = frozenset(by_anchor(line.parts) if line.parts else ())
        addresses = {
            f"s/{line.code}/index.html": frozenset[str](),
            f"s/{line.code}/{line.edition}/index.html": frozenset[str](),
            f"policies/{line.policy}/index.html": anchors,
        }
        for path, more in addresses.items():
            known, place = found.get(path, (frozenset(), line.at("code")))
            found[path] = (known | more, place)
    return found


def broken(library: Library, pages: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield every address and every anchor that paper or an older page leads to in vain."""
    for path, (anchors, place) in promised(library).items():
        if path not in pages:
            yield Problem("promise-broken", place, {"path": path})
            continue
        found = {name.decode() for pair in ANCHOR.findall(pages[path]) for name in pair if name}
        for anchor in sorted(anchors):
            if anchor not in found:
                yield Problem("promise-anchor", place, {"path": path, "anchor": anchor})
