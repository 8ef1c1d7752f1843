"""``mingbai new talk``: a draft of a talk, from policies and minutes."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

from mingbai.commands import AS_OF, PROJECT, reporting
from mingbai.disk.write import write_whole
from mingbai.load import SLUG, TALKS
from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from mingbai.model.library import Library

SPLIT = re.compile(r"[,，、\s]+")


@click.command()
@click.argument("name")
@PROJECT
@AS_OF
@click.option("--policies", help="讲哪些政策（拼音名，用逗号隔开）")
@click.option("--minutes", type=click.IntRange(3, 120), help="一共几分钟")
@click.option("--title", help="标题")
@click.option("--audience", help="讲给谁听")
@reporting
def talk(project: Path, as_of: datetime | None, name: str, **given: object) -> None:
    """起草一篇宣讲稿：问讲哪些政策、几分钟，按时间选好要讲的部分。

    例：mingbai new talk chun-jie --policies dibao,linshi-jiuzhu --minutes 15
    """
    from mingbai.make import checked  # noqa: PLC0415 - typesetting is slow to import
    from mingbai.views.speaking.talk_draft import Wanted, draft, written  # noqa: PLC0415 - loads all views

    scope, _ = read_scope(project, as_of.date() if as_of else None)
    library, _ = checked(project, scope)
    path = project / TALKS / f"{name}.yml"
    refuse_name(name, path, library)
    asked = asked_for(given, library)
    wanted = Wanted(
        chosen(str(asked["policies"]), path, library),
        str(asked["title"]),
        str(asked["audience"]),
        int(str(asked["minutes"])),
    )
    made = draft(wanted, library, scope)
    write_whole(path, written(made).encode())
    click.echo(f"已写 {path.as_posix()}")
    click.echo("改好开场、过渡和结尾，运行 mingbai check；再运行 mingbai talks 做出来。")


def refuse_name(name: str, path: Path, library: Library) -> None:
    """Refuse a name that no file may have, or that something has.

    Raises:
        ProblemsFound: then nothing is written.

    """
    place = Place(path.as_posix(), 0)
    if not SLUG.fullmatch(name):
        raise ProblemsFound([Problem("file-name", place, {"found": path.name})])
    if name in library.policy_by_slug:
        raise ProblemsFound([Problem("talk-name-taken", place, {"found": name})])
    if path.exists():
        raise ProblemsFound([Problem("new-exists", place, {"found": path.name})])


def asked_for(given: dict[str, object], library: Library) -> dict[str, object]:
    """Ask at the keyboard for what was not given; where nobody sits, say what is missing.

    Raises:
        click.UsageError: if something is missing and nobody can be asked.

    """
    known = "、".join(f"{one.slug}（{one.short_name}）" for one in library.policies if one.talk)
    questions = {
        "policies": f"讲哪些政策（拼音名，用逗号隔开；可以写：{known}）",
        "minutes": "一共几分钟",
        "title": "标题",
        "audience": "讲给谁听",
    }
    missing = [key for key in questions if given[key] is None]
    if missing and not sys.stdin.isatty():
        raise click.UsageError("缺少 " + "、".join(f"--{one}" for one in missing))
    kinds = {"minutes": click.IntRange(3, 120)}
    told = {one: click.prompt(questions[one], type=kinds.get(one, str)) for one in missing}
    return {**given, **told}


def chosen(words: str, path: Path, library: Library) -> list[str]:
    """Return the policies that were named.

    Raises:
        ProblemsFound: for one that is not there, or has no lines for speaking.

    """
    found: list[Problem] = []
    slugs = list(dict.fromkeys(one for one in SPLIT.split(words) if one))
    for slug in slugs:
        policy = library.policy_by_slug.get(slug)
        if policy is None:
            values = {"found": slug, "known": "、".join(library.policy_by_slug)}
            found.append(Problem("policy-unknown", Place(path.as_posix(), 0), values))
        elif policy.talk is None:
            found.append(Problem("talk-part-missing", Place(path.as_posix(), 0), {"found": slug}))
    if found or not slugs:
        raise ProblemsFound(found) if found else click.UsageError("没有写讲哪些政策")
    return slugs
