"""A bundle wherever it lies: what its files are called, and their bytes, looked at one at a time.

Comes in: a folder, a zip or an http(s) address. Goes out: a ``Source`` to read from.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mingbai.problems import Place, Problem, ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mingbai.bundle.manifest import Entry

SCHEMES = ("http://", "https://")


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


def is_address(given: Path | str) -> bool:
    """Tell whether a bundle is asked for over http."""
    return isinstance(given, str) and given.lower().startswith(SCHEMES)


@contextmanager
def opened(given: Path | str) -> Iterator[Source]:
    """Open a folder, a zip or an http(s) address, and close it afterwards.

    Raises:
        ProblemsFound: if there is nothing of the kind.

    """
    source = open_source(given)
    try:
        yield source
    finally:
        source.close()


def open_source(given: Path | str) -> Source:
    """Open a folder, a zip or an http(s) address.

    Raises:
        ProblemsFound: if there is nothing of the kind.

    """
    from mingbai.bundle.archive import Archive  # noqa: PLC0415 - these know Source, too
    from mingbai.bundle.folder import Folder  # noqa: PLC0415
    from mingbai.bundle.remote import Remote  # noqa: PLC0415

    if is_address(given):
        return Remote(str(given))
    path = Path(given)
    if path.is_dir():
        return Folder(path)
    if path.is_file():
        return Archive(path)
    raise ProblemsFound([Problem("bundle-absent", Place(path.name or str(path), 0))])
