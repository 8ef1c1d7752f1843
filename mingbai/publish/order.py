"""In which order versions were up, and which of them to go back to."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from mingbai.disk.write import write_whole
from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.publish.site import name_at

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.publish.site import Site


@dataclass(frozen=True, slots=True)
class Order:
    """The names of the versions that are there, that which is up among them, the latest last.

    ``lived`` were taken down by a newer one; ``aside`` were gone back from before a newer one came:
    nobody is sent back to those unless they are named, and they are let go first.
    """

    aside: tuple[str, ...]
    lived: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return all, the first to let go first."""
        return (*self.aside, *self.lived)


def order_of(site: Site) -> Order:
    """Return the versions that are there, in the order in which they were up."""
    kept, live = [one.name for one in folders(site)], name_at(site.live)
    there = {*kept, *([live] if live else [])}
    noted = written(site)
    aside = tuple(one for one in noted.aside if one in there)
    lived = tuple(one for one in noted.lived if one in there - set(aside))
    unknown = [one for one in kept if one not in {*aside, *lived, live}]
    new = (live,) if live and live not in {*aside, *lived} else ()
    return Order(aside, (*unknown, *lived, *new))


def folders(site: Site) -> list[Path]:
    """Return the folders of the versions kept."""
    found = site.kept.iterdir() if site.kept.is_dir() else ()
    return sorted(one for one in found if one.is_dir())


def misnamed(site: Site) -> list[Path]:
    """Return those that hold another version than their name says: they were just exchanged."""
    return [one for one in folders(site) if name_at(one) != one.name]


def written(site: Site) -> Order:
    """Return the order as it was written, empty if there is none or it cannot be read."""
    try:
        data = json.loads(site.order.read_bytes())
        return Order(tuple(map(str, data["aside"])), tuple(map(str, data["lived"])))
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return Order((), ())


def note(site: Site, up: str, down: str | None, *, again: bool) -> None:
    """Write into the order that a version went up and another came down.

    ``again``: it was up before, and stays where it was. A new one comes last, and those later than
    the one that came down are set aside: people had gone back from them.

    Raises:
        OSError: if it cannot be written; then the old order stands.

    """
    now = order_of(site)
    aside = tuple(one for one in now.aside if one not in {up, down})
    lived = now.lived if again else tuple(one for one in now.lived if one != up)
    if down in now.aside:
        lived = (*lived, down)
    if up not in lived:
        after = lived.index(down) + 1 if down in lived else len(lived)
        later = lived[after:]
        lived = (*lived[:after], up, *(later if again else ()))
        aside = aside if again else (*aside, *later)
    made = Order(aside, lived)
    if made != written(site):
        write_whole(site.order, json.dumps(asdict(made), indent=1).encode())


def chosen(site: Site, to: str | None) -> str:
    """Return the version to go back to: the one up before the one that is up, or the one named.

    ``to`` is any part of its name, so that the few characters of the report do.

    Raises:
        ProblemsFound: if there is none.

    """
    order, live = order_of(site), name_at(site.live)
    before = order.lived[: order.lived.index(live)] if live in order.lived else order.lived
    named = tuple(one for one in order.names if to and to in one and one != live)
    fitting = named if to else before[-1:]
    if len(fitting) == 1:
        return fitting[0]
    place = Place(site.live.as_posix(), 0)
    if to:
        raise ProblemsFound([Problem("rollback-unknown", place, {"found": to})])
    raise ProblemsFound([Problem("rollback-none", place)])
