"""A project's pages without its paper: what MkDocs gets, ours or as Material comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.load import load
from mingbai.make import Made
from mingbai.outputs import OUTPUTS, TALKS, paper, pictures, scan
from mingbai.outputs.target import ROOMS
from mingbai.settings import read_scope
from mingbai.site.generator import make_site

if TYPE_CHECKING:
    from pathlib import Path

ASIDE = (paper, pictures, scan, *TALKS)
"""Forms of which the search knows nothing, and which take minutes."""


def made(project: Path) -> Made:
    """Return the pages of a project whose records are taken as they are.

    Raises:
        ValueError: if the records cannot be read, or a page cannot be made.

    """
    scope, _ = read_scope(project)
    loaded = load(project)
    if loaded.library is None:
        raise ValueError(f"{project}: {loaded.problems}")
    rooms: dict[str, dict[str, bytes]] = {room: {} for room in ROOMS}
    for output in (one for one in OUTPUTS if one not in ASIDE):
        for target in output.plan(loaded.library, scope, {}):
            content = output.render(target)
            if isinstance(content, tuple):
                raise ValueError(f"{target.path}: {content}")  # noqa: TRY004 - a page, not a type
            rooms[target.room][target.path] = content
    return Made(
        library=loaded.library,
        scope=scope,
        pages=rooms["page"],
        parts=rooms["part"],
        site=rooms["site"],
        paper={},
        talks={},
        problems=(),
    )


def our_site(project: Path, folder: Path) -> Path:
    """Build a project's pages with everything that is ours around them, and return the folder.

    Raises:
        ValueError: as ``made``.
        ProblemsFound: if MkDocs finds something wrong.

    """
    make_site(project, made(project), folder)
    return folder
