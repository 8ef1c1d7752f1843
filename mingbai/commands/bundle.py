"""``mingbai bundle``: the whole site as one file to carry, with what a host needs beside."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mingbai.commands import AS_OF, PROJECT, reporting
from mingbai.problems import ProblemsFound, in_order, report

if TYPE_CHECKING:
    from datetime import datetime

    from mingbai.bundle.pack import Packed

MB = 1_000_000
MOST_LINKS = 20
JSON = click.option("--json", "as_json", is_flag=True, help="用 JSON 输出结果，给程序看")


def below(_context: click.Context, _option: click.Parameter, given: str | None) -> str | None:
    """Return the path of an address with slashes at both ends.

    Raises:
        BadParameter: for characters that mean something else in a server's settings.

    """
    from mingbai.bundle.servers import PATH  # noqa: PLC0415 - as below

    inside = given.strip("/") if given else ""
    path = None if given is None else f"/{inside}/" if inside else "/"
    if path is not None and not PATH.fullmatch(path):
        message = "只写网址里的路径，例如 /minzheng/jiuzhu/"
        raise click.BadParameter(message)
    return path


def on_server(_context: click.Context, _option: click.Parameter, given: str | None) -> str | None:
    """Return a folder of a server with ``/`` between its parts.

    Raises:
        BadParameter: for one that settings and commands would not take as it is.

    """
    from mingbai.bundle.servers import FOLDER  # noqa: PLC0415 - as below

    folder = given.replace("\\", "/").rstrip("/") if given else None
    if folder is not None and not FOLDER.fullmatch(folder):
        message = "写完整的文件夹，不带空格和特殊符号，例如 /srv/mingbai/site"
        raise click.BadParameter(message)
    return folder


@click.command()
@PROJECT
@AS_OF
@click.option("--scan", "scan_only", is_flag=True, help="只要扫码页（s/ 里的），给区里的门户网站")
@click.option("--iis", is_flag=True, help="包里放上 IIS 的 web.config")
@click.option("--path", callback=below, metavar="路径", help="网站放在哪个路径下，例如 /jiuzhu/")
@click.option(
    "--folder", callback=on_server, metavar="文件夹", help="服务器上的网站文件夹，写进服务器设置"
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist"),
    help="输出文件夹，包放在其中的 bundle/，只要扫码页的放在 bundle-scan/",
)
@JSON
@reporting
def bundle(
    project: Path, as_of: datetime | None, out: Path, *, as_json: bool, **asked: Any
) -> None:
    """做内网包：先做网站，逐个文件查过，再装成一个压缩包。

    旁边有校验码、nginx、IIS、Tomcat 的设置，和一页“怎样发布”。查出问题就不做，上一个包不动。

    例：mingbai bundle
    """
    from mingbai.bundle.pack import Asked, pack  # noqa: PLC0415 - MkDocs is slow to import

    day = as_of.date() if as_of else None
    try:
        packed = pack(project.resolve(), out.resolve(), Asked(day, **asked))
    except ProblemsFound as found:
        if not as_json:
            raise
        echo_json({"problems": [one.as_json() for one in found.problems]})
        sys.exit(1)
    if as_json:
        echo_json(as_data(packed))
        return
    tell(packed)


def tell(packed: Packed) -> None:
    """Say what was packed."""
    if packed.problems:
        click.echo(report(in_order(packed.problems)))
    manifest = packed.manifest
    size = packed.zip.stat().st_size / MB
    click.echo(f"压缩包：{packed.zip}")
    click.echo(f"{len(manifest.files)} 个文件，{size:.1f} MB，SHA-256 {packed.sha256}")
    click.echo("网页自己不到别的网站取任何东西；链接都打得开。")
    if packed.out:
        click.echo(f"到别的网站的链接 {len(packed.out)} 处，网页上都标明了：")
        for one in packed.out[:MOST_LINKS]:
            click.echo(f"    {one.page}：{one.address}")
        if len(packed.out) > MOST_LINKS:
            click.echo("    ……（全部的用 --json 看）")
    else:
        click.echo("没有到别的网站的链接。")
    click.echo(f"怎样发布，看 {packed.zip.parent / '怎样发布.html'}")


def as_data(packed: Packed) -> dict[str, object]:
    """Return what was packed as plain data."""
    links = [{"page": one.page, "address": one.address, "words": one.words} for one in packed.out]
    facts = packed.manifest.model_dump(mode="json", exclude={"files"})
    return {
        "zip": str(packed.zip),
        "sha256": packed.sha256,
        "files": len(packed.manifest.files),
        **facts,
        "links_out": links,
        "problems": [one.as_json() for one in in_order(packed.problems)],
    }


def echo_json(data: object) -> None:
    """Print data for a program."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
