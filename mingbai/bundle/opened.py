"""Opens a bundle wherever it lies: a folder, a zip, an http(s) address."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.bundle.archive import Archive
from mingbai.bundle.folder import Folder
from mingbai.bundle.remote import Remote
from mingbai.problems import Place, Problem, ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.bundle.source import Source

SCHEMES = ("http://", "https://")


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
    if is_address(given):
        return Remote(str(given))
    path = Path(given)
    if path.is_dir():
        return Folder(path)
    if path.is_file():
        return Archive(path)
    raise ProblemsFound([Problem("bundle-absent", Place(path.name or str(path), 0))])
