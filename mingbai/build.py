"""Makes everything and puts it in place in one step.

Comes in: the project folder and the output folder. Goes out: ``site/``, ``print/`` and ``talks/``
in it, whole or as they were before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.disk.lock import alone_in
from mingbai.disk.output_folder import ROOMS, claimed, refuse_out
from mingbai.disk.swap import fresh_folder, put_in_place, recover
from mingbai.disk.write import write_new_folder, write_whole
from mingbai.make import Made, Press
from mingbai.model.schema import schemas
from mingbai.privacy.pages import private_pages
from mingbai.problems import Problem, ProblemsFound
from mingbai.settings import read_scope
from mingbai.site.generator import make_site
from mingbai.views.speaking.talks import talk_views

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from mingbai.model.village import Village
    from mingbai.views.speaking.talk import TalkView

OWNED = ("site", "print", "talks")
"""The folders of ``dist/`` that ``build`` makes; whatever else lies there is left alone."""


TALKS = ("talks",)
"""The folder that ``talks`` makes."""


@dataclass(frozen=True, slots=True)
class BuiltTalks:
    """The talks that were made, how many files, and where."""

    out: Path
    talks: tuple[TalkView, ...]
    files: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, counted, and where."""

    out: Path
    pages: int
    papers: int
    talks: int
    problems: tuple[Problem, ...]


def build(root: Path, out: Path, as_of: date | None = None) -> Built:
    """Make everything for the project at ``root`` and put it into ``out``.

    Raises:
        ProblemsFound: for any mistake of an author, an output folder that is not ours, or another
            command at work in it; then nothing in ``out`` has changed.
        OSError: if something cannot be written; then, too.

    """
    refuse_out(root, out, OWNED)
    with alone_in(out):
        return build_alone(root, out, as_of)


def build_alone(root: Path, out: Path, as_of: date | None = None) -> Built:
    """Do the work of ``build`` for whoever is alone in ``out`` already.

    Raises:
        ProblemsFound: as ``build``.
        OSError: as ``build``.

    """
    recover(out, ROOMS)
    scope, notices = read_scope(root, as_of)
    try:
        made = Press().make(root, scope)
    except ProblemsFound as found:  # what is told of the settings may be why a sheet is too full
        raise ProblemsFound([*notices, *found.problems]) from None
    with fresh_folder(out) as fresh:
        make_site(root, made, fresh / "site")
        refuse_private(made, fresh / "site")
        write_new_folder(fresh / "print", made.paper)
        write_new_folder(fresh / "talks", made.talks)
        with claimed(out):
            put_in_place(out, fresh, OWNED)
    pages = sum(1 for _ in (out / "site").rglob("*.html"))
    problems = (*notices, *made.problems)
    return Built(out, pages, len(made.paper), len(made.talks), problems)


def build_talks(root: Path, out: Path, as_of: date | None = None) -> BuiltTalks:
    """Make every talk of the project at ``root`` and put them into ``out``.

    Raises:
        ProblemsFound: for any mistake of an author, an output folder that is not ours, or another
            command at work in it; then nothing in ``out`` has changed.
        OSError: if something cannot be written; then, too.

    """
    refuse_out(root, out, TALKS)
    with alone_in(out):
        recover(out, ROOMS)
        scope, notices = read_scope(root, as_of)
        library, files, problems = Press().make_talks(root, scope)
        with fresh_folder(out) as fresh:
            write_new_folder(fresh / "talks", files)
            with claimed(out):
                put_in_place(out, fresh, TALKS)
    return BuiltTalks(out, talk_views(library, scope), len(files), (*notices, *problems))


def refuse_private(made: Made, site: Path) -> None:
    """Look for private numbers in the finished pages.

    Raises:
        ProblemsFound: if there is one that nobody marked for the net.

    """
    found = tuple(private_pages(site, published(made.library.villages)))
    if found:
        raise ProblemsFound(found)


def published(villages: Iterable[Village]) -> set[str]:
    """Return the telephones that the office put on the net."""
    return {one.phone.replace("-", "") for one in villages if one.phone and one.publish == "网"}


def write_schemas(root: Path) -> tuple[Path, ...]:
    """Write one JSON Schema a kind of record, for editors, and return the paths."""
    folder = root / "policies" / "schema"
    written: list[Path] = []
    for name, content in schemas().items():
        path = folder / f"{name}.json"
        write_whole(path, content)
        written.append(path)
    return tuple(written)
