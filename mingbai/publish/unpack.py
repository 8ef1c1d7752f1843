"""Writes the files of a bundle into a new folder, so that they are on the disk and readable.

The only module that writes them; what is read back from the disk is compared elsewhere.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from mingbai.bundle.manifest import MANIFEST, SUMS
from mingbai.bundle.opened import opened
from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.publish.site import on_disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mingbai.bundle.manifest import Manifest

FILE_MODE = 0o644
FOLDER_MODE = 0o755
"""Whatever the umask of whoever publishes: the web server must read it."""

BLOCK = 4096
"""Bytes in which file systems count."""


def bytes_needed(manifest: Manifest) -> int:
    """Return how many bytes a bundle takes on the disk, with its folders and list."""
    sizes = [one.bytes for one in manifest.files]
    sizes += [len(manifest.content()), len(manifest.sums())]
    blocks = sum(-(-size // BLOCK) for size in sizes) + len(sizes) // 16 + len(folders(manifest))
    return blocks * BLOCK


def folders(manifest: Manifest) -> list[str]:
    """Return every folder of a bundle, those above before those inside, the bundle's own first."""
    found = {""}
    for entry in manifest.files:
        above = entry.path.split("/")[:-1]
        found.update("/".join(above[: depth + 1]) for depth in range(len(above)))
    return sorted(found)


def unpack(bundle: Path, manifest: Manifest, folder: Path) -> None:
    """Write the listed files of a zip, and its lists, into a folder that does not exist yet.

    Raises:
        ProblemsFound: if the zip does not hold what its list says.
        OSError: if something cannot be written; then the folder is left half full.

    """
    inside = [folder / path for path in folders(manifest)]
    for one in inside:
        one.mkdir()
        one.chmod(FOLDER_MODE)
    written = [write(folder / path, content) for path, content in contents(bundle, manifest)]
    for path in written:
        keep_on_disk(path)
    on_disk(*reversed(inside))


def contents(bundle: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file to write.

    Raises:
        ProblemsFound: for a zip that no longer is the one that was verified.

    """
    with opened(bundle) as source:
        if source.flaws:
            raise ProblemsFound(source.flaws)
        for entry in manifest.files:
            content = source.content(entry.path, entry.bytes)
            if content is None:
                raise ProblemsFound([Problem("bundle-missing", Place(entry.path, 0))])
            yield entry.path, content
    yield MANIFEST, manifest.content()
    yield SUMS, manifest.sums()


def write(path: Path, content: bytes) -> Path:
    """Write a new file; its time is now, never the bundle's.

    Servers tell browsers by time and size whether a file has changed: one digit of a telephone
    number changes neither if the time comes from the bundle.

    Raises:
        OSError: if it cannot be written, or is there already.

    """
    with path.open("xb") as out:
        out.write(content)
    path.chmod(FILE_MODE)
    return path


def keep_on_disk(path: Path) -> None:
    """Wait until the disk has a file, then let the memory forget it: it is read back for real.

    All files are written before the first wait: the disk then orders its work.

    Raises:
        OSError: if the disk fails.

    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        if sys.platform == "linux":
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
