"""One command at a time in a folder: the second is told, whoever started first goes on.

The lock is the operating system's, on a file in the folder. It ends with the process, however that
ends, so that nobody ever clears a lock by hand. Shared folders that know no locks go without.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem, ProblemsFound

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = ".mingbai-lock"
"""The file that is locked; it is there while a command is at work, or after a kill."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Work in a folder alone; it is made if need be, and goes again if nothing came of it.

    Raises:
        ProblemsFound: if another command is at work in it; then nothing has changed.
        OSError: if nobody may write in it.

    """
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / LOCK
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    ours = gone = False
    try:
        ours = held(handle, path)
        if not ours:
            values = {"folder": folder.name}
            raise ProblemsFound([Problem("out-busy", Place(folder.name, 0), values)])
        yield
    finally:
        if ours:
            gone = removed(path)
        os.close(handle)
        if ours and not gone:
            removed(path)
        for one in made if ours else ():
            with suppress(OSError):
                one.rmdir()


def held(handle: int, path: Path) -> bool:
    """Lock an open file; false if somebody else holds it, or has just removed it."""
    with suppress(OSError):  # a file system without locks: whoever is there works
        if not taken(handle):
            return False
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def removed(path: Path) -> bool:
    """Remove the file; false where no open file can be removed, as on Windows."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


def taken(handle: int) -> bool:
    """Lock an open file, or say that somebody else has.

    Raises:
        OSError: if the file system knows no locks.

    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
