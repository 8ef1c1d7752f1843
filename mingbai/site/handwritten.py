"""The pages that people write by hand in ``docs/``: what they ask for exists, and they can be read.

Comes in: the project folder, the pages and pieces made from records. Goes out: problems.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.read.text import read_text, unreadable
from mingbai.read.yaml import parse_yaml
from mingbai.site.handwritten_files import files
from mingbai.site.handwritten_links import dead_links
from mingbai.site.handwritten_markup import PIECE, foreign_files, markup
from mingbai.site.handwritten_names import HOME, page_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FOLDER = "docs"
FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
"""The head of a page, as the site generator finds it."""


def handwritten(
    root: Path, pages: Mapping[str, bytes], pieces: Mapping[str, bytes], made: Iterable[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the hand-written pages of a project.

    ``pages`` and ``pieces`` are made from records, ``made`` are the paths of all else on the site.
    """
    yield from plainly_written(root)
    yield from needed(root)
    written = {name.removeprefix(f"{FOLDER}/"): text for name, text in texts(root)}
    for name, text in written.items():
        if name in pages:
            yield Problem("page-taken", Place(f"{FOLDER}/{name}"))
        yield from unknown_pieces(text, f"{FOLDER}/{name}", pieces)
    yield from dead_links(written, pages, {*made, *files_beside(root / FOLDER)})


def needed(root: Path) -> Iterator[Problem]:
    """Yield what no site does without: the folder of the pages, and the first of them."""
    if not (root / FOLDER).is_dir():
        yield Problem("folder-missing", Place(FOLDER), {"folder": FOLDER})
    elif not (root / FOLDER / HOME).is_file():
        name = f"{FOLDER}/{HOME}"
        yield Problem("file-missing", Place(name), {"file": name})


def files_beside(folder: Path) -> Iterator[str]:
    """Yield the paths of what lies beside the pages, to be published as it is."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".md":
            yield path.relative_to(folder).as_posix()


def plainly_written(root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the pages by themselves, without what is made from records."""
    yield from foreign_files(root / FOLDER, root)
    yield from page_names(root / FOLDER, root)
    yield from files(root / FOLDER, root)
    for path in sorted((root / FOLDER).rglob("*.md")):
        name = path.relative_to(root).as_posix()
        text, problems = read_text(path, name)
        for one in problems:
            foreign = one.code == "file-not-utf8"
            yield Problem("page-not-utf8", one.place, one.values) if foreign else one
        strange = unreadable(text or "", name)
        if strange:
            yield strange
        yield from front_matter(text or "", name)
        yield from markup(text or "", name)


def front_matter(text: str, name: str) -> tuple[Problem, ...]:
    """Return what is wrong between the lines of a page's head; the site generator would print it.

    Tags and references are refused there too: a few lines of them can stop a build for hours.
    """
    head = FRONT.match(text)
    return parse_yaml(head[1], name, first_line=2)[1] if head and head[1].strip() else ()


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page that can be read."""
    for path in sorted((root / FOLDER).rglob("*.md")):
        name = path.relative_to(root).as_posix()
        yield name, read_text(path, name)[0] or ""


def unknown_pieces(text: str, name: str, pieces: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield each piece that nobody makes."""
    for number, line in enumerate(text.split("\n"), start=1):
        for asked in PIECE.finditer(line):
            if asked[1] not in pieces:
                values = {"found": asked[1], "known": "、".join(pieces)}
                yield Problem("piece-unknown", Place(name, number, asked.start() + 1), values)


def with_pieces(text: str, pieces: Mapping[str, bytes]) -> str:
    """Return a page with the pieces in their places."""
    return PIECE.sub(lambda asked: pieces[asked[1]].decode(), text)
