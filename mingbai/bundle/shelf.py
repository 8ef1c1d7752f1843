"""Puts a bundle where the last one was, whole; whatever goes wrong leaves the last one.

Comes in: the output folder, a name in it, files. Goes out: the folder of that name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.bundle.manifest import SUMS
from mingbai.disk.output_folder import claimed
from mingbai.disk.swap import fresh_folder, put_in_place
from mingbai.disk.write import write_new_folder
from mingbai.problems import Place, Problem, ProblemsFound

if TYPE_CHECKING:
    from pathlib import Path

SHELVES = ("bundle", "bundle-scan")
"""The folders in an output folder: for whole sites, and for the pages behind codes alone."""


def put_on_shelf(out: Path, name: str, files: dict[str, bytes]) -> Path:
    """Put files into the folder ``name`` of ``out``; among them is the list of their hashes.

    Raises:
        ProblemsFound: if the folder holds what we did not put there; then it is as it was.
        OSError: if something cannot be written; then, too.

    """
    folder = out / name
    refuse_strangers(folder)
    with fresh_folder(out) as fresh, claimed(out):
        write_new_folder(fresh / name, files)
        put_in_place(out, fresh, (name,))
    return folder


def refuse_strangers(folder: Path) -> None:
    """Refuse to replace a folder that holds files of somebody else.

    Raises:
        ProblemsFound: with their names.

    """
    sums = folder / SUMS
    lines = sums.read_text("utf-8").splitlines() if sums.is_file() else []
    ours = {SUMS, *(line.partition("  ")[2] for line in lines)}
    there = (one for one in sorted(folder.rglob("*")) if not one.is_dir())
    strangers = [one.relative_to(folder).as_posix() for one in there]
    strangers = [one for one in strangers if one not in ours]
    if strangers:
        found = {"folder": folder.name, "names": "、".join(strangers[:5])}
        raise ProblemsFound([Problem("bundle-strangers", Place(folder.name, 0), found)])
