"""What several test modules share: the project's own records built once, and a browser."""

from __future__ import annotations

import dataclasses
import os
import shutil
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from mingbai.build import build
from mingbai.load import load
from mingbai.make import Press
from mingbai.settings import read_scope
from tests.checked import copy_base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mingbai.build import Built
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

with suppress(ValueError):  # only the main thread may
    # A shell keeps Ctrl-C from what it runs behind its back, and from all that this starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
ROOT = Path(__file__).resolve().parent.parent
SIX = ("dibao", "tekun", "dibao-bianyuan", "gangxing-zhichu", "linshi-jiuzhu", "yiliao-jiuzhu")
"""Policies in the order of their codes, as different as policies are."""

TALKS = ("yuanba-hui", "wangge-peixun")
SPOKEN = frozenset(
    {"dibao", "dibao-bianyuan", "gangxing-zhichu", "tekun", "linshi-jiuzhu", "liulang-jiuzhu"}
)
"""The talks that a built site of the tests has, and the policies that they tell of."""

SOURCES = ("policies", "cases", "campaign", "docs", "mkdocs.yml")
EARLY = (
    "test_publish_broken.py",
    "browser/test_site.py",
    "test_killed_build.py",
    "test_battery_environment.py",
    "test_build.py",
    "browser/test_no_way_out.py",
    "browser/test_scan.py",
    "test_paper_gates.py",
)
"""Files that begin first. One that forks hundreds of times does so while its process is small, or
each fork takes half a second; meanwhile another builds ``dist``; and a long one is never last."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite tests/examples/*/expected")
    parser.addoption(
        "--everywhere", action="store_true", help="every browser test over http and from file://"
    )
    parser.addoption("--site", help="a built site, or a bundle unpacked, for the browser's tests")


def pytest_configure(config: pytest.Config) -> None:
    """Let processes take files in the order below, not by the number of their tests."""
    config.option.loadscopereorder = False


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put early files first, all others after them as they are."""
    rank = {ROOT / "tests" / name: place for place, name in enumerate(EARLY)}
    items.sort(key=lambda one: rank.get(one.path, len(EARLY)))


@dataclass(frozen=True)
class Records:
    """The project's own records."""

    root: Path
    library: Library
    scope: Scope


@pytest.fixture(scope="session")
def records() -> Records:
    scope, _ = read_scope(ROOT)
    loaded = load(ROOT)
    assert loaded.library is not None, [str(problem.place) for problem in loaded.problems]
    return Records(ROOT, loaded.library, scope)


@pytest.fixture(scope="session")
def few(records: Records) -> Records:
    """The project's own records as if it had six policies, for forms that gather them all."""
    library = records.library
    policies = tuple(library.policy_by_slug[slug] for slug in SIX)
    used = {event for policy in policies for event in policy.life_events}
    events = tuple(one for one in library.life_events.events if one.name in used)
    kept = dataclasses.replace(
        library,
        policies=policies,
        cases=tuple(one for one in library.cases if set(one.policies) <= set(SIX)),
        life_events=library.life_events.model_copy(update={"events": events}),
    )
    return Records(records.root, kept, records.scope)


def copy_project(folder: Path, source: Path = ROOT) -> Path:
    """Copy a project's sources, so that a test may break them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        path = source / name
        if path.is_dir():
            shutil.copytree(path, folder / name)
        elif path.exists():  # a project may have no talks
            shutil.copy(path, folder / name)
    return folder


def with_few_talks(root: Path) -> Path:
    """Leave two talks of the campaign and those of their policies: the others take a minute more.

    What the others say is looked at without typesetting: ``tests/test_talks.py``.
    """
    for path in (root / "campaign" / "talks").glob("*.yml"):
        if path.stem not in TALKS:
            path.unlink()
    for path in (root / "policies").glob("*.yml"):
        text, begun, _ = path.read_text("utf-8").partition("\ntalk:\n")
        if begun and path.stem not in SPOKEN:
            path.write_text(text, "utf-8")
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's sources in a folder of its own."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def press() -> Press:
    """A press that keeps what it made: tests of what lies around paper need not typeset again."""
    return Press()


@pytest.fixture(scope="module")
def pressed(press: Press) -> Iterator[None]:
    """Let the builds of a module share a press, as those of ``serve`` do."""
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr("mingbai.build.Press", lambda: press)
        yield


@pytest.fixture
def small(tmp_path: Path, pressed: None) -> Path:  # noqa: ARG001 - for its builds
    """A small project with a search, where what matters is not what the records say."""
    folder = copy_project(tmp_path / "small", ROOT / "tests" / "examples" / "base")
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("plugins:\n", "plugins:\n  - search: {lang: zh}\n"), "utf-8")
    return folder


@pytest.fixture(scope="session")
def base_dist(tmp_path_factory: pytest.TempPathFactory, press: Press) -> Path:
    """The whole output for the base project, to be copied by whoever needs one to be there."""
    folder = tmp_path_factory.mktemp("base")
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr("mingbai.build.Press", lambda: press)
        build(copy_base(folder / "project"), folder / "dist")
    return folder / "dist"


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole output for the project's own records."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of all processes: the first builds, the others wait
    folder = folder / "whole"
    with FileLock(f"{folder}.lock"):
        if not (folder / "dist").exists():
            build(with_few_talks(copy_project(folder / "project")), folder / "dist")
    return folder / "dist"


@pytest.fixture
def built(tmp_path: Path) -> Callable[[Path], Built]:
    """Build a project into ``dist`` beside it."""
    return lambda root: build(root, tmp_path / "dist")


@pytest.fixture(scope="session")
def tree(dist: Path) -> dict[str, bytes]:
    """Every file of the output, by its path."""
    return files_of(dist)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
