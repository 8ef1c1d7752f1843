"""What has to hold of a project, whatever somebody did to it."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from mingbai.build import build
from mingbai.cli import main
from mingbai.load import load
from mingbai.outputs import pages, scan
from mingbai.problems import ProblemsFound, errors
from mingbai.settings import read_scope
from tests.fuzz.words import PRIVATE

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.problems import Problem

VEILED = "××××"
"""In place of a number of a person in the name of a file."""

HAN = re.compile("[\u4e00-\u9fff]")
ABSENT = frozenset({"file-missing", "folder-missing", "file-unreadable"})
"""Problems of what may not be there."""


def held(root: Path) -> bool:
    """Check a project and look at every problem; tell whether its records gave a library."""
    run = CliRunner().invoke(main, ["check", "--project", str(root), "--json"])
    if run.exception is not None and not isinstance(run.exception, SystemExit):
        raise run.exception
    assert run.exit_code in {0, 1}, run.output
    shown(run.output)
    try:
        listed = json.loads(run.stdout)
    except json.JSONDecodeError:
        assert run.exit_code == 1, run.output
        listed = []
        assert "提示" in run.output or "检查路径" in run.output, run.output
    for problem in listed:
        well_said(problem, root)
    if run.exit_code == 0:
        viewed(root)
    return run.exit_code == 0


def shown(output: str) -> None:
    """No number of a person stands in a report, however its digits are grouped."""
    digits = re.sub(r"[-\s_.]", "", output)
    for number in PRIVATE:
        assert number not in digits, "a private number is echoed"


def well_said(problem: dict[str, Any], root: Path) -> None:
    """A problem has a file, a line in it, a sentence and what to do."""
    line, path = problem["line"], root / problem["file"]
    assert HAN.search(problem["message"]), problem
    assert HAN.search(problem["hint"]), problem
    assert "{" not in problem["message"].split("「")[0], problem
    if line == 0 or problem["code"] in ABSENT:
        return
    if VEILED in problem["file"]:
        return
    assert os.path.lexists(path), problem
    if path.suffix == ".xlsx" or not path.is_file():
        return
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raw = raw.decode("utf-16", "replace").encode()
    rows = re.split(rb"\r\n|\r|\n", raw)
    assert 1 <= line <= max(len(rows), 1), problem


def whole_or_absent(root: Path, out: Path) -> None:
    """A build puts everything in place or nothing, and says why."""
    refused: tuple[Problem, ...] = ()
    try:
        build(root, out)
    except ProblemsFound as found:
        refused = found.problems
    if refused:
        assert errors(refused)
        assert not (out / "site").exists()
        assert not (out / "print").exists()
        return
    assert (out / "site" / "index.html").is_file()
    assert (out / "site" / "s" / "index.html").is_file()
    assert not list(out.glob(".mingbai-new-*"))


def viewed(root: Path) -> None:
    """Records without an error give every page."""
    scope, _ = read_scope(root)
    library = load(root).library
    assert library is not None
    for output in (scan, pages):
        for target in output.plan(library, scope, {}):
            if target.path.endswith((".html", ".md", ".js")):
                assert isinstance(output.render(target), bytes)
