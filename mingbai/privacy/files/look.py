"""Looks for what is private in files and folders, their names included.

Comes in: paths. Goes out: problems that show masked text only, at the line where there is one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.privacy.files.kinds import MOST_BYTES, opened
from mingbai.privacy.gate import judge
from mingbai.privacy.told import problems_of
from mingbai.privacy.veil import veil
from mingbai.problems import Place, Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.privacy.contexts import Context

LEFT_OUT = frozenset({".git", ".venv", "node_modules", "__pycache__", ".build", ".DS_Store"})
"""Folders of tools, in which nobody writes."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in how many files."""

    files: int
    problems: tuple[Problem, ...]


def look(paths: Iterable[Path]) -> Looked:
    """Look into files, and into all files of folders; a file is looked into once."""
    listed = list(dict.fromkeys(one for path in paths for one in files_of(path)))
    problems = (one for path in listed for one in problems_in(path, path.as_posix()))
    return Looked(len(listed), in_order(problems))


def files_of(path: Path) -> Iterator[Path]:
    """Yield a file, or the files of a folder in order; links are not followed."""
    if not path.is_dir():
        yield path
        return
    for folder, inside, files in os.walk(path):
        inside[:] = sorted(set(inside) - LEFT_OUT)
        for name in sorted(files):
            if name not in LEFT_OUT:
                yield Path(folder) / name


def problems_in(path: Path, name: str, context: Context | None = None) -> tuple[Problem, ...]:
    """Return what is private in one file; ``name`` is its path in reports."""
    try:
        status = path.stat()
        if status.st_size > MOST_BYTES:
            return (Problem("privacy-unread", Place(veil(name), 0), {"why": "文件太大"}),)
        return looked_into(path, name, context, status.st_mtime_ns, status.st_size)
    except OSError as failure:
        why = {"why": failure.strerror or "打不开"}
        return (Problem("privacy-unread", Place(veil(name), 0), why),)


@lru_cache(maxsize=512)
def looked_into(
    path: Path, name: str, context: Context | None, _changed: int, _size: int
) -> tuple[Problem, ...]:
    """Look into one file, once for each state of it: ``serve`` asks again and again."""
    found = opened(path.name, path.read_bytes(), context)
    problems = [*of_name(path.name, name)]
    for part in found.parts:
        verdict = judge(part.text, part.context)
        place = Place(name, part.first_line)
        problems.extend(problems_of(verdict, part.text, place, part.where or "这里"))
    whole = Place(veil(name), 0)
    problems += [Problem("privacy-picture-place", whole, {"where": one}) for one in found.located]
    problems += [Problem("privacy-picture-author", whole, {"found": one}) for one in found.authors]
    problems += [Problem("privacy-unread", whole, {"why": one}) for one in found.unread]
    return tuple(problems)


def of_name(bare: str, name: str) -> Iterator[Problem]:
    """Yield what is private in the name of a file; the report shows the name masked."""
    verdict = judge(bare, "attachment")
    yield from problems_of(verdict, bare, Place(name, 0), "文件名里")
