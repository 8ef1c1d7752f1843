"""Publishing, from the first look at the zip to the report: all of it, or nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mingbai.bundle.manifest import read
from mingbai.bundle.verify import steps_back, verify
from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.publish.disk import ask_for_space
from mingbai.publish.done import Done, kept, refuse, tidied, told_plainly
from mingbai.publish.journal import Move, put_up, settle
from mingbai.publish.keep import flaws, prune, strangers
from mingbai.publish.lock import locked
from mingbai.publish.place import site_at
from mingbai.publish.site import FRESH, standing, version_name
from mingbai.publish.unpack import unpack

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.bundle.manifest import Manifest
    from mingbai.publish.site import Site

KEEP = 3
"""How many versions that were up before are kept unless somebody says otherwise."""

NAMED = 5
"""How many files a message names."""


def publish(bundle: Path, folder: Path, keep: int = KEEP, *, at_once: bool = True) -> Done:
    """Put a verified zip where ``folder`` is; ``at_once`` False forces two renames.

    Raises:
        ProblemsFound: for any reason not to; then what was up is up.

    """
    with told_plainly(folder):
        site = site_at(folder)
        refuse(verify(bundle))
        standing(site)
        fresh = read(bundle)
        with locked(site):
            told = settle(site)
            old = standing(site)
            changed = compared(site, old, fresh)
            if old == fresh and not changed:
                return Done(site.live, old, fresh, None, kept(site), told)
            told += changed + prune(site, keep)
            ask_for_space(site, fresh)
            move = Move(version_name(fresh), FRESH, version_name(old) if old else None)
            try:
                unpack(bundle, fresh, site.fresh)
                refuse(verify(site.fresh))
                way = put_up(site, move, at_once=at_once)
            except BaseException:
                with suppress(OSError):
                    settle(site)
                raise
            told += tidied(site, move, keep)
            return Done(site.live, old, fresh, way, kept(site), told)


def compared(site: Site, old: Manifest | None, fresh: Manifest) -> tuple[Problem, ...]:
    """Compare what is up with its own list, and with what is to take its place.

    Raises:
        ProblemsFound: if it is newer, of another kind, or holds files that would be lost.

    """
    if old is None:
        return ()
    refuse(tuple(steps_back(fresh, old)))
    place = Place(site.live.as_posix(), 0)
    extra = strangers(site.live)
    if extra:
        raise ProblemsFound([Problem("publish-extra", place, some(extra))])
    changed = tuple(one.place.file for one in flaws(site.live))
    return (Problem("publish-live-changed", place, some(changed)),) if changed else ()


def some(names: tuple[str, ...]) -> dict[str, object]:
    """Return how many files there are, and the first few."""
    more = " 等" if len(names) > NAMED else ""
    return {"count": len(names), "names": "、".join(names[:NAMED]) + more}
