"""A bundle as a folder: unpacked, or published."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mingbai.bundle.local import Local, hashed
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Folder(Local):
    """A source that is a folder; the folder itself may be a link, nothing inside it may."""

    def __init__(self, path: Path) -> None:
        """Look at every name below ``path``."""
        self.path = path
        self.label = path.name or str(path)
        found = tuple(walked(path, ""))
        self.names: frozenset[str] | None = frozenset(name for name, plain in found if plain)
        self.flaws = tuple(
            Problem("bundle-not-file", Place(name, 0)) for name, plain in found if not plain
        )

    def content(self, path: str, most: int) -> bytes | None:
        """Return a file, at most one byte more than ``most``; None if there is none."""
        if path not in (self.names or ()):
            return None
        with (self.path / path).open("rb") as stream:
            return stream.read(most + 1)

    def digest(self, path: str, size: int) -> tuple[str, int] | None:
        """Return SHA-256 and size of a file, without reading it if its size is another."""
        if path not in (self.names or ()):
            return None
        with (self.path / path).open("rb") as stream:
            there = os.fstat(stream.fileno()).st_size
            return hashed(stream) if there == size else ("", there)


def walked(folder: Path, above: str) -> Iterator[tuple[str, bool]]:
    """Yield everything below a folder but the folders: its path, and whether it is a plain file."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            path = f"{above}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from walked(folder / entry.name, f"{path}/")
            else:
                yield path, entry.is_file(follow_symlinks=False)
