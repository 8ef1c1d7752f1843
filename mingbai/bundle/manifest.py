"""The list of a bundle's files with their SHA-256, and what the bundle was made from.

Comes in: a folder, or the bytes of ``MANIFEST.json``. Goes out: a ``Manifest``, or its bytes.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date  # noqa: TC003 - pydantic reads annotations when it runs
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, ValidationError

from mingbai.bundle.entry import Data, Entry
from mingbai.bundle.names import path_flaw
from mingbai.bundle.opened import opened
from mingbai.problems import Place, Problem, ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mingbai.bundle.source import Source

MANIFEST = "MANIFEST.json"
SUMS = "SHA256SUMS"
UNLISTED = frozenset({MANIFEST, SUMS})
"""The two files at the root of a bundle that the list does not name."""

LARGEST = 32_000_000
"""Bytes of a list we are willing to read: some 200,000 files."""


class Review(Data):
    """Who has checked a policy, and the latest edition released (0: none)."""

    policy: str
    name: str
    state: Literal["draft", "reviewed"]
    by: str | None
    on: date | None
    next_by: date | None
    edition: Annotated[int, Field(ge=0)]


class Facts(Data):
    """What a bundle was made from; ``serial`` is the number of lines of the ledger.

    ``scan_only`` says that it holds only the pages behind printed codes. ``source`` is the commit,
    with ``+改动`` where the tree had more than that, None without git.
    """

    format: Literal[1] = 1
    serial: Annotated[int, Field(ge=0)]
    region: Annotated[str, Field(pattern="^[0-9]{6}([0-9]{3}){0,2}$")]
    as_of: date
    public_url: str | None
    scan_only: bool
    versions: dict[str, str]
    source: str | None
    reviews: tuple[Review, ...]


class Manifest(Facts):
    """The facts and every file but the list itself and ``SHA256SUMS``, sorted by path."""

    files: tuple[Entry, ...]

    def content(self) -> bytes:
        """Return the bytes of ``MANIFEST.json``."""
        data = self.model_dump(mode="json")
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()

    def sums(self) -> bytes:
        """Return the bytes of ``SHA256SUMS``, for ``sha256sum -c``: each file, and the list."""
        return sums_of({**{one.path: one.sha256 for one in self.files}, MANIFEST: self.digest})

    @property
    def digest(self) -> str:
        """Return the SHA-256 of ``MANIFEST.json``."""
        return hashlib.sha256(self.content()).hexdigest()


def sums_of(hashes: dict[str, str]) -> bytes:
    """Return lines for ``sha256sum -c``, sorted by path."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def listing(files: Iterable[tuple[str, bytes]]) -> tuple[Entry, ...]:
    """Return the entries for files given by path and content, sorted."""
    made = (
        Entry(path=path, sha256=hashlib.sha256(content).hexdigest(), bytes=len(content))
        for path, content in files
    )
    return tuple(sorted(made, key=lambda one: one.path))


def read(address: Path | str) -> Manifest:
    """Return the list of a folder, a zip or an http(s) address.

    Raises:
        ProblemsFound: if it is not there, cannot be read, or is not one of ours.

    """
    with opened(address) as source:
        if source.flaws:
            raise ProblemsFound(source.flaws)
        return read_from(source)


def read_from(source: Source) -> Manifest:
    """Return the list of an opened bundle.

    Raises:
        ProblemsFound: as ``read``.

    """
    content = source.content(MANIFEST, LARGEST)
    if content is None:
        raise ProblemsFound([Problem("bundle-no-manifest", Place(source.label, 0))])
    return parse(content)


def parse(content: bytes) -> Manifest:
    """Return the list that ``MANIFEST.json`` holds, in the one form that we write.

    Raises:
        ProblemsFound: for any other form: then somebody else wrote it.

    """
    try:
        made = Manifest.model_validate_json(content)
    except ValidationError as failure:
        where = ".".join(map(str, failure.errors()[0]["loc"])) or "JSON"
        raise ProblemsFound([broken(where)]) from None
    paths = [one.path for one in made.files]
    if paths != sorted(set(paths)) or UNLISTED & set(paths):
        raise ProblemsFound([broken("files")])
    for path in paths:
        if path_flaw(path):
            raise ProblemsFound([broken(path)])
    if made.content() != content:
        raise ProblemsFound([broken("format")])
    return made


def broken(where: str) -> Problem:
    """Say that the list is not in the form that we write, and where."""
    return Problem("bundle-manifest", Place(MANIFEST, 0), {"where": where})
