"""``mingbai print``: the village editions."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mingbai.commands import AS_OF, PROJECT, reporting
from mingbai.problems import errors, in_order, report

if TYPE_CHECKING:
    from datetime import datetime

    from mingbai.villages.order import Ordered
    from mingbai.villages.run import Done

KEPT = "做好的文件都留着"


@click.command(name="print")
@PROJECT
@AS_OF
@click.option("--form", "forms", multiple=True, help="哪种纸，可以写几次；默认 sheet（明白纸）")
@click.option("--policy", "policies", multiple=True, help="只做哪项政策（拼音名），可以写几次")
@click.option("--township", "townships", multiple=True, help="只做哪个镇街（代码或名称）")
@click.option("--village", "villages", multiple=True, help="只做哪个村居（代码或名称）")
@click.option(
    "--by",
    type=click.Choice(["township", "village"]),
    default="township",
    help="township：每个镇街一个文件，每村一页；village：每村一个文件",
)
@click.option(
    "--contacts",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="村居联系表；默认用 policies/regions/ 里的",
)
@click.option("--proof", is_flag=True, help="做样稿：盖“样稿 不得张贴”")
@click.option("--press", is_flag=True, help="给印刷厂：CMYK 四色，四边出血 3 毫米")
@click.option("--workers", type=click.IntRange(1, 61), help="用几个进程，默认与处理器数相同")
@click.option("--cluster", metavar="地址", help="用 Dask 集群，例如 tcp://10.0.0.5:8786")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist"),
    help="输出文件夹，做好的放在其中的 villages/",
)
@click.option("--json", "as_json", is_flag=True, help="用 JSON 输出结果，给程序看")
@reporting
def print_villages(project: Path, as_of: datetime | None, out: Path, **options: Any) -> None:
    """做各村的纸：每村一页，印着本村的联系人和二维码。

    做好一个存一个；中断了再运行，只做缺的和变了的。

    例：mingbai print --form sheet --proof
    """
    from mingbai.disk.output_folder import refuse_out  # noqa: PLC0415 - as below
    from mingbai.villages.order import read_order  # noqa: PLC0415 - the typesetter is slow to import

    refuse_out(project, out, ())
    as_json, address, workers = (options.pop(key) for key in ("as_json", "cluster", "workers"))
    day = as_of.date() if as_of else None
    order = read_order(project.resolve(), day, options.pop("contacts"), **options)
    folder = out.resolve() / "villages" / order.scope.region
    began = time.monotonic()
    done = work(order, folder, address, workers)
    if as_json:
        click.echo(json.dumps(as_data(done), ensure_ascii=False, indent=2))
    else:
        tell(done, folder, time.monotonic() - began)
    sys.exit(1 if errors(done.problems) else 0)


def work(order: Ordered, folder: Path, address: str | None, workers: int | None) -> Done:
    """Run an order with a progress bar that shows rate and time left."""
    from mingbai.villages.pool import ClusterMissing, cluster, local  # noqa: PLC0415
    from mingbai.villages.run import Run  # noqa: PLC0415

    count = workers or os.cpu_count() or 1
    began = time.monotonic()
    with click.progressbar(
        range(order.copies),
        label="正在做",
        show_pos=True,
        bar_template="%(label)s [%(bar)s] %(info)s",
        item_show_func=lambda done: pace(done, time.monotonic() - began),
        file=sys.stderr,
    ) as bar:
        run = Run(
            folder=folder,
            sheaves=order.sheaves(),
            start=cluster(address) if address else local(count),
            workers=count,
            told=lambda copies: bar.update(copies, bar.pos + copies),
        )
        try:
            return run.all()
        except KeyboardInterrupt:
            click.echo(f"\n停下了：{len(run.done.made)} 个文件已经做好存下，再运行一次接着做。")
            sys.exit(1)
        except ClusterMissing as failure:
            raise click.UsageError(str(failure)) from None


def pace(copies: int | None, seconds: float) -> str:
    """Say how many sheets a second are made."""
    return f"每秒 {copies / seconds:.1f} 张" if copies and seconds else ""


def tell(done: Done, folder: Path, seconds: float) -> None:
    """Say what came of a run."""
    if done.problems:
        click.echo(report(in_order(done.problems), KEPT))
    pages = sum(one.pages for one in done.made)
    size = sum(one.bytes for one in done.made) / 1_000_000
    rate = pages / seconds if seconds else 0
    click.echo(f"做好 {len(done.made)} 个文件，{pages} 页，{size:.1f} MB，每秒 {rate:.1f} 页。")
    click.echo(f"原来就有、没有变的 {done.kept} 个。都在 {folder}")
    for one in done.made:
        if one.missing:
            click.echo(f"缺页：{one.path} 里没有 {'、'.join(one.missing)}")


def as_data(done: Done) -> dict[str, Any]:
    """Return what came of a run as plain data."""
    return {
        "made": [{"path": one.path, "pages": one.pages, "bytes": one.bytes} for one in done.made],
        "kept": done.kept,
        "problems": [one.as_json() for one in in_order(done.problems)],
    }
