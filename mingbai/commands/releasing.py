"""``mingbai release``: gives what changed its next edition, and writes it into the ledger."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from mingbai.checks import check_all
from mingbai.commands import AS_OF, PROJECT, reporting
from mingbai.disk.write import write_whole
from mingbai.editions.carry_out import files_of, unfinished
from mingbai.editions.release import Release, Said, plan_release
from mingbai.load import load
from mingbai.model.edition import OldSheets
from mingbai.problems import Place, Problem, ProblemsFound, errors
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

SOURCES = ("policies", "cases")
MENDED = "edition-not-in-record"
"""The one problem of the ledger that ``release`` is there to mend."""


@click.command()
@PROJECT
@AS_OF
@click.option("--policy", "chosen", multiple=True, help="只发布哪项政策（拼音名），可以写几次")
@click.option(
    "--say",
    "said",
    nargs=3,
    multiple=True,
    metavar="拼音名 一句话 旧纸",
    help="变了什么，旧纸“仍可用”还是“换新”；也可以写在记录的 changes 里",
)
@click.option("--preview", is_flag=True, help="只看会发布什么，什么都不写")
@reporting
def release(
    project: Path,
    as_of: datetime | None,
    chosen: tuple[str, ...],
    said: tuple[tuple[str, str, str], ...],
    *,
    preview: bool,
) -> None:
    """给改过的政策定新的一版：写进账本，此后印的纸带着版次。

    例：mingbai release --say dibao 低保标准提高了。 换新
    """
    root = project.resolve()
    scope, _ = read_scope(root, as_of.date() if as_of else None)
    library = sound(root, scope)
    mended = unfinished(root, library)
    if mended and not preview:
        write(root, mended)
        click.echo(f"上一次发布没有做完，已经照账本补上 {len(mended)} 份记录。")
        library = sound(root, scope)
    words = {**sayings(said), **asked(library, scope, chosen, said)}
    planned = plan_release(library, scope, words, chosen)
    refuse(planned, chosen)
    tell(planned)
    if preview:
        click.echo("只是看看，什么都没有写。")
        return
    files = files_of(root, planned, library)
    tried(root, scope, files)
    write(root, files)
    click.echo("已写进 policies/editions.yml 和各份记录。现在可以 mingbai build、mingbai print。")


def sound(root: Path, scope: Scope) -> Library:
    """Return records without an error, but for those that a release mends.

    Raises:
        ProblemsFound: with all problems if any of them is another error.

    """
    loaded = load(root)
    problems = list(loaded.problems)
    if loaded.library is not None:
        problems.extend(check_all(loaded.library, scope))
    left = [one for one in problems if one.code != MENDED]
    if loaded.library is None or errors(left):
        raise ProblemsFound(left)
    return loaded.library


def sayings(said: tuple[tuple[str, str, str], ...]) -> dict[str, Said]:
    """Return what was said of each policy on the command line."""
    found: dict[str, Said] = {}
    for slug, text, old_sheets in said:
        choices = get_args(OldSheets)
        if old_sheets not in choices:
            message = f"--say 第三项只能是{'或'.join(choices)}，现为「{old_sheets}」。"
            raise click.UsageError(message)
        found[slug] = Said(text, "换新" if old_sheets == "换新" else "仍可用")
    return found


def asked(
    library: Library,
    scope: Scope,
    chosen: tuple[str, ...],
    said: tuple[tuple[str, str, str], ...],
) -> dict[str, Said]:
    """Ask whoever sits at the keyboard for what is missing; ask nobody else."""
    if not sys.stdin.isatty():
        return {}
    planned = plan_release(library, scope, sayings(said), chosen)
    missing = [one for one in planned.problems if one.code == "release-no-words"]
    found: dict[str, Said] = {}
    for problem in missing:
        click.echo(problem.message)
        text = click.prompt("用一句大白话说变了什么")
        new = click.confirm("以前印的纸要换新吗", default=True)
        found[str(problem.values["slug"])] = Said(text, "换新" if new else "仍可用")
    return found


def refuse(planned: Release, chosen: tuple[str, ...]) -> None:
    """Refuse what cannot be released.

    Raises:
        ProblemsFound: for drafts that were asked for, or if there is nothing to release.

    """
    problems = list(planned.problems)
    if chosen or not (planned.lines or problems):
        problems += [
            Problem("release-draft", one.at("review"), {"name": one.name}) for one in planned.drafts
        ]
    if not problems and not planned.lines:
        problems.append(Problem("release-nothing", Place("policies/editions.yml", 0)))
    if problems:
        raise ProblemsFound(problems)


def tell(planned: Release) -> None:
    """Say what is released."""
    for line in planned.lines:
        words = {"新版": f"第 {line['edition']} 版", "改名": "改了拼音名", "停用": "停用"}
        click.echo(f"{line['code']} {line['name']}：{words[line['kind']]}")
        for text in line.get("changed", ()):
            click.echo(f"    {text}")
        if line["edition"] > 1 and line["kind"] == "新版":
            click.echo(f"    以前印的纸：{line['old_sheets']}")
    for record in planned.drafts:
        click.echo(f"没有审核，这次不发布：{record.name}")


def tried(root: Path, scope: Scope, files: Mapping[str, bytes]) -> None:
    """See in a copy that the records are right with what is to be written: a sentence is checked.

    Raises:
        ProblemsFound: with what would be wrong; nothing of the project has been touched.

    """
    with tempfile.TemporaryDirectory(prefix="mingbai-") as folder:
        copy = Path(folder)
        for name in SOURCES:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
        write(copy, files)
        sound(copy, scope)


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write each file whole, in this order: the ledger first (see ``carry_out``)."""
    for name, content in files.items():
        write_whole(root / name, content)
