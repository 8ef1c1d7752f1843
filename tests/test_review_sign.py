"""A signature: only the office in charge, only for the words on its paper, all or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.load import load
from mingbai.problems import Place
from mingbai.review.figures import figure_seal
from mingbai.review.seal import on_paper, seal_of
from mingbai.review.state import reviewed
from mingbai.review.written import Edit, edited
from mingbai.settings import read_scope
from tests.checked import copy_base
from tests.conftest import files_of

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = ("--by", "示例区民政局")
DAYS = ("--on", "2026-10-20", "--next", "2027-10-20")
RECORD, FIGURES = "policies/jizhen.yml", "policies/regions/990100.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the example with words and figures of a draft to sign; nothing is 待核."""
    root = copy_base(tmp_path / "project")
    change(root, RECORD, "review:\n  state: draft\n", "review:  # 等签字\n  state: draft  # 草稿\n")
    unread = "text: null\n    status: 待核\n    verified: false\n    note: 没有读到原文。\n"
    read = "text: banfa.md\n    status: 现行\n    verified: true\n"
    change(root, "policies/legal_basis.yml", unread, read)
    return root


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def run(root: Path, *words: str, status: int = 0) -> str:
    done = CliRunner().invoke(main, ["review", *words, "--project", str(root)])
    assert done.exit_code == status, done.output
    return done.output


def seals(root: Path, slug: str = "jizhen") -> tuple[str, str]:
    """Return the seals that stand on paper made now: of the words, of the figures."""
    scope, _ = read_scope(root)
    library = load(root).library
    assert library is not None
    policy = library.local_policy(slug, scope.region)
    return on_paper(seal_of(policy).whole), on_paper(figure_seal(policy, library, scope))


def refused(root: Path, *words: str, status: int = 1) -> str:
    """Run a command that must leave everything as it was."""
    before = files_of(root)
    said = run(root, "jizhen", "--sign", *words, status=status)
    assert files_of(root) == before
    return said


def test_a_signature_is_written_and_all_else_stays(project: Path) -> None:
    before = (project / RECORD).read_text("utf-8")
    said = run(project, "jizhen", "--sign", *OFFICE, *DAYS, "--seal", seals(project)[0].upper())
    assert "已写进 policies/jizhen.yml" in said
    text = (project / RECORD).read_text("utf-8")
    wanted = (
        "review:  # 等签字\n  state: reviewed  # 草稿\n  by: 示例区民政局\n  on: 2026-10-20\n"
        "  next_by: 2027-10-20\n  seal: "
    )
    assert wanted in text
    assert re.sub(r"review:.*\n(  .*\n)+", "", text) == re.sub(r"review:.*\n(  .*\n)+", "", before)
    scope, _ = read_scope(project)
    library = load(project).library
    assert library is not None
    assert reviewed(library.policy_by_slug["jizhen"], library, scope).state == "reviewed"
    again = ("--on", "2026-10-21", "--next", "2027-10-21", "--seal", seals(project)[0])
    run(project, "jizhen", "--sign", *OFFICE, *again)
    assert "on: 2026-10-21\n" in (project / RECORD).read_text("utf-8")


def test_paper_of_other_words_is_refused_and_the_right_seal_is_not_told(project: Path) -> None:
    seal = seals(project)[0]
    change(project, RECORD, "同一件事只领一次。", "同一件事只能领一次。")
    said = refused(project, *OFFICE, *DAYS, "--seal", seal)
    assert "sign-seal" in said
    assert seals(project)[0] not in said
    assert seals(project)[0].replace("-", "") not in said


def test_another_office_is_refused(project: Path) -> None:
    words = ("--by", "示例区医保局", *DAYS, "--seal", seals(project)[0])
    said = refused(project, *words)
    assert "sign-office" in said
    assert "只有主管部门能签：示例区民政局" in said


def test_open_questions_are_refused(project: Path) -> None:
    change(project, RECORD, "  next_by:", "  to_confirm:\n    - 几天到账？\n  next_by:")
    assert "sign-questions" in refused(project, *OFFICE, *DAYS, "--seal", seals(project)[0])


def test_days_that_cannot_be_are_refused(project: Path) -> None:
    seal = ("--seal", seals(project)[0])
    backwards = ("--on", "2026-10-20", "--next", "2026-10-20")
    assert "sign-days" in refused(project, *OFFICE, *backwards, *seal)
    ahead = ("--on", "2026-11-02", "--next", "2027-10-20")
    assert "review-future" in refused(project, *OFFICE, *ahead, *seal)


def test_a_record_with_an_error_is_refused_and_one_beside_it_is_not(project: Path) -> None:
    change(project, "policies/jiating.yml", "cite: 示例法 第二条", "cite: 没有的法 第二条")
    run(project, "jizhen", "--sign", *OFFICE, *DAYS, "--seal", seals(project)[0])
    change(project, RECORD, "cite: 示例法 第一条", "cite: 没有的法 第一条")
    assert "document-unknown" in refused(project, *OFFICE, *DAYS, "--seal", seals(project)[0])
    assert "document-unknown" in run(project, "jizhen", status=1)


