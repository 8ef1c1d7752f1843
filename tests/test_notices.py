"""Notice boards: what an article allows, for how many days, and that nothing gets out."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from mingbai import cli
from mingbai.build import build
from mingbai.messages.notices import NOTICES
from mingbai.model.citation import parse_citation
from mingbai.model.statement import Notice
from mingbai.notices.order import Ordered, make
from mingbai.notices.permit import Asked, Period, Permit, period, permit
from mingbai.problems import Problem, ProblemsFound
from tests.conftest import ROOT, files_of
from tests.notice_lists import BEFORE, ONE, POSTED, allowed, lists, private

if TYPE_CHECKING:
    from mingbai.notices.permit import Kind
    from tests.conftest import Records

__all__ = ["private"]  # a fixture


def stopped(order: Ordered) -> list[Problem]:
    with pytest.raises(ProblemsFound) as failure:
        make(order)
    return list(failure.value.problems)


def ordered(private: Path, root: Path = ROOT, **changes: Any) -> Ordered:
    values = {"slug": "dibao", "kind": "公示", "asked": Asked(POSTED), **changes}
    return Ordered(root=root, private=private, **values)


# --- what an article allows ----------------------------------------------------------------------
def test_a_policy_that_no_article_allows_to_show_is_refused(private: Path) -> None:
    (problem,) = stopped(ordered(private, slug="gangxing-zhichu"))

    assert problem.code == "notice-none"
    assert problem.place.file == "policies/gangxing-zhichu.yml"
    assert "刚性支出困难家庭" in problem.message
    assert "《中华人民共和国社会救助法》第四十五条" in problem.message


@pytest.mark.parametrize("kind", ["公示", "公布"])
def test_a_policy_unfit_for_showing_is_refused_whatever_else_it_says(
    records: Records, kind: Kind
) -> None:
    policy = records.library.local_policy("dibao", records.scope.region)
    cite = parse_citation("民发〔2021〕57号 第十九条第一款")
    unfit = Notice(kind="不宜公示", text="不宜。", cite=(cite,), node=policy.node)
    changed = policy.model_copy(update={"notice": (*policy.notice, unfit)})
    problem = permit(changed, records.library, kind, proof=True)

    assert isinstance(problem, Problem)
    assert problem.code == "notice-unfit"
    assert "最低生活保障" in problem.message
    assert "第十九条第一款" in problem.message


def test_released_paper_rests_on_nothing_that_nobody_has_read(records: Records) -> None:
    policy = records.library.local_policy("dibao", records.scope.region)
    unread = next(one for one in records.library.legal_basis.documents if not one.verified)
    cite = (parse_citation(unread.name),)
    notice = tuple(one.model_copy(update={"cite": cite}) for one in policy.notice)
    changed = policy.model_copy(update={"notice": notice})

    assert isinstance(permit(changed, records.library, "公示", proof=True), Permit)
    assert isinstance(permit(changed, records.library, "公示", proof=False), Problem)


@pytest.mark.parametrize(
    ("slug", "kind", "shows"),
    [
        ("dibao", "公示", ()),
        ("dibao", "公布", ("家庭人数", "金额")),
        ("tekun", "公布", ()),
        ("yiliao-jiuzhu", "公布", ("金额",)),
        ("gangxing-zhichu", "公布", ()),
    ],
)
def test_besides_the_name_only_what_an_article_names_is_shown(
    records: Records, slug: str, kind: Kind, shows: tuple[str, ...]
) -> None:
    assert allowed(records, slug, kind).shows == shows


# --- days ----------------------------------------------------------------------------------------
def hung(found: Permit, asked: Asked, posted: date = POSTED) -> Period | str:
    counted = period(found, asked, posted, "示例")
    if isinstance(counted, Problem):
        assert counted.message
        return counted.code
    return counted


@pytest.mark.parametrize(
    ("posted", "last", "down"),
    [
        (date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 1)),
        (date(2028, 2, 22), date(2028, 2, 29), date(2028, 3, 1)),
        (date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 2)),
    ],
)
@pytest.mark.parametrize("slug", ["dibao", "tekun"])
def test_the_day_of_posting_does_not_count(
    records: Records, slug: str, posted: date, last: date, down: date
) -> None:
    found = hung(allowed(records, slug, "公示"), Asked(), posted)

    assert isinstance(found, Period)
    assert (found.days, found.last, found.down) == (7, last, down)


def test_days_that_an_article_fixes_are_not_for_the_clerk_to_choose(records: Records) -> None:
    found = allowed(records, "dibao", "公示")

    assert hung(found, Asked(days=3)) == "notice-days-fixed"
    assert hung(found, Asked(until=date(2026, 12, 5))) == "notice-until-other"
    assert hung(found, Asked(days=7, until=date(2026, 11, 30))) == hung(found, Asked())


def test_days_that_no_record_gives_are_asked_for_and_never_guessed(records: Records) -> None:
    for slug in ("dibao-bianyuan", "linshi-jiuzhu", "yiliao-jiuzhu"):
        found = allowed(records, slug, "公示")
        given = hung(found, Asked(days=3))

        assert hung(found, Asked()) == "notice-days-missing"
        assert isinstance(given, Period)
        assert given.last == POSTED + timedelta(days=3)


def test_working_days_need_a_calendar_that_the_clerk_has(records: Records) -> None:
    found = dataclasses.replace(allowed(records, "dibao", "公示"), days=5, unit="工作日")
    given = hung(found, Asked(until=date(2026, 11, 30)))

    assert hung(found, Asked()) == "notice-until-missing"
    assert hung(found, Asked(until=date(2026, 11, 27))) == "notice-until-early"
    assert isinstance(given, Period)
    assert given.down == date(2026, 12, 1)


# --- where lists lie and sheets go ---------------------------------------------------------------
def run(*words: str) -> Any:
    return CliRunner().invoke(cli.main, ["notice", *words])


def usual(project: Path, private: Path) -> tuple[str, ...]:
    """Return the words of a command for 公示 of 低保."""
    folders = ("--private", str(private), "--project", str(project))
    return ("公示", "dibao", *folders, "--from", POSTED.isoformat())


def test_the_command_writes_into_the_private_folder_and_nowhere_else(
    project: Path, private: Path
) -> None:
    lists(private, BEFORE, ONE, "新驿镇,示例南村,李示例,拟不同意")
    before = files_of(project)
    done = run(*usual(project, private))

    assert done.exit_code == 0, done.output
    assert files_of(project) == before
    assert {
        "notices/dibao-公示.csv",
        "print/notices/dibao-公示/.mingbai-notices",
        "print/notices/dibao-公示/大安镇.pdf",
        "print/notices/dibao-公示/新驿镇.pdf",
    } == set(files_of(private))
    assert "2026 年 11 月 30 日为止" in done.output
    assert "2026 年 12 月 1 日取下" in done.output
    assert "张示例" not in done.output


def test_a_build_beside_the_private_folder_never_sees_it(
    project: Path, small: Path, private: Path
) -> None:
    lists(private, BEFORE, "大安镇,示例东村,张示例独,拟同意")
    make(ordered(private, root=project))
    assert private.parent == small.parent
    build(small, small.parent / "dist")
    made = files_of(small.parent / "dist")

    assert made
    assert not [name for name in made if "公示" in name]
    assert not [name for name, content in made.items() if "张示例独".encode() in content]


def test_a_private_folder_in_the_project_is_refused_however_it_gets_there(
    project: Path, private: Path
) -> None:
    inside = project / "docs" / "名单"
    (inside / "notices").mkdir(parents=True)
    link = private.parent / "link"
    link.symlink_to(inside)
    (private / "print").symlink_to(inside)

    for folder in (inside, project, link, private):
        assert ["notice-private-inside"] == [one.code for one in stopped(ordered(folder, project))]


def test_a_private_folder_in_what_is_published_is_refused(project: Path, private: Path) -> None:
    (private / ".mingbai").touch()
    below = private / "site" / "a"
    below.mkdir(parents=True)

    for folder in (private, below):
        assert ["notice-private-published"] == [
            one.code for one in stopped(ordered(folder, project))
        ]


def test_who_left_the_list_leaves_the_folder_and_other_peoples_files_stay(
    project: Path, private: Path
) -> None:
    words = usual(project, private)
    folder = private / "print" / "notices" / "dibao-公示"
    lists(private, BEFORE, ONE, "新驿镇,示例南村,李示例,拟不同意")
    run(*words)
    (folder / "盖章扫描.pdf").write_bytes(b"x")
    lists(private, BEFORE, ONE)
    done = run(*words)

    assert {"大安镇.pdf", "盖章扫描.pdf", ".mingbai-notices"} == set(files_of(folder))
    assert "新驿镇.pdf" in done.output


def test_a_list_with_a_mistake_changes_nothing(project: Path, private: Path) -> None:
    words = usual(project, private)
    lists(private, BEFORE, ONE)
    run(*words)
    lists(private, BEFORE, ONE, "大安镇,示例西村,李示例,也许")
    before = files_of(private)
    done = run(*words)

    assert done.exit_code == 1
    assert "没有生成任何文件" in done.output
    assert files_of(private) == before


@pytest.mark.parametrize(
    "words",
    [
        ("公示", "dibao"),
        ("公示", "dibao", "--private", "."),
        ("公布", "dibao", "--private", ".", "--days", "7"),
        ("公布", "dibao", "--private", ".", "--until", "2026-12-01"),
        ("贴", "dibao", "--private", "."),
        ("公示", "dibao", "--private", ".", "--from", "11月23日"),
    ],
)
def test_wrong_use_is_said_with_exit_status_two(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_a_policy_that_is_not_there_is_said(private: Path) -> None:
    assert ["policy-unknown"] == [one.code for one in stopped(ordered(private, slug="meiyou"))]


def test_every_message_about_notices_is_shown_by_a_test() -> None:
    tests = "".join(one.read_text("utf-8") for one in Path(__file__).parent.glob("test_notice*.py"))

    assert [] == [code for code in NOTICES if f'"{code}"' not in tests]
