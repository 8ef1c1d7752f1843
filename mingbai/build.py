"""Makes everything and puts it in place in one step.

Comes in: the project folder and the output folder. Goes out: ``site/`` and ``print/`` in it, whole
or as they were before.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.make import Made, Press
from mingbai.model.schema import schemas
from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.settings import read_scope
from mingbai.write import write_new_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

OWNED = ("site", "print")
"""The folders of ``dist/`` that ``build`` makes; whatever else lies there is left alone."""

FRESH = ".mingbai-new-"
"""How the folder begins in which new output waits to be moved into place."""

MARK = ".mingbai"
"""A file in the output folder that says the folder is ours to replace."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, counted, and where."""

    out: Path
    pages: int
    papers: int
    problems: tuple[Problem, ...]


def build(root: Path, out: Path, as_of: date | None = None) -> Built:
    """Make everything for the project at ``root`` and put it into ``out``.

    Raises:
        ProblemsFound: for any mistake of an author; then nothing in ``out`` has changed.

    """
    scope, notices = read_scope(root, as_of)
    recover(out)
    refuse_strangers(out)
    made = Press().make(root, scope)
    site = make_site(root, made)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=FRESH, dir=out) as folder:
        fresh = Path(folder)
        shutil.copytree(site, fresh / "site")
        write_new_folder(fresh / "print", made.paper)
        replace(out, fresh)
    pages = sum(1 for _ in (out / "site").rglob("*.html"))
    return Built(out, pages, len(made.paper), (*notices, *made.problems))


def recover(out: Path) -> None:
    """Put back what a build that was killed had moved out of the way, and clear what it left."""
    ours = (out / MARK).is_file()
    for left in sorted(out.glob(f"{FRESH}*")) if ours else ():
        for name in OWNED:
            if (left / "old" / name).exists() and not (out / name).exists():
                (left / "old" / name).rename(out / name)
        shutil.rmtree(left, ignore_errors=True)


def refuse_strangers(out: Path) -> None:
    """Refuse an output folder with a ``site`` or ``print`` that we did not make.

    Raises:
        ProblemsFound: then nothing has been touched.

    """
    strangers = [name for name in OWNED if (out / name).exists()]
    if strangers and not (out / MARK).is_file():
        found = {"folder": out.name, "names": "、".join(strangers)}
        raise ProblemsFound([Problem("out-not-ours", Place(out.name), found)])


def make_site(root: Path, made: Made) -> Path:
    """Let MkDocs make the site below ``.build/`` and return its folder.

    Raises:
        ProblemsFound: with MkDocs' own warnings, which ``strict`` makes errors.

    """
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415 - slow to import
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    from mingbai.plugin import MingbaiPlugin  # noqa: PLC0415

    site = root / ".build" / "site"
    heard = Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=True)
        adapter = config.plugins.get("mingbai")
        if not isinstance(adapter, MingbaiPlugin):
            raise ProblemsFound([Problem("plugin-missing", Place("mkdocs.yml"))])
        adapter.prepared = made
        mkdocs_build(config)
    except MkDocsException as failure:
        told = heard.told or [str(failure)]
        raise ProblemsFound(
            Problem("site-generator", Place("mkdocs.yml"), {"said": line}) for line in told
        ) from None
    finally:
        logger.removeHandler(heard)
    return site


class Listener(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        """Hear warnings and worse."""
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.told.append(record.getMessage())


def replace(out: Path, fresh: Path) -> None:
    """Put the new folders where the old ones are; any failure puts the old ones back."""
    old = fresh / "old"
    old.mkdir()
    (out / MARK).touch()
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves(out, fresh, old):
            done.append((source, target))
            source.rename(target)
    except BaseException:
        for source, target in reversed(done):
            if not source.exists():
                target.rename(source)
        raise


def moves(out: Path, fresh: Path, old: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each rename in order: the old folder out of the way, the new one in."""
    for name in OWNED:
        if (out / name).exists():
            yield out / name, old / name
        yield fresh / name, out / name


def write_schemas(root: Path) -> tuple[Path, ...]:
    """Write one JSON Schema a kind of record, for editors, and return the paths."""
    folder = root / "policies" / "schema"
    written: list[Path] = []
    for name, content in schemas().items():
        path = folder / f"{name}.json"
        write_whole(path, content)
        written.append(path)
    return tuple(written)
