"""Ready settings for the servers that an office may have: nginx, IIS, Tomcat.

Comes in: the files of a site and where it will stand. Goes out: text files by path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from mingbai.bundle.types import FOREVER, PLAIN, is_words, used
from mingbai.site.content_security import site_policy
from mingbai.templates import templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment

IIS = "iis/web.config"
SETTINGS = {
    "nginx/mingbai.conf": "nginx.conf.j2",
    IIS: "web.config.j2",
    "tomcat/context.xml": "context.xml.j2",
    "tomcat/web.xml": "web.xml.j2",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""What goes with every file; the second is for browsers that know no ``frame-ancestors``."""

OBEYED = (".html", ".js")
"""Kinds of files that get the Content-Security-Policy: a viewer of PDF may obey it, too."""

PATH = re.compile(r"/(?:(?!\.\.?/)[A-Za-z0-9._~-]+/)*")
"""Below which address a site may stand: these characters mean themselves in all settings."""

FOLDER = re.compile(r"""(?:[A-Za-z]:)?(?:/[^\s/"'`$;{}#<>&|*?:\\]+)+""")
"""In which folder it may lie: nothing that settings or commands would read as something else."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a site stands: ``path`` of its address, with slashes at both ends, and its folder."""

    name: str
    path: str
    folder: str


def settings(files: Mapping[str, bytes], standing: Standing) -> dict[str, bytes]:
    """Return the settings, by path below the folder that they are put into."""
    types = used(files)
    words = sorted({one for one in types.values() if is_words(one)} | {PLAIN})
    values: dict[str, Any] = {
        "name": standing.name,
        "path": standing.path,
        "folder": standing.folder,
        "pattern": re.escape(standing.path.rstrip("/")),
        "context": standing.path.strip("/").replace("/", "#") or "ROOT",
        "types": by_type(types),
        "mime": {one: with_charset(kind) for one, kind in types.items()},
        "words": [one for one in words if one != "text/html"],
        "policy": site_policy(files[path] for path in sorted(files) if path.endswith(".html")),
        "headers": HEADERS,
        "forever": sorted(filter(FOREVER.fullmatch, files)),
        "missing": "404.html" in files,
        "without_policy": sorted(without_pages(files)),
    }
    return {
        path: environment().get_template(template).render(values).encode()
        for path, template in SETTINGS.items()
    }


def without_pages(paths: Iterable[str]) -> Iterator[str]:
    """Yield the uppermost folders that hold neither pages nor scripts: paper and its pictures."""
    folders: dict[str, list[str]] = {}
    for path in paths:
        top, slash, _ = path.partition("/")
        if slash:
            folders.setdefault(top, []).append(path)
    for top, inside in folders.items():
        if not any(one.endswith(OBEYED) for one in inside):
            yield top


def by_type(types: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the endings of each type."""
    found: dict[str, list[str]] = {}
    for ending, kind in types.items():
        found.setdefault(kind, []).append(ending)
    return found


def with_charset(kind: str) -> str:
    """Return a type as IIS and Tomcat send it: words are UTF-8."""
    return f"{kind}; charset=utf-8" if is_words(kind) else kind


@cache
def environment() -> Environment:
    """Return the templates: XML but for nginx, which gets its values as they are."""
    return templates("bundle/hosts", keep_trailing_newline=True)
