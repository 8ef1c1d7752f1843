"""The pages that people write by hand in ``docs/``: what they ask for exists, and they can be read.

Comes in: the project folder, the pages and pieces made from records. Goes out: problems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem, errors
from mingbai.read.text import linked, read_text, unreadable
from mingbai.site.handwritten_files import files, foreign_files
from mingbai.site.handwritten_head import head
from mingbai.site.handwritten_links import dead_links
from mingbai.site.handwritten_markup import markup
from mingbai.site.handwritten_names import HOME, kept_places, page_names, taken
from mingbai.site.handwritten_rendered import rendered
from mingbai.site.handwritten_structure import structure
from mingbai.site.handwritten_text import PIECE
from mingbai.site.settings.docs import about_docs, settings_of, stays_off

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FOLDER = "docs"


def handwritten(
    root: Path, pages: Mapping[str, bytes], pieces: Mapping[str, bytes], made: Iterable[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the hand-written pages of a project.

    ``pages`` and ``pieces`` are made from records, ``made`` are the paths of all else on the site.
    """
    yield from plainly_written(root)
    yield from needed(root)
    if linked(root / FOLDER, FOLDER):
        return
    others = {*made}
    yield from taken(root / FOLDER, root, (*pages, *others))
    tree = settings_of(root)
    yield from about_docs(root, tree, (*pages, *others, HOME))
    off = stays_off(tree)
    written = {
        path: text
        for path, text in ((name.removeprefix(f"{FOLDER}/"), text) for name, text in texts(root))
        if not off(path)
    }
    for name, text in written.items():
        yield from unknown_pieces(text, f"{FOLDER}/{name}", pieces)
    beside = {path for path in files_beside(root / FOLDER) if not off(path)}
    yield from dead_links(written, pages, {*others, *beside})


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
    elsewhere = linked(root / FOLDER, FOLDER)
    if elsewhere:
        yield elsewhere
        return
    yield from foreign_files(root / FOLDER, root)
    yield from page_names(root / FOLDER, root)
    yield from kept_places(root / FOLDER, root)
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
        elif text is not None:
            yield from page_problems(text, name)


def page_problems(text: str, name: str) -> Iterator[Problem]:
    """Yield what is wrong with the text of one page; what rules miss shows in what it becomes."""
    yield from head(text, name)
    said = [*markup(text, name)]
    yield from said
    yield from structure(text, name)
    if not errors(said):
        yield from rendered(text, name)


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page that can be read."""
    for path in sorted((root / FOLDER).rglob("*.md")):
        name = path.relative_to(root).as_posix()
        yield name, read_text(path, name)[0] or ""


def unknown_pieces(text: str, name: str, pieces: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield each piece that nobody makes, or that the page has already."""
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for asked in PIECE.finditer(line):
            place = Place(name, number, asked.start() + 1)
            if asked[1] not in pieces:
                values = {"found": asked[1], "known": "、".join(pieces)}
                yield Problem("piece-unknown", place, values)
            elif asked[1] in seen:
                twice = {"found": asked[1], "other": seen[asked[1]]}
                yield Problem("page-id-twice", place, twice)
            seen.setdefault(asked[1], number)


def with_pieces(text: str, pieces: Mapping[str, bytes]) -> str:
    """Return a page with the pieces in their places."""
    return PIECE.sub(lambda asked: pieces[asked[1]].decode(), text)
