"""Puts a version up and takes the other down: in one step, or in two renames and a journal.

The journal says what is about to be done; it is removed when all is done. Whoever finds one
finishes what was begun, or undoes it where the new version is not whole.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from mingbai.bundle.verify import verify
from mingbai.disk.exchange import exchange
from mingbai.disk.write import PARTIAL, write_whole
from mingbai.problems import Place, Problem
from mingbai.publish.keep import TRASH, file_away
from mingbai.publish.order import misnamed, note
from mingbai.publish.site import FRESH, name_at, on_disk, remove

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.publish.site import Site

Way = Literal["first", "exchange", "renames"]
"""How a version came up: there was none before, in one step, or in two renames with a gap."""


@dataclass(frozen=True, slots=True)
class Move:
    """Which version goes up, where in our room it waits, and which comes down (None: none)."""

    up: str
    waits: str
    down: str | None

    @property
    def back(self) -> bool:
        """Tell whether the version that goes up was up before."""
        return self.waits != FRESH


def put_up(site: Site, move: Move, *, at_once: bool = True) -> Way:
    """Let a version take the place of the one that is up; ``at_once`` False forces two renames.

    Raises:
        OSError: if it cannot be done; then the old version is up, or ``settle`` puts it back.

    """
    waits = site.room / move.waits
    if move.back and at_once and site.live.exists() and exchange(waits, site.live):
        # No journal: the names of those kept tell what happened, and a full disk has no room for
        # one just when people must go back.
        return "exchange"
    write_whole(site.journal, json.dumps(asdict(move)).encode())
    on_disk(site.room)
    if not site.live.exists():
        waits.rename(site.live)
        return "first"
    if at_once and exchange(waits, site.live):
        return "exchange"
    two_renames(site, waits)
    return "renames"


def two_renames(site: Site, waits: Path) -> None:
    """Take the old version out of the way and put the new one in; any failure puts it back.

    Raises:
        OSError: if it cannot be done.

    """
    try:
        site.live.rename(site.leaving)
        waits.rename(site.live)
    except BaseException:
        if site.leaving.exists() and not site.live.exists():
            site.leaving.rename(site.live)
        raise


def settle(site: Site) -> tuple[Problem, ...]:
    """Finish or undo what the journal says was begun, and clear what killed runs left.

    Returns what was found as 提醒.

    Raises:
        OSError: if the room cannot be put in order; the next run goes on with it.

    """
    move = read(site)
    told = recovered(site, move)
    on_disk(site.live.parent, site.room)
    up = move is not None and name_at(site.live) == move.up
    # Whatever became of the site since: only what was to go up, and did not, may be cleared.
    taken_down = move is not None and (up or name_at(site.fresh) != move.up)
    for left in (site.leaving, *([site.fresh] if taken_down else []), *misnamed(site)):
        told += file_away(site, left)
    on_disk(site.room, *([site.kept] if site.kept.exists() else []))
    if move is not None and up:
        note(site, move.up, move.down, again=move.back)
    site.journal.unlink(missing_ok=True)
    on_disk(site.room)
    for left in (site.fresh, *site.room.glob(f"{TRASH}*")):
        remove(left)
    for part in site.room.glob(f"{PARTIAL}*"):
        part.unlink()
    return told


def recovered(site: Site, move: Move | None) -> tuple[Problem, ...]:
    """Put a version where a run that was killed between two renames left none.

    Raises:
        OSError: if it cannot be done.

    """
    if site.live.exists() or not site.leaving.exists():
        return ()
    waits = site.room / move.waits if move else site.fresh
    whole = move is not None and waits.exists() and not verify(waits)
    (waits if whole else site.leaving).rename(site.live)
    code = "publish-finished" if whole else "publish-undone"
    folder = site.live.as_posix()
    return (Problem(code, Place(folder, 0), {"folder": folder}),)


def read(site: Site) -> Move | None:
    """Return what was about to be done; None if nothing was."""
    try:
        return Move(**json.loads(site.journal.read_bytes()))
    except (FileNotFoundError, TypeError, ValueError):
        return None
