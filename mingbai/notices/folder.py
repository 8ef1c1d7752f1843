"""The private folder: outside the project and whatever is published, and so is all in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.disk.output_folder import MARK
from mingbai.disk.write import write_whole
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PRINT = "print"
LISTED = ".mingbai-notices"
"""The file that names what the last run made in a folder, so that the next one may clear it."""


def misplaced(root: Path, private: Path) -> Problem | None:
    """Refuse a private folder in the project or in an output folder, or with links into them."""
    project = root.resolve()
    values = {"found": private.resolve().name}
    for one in (private, private / "notices", private / PRINT, private / PRINT / "notices"):
        found = one.resolve()
        if found == project or project in found.parents:
            return Problem("notice-private-inside", Place("--private", 0), values)
        if any((above / MARK).is_file() for above in (found, *found.parents)):
            return Problem("notice-private-published", Place("--private", 0), values)
    return None


def keep(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write the finished files, then clear what an earlier run made and this one does not.

    A person taken off the list must not stay in an old file. Returns the names cleared; files that
    somebody else put there are left alone.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    earlier = set(made_before(folder))
    write_whole(
        folder / LISTED, "".join(f"{one}\n" for one in sorted(earlier | set(files))).encode()
    )
    for name, content in files.items():
        write_whole(folder / name, content)
    cleared = tuple(sorted(earlier - set(files)))
    for name in cleared:
        (folder / name).unlink(missing_ok=True)
    write_whole(folder / LISTED, "".join(f"{one}\n" for one in sorted(files)).encode())
    return cleared


def made_before(folder: Path) -> Iterator[str]:
    """Yield the names of files that an earlier run made: PDFs of this folder and nothing else."""
    path = folder / LISTED
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        if line.endswith(".pdf") and "/" not in line and "\\" not in line:
            yield line
