"""Packs a proved site into one zip, and puts what a host needs beside it.

Comes in: a project folder. Goes out: ``bundle/`` or ``bundle-scan/`` in the output folder.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mingbai.build import OWNED, build_alone
from mingbai.bundle.contents import SCAN, site_files, standing_alone
from mingbai.bundle.guide import NAME as GUIDE
from mingbai.bundle.guide import Guide, guide
from mingbai.bundle.manifest import MANIFEST, SUMS, Manifest, listing, sums_of
from mingbai.bundle.proof import prove
from mingbai.bundle.provenance import facts
from mingbai.bundle.servers import IIS, Standing, settings
from mingbai.bundle.shelf import SHELVES, put_on_shelf
from mingbai.bundle.types import unknown
from mingbai.bundle.zipping import zipped
from mingbai.disk.lock import alone_in
from mingbai.disk.output_folder import refuse_out
from mingbai.disk.swap import recover
from mingbai.make import checked
from mingbai.problems import ProblemsFound, errors
from mingbai.settings import read_scope
from mingbai.site.links_out import links_out

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from mingbai.bundle.manifest import Facts
    from mingbai.problems import Problem
    from mingbai.site.links_out import LinkOut


@dataclass(frozen=True, slots=True)
class Asked:
    """What to pack: all or the pages behind codes only, with the settings of IIS in it or not.

    ``path`` is that of the address where it will stand, with slashes at both ends, ``folder`` the
    one on the server; None stands for what the public address says, and for a usual one.
    """

    as_of: date | None = None
    scan_only: bool = False
    iis: bool = False
    path: str | None = None
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed, where it lies, what it links to elsewhere, and the 提醒 that remain."""

    zip: Path
    sha256: str
    manifest: Manifest
    out: tuple[LinkOut, ...]
    problems: tuple[Problem, ...]


def pack(root: Path, out: Path, asked: Asked) -> Packed:
    """Build the project at ``root``, prove the site and pack it into ``out``.

    Raises:
        ProblemsFound: for any mistake of an author, anything that the proof finds, an output folder
            that is not ours, or another command at work in it; then the last bundle is as it was.
        OSError: if something cannot be written; then, too.

    """
    refuse_out(root, out, (*OWNED, *SHELVES))
    with alone_in(out):
        recover(out, (*OWNED, *SHELVES))
        return pack_alone(root, out, asked)


def pack_alone(root: Path, out: Path, asked: Asked) -> Packed:
    """Do the work of ``pack`` for whoever is alone in ``out`` already.

    Raises:
        ProblemsFound: as ``pack``.

    """
    scope, notices = read_scope(root, asked.as_of)
    library, found = checked(root, scope)
    if asked.scan_only:
        problems, files = (*notices, *found), standing_alone(library, scope)
    else:
        problems = build_alone(root, out, asked.as_of).problems
        files = site_files(out / "site")
    known = facts(root, out, library, scope, scan_only=asked.scan_only)
    bundle = bundle_of(files, known, asked)
    place = put_on_shelf(out, SHELVES[asked.scan_only], bundle.beside)
    return Packed(place / bundle.zip, bundle.sha256, bundle.manifest, bundle.out, problems)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle in memory: the name of its zip, its hash and list, and all that goes with it."""

    zip: str
    sha256: str
    manifest: Manifest
    out: tuple[LinkOut, ...]
    beside: dict[str, bytes]


def bundle_of(files: Mapping[str, bytes], known: Facts, asked: Asked) -> Bundle:
    """Prove a site's files and pack them, with what a host needs beside.

    Raises:
        ProblemsFound: for anything that the proof finds.

    """
    wrong = [*prove(files), *unknown(files)]
    if errors(wrong):
        raise ProblemsFound(wrong)
    kinds = [kind for kind, asks in (("scan", known.scan_only), ("iis", asked.iis)) if asks]
    name = "-".join(["mingbai", known.region, str(known.as_of), str(known.serial), *kinds])
    where = standing(name, known, asked)
    beside = settings(files, where)
    inside = {**files, "web.config": beside[IIS]} if asked.iis else dict(files)
    manifest = Manifest(**dict(known), files=listing(inside.items()))
    inside |= {MANIFEST: manifest.content(), SUMS: manifest.sums()}
    beside[f"{name}.zip"] = content = zipped(inside, known.as_of)
    digest = hashlib.sha256(content).hexdigest()
    told = Guide(f"{name}.zip", digest, manifest, where.folder, where.path, asked.iis)
    beside[GUIDE] = guide(told)
    hashes = {path: hashlib.sha256(one).hexdigest() for path, one in beside.items()}
    beside[SUMS] = sums_of(hashes)
    pages = {path: one for path, one in files.items() if path.endswith(".html")}
    return Bundle(f"{name}.zip", digest, manifest, links_out(pages), beside)


def standing(name: str, known: Facts, asked: Asked) -> Standing:
    """Return where a bundle will stand; without a public address, at the server's root."""
    public = urlsplit(known.public_url or "").path.rstrip("/")
    usual = f"{public}/{SCAN}" if known.scan_only else f"{public}/"
    folder = asked.folder or ("/srv/mingbai/s" if known.scan_only else "/srv/mingbai/site")
    return Standing(name, asked.path or usual, folder.rstrip("/"))
