"""What a folder and a zip have in common: all files are known, and read one after the other."""

from __future__ import annotations

import hashlib
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mingbai.bundle.entry import Entry
    from mingbai.bundle.source import Source
    from mingbai.problems import Problem

CHUNK = 1 << 20


class Local:
    """A source whose files lie on this machine."""

    def also(self, entry: Entry) -> tuple[Problem, ...]:  # noqa: ARG002 - as Source
        """Return nothing: the bytes are all there is."""
        return ()

    def each(
        self: Source,
        entries: Iterable[Entry],
        compare: Callable[[Source, Entry], tuple[Problem, ...]],
    ) -> Iterator[Problem]:
        """Yield what ``compare`` finds, in order."""
        for entry in entries:
            yield from compare(self, entry)

    def close(self) -> None:
        """Let go of nothing."""


def hashed(stream: IO[bytes]) -> tuple[str, int]:
    """Return SHA-256 and size of what a stream holds."""
    sha256, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        sha256.update(chunk)
        size += len(chunk)
    return sha256.hexdigest(), size
