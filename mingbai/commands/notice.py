"""``mingbai notice``: notice-board sheets from a private list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mingbai.commands import AS_OF, PROJECT, reporting
from mingbai.problems import in_order, report
from mingbai.views.dates import day_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from mingbai.notices.order import Made

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("kind", type=click.Choice(["公示", "公布"]), metavar="公示|公布")
@click.argument("policy", metavar="政策拼音名")
@click.option(
    "--private",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    metavar="文件夹",
    help="项目以外的文件夹：名单在其中的 notices/，做好的放进其中的 print/",
)
@click.option("--from", "posted", type=DAY, metavar="年-月-日", help="哪天贴出；公示必须写")
@click.option("--days", type=click.IntRange(1, 99), help="公示几天；依据里没有写天数的才用")
@click.option("--until", type=DAY, metavar="年-月-日", help="公示到哪天；按工作日算的必须写")
@PROJECT
@AS_OF
@reporting
def notice(kind: Any, policy: str, private: Path, project: Path, **given: Any) -> None:
    """做贴在村里的公示、公布：每村一份，名单只从项目以外的文件夹来，也只写回那里。

    公示是决定之前的初审意见，公布是决定之后的结果。名单叫 notices/dibao-公示.csv 或 .xlsx，
    列名：镇街名称、村居名称、申请人，公示再加初审意见（拟同意、拟不同意），
    公布再加依据点名的家庭人数、金额、单位。

    例：mingbai notice 公示 dibao --private ../名单 --from 2026-11-23
    """
    from mingbai.notices.folder import PRINT, keep  # noqa: PLC0415 - typesetting is slow to import
    from mingbai.notices.order import Ordered, make  # noqa: PLC0415
    from mingbai.notices.permit import Asked  # noqa: PLC0415

    if kind == "公示" and given["posted"] is None:
        message = "公示要写明哪天贴出，例如 --from 2026-11-23"
        raise click.UsageError(message)
    if kind == "公布" and (given["days"] or given["until"]):
        message = "--days 和 --until 只用于公示；公布到哪天取下，依据没有写，纸上留着由张贴单位填。"
        raise click.UsageError(message)
    asked = Asked(day(given["posted"]), given["days"], day(given["until"]))
    made = make(Ordered(project.resolve(), private, policy, kind, asked, day(given["as_of"])))
    folder = private / PRINT / "notices" / f"{policy}-{kind}"
    cleared = keep(folder, made.files)
    tell(made, folder, cleared)


def day(given: datetime | None) -> date | None:
    """Return the day that was given."""
    return given.date() if given else None


def tell(made: Made, folder: Path, cleared: tuple[str, ...]) -> None:
    """Say what was made, where, and when it hangs."""
    if made.problems:
        click.echo(report(in_order(made.problems)))
    hangs = made.posting.period
    if hangs:
        unit = "个工作日" if hangs.unit == "工作日" else "天"
        click.echo(
            f"{day_words(hangs.posted)}贴出（当天不算），公示 {hangs.days} {unit}，"
            f"到 {day_words(hangs.last)}为止；{day_words(hangs.down)}取下。"
        )
    for name, pages in made.pages.items():
        click.echo(f"{folder / name}：{pages} 页")
    for name in cleared:
        click.echo(f"名单里已经没有，删去上次做的：{folder / name}")
    click.echo(f"共 {made.people} 人。名单和做好的文件有个人信息，只给张贴的人；取下以后一并收好。")
