"""Which bundle is meant when none is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.bundle.manifest import read
from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.publish.place import site_at
from mingbai.publish.site import standing

if TYPE_CHECKING:
    from pathlib import Path


def latest_bundle(out: Path, folder: Path) -> Path:
    """Return the zip below ``out`` that was made last, of the kind that is up at ``folder``.

    Where nothing is up, it is the whole site, not the pages behind printed codes alone.

    Raises:
        ProblemsFound: if there is none, or ``folder`` is no place for a site.
        OSError: if a folder cannot be read.

    """
    live = standing(site_at(folder))
    scan_only = live.scan_only if live else False
    bundles = out / ("bundle-scan" if scan_only else "bundle")
    zips = [one for one in bundles.glob("*.zip") if scan_only_in(one) == scan_only]
    if not zips:
        found = {"folder": bundles.as_posix()}
        raise ProblemsFound([Problem("publish-none", Place(bundles.as_posix(), 0), found)])
    return max(zips, key=lambda one: (one.stat().st_mtime_ns, one.name))


def scan_only_in(bundle: Path) -> bool | None:
    """Tell whether a zip holds only the pages behind printed codes; None if it is none of ours."""
    try:
        return read(bundle).scan_only
    except ProblemsFound:
        return None
