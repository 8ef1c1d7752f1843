"""``mingbai talks``: every talk with its slides, notes and spoken texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.commands import AS_OF, PROJECT, reporting
from mingbai.problems import in_order, report

if TYPE_CHECKING:
    from datetime import datetime


@click.command()
@PROJECT
@AS_OF
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist"),
    help="输出文件夹，做好的放在其中的 talks/",
)
@reporting
def talks(project: Path, as_of: datetime | None, out: Path) -> None:
    """做出全部宣讲材料：讲稿、提纲、幻灯片、广播稿、短信、短视频、签到表、小测验、审查表。

    例：mingbai talks --out dist
    """
    from mingbai.build import build_talks  # noqa: PLC0415 - typesetting is slow to import

    built = build_talks(project.resolve(), out.resolve(), as_of.date() if as_of else None)
    if built.problems:
        click.echo(report(in_order(built.problems)))
    for one in built.talks:
        click.echo(f"{one.title}：{one.characters} 字，{one.clock}（定的是 {one.minutes} 分钟）")
    click.echo(f"宣讲 {len(built.talks)} 篇，文件 {built.files} 个：{built.out / 'talks'}")
