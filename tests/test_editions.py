"""Editions: the ledger finds what was edited or taken out; facts change an edition, layout not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.checks import check_all
from mingbai.cli import main
from mingbai.editions.facts import facts_of
from mingbai.editions.standing import standing
from mingbai.load import load
from mingbai.settings import read_scope
from tests.signing import sign

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = Path(__file__).parent / "examples" / "base"
RECORD, FIGURES = "policies/jiating.yml", "policies/regions/990100.yml"
LEDGER = "policies/editions.yml"
WIDER = ("有本地户口的家庭可以申请。", "有本地户口的家庭都可以申请。")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the example with a first edition of the policy that is reviewed."""
    shutil.copytree(BASE, tmp_path / "project", ignore=shutil.ignore_patterns("expected"))
    assert "第 1 版" in run(tmp_path / "project", "release")
    return tmp_path / "project"


def run(project: Path, *words: str, status: int = 0) -> str:
    """Run a command and return what it said."""
    done = CliRunner().invoke(main, [*words, "--project", str(project)])
    assert done.exit_code == status, done.output
    return done.output


def edit(project: Path, name: str, *changes: tuple[str, str]) -> None:
    """Replace texts of a file that are there."""
    path = project / name
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def widen(project: Path, *changes: tuple[str, str]) -> None:
    """Let more people apply, and have that signed."""
    edit(project, RECORD, WIDER, *changes)
    sign(project, "jiating")


def found(project: Path) -> set[str]:
    """Return the codes of all problems."""
    scope, _ = read_scope(project)
    loaded = load(project)
    assert loaded.library is not None
    return {one.code for one in (*loaded.problems, *check_all(loaded.library, scope))}


def now(project: Path) -> tuple[int, int, tuple[str, ...]]:
    """Return where the policy stands: latest edition, that of its paper, what was touched."""
    scope, _ = read_scope(project)
    library = load(project).library
    assert library is not None
    place = standing(library.local_policy("jiating", scope.region), library, scope)
    return place.latest, place.edition, place.touched


def test_a_first_release_takes_in_the_changes_of_the_record(project: Path) -> None:
    text = (project / RECORD).read_text("utf-8")
    assert "  - on: 2026-03-01\n    edition: 1\n    text: 停发之前要先听取意见。" in text
    assert text.replace("    edition: 1\n", "") == (BASE / RECORD).read_text("utf-8")
    assert now(project) == (1, 1, ())
    assert found(project) == set()


def test_a_release_of_nothing_says_so(project: Path) -> None:
    (project / "policies/jizhen.yml").unlink()
    (project / "cases/huozai.md").unlink()
    assert "release-nothing" in run(project, "release", status=1)


def test_a_second_release_without_a_change_says_so(project: Path) -> None:
    kept = (project / LEDGER).read_bytes()
    assert "release-draft" in run(project, "release", status=1)
    assert (project / LEDGER).read_bytes() == kept


@pytest.mark.parametrize(
    ("name", "change", "touched"),
    [
        (RECORD, WIDER, ("who",)),
        (RECORD, ("short: 有本地户口\n", "short: 本地户口\n"), ("who",)),
        (RECORD, ("name: 示例家庭救助\n", "name: 示例家庭补助\n"), ("what",)),
        (RECORD, ("where: 镇街救助窗口", "where: 区里的窗口"), ("steps",)),
        (RECORD, ("days: 7\n", "days: 5\n"), ("after",)),
        (FIGURES, ("'120'", "'130'"), ("amount",)),
        ("policies/regions/990101.yml", ("    removes: [linshi]\n", ""), ("who",)),
        ("policies/regions/990101.yml", ("'12345'", "'12346'"), ("ask",)),
    ],
)
def test_a_fact_that_reaches_paper_ends_the_edition(
    project: Path, name: str, change: tuple[str, str], touched: tuple[str, ...]
) -> None:
    edit(project, name, change)
    assert now(project) == (1, 0, touched)
    assert "release-pending" in found(project)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (RECORD, ("synonyms: [示例金]", "synonyms: [示例金, 别的叫法]")),
        (RECORD, ("next_by: 2027-10-01", "next_by: 2027-09-01")),
        (RECORD, ("    quote: 有本地户口的家庭，可以申请救助\n", "")),
        (RECORD, ("  - id: shenhe\n    actor", "  - actor")),
        (RECORD, ("text: 停发之前要先听取意见。", "text: 停发之前要先听取意见。 # 备注")),
        ("mkdocs.yml", ("site_name: 示例救助", "site_name: 别的名称")),
        ("mkdocs.yml", ("as_of: 2026-11-01", "as_of: 2026-11-02")),
    ],
)
def test_what_reaches_no_paper_leaves_the_edition(
    project: Path, name: str, change: tuple[str, str]
) -> None:
    edit(project, name, change)
    assert now(project) == (1, 1, ())


