"""``mingbai verify``: the proof that a bundle arrived as it was packed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.commands import reporting
from mingbai.commands.bundle import JSON, echo_json
from mingbai.problems import errors, report

if TYPE_CHECKING:
    from mingbai.problems import Problem


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="压缩包、文件夹或网址")
@click.option("--against", metavar="现有的", help="和现在发布着的比：比它旧的、别的地区的不通过")
@JSON
@reporting
def verify(sources: tuple[str, ...], against: str | None, *, as_json: bool) -> None:
    """核对内网包：少了什么，改了什么，多了什么，是不是旧的。

    压缩包不用解开；网址要连得上，上面多出来的文件从外面看不见。

    例：mingbai verify dist/bundle/mingbai-370812-2026-11-21-0.zip --against /srv/mingbai/site
    """
    from mingbai.bundle.verify import verify as compare  # noqa: PLC0415 - as in bundle
    from mingbai.publish.back import recover  # noqa: PLC0415 - as above

    mended = [one for source in sources for one in recover(Path(source))]
    found = {source: compare(source, against) for source in sources}
    if as_json:
        echo_json([verdict(source, problems) for source, problems in found.items()])
    else:
        if mended:
            click.echo(report(tuple(mended)))
        for source, problems in found.items():
            say(source, problems)
    sys.exit(1 if any(map(errors, found.values())) else 0)


def say(source: str, problems: tuple[Problem, ...]) -> None:
    """Say what is wrong with one bundle, or what it is."""
    from mingbai.bundle.manifest import read  # noqa: PLC0415 - as above
    from mingbai.bundle.opened import is_address  # noqa: PLC0415

    if problems:
        click.echo(report(problems, "不能用"))
    else:
        manifest = read(source)
        click.echo(
            f"核对通过：{source}\n{len(manifest.files)} 个文件都对。地区 {manifest.region}，"
            f"内容截至 {manifest.as_of}，发布账本 {manifest.serial} 行。"
        )
    if is_address(source):
        click.echo("服务器上多出来的文件，从网址上看不见；要看，在服务器上核对文件夹。")


def verdict(source: str, problems: tuple[Problem, ...]) -> dict[str, object]:
    """Return the result for one bundle as plain data."""
    return {
        "source": source,
        "ok": not errors(problems),
        "problems": [one.as_json() for one in problems],
    }
