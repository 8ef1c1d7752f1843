"""Compares a bundle with its own list: what is missing, changed, extra, too old, of another place.

Comes in: a folder, a zip or an http(s) address. Goes out: problems; nothing is unpacked or written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.bundle.manifest import MANIFEST, SUMS, UNLISTED, Manifest, read, read_from
from mingbai.bundle.opened import opened
from mingbai.problems import Place, Problem, ProblemsFound, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mingbai.bundle.entry import Entry
    from mingbai.bundle.source import Source


def verify(source: Path | str, against: Path | str | None = None) -> tuple[Problem, ...]:
    """Return everything wrong with a bundle, nothing if it may be published.

    ``source`` and ``against`` are a folder, a zip or an http(s) address; ``against`` is what is
    published now: an older bundle, another region's, or one of the other kind is refused. Over
    http files that the list does not name cannot be seen.

    Raises:
        OSError: if a file cannot be read for a reason that is not the bundle's.

    """
    try:
        with opened(source) as bundle:
            if bundle.flaws:
                return in_order(bundle.flaws)
            manifest = read_from(bundle)
            found = [*differences(bundle, manifest)]
        if against is not None:
            found.extend(steps_back(manifest, read(against)))
    except ProblemsFound as refused:
        return refused.problems
    return in_order(found)


def differences(bundle: Source, manifest: Manifest) -> Iterator[Problem]:
    """Yield each file that is not as the list says."""
    names = bundle.names
    if names is not None:
        listed = {one.path for one in manifest.files} | UNLISTED
        for extra in sorted(names - listed):
            yield Problem("bundle-extra", Place(extra, 0))
    if bundle.content(SUMS, len(manifest.sums())) != manifest.sums():
        yield Problem("bundle-sums", Place(SUMS, 0), {"list": MANIFEST})
    yield from bundle.each(manifest.files, compared)


def compared(bundle: Source, entry: Entry) -> tuple[Problem, ...]:
    """Return what is wrong with one file."""
    there = bundle.digest(entry.path, entry.bytes)
    if there is None:
        return (Problem("bundle-missing", Place(entry.path, 0)),)
    if there != (entry.sha256, entry.bytes):
        return (Problem("bundle-changed", Place(entry.path, 0)),)
    return bundle.also(entry)


def steps_back(fresh: Manifest, old: Manifest) -> Iterator[Problem]:
    """Yield why a bundle may not take the place of another: it is older, or not its kind."""
    place = Place(MANIFEST, 0)
    if fresh.region != old.region:
        yield Problem("bundle-region", place, {"found": fresh.region, "known": old.region})
    if fresh.scan_only != old.scan_only:
        kinds = {True: "只有扫码页", False: "整个网站"}
        found = {"found": kinds[fresh.scan_only], "known": kinds[old.scan_only]}
        yield Problem("bundle-kind", place, found)
    if fresh.serial < old.serial:
        yield Problem("bundle-older", place, {"found": fresh.serial, "known": old.serial})
    elif fresh.serial == old.serial and fresh.as_of < old.as_of:
        days = {"found": fresh.as_of.isoformat(), "known": old.as_of.isoformat()}
        yield Problem("bundle-older-day", place, days)
