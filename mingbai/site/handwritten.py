"""The pages that people write by hand in ``docs/``: what they ask for exists, and they can be read.

Comes in: the project folder, the pages and pieces made from records. Goes out: problems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.read.text import read_text
from mingbai.site.handwritten_markup import PIECE, foreign_files, markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FOLDER = "docs"


def handwritten(
    root: Path, pages: Mapping[str, bytes], pieces: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Yield what is wrong with the hand-written pages of a project."""
    yield from plainly_written(root)
    for name, text in texts(root):
        if name.removeprefix(f"{FOLDER}/") in pages:
            yield Problem("page-taken", Place(name))
        yield from unknown_pieces(text, name, pieces)


def plainly_written(root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the pages by themselves, without what is made from records."""
    yield from foreign_files(root / FOLDER, root)
    for path in sorted((root / FOLDER).rglob("*.md")):
        name = path.relative_to(root).as_posix()
        text, problems = read_text(path, name)
        for one in problems:
            foreign = one.code == "file-not-utf8"
            yield Problem("page-not-utf8", one.place, one.values) if foreign else one
        yield from markup(text or "", name)


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
