"""Paper that gathers policies does not wait for other offices: theirs only say whom to ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.load import load
from mingbai.outputs.cards import CARDS
from mingbai.outputs.form import Form, Order
from mingbai.outputs.handbook import HANDBOOK
from mingbai.outputs.sheets import FORMS as SHEETS
from mingbai.settings import read_scope
from mingbai.views.policy import policy_views
from mingbai.views.proof import STAMP, gathered
from tests.checked import copy_base
from tests.made import make
from tests.signing import sign

if TYPE_CHECKING:
    from pathlib import Path

    from tests.made import Made

ANSWER = "突然遇到难处的家庭，先给一笔救助。"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return an office whose own policy is signed and released, and that of 医保局 is not."""
    root = copy_base(tmp_path / "project")
    change(root, "policies/jizhen.yml", "lead: {office: 民政", "lead: {office: 医保")
    done = CliRunner().invoke(main, ["release", "--project", str(root)])
    assert done.exit_code == 0, done.output
    return root


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def order(root: Path, *slugs: str, proof: bool = False) -> Order:
    scope, _ = read_scope(root)
    library = load(root).library
    assert library is not None
    listed = policy_views(library, scope)
    chosen = tuple(one for one in listed if not slugs or one.slug in slugs)
    return Order(chosen, library, scope, proof=proof)


def paper(form: Form, wanted: Order) -> Made:
    return make(form, wanted)


def words(made: Made) -> str:
    return re.sub(r"\s", "", made.text)


def test_a_handbook_of_one_signed_policy_only_points_to_the_other(project: Path) -> None:
    told = words(paper(HANDBOOK, order(project)))
    assert STAMP.replace(" ", "") not in told
    assert "有本地户口的家庭可以申请" in told
    assert "由示例区医保局主管，还没有审核签字，这里只写找谁办" in told
    assert ANSWER in told
    assert "问示例区医保局" in told
    for unsigned in ("火灾、车祸", "能得到赔偿", "先救助，再补手续", "同一件事只领一次"):
        assert unsigned not in told


def test_a_story_about_what_is_not_signed_is_not_told(project: Path) -> None:
    assert paper(HANDBOOK, order(project, proof=True)).data["stories"]
    assert not paper(HANDBOOK, order(project)).data["stories"]


def test_a_pointer_holds_no_other_words_for_any_form(project: Path) -> None:
    wanted = order(project)
    found = gathered(wanted.policies, wanted.scope).policies
    pointer = next(one for one in found if one.pointer)
    whole = next(one for one in wanted.policies if one.slug == pointer.slug)
    emptied = ("desks", "amounts", "bring", "stages", "rules", "answers", "cases")
    assert all(getattr(whole, name) for name in emptied)
    assert not any(getattr(pointer, name) for name in (*emptied, "fetched", "news", "names"))
    for told in (pointer.conditions, pointer.exclusions, pointer.benefits):
        assert told.all == ()
    assert len(pointer.summary) == 1


def test_a_card_says_whom_to_ask(project: Path) -> None:
    told = words(paper(CARDS, order(project)))
    assert STAMP.replace(" ", "") not in told
    assert "急难救助问示例区医保局" in told
    assert "突然遇到急事" not in told


def test_its_own_sheet_stays_a_proof_with_all_words(project: Path) -> None:
    for form in SHEETS:
        made = paper(form, order(project, "jizhen"))
        assert STAMP.replace(" ", "") in words(made)
        assert "遇到火灾、车祸" in words(made)
        assert STAMP.replace(" ", "") not in words(paper(form, order(project, "jiating")))


def test_a_proof_shows_all(project: Path) -> None:
    told = words(paper(HANDBOOK, order(project, proof=True)))
    assert STAMP.replace(" ", "") in told
    assert "火灾、车祸" in told


def test_nobody_waits_for_another_office_but_everybody_for_ours(project: Path) -> None:
    def now(*slugs: str) -> tuple[bool, set[str]]:
        wanted = order(project, *slugs)
        found = gathered(wanted.policies, wanted.scope)
        return found.proof, set(found.pointers)

    assert now() == (False, {"jizhen"})
    assert now("jizhen") == (True, set())
    change(project, "policies/jiating.yml", "days: 7", "days: 5")
    assert now() == (True, set())
    change(project, "policies/jiating.yml", "days: 5", "days: 7")
    assert now() == (False, {"jizhen"})
    sign(project, "jizhen", by="示例区医保局", on="2026-10-01")
    assert now() == (True, set()), "signed and not released: its facts wait for mingbai release"
    unread = "text: null\n    status: 待核\n    verified: false\n    note: 没有读到原文。\n"
    read = "text: banfa.md\n    status: 现行\n    verified: true\n"
    change(project, "policies/legal_basis.yml", unread, read)
    words = ("--say", "jiating", "写全了。", "仍可用")
    done = CliRunner().invoke(main, ["release", *words, "--project", str(project)])
    assert done.exit_code == 0, done.output
    assert now() == (False, set())
    change(project, "policies/jiating.yml", "text: 在村里公示七天。", "text: 在村里公示满七天。")
    assert now() == (True, set())
    change(project, "policies/jiating.yml", "text: 在村里公示满七天。", "text: 在村里公示七天。")
    change(project, "mkdocs.yml", "shili.invalid", "shili.example")
    assert now() == (True, set())


def test_the_command_prints_cards_but_not_sheets(project: Path, tmp_path: Path) -> None:
    head = "镇街代码,镇街名称,村居代码,村居名称,联系人,联系电话\n"
    row = "990101100,示例镇,990101100201,示例村,示例,0537-1000001\n"
    contacts = project / "policies/regions/990101-contacts.csv"
    contacts.write_text(head + row, "utf-8")

    def run(*forms: str) -> tuple[int, str]:
        asked = [word for one in forms for word in ("--form", one)]
        done = CliRunner().invoke(
            main,
            ["print", *asked, "--project", str(project), "--out", str(tmp_path / "dist"),
             "--workers", "1"],
        )  # fmt: skip
        return done.exit_code, done.output

    status, said = run("cards")
    assert status == 0, said
    status, said = run("cards", "sheet")
    assert (status, "print-draft" in said) == (1, True)
