"""``mingbai status``: what is draft, due or open, and who must do what."""

from __future__ import annotations

import json
import sys
import unicodedata
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from mingbai.checks import check_all
from mingbai.commands import AS_OF, PROJECT, reporting
from mingbai.load import load
from mingbai.problems import ProblemsFound, errors
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from mingbai.views.status import Standing, Status

TITLES = (
    *("拼音名", "名称", "审核", "下次复核", "内容"),
    *("待核", "空数字", "未确认", "问题", "版次"),
)
RIGHT = frozenset({"内容", "待核", "空数字", "未确认", "问题"})
WIDE = frozenset({"W", "F", "A"})
"""East Asian widths that take two columns of a Chinese terminal."""


@click.command()
@PROJECT
@AS_OF
@click.option("--json", "as_json", is_flag=True, help="用 JSON 输出，给程序看")
@reporting
def status(project: Path, as_of: datetime | None, *, as_json: bool) -> None:
    """看每份记录到了哪一步：草稿、已审、审后又改、该复核了、过期，还有谁该做什么。

    例：mingbai status
    """
    from mingbai.views.status import status as standing  # noqa: PLC0415 - as other commands

    today = as_of.date() if as_of else date.today()  # noqa: DTZ011 - the office's own day
    scope, notices = read_scope(project, as_of.date() if as_of else None)
    loaded = load(project)
    if loaded.library is None or not loaded.library.complete:
        raise ProblemsFound(loaded.problems)
    problems = [*notices, *loaded.problems, *check_all(loaded.library, scope)]
    wrong = len(errors(problems))
    found = standing(loaded.library, scope, today)
    if as_json:
        click.echo(json.dumps(asdict(found) | {"errors": wrong}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(told(found)))
        if wrong:
            click.echo(f"\n记录里有 {wrong} 处错误，先运行 mingbai check，改好再看。")
    sys.exit(1 if wrong else 0)


def told(found: Status) -> list[str]:
    """Return the lines for a terminal."""
    lines = [f"{found.region}，{found.day}，{len(found.records)} 份记录", ""]
    lines += table([TITLES, *(row(one) for one in found.records)])
    lines += ["", "谁该做什么"]
    for duty in found.duties:
        lines += [f"{duty.office}：", *(f"    {task}" for task in duty.tasks)]
    lines += ["", "30 天以内到期的"]
    lines += [f"    {one}" for one in found.soon] or ["    没有"]
    if found.others:
        lines += ["", "还要核实的", *(f"    {one}" for one in found.others)]
    return lines


def row(one: Standing) -> tuple[str, ...]:
    """Return a record as cells; a zero is left empty, so that what is open stands out."""
    edition = f"第 {one.edition} 版" if one.edition else "没有发布"
    counts = (one.open, one.unknown, one.unconfirmed, len(one.questions))
    return (
        one.slug,
        one.name,
        one.state,
        one.next_by or "没有写",
        str(one.statements),
        *(str(count) if count else "" for count in counts),
        f"{edition}，有改动" if one.edition and one.unreleased else edition,
    )


def table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return rows with their columns below each other, a Han character two columns wide."""
    widths = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            padded(cell, room, right=title in RIGHT)
            for cell, room, title in zip(one, widths, TITLES, strict=True)
        ).rstrip()
        for one in rows
    ]


def padded(text: str, room: int, *, right: bool) -> str:
    """Return a text filled up with blanks to a width in columns."""
    blanks = " " * (room - width(text))
    return f"{blanks}{text}" if right else f"{text}{blanks}"


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(one) in WIDE else 1 for one in text)
