"""Going back to a version that was up before, and putting right what a killed run left."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.publish.done import Done, kept, tidied, told_plainly
from mingbai.publish.journal import Move, put_up, settle
from mingbai.publish.keep import flaws
from mingbai.publish.lock import locked
from mingbai.publish.order import chosen
from mingbai.publish.place import site_at
from mingbai.publish.site import listed, standing, version_name

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.publish.site import Site


def rollback(folder: Path, to: str | None = None, *, at_once: bool = True) -> Done:
    """Let the version that was up before take the place of the one that is up, or the one named.

    Raises:
        ProblemsFound: for any reason not to; then what was up is up.

    """
    with told_plainly(folder), locked(published(folder)) as site:
        told = settle(site)
        old = standing(site)
        name = chosen(site, to)
        waits = site.kept / name
        wrong = flaws(waits)
        if wrong:
            found = {"name": name, "count": len(wrong)}
            raise ProblemsFound([Problem("rollback-broken", Place(waits.as_posix(), 0), found)])
        now = listed(waits)
        move = Move(name, f"{site.kept.name}/{name}", version_name(old) if old else None)
        way = put_up(site, move, at_once=at_once)
        told += tidied(site, move)
        return Done(site.live, old, now, way, kept(site), told)


def published(folder: Path) -> Site:
    """Return the site at a folder where something was taken down before.

    Raises:
        ProblemsFound: if there was nothing: then no room is made.

    """
    site = site_at(folder)
    if not site.kept.is_dir():
        raise ProblemsFound([Problem("rollback-none", Place(site.live.as_posix(), 0))])
    return site


def look(folder: Path) -> Done:
    """Return what is up and what can be gone back to, without doing anything.

    Raises:
        ProblemsFound: if nothing is up.

    """
    with told_plainly(folder):
        site = site_at(folder)
        now = standing(site)
        if now is None:
            raise ProblemsFound([Problem("bundle-absent", Place(site.live.as_posix(), 0))])
        return Done(site.live, now, now, None, kept(site), ())


def recover(folder: Path) -> tuple[Problem, ...]:
    """Finish or undo what a killed run began at a folder; for commands that only look.

    Returns what was done as 提醒, nothing if nothing was to do, or somebody is at it.
    """
    with suppress(OSError, ProblemsFound):
        site = site_at(folder)
        if site.journal.exists() or site.leaving.exists():
            with locked(site):
                return settle(site)
    return ()
