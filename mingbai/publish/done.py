"""What came of publishing or going back, and how trouble is told: before and after the change.

Whatever is refused or goes wrong before, the site that was up is up, whole; once the new one is
up, trouble with what was taken down is told and no longer stops anything.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem, ProblemsFound, errors
from mingbai.publish.disk import why
from mingbai.publish.journal import settle
from mingbai.publish.keep import prune
from mingbai.publish.order import note, order_of
from mingbai.publish.site import listed, name_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mingbai.bundle.manifest import Manifest
    from mingbai.publish.journal import Move, Way
    from mingbai.publish.site import Site


@dataclass(frozen=True, slots=True)
class Done:
    """What was up before (None: nothing), what is up now, and which versions can be gone back to.

    ``way`` is None if nothing had to be done; ``kept`` the last that was up first.
    """

    live: Path
    before: Manifest | None
    now: Manifest
    way: Way | None
    kept: tuple[Manifest, ...]
    told: tuple[Problem, ...]


def tidied(site: Site, move: Move, keep: int | None = None) -> tuple[Problem, ...]:
    """Put the room in order after a version went up; trouble is told, no longer raised."""
    try:
        told = settle(site)
        note(site, move.up, move.down, again=move.back)
        return told if keep is None else (*told, *prune(site, keep))
    except OSError as failure:
        place = Place(site.room.as_posix(), 0)
        return (Problem("publish-tidy", place, {"why": why(failure)}),)


def kept(site: Site) -> tuple[Manifest, ...]:
    """Return the versions that can be gone back to, the last that was up first.

    What cannot be read is left out: it must not spoil the report of what is up.
    """
    found: list[Manifest] = []
    with suppress(OSError):
        live = name_at(site.live)
        for name in reversed(order_of(site).names):
            with suppress(ProblemsFound):
                found += [listed(site.kept / name)] if name != live else []
    return tuple(found)


def refuse(problems: tuple[Problem, ...]) -> None:
    """Stop if anything is wrong.

    Raises:
        ProblemsFound: with all of it.

    """
    if errors(problems):
        raise ProblemsFound(problems)


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
    """Say in words what the system refused.

    Raises:
        ProblemsFound: in place of an OSError.

    """
    try:
        yield
    except OSError as failure:
        place = Place(folder.as_posix(), 0)
        raise ProblemsFound([Problem("publish-failed", place, {"why": why(failure)})]) from failure
