"""Where an address in a page leads: inside the site, to another host, or to no page at all."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
HOSTS = re.compile(r"(?:https?|wss?|ftp):|[\\/]{2}", re.IGNORECASE)
IGNORED = str.maketrans("", "", "\t\n\r")
"""What a browser drops from an address before it reads it."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where an address leads.

    ``path`` is below the site, without a closing slash; nowhere is ``..``: out of its folder, or
    from the server's root, which holds at one place only. ``anchor`` is what follows ``#``.
    """

    kind: Literal["inside", "outside", "scheme"]
    path: str = ""
    anchor: str = ""


def resolve(page: str, address: str) -> Resolved:
    """Return where an address in the file ``page`` leads, read as a browser does."""
    plain = address.translate(IGNORED).strip()
    if HOSTS.match(plain):
        return Resolved("outside")
    if SCHEME.match(plain):
        return Resolved("scheme")
    before, _, anchor = plain.partition("#")
    path = unquote(before.partition("?")[0]).replace("\\", "/")
    if not path:
        return Resolved("inside", page, unquote(anchor))
    if path.startswith("/"):
        return Resolved("inside", "..", unquote(anchor))
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if joined == ".." or joined.startswith("../"):
        return Resolved("inside", "..", unquote(anchor))
    return Resolved("inside", "" if joined == "." else joined, unquote(anchor))
