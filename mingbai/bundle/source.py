"""A bundle wherever it lies: what its files are called, and their bytes, looked at one at a time.

``opened`` gives one for a folder, a zip or an http(s) address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mingbai.bundle.entry import Entry
    from mingbai.problems import Problem


class Source(Protocol):
    """A bundle opened for reading.

    ``flaws`` say why nothing of it may be read: links, names that lead outside, a zip that unpacks
    to far more than it is. ``names`` are all files, None where a server does not tell.
    """

    label: str
    flaws: tuple[Problem, ...]
    names: frozenset[str] | None

    def content(self, path: str, most: int) -> bytes | None:
        """Return a file, at most one byte more than ``most``; None if there is none."""

    def digest(self, path: str, size: int) -> tuple[str, int] | None:
        """Return SHA-256 and size; a size other than the one expected needs no reading on."""

    def also(self, entry: Entry) -> tuple[Problem, ...]:
        """Return what else is wrong with a file whose bytes are right."""

    def each(
        self, entries: Iterable[Entry], compare: Callable[[Source, Entry], tuple[Problem, ...]]
    ) -> Iterator[Problem]:
        """Yield what ``compare`` finds, in the order of the list."""

    def close(self) -> None:
        """Let go of what was opened."""
