"""Odd machines: no home, another character set, a full disk, no fonts, a pipe that closes.

Whatever goes wrong is said in Chinese with exit status 1, and what was there before is still there.
"""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.problems import ProblemsFound
from mingbai.settings import read_scope
from mingbai.site.generator import make_site
from tests.checked import copy_base
from tests.conftest import files_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mingbai.make import Press

MINGBAI = (sys.executable, "-m", "mingbai")
NAMES = ("a b", "兖州 救助", "a\nb", "a'b\"c", "%5e&", "é", "-x")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return copy_base(tmp_path / "project")


def run(*words: str, check: str = "check", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command with next to no environment."""
    given = {"PATH": os.environ["PATH"], **env}
    return subprocess.run(
        [*MINGBAI, check, *words], capture_output=True, env=given, check=False, timeout=120
    )


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"HOME": "/nonexistent", "TMPDIR": "/nonexistent", "TZ": "Nowhere/X", "COLUMNS": "1"},
    ],
    ids=["nothing set", "ASCII", "POSIX", "nothing there"],
)
def test_a_bad_record_is_said_on_any_machine(base: Path, env: dict[str, str]) -> None:
    record = base / "policies" / "jiating.yml"
    record.write_text(record.read_text("utf-8").replace("code: '23'", "code: '01'"), "utf-8")
    done = run("--project", str(base), **env)

    assert done.returncode == 1
    assert b"policies/jiating.yml:4:" in done.stdout
    assert b"[not-code]" in done.stdout
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_a_project_may_lie_anywhere(tmp_path: Path, name: str) -> None:
    root = copy_base(tmp_path / name)
    done = CliRunner().invoke(main, ["check", "--project", str(root)])

    assert done.exit_code == 0, done.output


def test_a_date_in_the_environment_is_not_looked_at(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    CliRunner().invoke(main, ["check", "--project", str(base)])

    assert "SOURCE_DATE_EPOCH" not in os.environ


def limited(kind: int, most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(kind, (most, most))


@pytest.mark.parametrize(
    ("kind", "most"),
    [(resource.RLIMIT_FSIZE, 4096), (resource.RLIMIT_NOFILE, 12)],
    ids=["no room for files", "few files at once"],
)
def test_a_disk_that_takes_no_more_leaves_what_was_there(
    base: Path, base_dist: Path, tmp_path: Path, kind: int, most: int
) -> None:
    out = shutil.copytree(base_dist, tmp_path / "dist")
    before = files_of(out)
    done = subprocess.run(
        [*MINGBAI, "build", "--project", str(base), "--out", str(out)],
        capture_output=True,
        preexec_fn=limited(kind, most),
        check=False,
        timeout=120,
    )

    assert done.returncode == 1
    assert "检查路径、权限、磁盘空间".encode() in done.stdout + done.stderr
    assert b"Traceback" not in done.stdout + done.stderr
    assert files_of(out) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_the_report_is_said_on_the_other_stream(base: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*MINGBAI, "check", "--project", str(base)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )

    assert done.returncode == 1
    assert "检查路径".encode() in done.stderr
    assert b"Traceback" not in done.stderr


WITHOUT_FONTS = """
import sys
from mingbai import design
design.FONT_PACKAGE = "no_such_package"
from mingbai.cli import main
main(sys.argv[1:])
"""


def test_without_the_fonts_records_are_checked_and_paper_is_refused_in_a_sentence(
    base: Path, tmp_path: Path
) -> None:
    out = tmp_path / "dist"
    command = [sys.executable, "-c", WITHOUT_FONTS]
    checked = subprocess.run(
        [*command, "check", "--project", str(base)], capture_output=True, check=False, timeout=120
    )
    made = subprocess.run(
        [*command, "build", "--project", str(base), "--out", str(out)],
        capture_output=True,
        check=False,
        timeout=120,
    )

    assert checked.returncode == 0
    assert made.returncode == 1
    assert "找不到印刷用的字体".encode() in made.stdout
    assert b"Traceback" not in made.stdout + made.stderr
    assert not (out / "site").exists()


SETTINGS = [
    ("plugins:\n", "plugins:\n  - nope\n", 7),
    ("plugins:", "nav: 3\nplugins:", 7),
    ("plugins:", "markdown_extensions: [nope]\nplugins:", 7),
    ("plugins:", "unknown_key: 1\nplugins:", 7),
    ("plugins:", "site_url: 不是网址\nplugins:", 7),
    ("font: false}", "font: false, custom_dir: nowhere}", 6),
    ("font: false}", "font: false, features: 3}", 1),
    ("site_name: 示例救助\n", "", 1),
]


@pytest.mark.parametrize(("old", "new", "line"), SETTINGS, ids=[new for _, new, _ in SETTINGS])
def test_what_the_site_generator_refuses_stands_at_its_line(
    old: str, new: str, line: int, base: Path, press: Press, tmp_path: Path
) -> None:
    scope, _ = read_scope(base)
    made = press.make(base, scope)
    settings = base / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ProblemsFound) as found:
        make_site(base, made, tmp_path / "site")

    assert {(one.place.file, one.code) for one in found.value.problems} == {
        ("mkdocs.yml", "site-generator")
    }
    assert any(abs(one.place.line - line) <= 2 for one in found.value.problems)
    assert "Traceback" not in str(found.value)


def test_a_disk_that_fills_up_while_the_site_is_made_is_no_fault_of_the_settings(
    base: Path, press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    scope, _ = read_scope(base)
    made = press.make(base, scope)
    monkeypatch.setattr("mkdocs.utils.write_file", full)
    with pytest.raises(OSError, match="No space"):
        make_site(base, made, tmp_path / "site")
