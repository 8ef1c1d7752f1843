"""Names of files that every host can keep: Windows refuses more than Linux does.

Comes in: a path with ``/`` between its parts. Goes out: what is wrong with it, in Chinese.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 150
"""Characters of a path: Windows allows 260 together with the folder that it lies in."""

REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE
)


def path_flaw(path: str) -> str:
    """Return why no bundle may hold a path, or nothing."""
    if not path or path.startswith("/") or len(path) > LONGEST:
        return "路径太长" if path and path[0] != "/" else "不是相对路径"
    return next(filter(None, map(part_flaw, path.split("/"))), "")


def part_flaw(name: str) -> str:
    """Return what is wrong with one part of a path, or nothing."""
    if name in {"", ".", ".."}:
        return "路径里有空的一段、. 或者 .."
    if REFUSED.search(name):
        return "有 Windows 不许用的字符"
    if name.endswith((".", " ")) or name.startswith(" "):
        return "末尾有点，或者两头有空格，Windows 会改掉"
    if RESERVED.fullmatch(name):
        return "是 Windows 保留的名字"
    if unicodedata.normalize("NFC", name) != name:
        return "有分开写的声调或部首，换一台电脑会变成另一个名字"
    return ""


def folded(path: str) -> str:
    """Return what a path is to a host that does not tell capitals apart."""
    return unicodedata.normalize("NFC", path).casefold()


def collisions(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each path that is the same as another before it, or a folder as well as a file."""
    seen: dict[str, str] = {}
    for path in paths:
        if folded(path) in seen:
            yield path, seen[folded(path)]
        seen[folded(path)] = path
    for path in seen.values():
        parts = path.split("/")
        for depth in range(1, len(parts)):
            above = seen.get(folded("/".join(parts[:depth])))
            if above is not None:
                yield path, above
