"""What goes into a bundle: the files of a built site, or the pages behind printed codes alone.

Comes in: a folder, or the records. Goes out: bytes by path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.bundle.folder import Folder
from mingbai.bundle.manifest import UNLISTED
from mingbai.outputs import scan
from mingbai.problems import Problem, ProblemsFound, errors

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

SCAN = "s/"
"""Where the pages behind printed codes lie: a bundle of them alone is what is in that folder."""


def site_files(folder: Path) -> dict[str, bytes]:
    """Return every file of a built site by its path.

    Raises:
        ProblemsFound: if there is a link or a device in it.

    """
    site = Folder(folder)
    if site.flaws:
        raise ProblemsFound(site.flaws)
    names = sorted((site.names or frozenset()) - UNLISTED)
    return {name: (folder / name).read_bytes() for name in names}


def standing_alone(library: Library, scope: Scope) -> dict[str, bytes]:
    """Return the pages behind printed codes without the site, by their path below ``s/``.

    Raises:
        ProblemsFound: if one cannot be made.

    """
    files: dict[str, bytes] = {}
    found: list[Problem] = []
    for target in scan.standing_alone(library, scope):
        content = scan.render(target)
        if isinstance(content, bytes):
            files[target.path.removeprefix(SCAN)] = content
        else:
            found.extend(content)
    if errors(found):
        raise ProblemsFound(found)
    return files
