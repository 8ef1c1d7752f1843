"""Where output may go: never over the sources, a whole disk, or what somebody else made."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem, ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = ".mingbai"
"""A file in the output folder that says the folder is ours to replace."""

ROOMS = ("site", "print", "villages", "talks", "bundle", "bundle-scan")
"""The folders that the commands make in an output folder, each its own."""

SOURCES = ("policies", "cases", "docs", "campaign")
"""The folders of a project that people write in."""


def refuse_out(root: Path, out: Path, names: tuple[str, ...]) -> None:
    """Refuse an output folder ``out`` for the project at ``root``; ``names`` are to be replaced.

    Raises:
        ProblemsFound: then nothing has been touched.

    """
    problem = misplaced(root.resolve(), out.resolve()) or taken_by_others(out, names)
    if problem:
        raise ProblemsFound([problem])


@contextmanager
def claimed(out: Path) -> Iterator[None]:
    """Mark a folder as ours before anything is put there; a failure takes a new mark away again."""
    mark = out / MARK
    before = mark.is_file()
    mark.touch()
    try:
        yield
    except BaseException:
        if not before:
            mark.unlink()
        raise


def misplaced(root: Path, out: Path) -> Problem | None:
    """Return what is wrong with the place of an output folder; both paths are whole."""
    if out == out.parent:
        return wide(out, "整个磁盘")
    if out in (root, *root.parents):
        return wide(out, "整个项目")
    if out == home():
        return wide(out, "您的主文件夹")
    inside = next(with_sources(root, out), None)
    if inside is None:
        return None
    values = {"folder": out.name, "inside": inside.relative_to(root).as_posix()}
    return Problem("out-in-sources", Place(out.name, 0), values)


def wide(out: Path, what: str) -> Problem:
    """Say that an output folder is far more than that."""
    name = out.name or str(out)
    return Problem("out-wide", Place(name, 0), {"folder": name, "what": what})


def home() -> Path | None:
    """Return the home of whoever runs this, if there is one."""
    try:
        return Path.home().resolve()
    except (RuntimeError, OSError):
        return None


def with_sources(root: Path, out: Path) -> Iterator[Path]:
    """Yield each folder between the project and its output that holds something else."""
    if root not in out.parents:
        return
    way = [one for one in (out, *out.parents) if root in one.parents]
    for above, below in zip(way, [None, *way], strict=False):
        foreign = above.is_dir() and not (above / MARK).is_file() and others(above, below)
        if foreign or above.relative_to(root).as_posix() in SOURCES:
            yield above


def others(folder: Path, below: Path | None) -> bool:
    """Tell whether a folder has anything but our rooms, what is hidden, and the way down."""
    names = {one.name for one in folder.iterdir() if not one.name.startswith(".mingbai")}
    return bool(names - {*ROOMS, below.name if below else ""})


def taken_by_others(out: Path, names: tuple[str, ...]) -> Problem | None:
    """Say that something to be replaced was not made by us."""
    strangers = [name for name in names if (out / name).exists()]
    if not strangers or (out / MARK).is_file():
        return None
    found = {"folder": out.name, "names": "、".join(strangers)}
    return Problem("out-not-ours", Place(out.name, 0), found)
