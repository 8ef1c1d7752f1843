"""``mingbai new``: tables for clerks to fill in, and drafts of talks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.commands import AS_OF, PROJECT, reporting
from mingbai.commands.new_talk import talk
from mingbai.disk.write import write_whole
from mingbai.load import load
from mingbai.problems import Place, Problem, ProblemsFound, errors
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

OUT = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="写到哪个文件；默认放在 policies/regions/ 里",
)


@click.group()
def new() -> None:
    """做空表给村居和业务科室填，起草宣讲稿。"""


@new.command()
@PROJECT
@AS_OF
@OUT
@reporting
def contacts(project: Path, as_of: datetime | None, out: Path | None) -> None:
    """做村居联系表：各镇街的空行，下拉框，填写说明。

    例：mingbai new contacts
    """
    from mingbai.workbooks.contacts import contacts_workbook  # noqa: PLC0415 - slow to import

    def content(library: Library, scope: Scope) -> bytes:
        return contacts_workbook(library.region_by_code[scope.region], scope.as_of)

    make(project, as_of, out, "contacts", content)


@new.command()
@PROJECT
@AS_OF
@OUT
@reporting
def figures(project: Path, as_of: datetime | None, out: Path | None) -> None:
    """做年度数字表：一行一个数字，标准调整了填新的，别处不用改。

    例：mingbai new figures
    """
    from mingbai.workbooks.figures import figures_workbook  # noqa: PLC0415 - slow to import

    make(project, as_of, out, "figures", figures_workbook)


new.add_command(talk)


def make(
    project: Path,
    as_of: datetime | None,
    out: Path | None,
    kind: str,
    content: Callable[[Library, Scope], bytes],
) -> None:
    """Write a table where the build will find it filled in, never over another.

    Raises:
        ProblemsFound: if there is one, or the records cannot be read.

    """
    scope, _ = read_scope(project, as_of.date() if as_of else None)
    usual = project / "policies" / "regions" / f"{scope.region}-{kind}.xlsx"
    path = out or usual
    taken = [one for one in {path, path if out else path.with_suffix(".csv")} if one.exists()]
    if taken:
        name = taken[0].as_posix()
        raise ProblemsFound([Problem("new-exists", Place(name, 0), {"found": taken[0].name})])
    loaded = load(project)
    library = loaded.library
    if library is None or errors(loaded.problems):
        raise ProblemsFound(loaded.problems)
    if scope.region not in library.region_by_code:
        found = {"found": scope.region}
        raise ProblemsFound([Problem("region-unknown", Place("mkdocs.yml"), found)])
    write_whole(path, content(library, scope))
    click.echo(f"已写 {path.as_posix()}")
    click.echo("用 WPS 或 Excel 打开，照「填写说明」那一页填；填好运行 mingbai check。")
