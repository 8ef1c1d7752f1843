"""A published site: the folder that the web server shows, and our room beside it.

The room is hidden, on the same file system, and closed to everybody else: versions that wait or
were taken down are reached by the web server only while they stand in the site's own folder.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.bundle.manifest import read_from
from mingbai.bundle.opened import opened
from mingbai.problems import Place, Problem, ProblemsFound

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.bundle.manifest import Manifest


FRESH = "fresh"
"""The name of the folder of a version that has never been up."""


@dataclass(frozen=True, slots=True)
class Site:
    """The folder ``live``, free of links, and the names of what lies in our room."""

    live: Path

    @property
    def room(self) -> Path:
        """The hidden folder beside the site."""
        return self.live.parent / f".{self.live.name}.mingbai"

    @property
    def fresh(self) -> Path:
        """A version being unpacked, then waiting to be put up."""
        return self.room / FRESH

    @property
    def leaving(self) -> Path:
        """Where the old version is between two renames."""
        return self.room / "leaving"

    @property
    def kept(self) -> Path:
        """The versions that were up before, a folder each."""
        return self.room / "kept"

    @property
    def order(self) -> Path:
        """The list of versions in the order in which they were up, the latest last."""
        return self.room / "order.json"

    @property
    def journal(self) -> Path:
        """What is about to be done; there only while it is."""
        return self.room / "journal.json"

    @property
    def lock(self) -> Path:
        """The file that one publisher at a time has locked; it is never removed."""
        return self.room / "lock"


def standing(site: Site) -> Manifest | None:
    """Return the list of what is up; None if there is no folder, or an empty one.

    Raises:
        ProblemsFound: if there is something that is not a site of ours.
        OSError: if it cannot be read.

    """
    if not site.live.exists() or not any(site.live.iterdir()):
        return None
    try:
        return listed(site.live)
    except ProblemsFound as refused:
        found = {"folder": site.live.as_posix(), "found": refused.problems[0].message.rstrip("。")}
        place = Place(site.live.as_posix(), 0)
        raise ProblemsFound([Problem("publish-not-ours", place, found)]) from None


def listed(folder: Path) -> Manifest:
    """Return the list of a folder, whatever else lies in it.

    Raises:
        ProblemsFound: if it has none, or not one of ours.

    """
    with opened(folder) as source:
        return read_from(source)


def version_name(manifest: Manifest) -> str:
    """Return what a version is called in our room, for people and for the order."""
    return f"{manifest.serial:06d}-{manifest.as_of}-{manifest.digest[:12]}"


def name_at(folder: Path) -> str | None:
    """Return the name of the version in a folder; None if there is no version of ours."""
    try:
        return version_name(listed(folder))
    except ProblemsFound:
        return None


def remove(folder: Path) -> None:
    """Remove a folder of ours, if it is there.

    Raises:
        OSError: if something in it cannot be removed.

    """
    if folder.exists():
        shutil.rmtree(folder)


def on_disk(*folders: Path) -> None:
    """Wait until the disk has the names in folders; Windows has no such wait.

    Raises:
        OSError: if the disk fails.

    """
    if sys.platform == "win32":
        return
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
