"""Broken files, one mistake each: the bad line ends in a comment that names the expected problem.

The first lines of a file say what it replaces in ``examples/base`` (``# 代替 policies/jizhen.yml``)
and which problems other files get from it (``# 另见 cases/huozai.md:3 policy-unknown``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from mingbai.messages import MESSAGES
from mingbai.messages.bundle import BUNDLE
from mingbai.messages.editions import EDITIONS
from mingbai.messages.notices import NOTICES
from mingbai.messages.paper import PAPER
from mingbai.messages.publish import PUBLISH
from mingbai.messages.review import SIGNING
from mingbai.messages.tables import TABLES
from mingbai.problems import report
from tests.checked import BASE, copy_base, problems_of

FOLDER = Path(__file__).parent / "problems"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".yml", ".md"})
EXPECTED = re.compile(r"# (错误|提醒) ([a-z0-9-]+)(?=$| +#)")
ELSEWHERE = re.compile(r"^# 另见 ([^:\s]+):(\d+) ([a-z0-9-]+)$", re.MULTILINE)
REPLACES = re.compile(r"# 代替 (\S+)")

BYTES = "about bytes or names of files: tests/test_reading.py"
NOT_IN_FILES = {
    "file-too-large": BYTES,
    "file-unreadable": BYTES,
    "file-encoding": BYTES,
    "file-binary": BYTES,
    "file-not-utf8": BYTES,
    "folder-missing": BYTES,
    "file-missing": BYTES,
    "file-name": BYTES,
    "file-linked": BYTES,
    "file-place": BYTES,
    "settings-not-utf8": "about bytes: tests/battery/encoding.yml",
    "wrong-value": "what tests/test_messages.py shows no field can give",
    **dict.fromkeys(
        ["out-not-ours", "out-in-sources", "out-wide", "out-busy"],
        "about the output folder: tests/test_killed_build.py, tests/test_build.py",
    ),
    "site-generator": "what MkDocs says about docs/: tests/test_build.py",
    "search-place": "a page of another theme: tests/test_search_place.py",
    **dict.fromkeys(
        ["page-taken", "page-not-utf8", "piece-unknown"],
        "about pages in docs/: tests/test_build.py",
    ),
    **dict.fromkeys(
        ["page-html", "page-attribute", "page-link", "page-picture", "page-file", "page-unsafe"],
        "about pages in docs/: tests/test_content_security.py",
    ),
    "link-out": "about pages in docs/: tests/test_content_security.py",
    **dict.fromkeys(
        ["privacy-picture-place", "privacy-picture-author", "privacy-unread"],
        "about attachments: tests/test_privacy_files.py",
    ),
    **dict.fromkeys(
        ["page-dead", "page-anchor", "page-name", "page-disguised", "page-style", "page-empty"],
        "about pages in docs/: tests/battery/paths.yml, tests/battery/markup.yml",
    ),
    **dict.fromkeys(
        [
            *("page-head", "page-head-key", "page-conflict", "page-fence", "page-id-twice"),
            *("page-words", "page-title", "page-level", "page-alt", "page-vague", "page-figure"),
            *("page-raw", "page-indent"),
        ],
        "about pages in docs/: tests/battery/markup.yml, tests/test_written_pages.py",
    ),
    **dict.fromkeys(
        ["settings-hides", "settings-file", "settings-no-search"],
        "about files in docs/: tests/battery/paths.yml",
    ),
    **dict.fromkeys(
        [
            *("talk-minutes", "talk-name-taken", "talk-policy-twice", "talk-signed"),
            *("talk-changed", "figure-retyped"),
        ],
        "about talks of several records: tests/test_talks.py",
    ),
    "slide-overflow": "what no record gives while lines are short: tests/test_pptx.py",
    "name-unusable": BYTES,
    "file-ignored": BYTES,
    **dict.fromkeys(EDITIONS, "about the ledger: tests/test_editions.py, tests/test_story.py"),
    **dict.fromkeys(BUNDLE, "about packed sites: tests/test_bundle.py, tests/test_verify.py"),
    **dict.fromkeys(PUBLISH, "about the folder of a web server: tests/test_publish.py"),
    **dict.fromkeys(NOTICES, "about private lists: tests/test_notices.py"),
    **dict.fromkeys(SIGNING, "about a signature: tests/test_review_sign.py"),
    **dict.fromkeys(PAPER, "what typesetting says: tests/test_sheets.py"),
    **dict.fromkeys(TABLES, "about tables: tests/test_tables.py"),
}

Found = set[tuple[str, int, str, str]]


@dataclass(frozen=True)
class Broken:
    """One broken file: what it replaces, and the problems it must give."""

    text: str
    replaces: str
    expected: Found


def read(path: Path) -> Broken:
    text = path.read_text("utf-8")
    replaces = REPLACES.search(text)
    assert replaces is not None, "the first lines name the file that this one replaces"
    here = {
        (replaces[1], number, severity, code)
        for number, line in enumerate(text.split("\n"), 1)
        for severity, code in EXPECTED.findall(line)
    }
    there = {
        (file, int(line), MESSAGES[code].severity, code)
        for file, line, code in ELSEWHERE.findall(text)
    }
    assert here, "a line names a problem"
    return Broken(text, replaces[1], here | there)


def test_the_base_project_has_no_problem() -> None:
    assert problems_of(BASE) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_gives_the_problems_it_names(path: Path, tmp_path: Path) -> None:
    broken = read(path)
    root = copy_base(tmp_path)
    (root / broken.replaces).parent.mkdir(parents=True, exist_ok=True)
    (root / broken.replaces).write_text(broken.text, "utf-8")

    problems = problems_of(root)

    found = {(one.place.file, one.place.line, one.severity, one.code) for one in problems}
    assert found == broken.expected, report(problems)
    assert len(problems) == len(found), report(problems)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_named_after_its_problem(path: Path) -> None:
    codes = {code for _, _, _, code in read(path).expected}

    assert any(path.stem == code or path.stem.startswith(f"{code}-") for code in codes) or (
        path.stem == "settings-field"
    )


def test_every_problem_is_shown_by_a_broken_file() -> None:
    shown = {code for path in FILES for _, _, _, code in read(path).expected}

    assert set(MESSAGES) - shown == set(NOT_IN_FILES)
