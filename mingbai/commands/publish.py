"""``mingbai publish`` and ``mingbai rollback``: what the web server shows, and the way back."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mingbai.commands import reporting
from mingbai.problems import ProblemsFound, in_order, report
from mingbai.views.dates import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.bundle.manifest import Manifest
    from mingbai.publish.done import Done

UNCHANGED = "网上的没有动"
STOPPED = "停下了。网站是完整的：换上之前停的是旧的，换上之后停的是新的；再运行一次会收拾。"

WAYS = {
    "first": "放上去了",
    "exchange": "一步换上，中间没有打不开的时候",
    "renames": "分两步换上，中间有一瞬间打不开（这个磁盘不能一步对换）",
}

SHORT = 8
"""Characters that tell versions apart."""

FOLDER = click.Path(path_type=Path)
JSON = click.option("--json", "as_json", is_flag=True, help="用 JSON 输出结果，给程序看")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="[压缩包] 网站文件夹", type=FOLDER)
@click.option(
    "--keep",
    type=click.IntRange(1, 99),
    default=3,
    help="留几个旧版本，可以退回去；默认 3 个",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist"),
    help="没写压缩包时，用这个文件夹的 bundle/ 里最新的",
)
@JSON
@reporting
def publish(paths: tuple[Path, ...], keep: int, out: Path, *, as_json: bool) -> None:
    """把内网包放到网上：先核对，再一步换上；不成就原样。

    网站文件夹是网页服务器指着的那一个，没有就新建。旧的收在旁边的隐藏文件夹里。
    Linux 上新旧一步对换。别的系统分两步改名，中间有一瞬间打不开；断在中间，下次运行接着做完。
    Windows 上没有实际试过。

    例：mingbai publish dist/bundle/mingbai-370812.zip /srv/www/mingbai
    """
    from mingbai.publish.latest import latest_bundle  # noqa: PLC0415 - as in printing
    from mingbai.publish.run import publish as put_up  # noqa: PLC0415

    if len(paths) > 2:  # noqa: PLR2004 - the zip and the folder
        message = "只写压缩包和网站文件夹，例如 mingbai publish 包.zip /srv/www/mingbai"
        raise click.UsageError(message)
    folder = paths[-1]
    if folder.suffix.lower() == ".zip":
        message = f"没有写网站文件夹，例如 mingbai publish {folder} /srv/www/mingbai"
        raise click.UsageError(message)
    with refusals(as_json=as_json):
        bundle = paths[0] if len(paths) > 1 else latest_bundle(out, folder)
        done = put_up(bundle, folder, keep)
    if as_json:
        echo_json(as_data(done))
        return
    tell(done)
    click.echo(f"用的包：{bundle}")
    click.echo(f"核对一遍：mingbai verify {done.live}；再换一台电脑，用网址核对一遍。")


@click.command()
@click.argument("folder", metavar="网站文件夹", type=FOLDER)
@click.option("--to", metavar="编号", help="退到哪一版；默认是现在这一版的前一版")
@click.option("--list", "only_list", is_flag=True, help="只看网上的和留着的版本，不换")
@JSON
@reporting
def rollback(folder: Path, to: str | None, *, only_list: bool, as_json: bool) -> None:
    """退回上一次发布的样子，一步换上。再运行一次，再往前退一版。

    例：mingbai rollback /srv/www/mingbai
    """
    from mingbai.publish.back import look  # noqa: PLC0415 - as in printing
    from mingbai.publish.back import rollback as go_back  # noqa: PLC0415

    with refusals(as_json=as_json):
        done = look(folder) if only_list else go_back(folder, to)
    if as_json:
        echo_json(as_data(done))
    elif only_list:
        click.echo(f"现在在网上：{words(done.now)}")
        tell_kept(done)
    else:
        tell(done)


@contextmanager
def refusals(*, as_json: bool) -> Iterator[None]:
    """Report why nothing was put up, and leave with status 1."""
    try:
        yield
    except ProblemsFound as found:
        if as_json:
            echo_json({"problems": [one.as_json() for one in found.problems]})
        else:
            click.echo(report(found.problems, UNCHANGED))
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo(f"\n{STOPPED}", err=True)
        sys.exit(1)


def tell(done: Done) -> None:
    """Say what was up, what is up, how it came there, and how to go back."""
    if done.told:
        click.echo(report(in_order(done.told)))
    if done.way is None:
        click.echo(f"网上的已经是这一版，没有动：{words(done.now)}")
    else:
        click.echo(f"原来在网上：{words(done.before)}")
        click.echo(f"现在在网上：{words(done.now)}")
        click.echo(f"{WAYS[done.way]}：{done.live}")
    tell_kept(done)
    if done.live.parent / f".{done.live.name}.mingbai" in Path.cwd().parents:
        click.echo(f"您所在的文件夹现在是旧的那一版了，请重新进一次：cd {done.live}")


def tell_kept(done: Done) -> None:
    """Say which versions can be gone back to."""
    for manifest in done.kept:
        click.echo(f"留着的旧版本 {manifest.digest[:SHORT]}：{words(manifest)}")
    if done.kept:
        click.echo(f"要退回去：mingbai rollback {done.live}（--to 编号，指明退到哪一版）")


def words(manifest: Manifest | None) -> str:
    """Say which version it is."""
    if manifest is None:
        return "什么也没有。"
    kind = "，只有扫码页" if manifest.scan_only else ""
    day, files = day_words(manifest.as_of), len(manifest.files)
    return f"发布账本 {manifest.serial} 行，内容截至 {day}，{files} 个文件{kind}。"


def as_data(done: Done) -> dict[str, Any]:
    """Return what was done as plain data."""
    return {
        "folder": done.live.as_posix(),
        "before": facts(done.before),
        "now": facts(done.now),
        "way": done.way,
        "kept": [facts(one) for one in done.kept],
        "problems": [one.as_json() for one in in_order(done.told)],
    }


def facts(manifest: Manifest | None) -> dict[str, Any] | None:
    """Return which version it is as plain data."""
    if manifest is None:
        return None
    return {
        "version": manifest.digest[:SHORT],
        "serial": manifest.serial,
        "as_of": manifest.as_of.isoformat(),
        "scan_only": manifest.scan_only,
        "files": len(manifest.files),
    }


def echo_json(data: dict[str, Any]) -> None:
    """Print data for programs."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
