"""``mingbai disclosure``: which required item of the directory each record answers."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from mingbai.commands import AS_OF, PROJECT, reporting

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from mingbai.views.disclosure import Coverage

NONE = "没有 policies/disclosure.yml：这个项目没有政务公开目录。"


@click.command()
@PROJECT
@AS_OF
@click.option("--json", "as_json", is_flag=True, help="用 JSON 输出，给程序看")
@reporting
def disclosure(project: Path, as_of: datetime | None, *, as_json: bool) -> None:
    """列出政务公开目录的每一项，哪个记录有、不全、缺，或者不在网上。

    例：mingbai disclosure --json
    """
    from mingbai.make import checked  # noqa: PLC0415 - the outputs are slow to import
    from mingbai.settings import read_scope  # noqa: PLC0415
    from mingbai.views.disclosure import coverage  # noqa: PLC0415

    scope, _ = read_scope(project, as_of.date() if as_of else None)
    library, _ = checked(project, scope)
    found = coverage(library, scope)
    if as_json:
        click.echo(json.dumps([as_data(one) for one in found], ensure_ascii=False, indent=2))
    elif library.disclosure is None:
        click.echo(NONE)
    else:
        for one in found:
            tell(one)
    sys.exit(0)


def tell(record: Coverage) -> None:
    """Write one record's lines."""
    click.echo(f"{record.name}：{record.words}")
    for number, item, told in record.elements:
        more = f"：{told.words}" if told.words else ""
        click.echo(f"    {number:>2} {item} {told.name} —— {told.state_words}{more}")


def as_data(record: Coverage) -> dict[str, Any]:
    """Return one record as plain data."""
    return {
        "slug": record.slug,
        "name": record.name,
        "listed": record.listed,
        "elements": [
            {
                "number": number,
                "item": item,
                "element": told.name,
                "state": told.state,
                "words": told.words,
                "paths": list(told.paths),
            }
            for number, item, told in record.elements
        ],
    }