def test_what_only_signing_shows_to_be_wrong_is_refused(project: Path) -> None:
    read = "text: banfa.md\n    status: 现行\n    verified: true"
    change(
        project,
        "policies/legal_basis.yml",
        read,
        "text: null\n    status: 待核\n    verified: false",
    )
    assert "paper-empty" in refused(project, *OFFICE, *DAYS, "--seal", seals(project)[0])


def test_figures_are_signed_apart_from_words(project: Path) -> None:
    nothing = refused(project, "--figures", *OFFICE, "--seal", seals(project)[1])
    assert "sign-no-figures" in nothing
    value = (
        "- value: '500'  # 去年的\n        effective_from: 2026-03-01\n"
        "        cite: 示例法 第四条\n"
        "        confirmed_by: null  # 等签字\n"
    )
    change(project, FIGURES, "- value: null\n        confirmed_by: null\n", value)
    seal = seals(project)[1]
    assert "figure-not-published" in refused(project, "--figures", *OFFICE, "--seal", seal)
    published = "        published_on: 2026-03-01\n        cite: 示例法 第四条\n"
    change(project, FIGURES, "        cite: 示例法 第四条\n", published)
    assert seals(project)[1] == seal, "the day it was published is what the office adds"
    change(project, FIGURES, "'500'", "'501'")
    assert "sign-seal" in refused(project, "--figures", *OFFICE, "--seal", seal)
    change(project, FIGURES, "'501'", "'500'")
    words = (project / RECORD).read_bytes()
    before = (project / FIGURES).read_text("utf-8")
    run(project, "jizhen", "--sign", "--figures", *OFFICE, "--seal", seal)
    signed = before.replace("confirmed_by: null  # 等签字", "confirmed_by: 示例区民政局  # 等签字")
    assert (project / FIGURES).read_text("utf-8") == signed
    assert (project / RECORD).read_bytes() == words


def test_a_record_within_braces_is_left_to_its_author(project: Path) -> None:
    path = project / RECORD
    text = re.sub(r"review:.*\n(  .*\n)+", "review: {state: draft}\n", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    assert "sign-by-hand" in refused(project, *OFFICE, *DAYS, "--seal", seals(project)[0])


def test_the_command_says_what_is_missing(project: Path) -> None:
    assert "--by 单位、--on 日期、--next 日期、--seal 封印" in refused(project, status=2)
    assert "和 --sign 一起用" in run(project, "jizhen", *OFFICE, status=2)
    assert "没有叫「meiyou」的政策" in run(project, "meiyou", status=2)


def test_the_command_makes_the_sheet_and_leaves_the_records(project: Path, tmp_path: Path) -> None:
    before = files_of(project)
    said = run(project, "jizhen", "--out", str(tmp_path / "dist"))
    assert files_of(project) == before
    made = {path.name for path in (tmp_path / "dist/review").iterdir()}
    assert made == {"jizhen-review.pdf", "jizhen-review.docx"}
    assert seals(project)[0] in said
    help_words = CliRunner().invoke(main, ["review", "--help"]).output
    assert "例：mingbai review dibao" in help_words


SOURCE = (
    "a:\n  - {b: 1, c: null} # x\n  - b: 'x: y'  # d\n    c:\n    e: [1]\nf:\n  d: two\n    lines\n"
)


@pytest.mark.parametrize(
    ("line", "column", "new", "old"),
    [
        (2, 5, {"c": "新"}, ("c: null}", "c: 新}")),
        (3, 5, {"b": "it's"}, ("b: 'x: y'", 'b: "it\'s"')),
        (3, 5, {"c": "d"}, ("    c:\n", "    c: d\n")),
        (3, 5, {"b": "1", "g": "2"}, ("b: 'x: y'  # d\n", "b: 1  # d\n    g: 2\n")),
    ],
)
def test_a_value_is_put_where_it_belongs(
    line: int, column: int, new: dict[str, str], old: tuple[str, str]
) -> None:
    edit = Edit(Place("x.yml", line, column), new)
    assert edited(SOURCE, "x.yml", (edit,)) == SOURCE.replace(*old)


@pytest.mark.parametrize(
    ("line", "column", "new"),
    [(2, 5, {"g": "1"}), (3, 5, {"e": "1"}), (4, 4, {"b": "1"}), (7, 3, {"d": "1"})],
)
def test_what_cannot_be_put_anywhere_is_refused(
    line: int, column: int, new: dict[str, str]
) -> None:
    assert edited(SOURCE, "x.yml", (Edit(Place("x.yml", line, column), new),)) is None
