"""Whatever an author does to a file: no traceback, and each problem stands in a line of a file."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import cycle, repeat
from typing import TYPE_CHECKING

import pytest

from mingbai.problems import report
from mingbai.read.yaml import parse_yaml
from tests.checked import BASE, copy_base, problems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FILES = (
    "policies/jiating.yml",
    "policies/legal_basis.yml",
    "policies/life_events.yml",
    "policies/terms.yml",
    "policies/regions/990100.yml",
    "policies/regions/990101.yml",
    "cases/huozai.md",
    "mkdocs.yml",
)
KEY = re.compile(r"^(\s*(?:- )?[a-z_]+: ?)(.*)$")
VALUES = {
    "nothing": "''",
    "an empty list": "[]",
    "an empty mapping": "{}",
    "null": "null",
    "a list": "[一, 二]",
    "a very long text": "长" * 3000,
    "control characters": "一\x07二",
}
MORE = (
    "",
    "[[一], [二]]",
    "{一: 二}",
    "x" * 3000,
    "20260101",
    "１２",
    "../../etc/passwd",
    "'",
    "[",
    "一: 二",
    "'{figure:}'",
    "第一条至第九条",
    "'{0} {x} %s %d'",
    *VALUES.values(),
)
ANEW = ("{0}\n{0}", " {0}", "\t{0}", "- {0}", "{0} |", "#{0}", "{0}'")


@pytest.fixture(autouse=True)
def _parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse the files that a test leaves as they are only once."""
    monkeypatch.setattr("mingbai.load.parse_yaml", lru_cache(maxsize=32)(parse_yaml))


def check(root: Path, file: str, text: str) -> None:
    """Break one file and look at every problem found in the project."""
    before = (root / file).read_bytes()
    (root / file).write_text(text, "utf-8")
    try:
        problems = problems_of(root)
        assert report(problems)
        for problem in problems:
            place = problem.place
            lines = (root / place.file).read_text("utf-8").rstrip("\n").split("\n")
            assert 1 <= place.line <= len(lines), str(place)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1, str(place)
    finally:
        (root / file).write_bytes(before)


def lines_of(file: str) -> list[str]:
    return (BASE / file).read_text("utf-8").split("\n")


def with_value(file: str, values: Iterable[str], *, every: bool = False) -> Iterator[str]:
    """Yield the file with the next value at every key, or where each key stands first."""
    lines, seen, taken = lines_of(file), set(), iter(values)
    for number, line in enumerate(lines):
        found = KEY.match(line)
        if found and (every or found[1] not in seen):
            seen.add(found[1])
            value = f"{found[1].rstrip()} {next(taken)}"
            yield "\n".join([*lines[:number], value, *lines[number + 1 :]])


@pytest.mark.parametrize("file", FILES)
def test_a_file_without_any_one_of_its_lines_is_checked(file: str, tmp_path: Path) -> None:
    root, lines = copy_base(tmp_path), lines_of(file)
    for number in range(len(lines)):
        check(root, file, "\n".join([*lines[:number], *lines[number + 1 :]]))


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_ends_early_is_checked(file: str, tmp_path: Path) -> None:
    root, text = copy_base(tmp_path), (BASE / file).read_text("utf-8")
    for length in range(0, len(text), len(text) // 12):
        check(root, file, text[:length])


@pytest.mark.parametrize("name", VALUES)
def test_a_policy_with_another_value_anywhere_is_checked(name: str, tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    for text in with_value("policies/jiating.yml", repeat(VALUES[name])):
        check(root, "policies/jiating.yml", text)


@pytest.mark.parametrize("file", FILES)
def test_a_file_with_another_value_anywhere_is_checked(file: str, tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    for text in with_value(file, cycle(MORE), every=True):
        check(root, file, text)


@pytest.mark.parametrize("file", FILES)
def test_a_file_with_a_line_written_anew_is_checked(file: str, tmp_path: Path) -> None:
    root, lines = copy_base(tmp_path), lines_of(file)
    for number, (line, form) in enumerate(zip(lines, cycle(ANEW), strict=False)):
        check(root, file, "\n".join([*lines[:number], form.format(line), *lines[number + 1 :]]))
