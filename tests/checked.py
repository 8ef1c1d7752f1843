"""Runs every check on a small project, as ``mingbai check --texts`` does."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.checks import check_all, check_clock, check_texts
from mingbai.load import load
from mingbai.problems import ProblemsFound, errors, in_order
from mingbai.rehearsal import rehearsed
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from mingbai.problems import Problem

BASE = Path(__file__).parent / "examples" / "base"
TODAY = date(2026, 11, 2)
"""A day after the base project's ``as_of``; no test looks at the clock."""


def copy_base(folder: Path) -> Path:
    """Copy the base project, so that a test may break it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected"))
    return folder


def problems_of(root: Path, texts: Path = BASE / "texts") -> tuple[Problem, ...]:
    """Return every problem of a project."""
    try:
        scope, notices = read_scope(root)
    except ProblemsFound as found:
        return found.problems
    loaded = load(root)
    problems = [*notices, *loaded.problems]
    if loaded.library is not None:
        problems.extend(check_all(loaded.library, scope))
        if not errors(problems):
            problems.extend(rehearsed(loaded.library, scope))
        problems.extend(check_clock(loaded.library, scope, TODAY))
        problems.extend(check_texts(loaded.library, scope, texts).problems)
    return in_order(problems)
