"""Writes files so that nobody ever sees half of one; the only module that does.

A file appears under its name when it is whole; whatever goes wrong before leaves the old one.
"""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PARTIAL = ".mingbai-part-"
"""How the name of a file begins while it is being written."""

AT_ONCE = 16
"""Files to wait for at once: a disk settles many in the time of one."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place in one step.

    Raises:
        OSError: if it cannot be written; then the old file is as it was.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=PARTIAL, dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        fresh.chmod(0o644)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def clear_partial(folder: Path) -> None:
    """Remove what a run that was killed had half written below a folder."""
    for left in sorted(folder.rglob(f"{PARTIAL}*")):
        left.unlink(missing_ok=True)


def append_line(path: Path, line: str) -> None:
    """Add a line to a journal, so that it is there even if the machine stops right after."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="\n") as out:
        out.write(line + "\n")
        out.flush()
        os.fsync(out.fileno())


def settle(folder: Path) -> None:
    """Wait until all below a folder is on the disk: a full one may say so only now.

    Raises:
        OSError: if something could not be kept.

    """
    with ThreadPoolExecutor(AT_ONCE) as many:
        for _ in many.map(kept, (folder, *folder.rglob("*"))):
            pass


def kept(path: Path) -> None:
    """Wait until a file, or the list of a folder's files, is on the disk."""
    if path.is_file():
        with path.open("rb+") as written:
            os.fsync(written.fileno())
    elif os.name != "nt":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_new_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Write files below a folder that does not exist yet and that nobody looks at so far."""
    folder.mkdir()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
