"""One case: a fresh copy of a small project, some edits, what has to hold."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING
from unittest.mock import patch

from mingbai.privacy.gate import judge
from mingbai.read.workbook import parse_workbook
from mingbai.read.yaml import parse_yaml
from tests.fuzz.edits import Edit, apply
from tests.fuzz.held import held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PARSED_ONCE = lru_cache(maxsize=64)(parse_yaml)
JUDGED_ONCE = lru_cache(maxsize=20_000)(judge)
OPENED_ONCE = lru_cache(maxsize=8)(parse_workbook)


@contextmanager
def once() -> Iterator[None]:
    """Read a file and judge a text once: in most cases all but one are as in the case before."""
    with (
        patch("mingbai.load.parse_yaml", PARSED_ONCE),
        patch("mingbai.checks.privacy.judge", JUDGED_ONCE),
        patch("mingbai.read.table.parse_workbook", OPENED_ONCE),
    ):
        yield


def trial(edits: Iterable[Edit], source: Path, folder: Path) -> bool:
    """Edit a copy of a project and check it; tell whether it still was without an error."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    for edit in edits:
        apply(edit, folder)
    return held(folder)
