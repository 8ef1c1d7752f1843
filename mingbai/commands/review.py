"""``mingbai review``: the sheet on which the office in charge signs a record, and its signature."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mingbai.checks import check_all, check_texts
from mingbai.commands import AS_OF, PROJECT, reporting
from mingbai.disk.write import write_whole
from mingbai.load import load
from mingbai.problems import Problem, ProblemsFound, errors
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope

DAY = click.DateTime(["%Y-%m-%d"])
SOURCES = ("policies", "cases")
BASIS = "policies/legal_basis.yml"


@click.command()
@click.argument("slug", metavar="政策拼音名")
@PROJECT
@AS_OF
@click.option(
    "--texts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="官方原文文件夹：审核单上印出条文",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist"),
    help="输出文件夹，审核单放在其中的 review/",
)
@click.option("--sign", is_flag=True, help="把签过字的结果写进记录")
@click.option("--figures", is_flag=True, help="签的是数字：写进地区文件的确认单位")
@click.option("--by", metavar="单位", help="审核单位，照地区文件 bureaus 里的名称")
@click.option("--on", type=DAY, metavar="年-月-日", help="审核日期")
@click.option("--next", "next_by", type=DAY, metavar="年-月-日", help="下次复核日期")
@click.option("--seal", metavar="封印", help="签过字的审核单上的封印")
@reporting
def review(slug: str, project: Path, *, sign: bool, **given: Any) -> None:
    """做审核单，给主管部门逐条核对签字；签完用 --sign 写进记录。

    记录有错误的先改错误。数字和文字分开签：签数字的，再加 --figures。
    记录改过以后，封印对不上，又变回草稿。

    例：mingbai review dibao --texts ../shared/law
    """
    day: datetime | None = given["as_of"]
    root = project.resolve()
    scope, _ = read_scope(root, day.date() if day else None)
    library, problems = read(root, scope, given["texts"])
    policy = library.policy_by_slug.get(slug)
    if policy is None:
        known = "、".join(library.policy_by_slug)
        message = f"没有叫「{slug}」的政策。现有：{known}"
        raise click.UsageError(message)
    if sign:
        signed(root, policy, library, scope, given)
        return
    if any(given[name] for name in ("figures", "by", "on", "next_by", "seal")):
        message = "--figures、--by、--on、--next、--seal 和 --sign 一起用。"
        raise click.UsageError(message)
    wrong = of_record(problems, policy, library, scope)
    if wrong:
        raise ProblemsFound(wrong)
    make(project, policy, library, scope, given)


def read(root: Path, scope: Scope, texts: Path | None) -> tuple[Library, tuple[Problem, ...]]:
    """Return the records, and everything that is wrong with them.

    Raises:
        ProblemsFound: if they cannot be read.

    """
    loaded = load(root)
    if loaded.library is None or not loaded.library.complete:
        raise ProblemsFound(loaded.problems)
    found = [*loaded.problems, *check_all(loaded.library, scope)]
    if texts is not None:
        found.extend(check_texts(loaded.library, scope, texts).problems)
    return loaded.library, tuple(found)


def of_record(
    problems: tuple[Problem, ...], policy: Policy, library: Library, scope: Scope
) -> tuple[Problem, ...]:
    """Return the errors of a record, of its region and of the documents that it rests on."""
    regions = {one.at().file for one in library.chain(scope.region)}
    files = {policy.at().file, BASIS, *regions}
    return tuple(one for one in errors(problems) if one.place.file in files)


def make(project: Path, policy: Policy, library: Library, scope: Scope, given: Any) -> None:
    """Make the sheet as PDF and DOCX."""
    from mingbai.disk.output_folder import refuse_out  # noqa: PLC0415 - as below
    from mingbai.outputs.review import review_files  # noqa: PLC0415 - typesetting is slow to import
    from mingbai.views.review_sheet import review_sheet  # noqa: PLC0415

    out: Path = given["out"]
    refuse_out(project, out, ())
    sheet = review_sheet(policy, library, scope, given["texts"])
    files = review_files(sheet, scope.as_of, policy.at("name"))
    for name, content in files.items():
        path = out.resolve() / "review" / name
        write_whole(path, content)
        click.echo(f"审核单：{path}")
    click.echo(f"共 {sheet.count} 条，要确认的问题 {len(sheet.questions)} 个，封印 {sheet.seal}。")
    if not given["texts"]:
        click.echo("没有给 --texts，审核单上没有条文，审核的人要自己翻文件。")


def signed(root: Path, policy: Policy, library: Library, scope: Scope, given: Any) -> None:
    """Write a signature, or say every reason why not; nothing is written by halves."""
    from mingbai.review import sign  # noqa: PLC0415 - only for signing

    wanted = ("by", "seal") if given["figures"] else ("by", "on", "next_by", "seal")
    names = {"by": "--by 单位", "on": "--on 日期", "next_by": "--next 日期", "seal": "--seal 封印"}
    missing = [names[one] for one in wanted if not given[one]]
    if missing:
        message = f"签字还要写：{'、'.join(missing)}。"
        raise click.UsageError(message)
    if given["figures"]:
        if given["on"] or given["next_by"]:
            message = "签数字只写 --by 和 --seal：日期写在审核单上，公布日期写在地区文件里。"
            raise click.UsageError(message)
        signature = sign.Signature(given["by"], given["seal"])
        files = sign.files_of_figures(root, policy, signature, library, scope)
    else:
        on, next_by = given["on"].date(), given["next_by"].date()
        signature = sign.Signature(given["by"], given["seal"], on, next_by)
        files = sign.files_of_words(root, policy, signature, library, scope)
    tried(root, policy, files, scope, given["texts"])
    write(root, files)
    what = "数字" if given["figures"] else "文字"
    click.echo(f"已写进 {'、'.join(files)}：{policy.name}的{what}由{given['by']}审核。")


def tried(
    root: Path, policy: Policy, files: Mapping[str, bytes], scope: Scope, texts: Path | None
) -> None:
    """See in a copy that a record is right with its signature.

    Raises:
        ProblemsFound: with what is wrong; nothing of the project has been touched.

    """
    with tempfile.TemporaryDirectory(prefix="mingbai-") as folder:
        copy = Path(folder)
        for name in SOURCES:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
        write(copy, files)
        library, problems = read(copy, scope, texts)
        found = of_record(problems, policy, library, scope)
        if found:
            raise ProblemsFound(found)


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write each file whole."""
    for name, content in files.items():
        write_whole(root / name, content)
