"""Small sites in many versions: each file says which version it is of, and can be checked alone."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from typing import TYPE_CHECKING, Any

from mingbai.bundle.manifest import MANIFEST, SUMS, Facts, Manifest, listing
from mingbai.publish.order import order_of
from mingbai.publish.place import site_at

if TYPE_CHECKING:
    from pathlib import Path

PATHS = {
    "404.html": 400,
    "index.html": 9_000,
    "print/370812/dibao-sheet.pdf": 180_000,
    "s/23/index.html": 14_000,
    "s/index.html": 2_000,
    "s/v/101.js": 800,
}
"""What a site of the tests holds, and how many bytes about."""

SAID = re.compile(rb"version (\d+) of ")


def content(version: int, path: str) -> bytes:
    line = b"version %d of %s\n" % (version, path.encode())
    return line * (PATHS[path] // len(line)) + line


def version_of(path: str, found: bytes) -> int | None:
    """Return which version a file is of; None if it is whole in none."""
    said = SAID.match(found)
    number = int(said[1]) if said else -1
    return number if said and found == content(number, path) else None


def site_folder(folder: Path, version: int, **facts: Any) -> Path:
    for path in PATHS:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content(version, path))
    known: dict[str, Any] = {
        "serial": 7,
        "region": "370812",
        "as_of": dt.date(2026, 11, 21),
        "public_url": None,
        "scan_only": False,
        "versions": {"mingbai": "0.1.0"},
        "source": None,
        "reviews": (),
    }
    files = [(path, content(version, path)) for path in PATHS]
    made = Manifest(**dict(Facts(**{**known, **facts})), files=listing(files))
    (folder / MANIFEST).write_bytes(made.content())
    (folder / SUMS).write_bytes(made.sums())
    return folder


def zip_of(folder: Path) -> Path:
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w") as out:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                out.write(path, path.relative_to(folder).as_posix())
    return target


def bundle(folder: Path, version: int, **facts: Any) -> Path:
    """Return the zip of a version, made below a folder."""
    return zip_of(site_folder(folder / f"version-{version}", version, **facts))


def up(live: Path) -> int:
    """Return which version is up; fails unless it is there whole, with nothing beside it."""
    names = {path.relative_to(live).as_posix() for path in live.rglob("*") if path.is_file()}
    assert names == {*PATHS, MANIFEST, SUMS}
    found = {version_of(path, (live / path).read_bytes()) for path in PATHS}
    assert len(found) == 1, found
    number = found.pop()
    assert number is not None
    return number


def kept_versions(live: Path) -> list[int]:
    """Return which versions are kept, in order; fails if one of them is not whole."""
    site = site_at(live)
    folders = [site.kept / name for name in order_of(site).names]
    return [up(one) for one in folders if one.exists()]


def room_of(live: Path) -> set[str]:
    """Return what lies in the room beside a site."""
    return {one.name for one in site_at(live).room.iterdir()}


SETTLED = {"lock", "kept", "order.json"}
"""What lies in the room when nobody is at work."""
