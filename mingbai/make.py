"""Runs the stages in order, in memory: records, checks, views, outputs. Writes nothing.

Comes in: the project folder and the scope. Goes out: every file to be, or every problem.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mingbai.checks import check_all
from mingbai.load import load
from mingbai.outputs import OUTPUTS, TALKS, pages, scan
from mingbai.outputs.target import ROOMS
from mingbai.privacy.files.project import private_files
from mingbai.problems import Problem, ProblemsFound, errors
from mingbai.promises import broken
from mingbai.rehearsal import rehearsed
from mingbai.site.handwritten import handwritten
from mingbai.site.handwritten_words import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.outputs import Output
    from mingbai.outputs.target import Target


@dataclass(frozen=True, slots=True)
class Made:
    """Everything made from the records, by room and path; ``problems`` are the 提醒 that remain."""

    library: Library
    scope: Scope
    pages: dict[str, bytes]
    parts: dict[str, bytes]
    site: dict[str, bytes]
    paper: dict[str, bytes]
    talks: dict[str, bytes]
    problems: tuple[Problem, ...]

    @property
    def offered(self) -> dict[str, bytes]:
        """Return the finished files of the site: its own, the paper and the talks it offers."""
        paper = {f"print/{path}": one for path, one in self.paper.items()}
        return {**self.site, **paper, **below_talks(self.talks)}


@dataclass(slots=True)
class Press:
    """Makes files and keeps what it made, so that a saved record costs only what changed."""

    kept: dict[tuple[str, str], tuple[object, bytes]] = field(default_factory=dict)

    def make(self, root: Path, scope: Scope) -> Made:
        """Run all stages.

        Raises:
            ProblemsFound: with all problems of all files if any of them is an error.

        """
        library, problems = checked(root, scope)
        rooms: dict[str, dict[str, bytes]] = {room: {} for room in ROOMS}
        found: list[Problem] = [*rehearsed(library, scope)]
        for output in OUTPUTS:
            found.extend(self.fill(rooms, output, library, scope))
        found.extend(handwritten(root, rooms["page"], rooms["part"], rooms["site"]))
        found.extend(worded(root, library))
        found.extend(private_files(root))
        found.extend(broken(library, addresses(rooms["page"], rooms["site"])))
        if errors(found):
            raise ProblemsFound([*problems, *found])
        return Made(
            library=library,
            scope=scope,
            pages=rooms["page"],
            parts=rooms["part"],
            site=rooms["site"],
            paper=rooms["print"],
            talks=rooms["talks"],
            problems=(*problems, *found),
        )

    def make_talks(
        self, root: Path, scope: Scope
    ) -> tuple[Library, dict[str, bytes], tuple[Problem, ...]]:
        """Make what belongs to talks alone: the records, files by path below ``talks/``, 提醒.

        Raises:
            ProblemsFound: with all problems of all files if any of them is an error.

        """
        library, problems = checked(root, scope)
        rooms: dict[str, dict[str, bytes]] = {room: {} for room in ROOMS}
        found = [*rehearsed(library, scope)]
        for output in TALKS:
            found.extend(self.fill(rooms, output, library, scope))
        if errors(found):
            raise ProblemsFound([*problems, *found])
        return library, rooms["talks"], (*problems, *found)

    def fill(
        self, rooms: dict[str, dict[str, bytes]], output: Output, library: Library, scope: Scope
    ) -> Iterator[Problem]:
        """Make every file of an output into its room, and yield why one could not be made."""
        made = {**rooms["print"], **below_talks(rooms["talks"])}
        for target in output.plan(library, scope, made):
            content = self.content(target, output)
            if isinstance(content, bytes):
                rooms[target.room][target.path] = content
            else:
                yield from content

    def content(self, target: Target, output: Output) -> bytes | tuple[Problem, ...]:
        """Return the file of a target, from the last run if its view is the same."""
        key = (target.room, target.path)
        if key in self.kept and self.kept[key][0] == target.view:
            return self.kept[key][1]
        content = output.render(target)
        if isinstance(content, bytes):
            self.kept[key] = (target.view, content)
        return content


def below_talks(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of talks as the site offers them: pictures are sent, not downloaded."""
    return {f"talks/{path}": one for path, one in made.items() if not path.endswith(".png")}


def addresses(pages: Mapping[str, bytes], site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what stands at each address: finished files, and pages still to become HTML."""
    return {**{f"{path.removesuffix('.md')}.html": one for path, one in pages.items()}, **site}


def foreseen(root: Path, library: Library, scope: Scope) -> tuple[Problem, ...]:
    """Return what a build would find in pages: addresses on paper that are gone, dead links.

    Makes no paper and no picture, and the pages behind codes only if any were given out.
    """
    rooms: dict[str, dict[str, bytes]] = {room: {} for room in ROOMS}
    for output in (scan, pages):
        for target in output.plan(library, scope, {}):
            text = target.path.endswith((".html", ".md"))
            wanted = output is pages or bool(library.ledger)
            content = output.render(target) if text and wanted else b""
            rooms[target.room][target.path] = content if isinstance(content, bytes) else b""
    found = [*rehearsed(library, scope)]
    found.extend(handwritten(root, rooms["page"], rooms["part"], rooms["site"]))
    found.extend(worded(root, library))
    if library.ledger:
        found.extend(broken(library, addresses(rooms["page"], rooms["site"])))
    return tuple(found)


def checked(
    root: Path, scope: Scope, contacts: Path | None = None
) -> tuple[Library, tuple[Problem, ...]]:
    """Load and check the records; ``contacts`` takes the place of the region's table of villages.

    Raises:
        ProblemsFound: with all problems if any of them is an error.

    """
    loaded = load(root, contacts)
    problems = list(loaded.problems)
    if loaded.library is not None:
        problems.extend(check_all(loaded.library, scope))
    if loaded.library is None or errors(problems):
        raise ProblemsFound(problems)
    return loaded.library, tuple(problems)
