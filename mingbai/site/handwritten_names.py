"""Names of what lies in docs/: they become addresses, on hosts that do not tell capitals apart.

Comes in: the folder, and the paths of what is made from records. Goes out: problems with names that
make no address, or that stand where something else goes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.read.names import unusable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PAGE = re.compile(r"\.(md|markdown|mdown|mkd)(\.|$)", re.IGNORECASE)
HOME = "index.md"
SECOND_HOME = "readme.md"
"""The site generator takes it for the first page of its folder."""

KEPT = frozenset({"s", "print", "policies", "cases", "assets", "search", "templates"})
"""Folders of the site that are ours: a code that is given out tomorrow leads into one of them."""

KEPT_PAGES = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})


def page_names(folder: Path, root: Path) -> Iterator[Problem]:
    """Yield the names that make no good address, that not every computer takes, and equal ones."""
    seen: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(root).as_posix()
        first = seen.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        why = unusable(path.name)
        if first != name:
            yield named(path, name, f"和「{first}」只有大小写不同")
        elif PAGE.search(path.name) and path.name.casefold() == SECOND_HOME:
            yield named(path, name, "也会被当成首页")
        elif PAGE.search(path.name) and not is_plain(path):
            yield named(path, name, "不能作网址")
        elif why:
            yield Problem("name-unusable", Place(name), {"found": path.name, "why": why})
        elif PAGE.search(path.name):
            yield from folders_of(path, folder, name)


def folders_of(path: Path, folder: Path, name: str) -> Iterator[Problem]:
    """Yield a page in a folder whose name makes no address."""
    for one in path.relative_to(folder).parts[:-1]:
        if not PLAIN.fullmatch(one):
            yield named(path, name, f"所在的文件夹「{one}」不能作网址")


def kept_places(folder: Path, root: Path) -> Iterator[Problem]:
    """Yield what lies in a folder that only records fill, whatever they fill it with today."""
    for path in below(folder):
        address = address_of(path, folder)
        top, _, inside = address.partition("/")
        if (top in KEPT and inside) or address in KEPT_PAGES:
            yield standing_at(path, root)


def taken(folder: Path, root: Path, made: Iterable[str]) -> Iterator[Problem]:
    """Yield what stands where something made from records goes: it would take its place."""
    places = {with_ending(one) for one in made}
    for path in below(folder):
        if address_of(path, folder) in places:
            yield standing_at(path, root)


def below(folder: Path) -> Iterator[Path]:
    """Yield everything in a folder but folders."""
    yield from (path for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file())


def address_of(path: Path, folder: Path) -> str:
    """Return where a file of docs/ is published, as a host sees it that knows no capitals."""
    return with_ending(path.relative_to(folder).as_posix())


def with_ending(path: str) -> str:
    """Return the address of a page or file, for comparing."""
    bare = path.casefold()
    return f"{bare.removesuffix('.md')}.html" if bare.endswith(".md") else bare


def standing_at(path: Path, root: Path) -> Problem:
    """Say that a place is not free."""
    name = path.relative_to(root).as_posix()
    return Problem("page-taken", Place(name), {"found": name})


def is_plain(path: Path) -> bool:
    """Tell whether a page has a name that every browser and host writes alike."""
    return path.suffix == ".md" and PLAIN.fullmatch(path.stem) is not None


def named(path: Path, name: str, why: str) -> Problem:
    """Say what is wrong with a name."""
    return Problem("page-name", Place(name), {"found": path.name, "why": why})
