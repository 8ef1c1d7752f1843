"""The files of a project that are no records: attachments, pictures, pages; and all their names.

Records are judged value by value in ``checks/privacy.py``, and the tables of villages and figures
cell by cell in ``read/private_cells.py``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.files.look import files_of, of_name, problems_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mingbai.privacy.contexts import Context
    from mingbai.problems import Problem

FOLDERS: dict[str, Context | None] = {
    "policies": None,
    "cases": None,
    "docs": "html",
    "campaign": "slides",
}
RECORD = re.compile(
    r"policies/(?:[\w-]+|regions/[0-9]+)\.yml|cases/[\w-]+\.md|policies/regions/[0-9]+-(?:contacts|figures)\.\w+"
    r"|policies/schema/.*"
)
PAGES = (".md", ".yml", ".yaml", ".txt")


def private_files(root: Path) -> Iterator[Problem]:
    """Yield what is private in the files of a project and in their names, and those of folders."""
    seen = set[str]()
    for folder, context in FOLDERS.items():
        above = root / folder
        for path in files_of(above) if above.is_dir() and not above.is_symlink() else ():
            name = path.relative_to(root).as_posix()
            for inside in path.relative_to(above).parts[:-1]:
                if inside not in seen:
                    seen.add(inside)
                    yield from of_name(inside, name)
            if RECORD.fullmatch(name):
                yield from of_name(path.name, name)
            elif not path.name.startswith((".", "~")) and path.is_file():
                page = path.suffix.lower() in PAGES
                yield from problems_in(path, name, context if page else None)
