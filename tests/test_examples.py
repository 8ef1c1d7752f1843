"""Whole small projects and what they give: every file under ``expected/`` is compared.

``tests/examples/base`` is a whole project; any other example holds only the files in which it
differs (``project/``) and what comes out (``expected/``). Pages are compared by their article,
sheets by their words. ``pytest --update`` rewrites what is expected; read the difference.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from mingbai.build import build

EXAMPLES = Path(__file__).parent / "examples"
pytestmark = pytest.mark.usefixtures("pressed")
BASE = EXAMPLES / "base"
NAMES = sorted(folder.name for folder in EXAMPLES.iterdir() if (folder / "expected").is_dir())


@pytest.mark.parametrize("name", NAMES)
def test_an_example_gives_what_is_expected(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    project = tmp_path / "project"
    shutil.copytree(BASE, project, ignore=shutil.ignore_patterns("expected"))
    if (EXAMPLES / name / "project").is_dir():
        shutil.copytree(EXAMPLES / name / "project", project, dirs_exist_ok=True)
    build(project, tmp_path / "dist")
    expected = EXAMPLES / name / "expected"
    wanted = sorted(path.relative_to(expected) for path in expected.rglob("*") if path.is_file())
    assert wanted, "an example without expectations shows nothing"

    for path in wanted:
        told = words(tmp_path / "dist" / path)
        if request.config.getoption("--update"):
            (expected / path).write_text(told, "utf-8")
        assert (expected / path).read_text("utf-8") == told


def words(path: Path) -> str:
    """Return what matters of a file: a page's article, a sheet's lines; for .txt its PDF's."""
    if path.suffix == ".txt":
        page = pypdfium2.PdfDocument(path.with_suffix(""))
        lines = page[0].get_textpage().get_text_range().split("\r\n")
        return "\n".join(["页数 " + str(len(page)), *(line.rstrip() for line in lines)]) + "\n"
    text = path.read_text("utf-8")
    article = re.search(r"<article.*?</article>|<main>.*?</main>", text, re.DOTALL)
    lines = (article[0] if article else text).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip()) + "\n"
