"""Bad inputs of every kind, one a row of ``battery/*.yml``: each is refused, at its line.

A row has a ``name``, a ``file`` (the record of 低保 unless said), what is done to it (``find`` and
``put``; ``at``, a place in the tree, and ``put``; ``end``, ``start``, ``new``, ``hex``, ``encode``,
``misread``, ``rename``, ``copy``, ``link``, ``folder``, ``remove``), and the ``code`` expected.
The ``line`` is the first that changed unless said, from the end if negative. ``warns``: a 提醒 will
do. ``texts``: compared with official texts. ``build``: only typesetting shows it.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner

from mingbai.build import build
from mingbai.cli import main
from mingbai.privacy.veil import veil
from mingbai.problems import ProblemsFound
from tests.battery_project import Row, graft
from tests.checked import BASE, copy_base
from tests.conftest import files_of
from tests.fuzz.held import shown, well_said
from tests.fuzz.small import FIGURES_FILE, cut_out
from tests.fuzz.trial import once

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "battery"
FILES = sorted(FOLDER.glob("*.yml"))
NEAR = 2
"""Lines that a problem may be from the place."""

FEWEST = 224


def rows() -> Iterator[Row]:
    for path in FILES:
        for row in yaml.safe_load(path.read_text("utf-8")):
            yield {**row, "kind": path.stem}


ROWS = tuple(rows())


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("battery")
    cut_out(folder / "real", ["dibao", "tekun"])
    (folder / "real" / FIGURES_FILE).unlink()  # a workbook takes longer to open than all else
    copy_base(folder / "base")
    return folder


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with once():
        yield


def test_the_battery_is_large_and_each_row_is_another() -> None:
    assert len(ROWS) >= FEWEST
    assert len({(row["kind"], row["name"]) for row in ROWS}) == len(ROWS)


TOLD = re.compile(
    r"^(.+?)(?::(\d+):\d+)?: (错误|提醒)：(.*)\[([a-z0-9-]+)\]\n    提示：(.+)$", re.MULTILINE
)


def problems_told(output: str) -> list[dict[str, Any]]:
    """Read a report, whichever way it is written: wrong settings end a run before there is JSON."""
    if output.startswith("["):
        told: list[dict[str, Any]] = json.loads(output)
        return told
    return [
        {"file": file, "line": int(line or 0), "message": message, "code": code, "hint": hint}
        for file, line, _, message, code, hint in TOLD.findall(output)
    ]


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if "build" not in row],
    ids=lambda row: f"{row['kind']}-{row['name']}",
)
def test_a_bad_input_is_refused_at_its_line(row: Row, sources: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(sources / row.get("project", "real"), root)
    file, line = graft(row, root)
    file = veil(file)

    asked = ["--texts", str(BASE / "texts")] if "texts" in row else []
    run = CliRunner().invoke(main, ["check", "--project", str(root), "--json", *asked])
    if run.exception is not None and not isinstance(run.exception, SystemExit):
        raise run.exception
    shown(run.output)
    listed = problems_told(run.stdout)
    for one in listed:
        well_said(one, root)
    found = [(one["file"], one["line"], one["code"]) for one in listed]
    fitting = [at for name, at, code in found if name == file and code == row["code"]]

    assert fitting, found
    assert any(abs(at - line) <= row.get("near", NEAR) for at in fitting), (line, found)
    assert run.exit_code == 1 or "warns" in row, found


@pytest.fixture(scope="module")
def built(base_dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(base_dist, tmp_path_factory.mktemp("built") / "dist")


@pytest.mark.parametrize(
    "row", [row for row in ROWS if "build" in row], ids=lambda row: f"{row['kind']}-{row['name']}"
)
def test_what_only_typesetting_shows_leaves_the_last_site(
    row: Row, sources: Path, built: Path, tmp_path: Path
) -> None:
    before = files_of(built)
    root = tmp_path / "project"
    shutil.copytree(sources / row.get("project", "real"), root)
    file, line = graft(row, root)
    with pytest.raises(ProblemsFound) as refused:
        build(root, built)

    found = [(one.place.file, one.place.line, one.code) for one in refused.value.problems]
    near = row.get("near", NEAR)
    assert any(a == file and abs(b - line) <= near and c == row["code"] for a, b, c in found), found
    assert files_of(built) == before
