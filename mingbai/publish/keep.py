"""The versions that were up before: given their place, looked through, let go."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from mingbai.bundle.manifest import UNLISTED
from mingbai.bundle.opened import opened
from mingbai.bundle.verify import verify
from mingbai.problems import Place, Problem
from mingbai.publish.order import order_of
from mingbai.publish.site import listed, name_at, remove

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.publish.site import Site

TRASH = "trash-"
"""How the name of a folder begins that is being removed: what is half gone is never kept."""

LEFT_BY_SYSTEMS = {"Thumbs.db", "desktop.ini", ".DS_Store"}
"""What file managers leave in folders that people look at."""


def flaws(folder: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a version that was up, but for what file managers leave."""
    return tuple(
        one
        for one in verify(folder)
        if one.code != "bundle-extra" or one.place.file.rsplit("/", 1)[-1] not in LEFT_BY_SYSTEMS
    )


def file_away(site: Site, folder: Path) -> tuple[Problem, ...]:
    """Give a folder of our room that is up no longer its place among those kept.

    Raises:
        OSError: if it cannot be moved.

    """
    if not folder.exists():
        return ()
    name = name_at(folder)
    if name is None and not any(folder.iterdir()):
        folder.rmdir()
        return ()
    target = site.kept / (name or "")
    if name is None or name == name_at(site.live) or target.exists():
        return drop(site, folder)
    site.kept.mkdir(exist_ok=True)
    folder.rename(target)
    return ()


def prune(site: Site, keep: int) -> tuple[Problem, ...]:
    """Let go of all but the last ``keep`` versions that were up before the one that is up.

    Raises:
        OSError: if one cannot be removed.

    """
    live = name_at(site.live)
    names = [name for name in order_of(site).names if name != live]
    told: list[Problem] = []
    if live and (site.kept / live).exists():
        told.extend(drop(site, site.kept / live))
    for name in names[: max(len(names) - keep, 0)]:
        told.extend(drop(site, site.kept / name))
    return tuple(told)


def drop(site: Site, folder: Path) -> tuple[Problem, ...]:
    """Remove a version, unless it holds what we did not put there: that is only told.

    Raises:
        OSError: if it cannot be removed.

    """
    if name_at(folder) is None or strangers(folder):
        aside = next(
            path for path in (site.room / f"left-{n}" for n in count(1)) if not path.exists()
        )
        folder.rename(aside)
        place = Place(aside.as_posix(), 0)
        return (Problem("publish-left", place, {"folder": aside.as_posix()}),)
    trash = site.room / f"{TRASH}{folder.name}"
    remove(trash)
    folder.rename(trash)
    remove(trash)
    return ()


def strangers(folder: Path) -> tuple[str, ...]:
    """Return the files of a version that its list does not name: somebody put them there.

    Raises:
        ProblemsFound: if the folder is no version of ours.

    """
    ours = {one.path for one in listed(folder).files} | UNLISTED
    with opened(folder) as source:
        links = {flaw.place.file for flaw in source.flaws}
        names = (source.names or frozenset()) | links
    return tuple(
        name for name in sorted(names - ours) if name.rsplit("/", 1)[-1] not in LEFT_BY_SYSTEMS
    )