def test_what_nobody_has_read_is_no_fact_of_released_paper(project: Path) -> None:
    scope, _ = read_scope(project)
    library = load(project).library
    assert library is not None
    policy = library.local_policy("jiating", scope.region)
    before = facts_of(policy, library, scope)
    edit(project, "policies/legal_basis.yml", ("verified: true", "verified: false"))
    unread = load(project).library
    assert unread is not None
    after = facts_of(unread.local_policy("jiating", scope.region), unread, scope)
    assert before["who"]
    assert len(after["who"]) < len(before["who"])


def test_a_change_asks_for_a_sentence_and_gets_the_next_edition(project: Path) -> None:
    widen(project)
    kept = {name: (project / name).read_bytes() for name in (RECORD, LEDGER)}
    assert "谁能申请" in run(project, "release", status=1)
    assert kept == {name: (project / name).read_bytes() for name in (RECORD, LEDGER)}
    said = run(project, "release", "--say", "jiating", "有本地户口的都可以申请。", "仍可用")
    assert "第 2 版" in said
    assert "没有审核，这次不发布：示例急难救助" in said
    assert (
        (project / RECORD)
        .read_text("utf-8")
        .endswith(
            '  - on: 2026-11-01\n    edition: 2\n    text: "有本地户口的都可以申请。"\n'
            "    parts: [who]\n    old_sheets: 仍可用\n"
        )
    )
    assert now(project) == (2, 2, ())
    assert found(project) == set()


def test_a_change_that_waits_in_the_record_is_the_sentence(project: Path) -> None:
    waiting = (
        "changes:\n  - on: 2026-10-20\n    text: 有本地户口的都行。 # 科长定的\n"
        "    parts: [who]\n    old_sheets: 换新\n    cite: 示例法 第三条第一款\n"
    )
    widen(project, ("changes:\n", waiting))
    assert "以前印的纸：换新" in run(project, "release")
    text = (project / RECORD).read_text("utf-8")
    assert "  - on: 2026-10-20\n    edition: 2\n    text: 有本地户口的都行。 # 科长定的\n" in text
    assert found(project) == set()


def test_a_release_is_refused_for_a_draft_an_example_address_and_a_day_gone_by(
    project: Path,
) -> None:
    assert "release-draft" in run(project, "release", "--policy", "jizhen", status=1)
    edit(project, "mkdocs.yml", ("jiuzhu.shili.invalid", "jiuzhu.shili.example"))
    assert "release-example-address" in run(project, "release", status=1)
    edit(project, "mkdocs.yml", ("shili.example", "shili.invalid"), ("2026-11-01", "2026-10-31"))
    assert "release-backwards" in run(project, "release", status=1)


def test_a_sentence_that_the_rules_refuse_is_not_written(project: Path) -> None:
    widen(project)
    kept = {path: path.read_bytes() for path in project.rglob("*.yml")}
    said = run(project, "release", "--say", "jiating", "每月提高到一百五十元。", "换新", status=1)
    assert "figure-typed" in said
    assert kept == {path: path.read_bytes() for path in project.rglob("*.yml")}


def test_a_preview_writes_nothing(project: Path) -> None:
    widen(project)
    kept = {path: path.read_bytes() for path in project.rglob("*.yml")}
    said = run(project, "release", "--say", "jiating", "都可以申请。", "换新", "--preview")
    assert "第 2 版" in said
    assert kept == {path: path.read_bytes() for path in project.rglob("*.yml")}


def test_a_release_that_was_cut_short_is_finished_by_the_next(project: Path) -> None:
    widen(project)
    before = (project / RECORD).read_bytes()
    run(project, "release", "--say", "jiating", "都可以申请。", "换新")
    done = (project / RECORD).read_bytes()
    (project / RECORD).write_bytes(before)
    assert found(project) == {"edition-not-in-record"}
    assert "照账本补上 1 份记录" in run(project, "release", status=1)
    assert (project / RECORD).read_bytes() == done
    assert found(project) == set()


