"""Names of hand-written pages: they become addresses, on hosts that do not tell capitals apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PAGE = re.compile(r"\.(md|markdown|mdown|mkd)(\.|$)", re.IGNORECASE)
HOME = "index.md"
SECOND_HOME = "readme.md"
"""The site generator takes it for the first page of its folder."""


def page_names(folder: Path, root: Path) -> Iterator[Problem]:
    """Yield the pages whose names make no good address, and those that share one."""
    seen: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(root).as_posix()
        first = seen.setdefault(name.casefold(), name)
        if first != name:
            yield named(path, name, f"和「{first}」只有大小写不同")
        elif PAGE.search(path.name) and path.name.casefold() == SECOND_HOME:
            yield named(path, name, "也会被当成首页")
        elif PAGE.search(path.name) and not is_plain(path):
            yield named(path, name, "不能作网址")


def is_plain(path: Path) -> bool:
    """Tell whether a page has a name that every browser and host writes alike."""
    return path.suffix == ".md" and PLAIN.fullmatch(path.stem) is not None


def named(path: Path, name: str, why: str) -> Problem:
    """Say what is wrong with a name."""
    return Problem("page-name", Place(name), {"found": path.name, "why": why})
