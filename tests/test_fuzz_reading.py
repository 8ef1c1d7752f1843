"""Random edits of real records: a problem in a line of a file, or pages; never a traceback.

The same edits each time; ``scripts/soak-reading.py`` tries ten thousand others.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from mingbai.problems import report
from tests.checked import copy_base
from tests.fuzz.edits import EDITS, LINES, RAW, VALUED, WHOLE, Edit, apply
from tests.fuzz.held import whole_or_absent
from tests.fuzz.small import cut_out
from tests.fuzz.trial import once, trial
from tests.notice_lists import AFTER, BEFORE, ONE, read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Records

SAME = settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
PROJECTS = settings(SAME, max_examples=100)
LISTS = settings(SAME, max_examples=60)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cut_out(tmp_path_factory.mktemp("small") / "source", ["dibao", "linshi-jiuzhu"])


@PROJECTS
@given(EDITS)
def test_whatever_is_done_to_real_records_is_said_or_gives_pages(
    small: Path, edits: list[Edit]
) -> None:
    with once():
        trial(edits, small, small.parent / "trial")


@pytest.mark.parametrize("kind", [*LINES, *sorted({*VALUED}), *RAW, *WHOLE, "packed"])
def test_every_kind_of_edit_changes_a_project(kind: str, small: Path, tmp_path: Path) -> None:
    before = seen(small)
    shutil.copytree(small, tmp_path / "project")
    for at in range(6):
        apply(Edit(kind, at * 7 + 3, at * 31 + 5, at * 11 + 2), tmp_path / "project")

    assert seen(tmp_path / "project") != before


def seen(root: Path) -> dict[str, bytes]:
    """Return what lies in a folder, whatever it is."""
    return {
        path.relative_to(root).as_posix(): b"->"
        if path.is_symlink() or path.is_dir()
        else path.read_bytes()
        for path in root.rglob("*")
    }


@pytest.mark.parametrize("title", [BEFORE, AFTER])
@LISTS
@given(edits=EDITS)
def test_whatever_is_done_to_a_private_list_is_said_and_nobody_is_named(
    records: Records, tmp_path_factory: pytest.TempPathFactory, title: str, edits: list[Edit]
) -> None:
    kind = "公示" if title == BEFORE else "公布"
    private = tmp_path_factory.mktemp("private")
    folder = private / "notices"
    folder.mkdir()
    row = ONE if title == BEFORE else "大安镇,示例东村,张示例,3,100,元/月"
    (folder / f"dibao-{kind}.csv").write_text(f"{title}\n{row}\n{row}\n", "utf-8")
    for edit in edits:
        apply(edit, private)
    found = read(records, private, kind=kind)  # type: ignore[arg-type]  # one of the two kinds
    told = [one for one in found.problems if one.code != "notice-column-private"]
    assert "张示例" not in report(tuple(told))


@pytest.mark.parametrize("edit", [Edit("value", 1, 3, 2), Edit("twice", 4, 9, 2)])
def test_a_build_is_whole_or_absent(edit: Edit, tmp_path: Path) -> None:
    root = copy_base(tmp_path / "project")
    apply(edit, root)
    whole_or_absent(root, tmp_path / "dist")
