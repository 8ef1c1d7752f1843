"""Puts finished folders in the place of old ones: whoever is killed here leaves whole folders.

Linux lets two folders change places in one step; elsewhere the old one steps aside for a moment.
Before the first change a note says which folders are ready, so that the next run can go on.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mingbai.disk.exchange import exchange
from mingbai.disk.write import settle, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

FRESH = ".mingbai-new-"
"""How the folder begins in which new output waits to be put in place."""

NOTE = "ready.json"
"""In that folder: which of its folders are whole, by what the system calls them (inode)."""

ASIDE = "old"
"""In that folder: where old ones step aside if two cannot change places in one step."""


@contextmanager
def fresh_folder(out: Path) -> Iterator[Path]:
    """Give a folder to make new output in; it goes at the end, unless it is still needed."""
    fresh = Path(tempfile.mkdtemp(prefix=FRESH, dir=out))
    try:
        yield fresh
    finally:
        if not (fresh / NOTE).exists():
            shutil.rmtree(fresh, ignore_errors=True)


def put_in_place(out: Path, fresh: Path, names: tuple[str, ...]) -> None:
    """Replace each folder of ``out`` by that of ``fresh``; a failure leaves all as it was.

    Where even that fails, the note stays, and the next run goes on.

    Raises:
        OSError: if a folder cannot be moved, or the disk turns out to be full.

    """
    settle(fresh)
    ready = {name: number_of(fresh / name) for name in names}
    write_whole(fresh / NOTE, json.dumps(ready).encode())
    try:
        for name in names:
            swap(fresh / name, out / name)
    except BaseException:
        for name in names:
            swap_back(fresh / name, out / name, ready[name])
        (fresh / NOTE).unlink()
        raise
    with suppress(OSError):  # all is in place; the next run clears the note
        (fresh / NOTE).unlink()


def recover(out: Path, names: tuple[str, ...]) -> None:
    """Finish what a run was doing when it was killed, and clear what it left."""
    for left in sorted(filter(Path.is_dir, out.glob(f"{FRESH}*"))):
        ready = note_of(left)
        for name in names:
            if name in ready and number_of(out / name) != ready[name] and (left / name).exists():
                swap(left / name, out / name)
            if aside_of(left / name).exists() and not (out / name).exists():
                aside_of(left / name).rename(out / name)
        (left / NOTE).unlink(missing_ok=True)
        shutil.rmtree(left, ignore_errors=True)


def note_of(left: Path) -> dict[str, Any]:
    """Return the note of a folder that a killed run left, empty if it had not come so far."""
    try:
        found = json.loads((left / NOTE).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def number_of(folder: Path) -> int | None:
    """Return what the system calls a folder whatever its name is; None if there is none."""
    return folder.stat().st_ino if folder.exists() else None


def swap(new: Path, place: Path) -> None:
    """Put a folder in its place; the old one, if any, is then where the new one was, or aside."""
    if not place.exists():
        new.rename(place)
    elif not exchange(new, place):
        step_aside(new, place)


def step_aside(new: Path, place: Path) -> None:
    """Swap two folders by one name after the other; there is a moment without."""
    aside_of(new).parent.mkdir(exist_ok=True)
    place.rename(aside_of(new))
    new.rename(place)


def swap_back(new: Path, place: Path, number: int | None) -> None:
    """Undo a swap, however far it came; ``number`` is that of the new folder."""
    if number_of(place) == number and new.exists():
        swap(new, place)
    elif number_of(place) == number:
        place.rename(new)
    if aside_of(new).exists() and not place.exists():
        aside_of(new).rename(place)


def aside_of(new: Path) -> Path:
    """Return where the folder steps aside that a new one replaces."""
    return new.parent / ASIDE / new.name
