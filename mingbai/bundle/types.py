"""Which type each kind of file is sent as; a browser told ``nosniff`` takes it at its word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.bundle.manifest import SUMS
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "csv": "text/csv",
    "srt": "text/plain",
    "json": "application/json",
    "map": "application/json",
    "xml": "text/xml",
    "gz": "application/gzip",
    "zip": "application/zip",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "pptx": f"{OFFICE}.presentationml.presentation",
}
PLAIN = "text/plain"
"""The type of a file without an ending: ``SHA256SUMS``."""

WORDS = {"application/json", "image/svg+xml", "application/xml"}
"""Types besides ``text/…`` that hold UTF-8 words: sent with a charset, and packed on the way."""

FOREVER = re.compile(r"assets/.*\.[0-9a-f]{8}\.min\.(?:css|js)")
"""Files with the hash of their content in their name: another content has another name."""


def ending(path: str) -> str:
    """Return what follows the last dot of a file's name."""
    name = path.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def is_words(kind: str) -> bool:
    """Tell whether files of a type hold words."""
    return kind.startswith("text/") or kind in WORDS


def used(paths: Iterable[str]) -> dict[str, str]:
    """Return the types of the endings that a site has, by ending."""
    endings = {*map(ending, paths), "json"} & set(TYPES)
    return {one: TYPES[one] for one in sorted(endings)}


def unknown(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield each file that no server would know how to send."""
    for path in paths:
        if ending(path) not in TYPES and path != SUMS:
            yield Problem("bundle-type", Place(path, 0), {"found": ending(path) or "没有后缀"})