def test_a_record_written_on_one_line_is_left_to_the_author(project: Path) -> None:
    text = (project / RECORD).read_text("utf-8")
    begin = text.index("changes:\n")
    one_line = (
        "changes: [{on: 2026-03-01, edition: 1, text: 停发之前要先听取意见。, parts: [after], "
        "old_sheets: 换新, cite: 示例法 第六条}]\n"
    )
    (project / RECORD).write_text(text[:begin] + one_line, "utf-8")
    widen(project)
    kept = {path: path.read_bytes() for path in project.rglob("*.yml")}
    said = run(project, "release", "--say", "jiating", "都可以申请。", "换新", status=1)
    assert "release-edit-by-hand" in said
    assert kept == {path: path.read_bytes() for path in project.rglob("*.yml")}


@pytest.fixture
def twice(project: Path) -> Path:
    """Return the example with two editions."""
    widen(project)
    run(project, "release", "--say", "jiating", "都可以申请。", "换新")
    assert found(project) == set()
    return project


def without_line(number: int) -> Callable[[str], str]:
    """Return the ledger without one of its lines."""

    def cut(text: str) -> str:
        head, *lines = re.split(r"(?m)^(?=  - number:)", text)
        return head + "".join(line for line in lines if f"number: {number}\n" not in line)

    return cut


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (without_line(1), "ledger-line-missing"),
        (without_line(2), "edition-not-in-ledger"),
        (lambda text: text.split("lines:")[0] + "lines: []\n", "edition-not-in-ledger"),
        (lambda text: text.replace("都可以申请。", "都能申请。"), "ledger-line-edited"),
        (lambda text: text.replace('code: "23"', 'code: "29"'), "ledger-line-edited"),
        (lambda text: re.sub(r'\n      who: "\w+"', "", text), "ledger-line-edited"),
        (lambda text: text.replace('    hash: "', '    hash: "x'), "not-digest"),
        (lambda text: text.replace("old_sheets: 换新", "old_sheets: 仍可用"), "ledger-line-edited"),
    ],
)
def test_a_ledger_that_was_touched_is_an_error(
    twice: Path, change: Callable[[str], str], code: str
) -> None:
    text = (twice / LEDGER).read_text("utf-8")
    (twice / LEDGER).write_text(change(text), "utf-8")
    assert code in run(twice, "check", status=1)


def test_a_ledger_that_is_gone_is_an_error(twice: Path) -> None:
    (twice / LEDGER).unlink()
    assert "edition-not-in-ledger" in found(twice)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("code: '23'", "code: '29'"), "code-lost"),
        (("edition: 1\n", "edition: 3\n"), "edition-not-in-ledger"),
        (("    edition: 1\n", ""), "edition-not-in-record"),
        (("text: 停发之前要先听取意见。", "text: 停发之前听取意见。"), "edition-reworded"),
    ],
)
def test_a_record_that_forgets_its_paper_is_an_error(
    twice: Path, change: tuple[str, str], code: str
) -> None:
    edit(twice, RECORD, change)
    assert code in found(twice)


def test_a_record_that_is_deleted_is_an_error(twice: Path) -> None:
    (twice / RECORD).unlink()
    assert "code-lost" in found(twice)


def test_a_slug_that_changes_must_be_remembered(twice: Path) -> None:
    (twice / RECORD).rename(twice / "policies/jiabu.yml")
    for path in twice.rglob("*.yml"):
        if path.name != "editions.yml":
            text = path.read_text("utf-8").replace("policy: jiating", "policy: jiabu")
            path.write_text(text.replace("slug: jiating", "slug: jiabu"), "utf-8")
    assert "slug-lost" in found(twice)
    edit(twice, "policies/jiabu.yml", ("slug: jiabu\n", "slug: jiabu\nformer_slugs: [jiating]\n"))
    assert "slug-lost" not in found(twice)
    edit(twice, "policies/jizhen.yml", ("slug: jizhen", "slug: jizhen\nformer_slugs: [jiating]"))
    assert "slug-taken" in found(twice)


def test_another_address_is_told(twice: Path) -> None:
    edit(twice, "mkdocs.yml", ("jiuzhu.shili.invalid", "xin.shili.invalid"))
    assert "address-moved" in found(twice)
