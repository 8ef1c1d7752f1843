"""The commands. No rule and no wording of records lives here, nor in ``commands/``."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date, datetime
from pathlib import Path

import click

from mingbai.checks import check_all, check_clock, check_texts
from mingbai.commands import (
    AS_OF,
    PROJECT,
    bundle,
    disclosure,
    new,
    notice,
    printing,
    privacy,
    publish,
    releasing,
    reporting,
    review,
    status,
    talks,
    verify,
)
from mingbai.load import load
from mingbai.make import foreseen
from mingbai.privacy.files.project import private_files
from mingbai.problems import Problem, errors, in_order, report
from mingbai.settings import read_scope
from mingbai.site.handwritten import plainly_written

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Material prints its own notices into every build; they are noise for the people who run this."""


@click.group()
@click.version_option(package_name="mingbai", message="明白 %(version)s")
def main() -> None:
    """明白：把社会救助政策记录做成网站、明白纸和宣讲材料。"""
    os.environ.update(QUIET)
    os.environ.pop("SOURCE_DATE_EPOCH", None)  # all dates are the scope's; MkDocs falls over others
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@main.command()
@PROJECT
@AS_OF
@click.option(
    "--texts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="官方原文文件夹：核对条款号和引文",
)
@click.option("--strict", is_flag=True, help="有提醒也算不通过")
@click.option("--json", "as_json", is_flag=True, help="用 JSON 输出，给程序看")
@reporting
def check(
    project: Path, as_of: datetime | None, texts: Path | None, *, strict: bool, as_json: bool
) -> None:
    """检查所有记录，不生成任何文件。

    例：mingbai check --texts ../shared/law
    """
    scope, notices = read_scope(project, as_of.date() if as_of else None)
    loaded = load(project)
    problems: list[Problem] = [*notices, *loaded.problems, *plainly_written(project)]
    problems.extend(private_files(project))
    counts = ""
    if loaded.library is not None:
        problems.extend(check_all(loaded.library, scope))
        if not errors(problems):
            problems.extend(foreseen(project, loaded.library, scope))
        problems.extend(check_clock(loaded.library, scope, date.today()))  # noqa: DTZ011 - the office's own day
        if texts is not None:
            found = check_texts(loaded.library, scope, texts)
            problems.extend(found.problems)
            counts = found.words
    shown = in_order(problems)
    wrong = errors(shown) or (strict and shown)
    if as_json:
        click.echo(json.dumps([one.as_json() for one in shown], ensure_ascii=False, indent=2))
    else:
        click.echo(report(shown))
        if counts:
            click.echo(counts)
    sys.exit(1 if wrong else 0)


@main.command()
@PROJECT
@AS_OF
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist"),
    help="输出文件夹",
)
@reporting
def build(project: Path, as_of: datetime | None, out: Path) -> None:
    """检查并做出网站、明白纸和宣讲材料；有错误就什么都不改。

    例：mingbai build --out dist
    """
    from mingbai.build import build as build_all  # noqa: PLC0415 - MkDocs is slow to import

    built = build_all(project.resolve(), out.resolve(), as_of.date() if as_of else None)
    if built.problems:
        click.echo(report(in_order(built.problems)))
    click.echo(f"网页 {built.pages} 页：{built.out / 'site' / 'index.html'}")
    click.echo(f"印刷文件 {built.papers} 个：{built.out / 'print'}")
    if built.talks:
        click.echo(f"宣讲文件 {built.talks} 个：{built.out / 'talks'}")
    click.echo(f"问题：0 处错误，{len(built.problems)} 处提醒。")


@main.command()
@PROJECT
@click.option("--port", type=int, default=8000, help="端口")
@reporting
def serve(project: Path, port: int) -> None:
    """在本机边改边看：存盘后约一秒刷新，写错了也不会退出。

    例：mingbai serve --port 8000
    """
    from mingbai.serve import serve as serve_site  # noqa: PLC0415 - MkDocs is slow to import

    serve_site(
        project.resolve(),
        port,
        ready=lambda address: click.echo(f"打开 {address} 看；按 Ctrl-C 结束。"),
    )


@main.command()
@PROJECT
@reporting
def schema(project: Path) -> None:
    """写出编辑器用的 JSON Schema，放在 policies/schema/。

    例：mingbai schema
    """
    from mingbai.build import write_schemas  # noqa: PLC0415

    for path in write_schemas(project):
        click.echo(f"已写 {path.as_posix()}")


for command in (
    printing.print_villages,
    new.new,
    notice.notice,
    privacy.privacy,
    review.review,
    status.status,
    talks.talks,
    disclosure.disclosure,
    releasing.release,
    bundle.bundle,
    verify.verify,
    publish.publish,
    publish.rollback,
):
    main.add_command(command)
