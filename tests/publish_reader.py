"""A reader who never stops: by path and through open folders, and says what it saw that was wrong.

``python -m tests.publish_reader FOLDER``: says so, reads until its input ends, prints JSON.
"""

from __future__ import annotations

import json
import os
import select
import sys
from collections import Counter
from pathlib import Path

from tests.publish_bundles import PATHS, version_of


class Reader:
    """Counts reads, and keeps what was wrong with any of them."""

    def __init__(self, live: Path) -> None:
        self.live = live
        self.counts: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.seen: set[int] = set()
        self.held = self.hold()

    def round(self) -> None:
        """Read everything by path, through a folder just opened, and through the one before."""
        for path in PATHS:
            self.counts["by path"] += 1
            try:
                self.note(version_of(path, (self.live / path).read_bytes()), f"by path {path}")
            except OSError as failure:
                self.wrong[f"by path {path}: {failure.strerror}"] += 1
        now = self.hold()
        for name, handle in (("fresh folder", now), ("held folder", self.held)):
            if handle is not None:
                self.counts[name] += 1
                self.through(handle, name)
        if self.held is not None:
            os.close(self.held)
        self.held = now

    def hold(self) -> int | None:
        """Open the folder as a server does."""
        try:
            return os.open(self.live, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as failure:
            self.wrong[f"no folder: {failure.strerror}"] += 1
            return None

    def through(self, folder: int, name: str) -> None:
        """Read every file through an open folder: all of one version."""
        found: set[int | None] = set()
        for path in PATHS:
            try:
                handle = os.open(path, os.O_RDONLY, dir_fd=folder)
            except OSError as failure:
                self.wrong[f"{name} {path}: {failure.strerror}"] += 1
                continue
            with os.fdopen(handle, "rb") as file:
                found.add(version_of(path, file.read()))
        if len(found) != 1:
            self.wrong[f"{name}: a mixture of {sorted(map(str, found))}"] += 1

    def note(self, version: int | None, where: str) -> None:
        """Keep which version was seen, or that a file was not whole."""
        if version is None:
            self.wrong[f"{where}: not whole"] += 1
        else:
            self.seen.add(version)


def main(live: Path) -> None:
    """Read until nobody wants to know any longer."""
    reader = Reader(live)
    reader.round()
    sys.stdout.write("reading\n")
    sys.stdout.flush()
    while not select.select([sys.stdin], [], [], 0)[0]:
        reader.round()
    reader.round()
    told = {"counts": reader.counts, "wrong": reader.wrong, "seen": sorted(reader.seen)}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
