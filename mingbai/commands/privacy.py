"""``mingbai privacy``: what in files or texts belongs to one person."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.commands import reporting
from mingbai.commands.bundle import echo_json
from mingbai.problems import errors, report

if TYPE_CHECKING:
    from mingbai.privacy.lines import BadLineError

WRONG_USE = 2


@click.command()
@click.argument("paths", nargs=-1, metavar="文件或文件夹", type=click.Path(path_type=Path))
@click.option(
    "--jsonl",
    "as_lines",
    is_flag=True,
    help="给程序用：从文件或标准输入读 {id, text, context}，一行一个，答案一行一个",
)
@click.option("--json", "as_json", is_flag=True, help="用 JSON 输出，给程序看")
@reporting
def privacy(paths: tuple[Path, ...], *, as_lines: bool, as_json: bool) -> None:
    """查身份证号、银行卡、电话、姓名这些个人信息；文字、表格、PDF、照片都看。

    查到的只显示遮住的样子。发出去之前，先查一遍。

    例：mingbai privacy 通知.docx 名单.xlsx
    """
    if as_lines:
        sys.exit(WRONG_USE if answer_lines(paths) else 0)
    if not paths:
        raise click.UsageError("写上要查的文件或文件夹，例如 mingbai privacy 通知.docx")
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise click.UsageError(f"没有这个文件：{missing[0]}")
    from mingbai.privacy.files.look import look  # noqa: PLC0415 - readers of files are slow to import

    looked = look(paths)
    problems = looked.problems
    if as_json:
        echo_json([one.as_json() for one in problems])
    else:
        click.echo(report(problems, "这些不能发出去"))
        click.echo(f"看了 {looked.files} 个文件。")
    sys.exit(1 if errors(problems) else 0)


def answer_lines(paths: tuple[Path, ...]) -> list[tuple[int, BadLineError]]:
    """Answer every line of a file or of the standard input; return the lines that are none."""
    from mingbai.privacy.lines import BadLineError, answers  # noqa: PLC0415 - only here

    if len(paths) > 1:
        raise click.UsageError("--jsonl 一次只读一个文件")
    raw = paths[0].read_bytes() if paths and str(paths[0]) != "-" else sys.stdin.buffer.read()
    bad: list[tuple[int, BadLineError]] = []
    for number, answered in answers(raw):
        if isinstance(answered, BadLineError):
            click.echo(f"第 {number} 行：{answered}", err=True)
            bad.append((number, answered))
        else:
            click.echo(answered)
    return bad
