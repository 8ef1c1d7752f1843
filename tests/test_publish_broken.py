"""Publishing killed, failing, on a full or odd disk: the old site or the new one, always whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.disk import exchange as raw
from mingbai.problems import ProblemsFound
from mingbai.publish import journal, run, unpack
from mingbai.publish.back import recover, rollback
from mingbai.publish.place import site_at
from mingbai.publish.run import publish
from tests.publish_bundles import SETTLED, bundle, kept_versions, room_of, up
from tests.publish_harm import (
    REFUSED,
    UP,
    failed_at,
    finish,
    full_from,
    in_child,
    killed_at,
    steps,
)
from tests.publish_soak import soaked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mingbai.publish.site import Site

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")
KILLED = -signal.SIGKILL
KILLS = 10
"""Of 1,000 by ``scripts/soak-publish.py``; the tests below kill at every single step."""

root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounts need root"
)
ways = pytest.mark.parametrize("at_once", [True, False], ids=["exchange", "renames"])


@pytest.fixture(scope="module")
def zips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("zips")
    return [bundle(folder, version) for version in range(5)]


@pytest.fixture(scope="module")
def memory() -> Iterator[Path]:
    """A folder on a disk that is quick, where there is one: hundreds of runs wait for it."""
    fast = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - made private below
    with tempfile.TemporaryDirectory(dir=fast) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def origin(memory: Path, zips: list[Path]) -> Path:
    """Version 2 is up, versions 0 and 1 are kept."""
    live = memory / "origin" / "mingbai"
    live.parent.mkdir()
    for zipped in zips[:3]:
        publish(zipped, live)
    return live.parent


@pytest.fixture
def start(memory: Path, origin: Path) -> Callable[[], Path]:
    """Give that site anew each time."""
    return partial(copied, origin, memory / "www")


@pytest.fixture(scope="module")
def torn(memory: Path, origin: Path, zips: list[Path]) -> Callable[[], Path]:
    """Give a site anew as a run leaves it that is killed between its two renames."""
    step, live = 0, copied(origin, memory / "torn")
    while live.exists():
        step += 1
        live = copied(origin, memory / "torn")
        killed_at(step, partial(publish, zips[3], live, at_once=False))
    return partial(copied, memory / "torn", memory / "www")


def copied(origin: Path, target: Path) -> Path:
    """Copy a folder with a site in it, and return the site."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(origin, target)
    return target / "mingbai"


@ways
def test_publishing_killed_at_any_step_leaves_the_old_site_or_the_new_one(
    start: Callable[[], Path], zips: list[Path], *, at_once: bool
) -> None:
    found, missing, step, status = {2: 0, 3: 0}, 0, 0, KILLED
    while status == KILLED:
        step, live = step + 1, start()
        status = killed_at(step, partial(publish, zips[3], live, 2, at_once=at_once))
        missing += not live.exists()
        if not live.exists():
            assert "publish-finished" in CliRunner().invoke(main, ["verify", str(live)]).output
            assert up(live) == 3
        found[up(live)] += 1
        before = up(live)
        publish(zips[4], live, 2)
        assert (4, SETTLED) == (up(live), room_of(live))
        assert kept_versions(live) == [before - 1, before]

    assert status == UP
    assert min(found.values()) > 5
    assert missing == (0 if at_once else 1)


def test_the_first_publishing_killed_at_any_step_leaves_nothing_or_the_whole_site(
    memory: Path, zips: list[Path]
) -> None:
    found, step, status = {False: 0, True: 0}, 0, KILLED
    while status == KILLED:
        step, live = step + 1, memory / "first" / "mingbai"
        shutil.rmtree(live.parent, ignore_errors=True)
        live.parent.mkdir()
        status = killed_at(step, partial(publish, zips[0], live))
        found[live.exists()] += 1
        assert not live.exists() or up(live) == 0
        publish(zips[1], live)
        assert (1, room_of(live) - {"kept"}) == (up(live), SETTLED - {"kept"})

    assert status == UP
    assert min(found.values()) > 1


@ways
def test_going_back_killed_at_any_step_leaves_one_of_the_two(
    start: Callable[[], Path], *, at_once: bool
) -> None:
    found, missing, step, status = {1: 0, 2: 0}, 0, 0, KILLED
    while status == KILLED:
        step, live = step + 1, start()
        status = killed_at(step, partial(rollback, live, at_once=at_once))
        missing += not live.exists()
        recover(live)
        found[up(live)] += 1
        rollback(live)
        assert sorted([up(live), *kept_versions(live)]) == [0, 1, 2]
        assert room_of(live) == SETTLED

    assert status == UP
    assert min(found.values()) > 1
    assert missing == (0 if at_once else 1)


def test_recovering_killed_at_any_step_is_recovered_from(torn: Callable[[], Path]) -> None:
    step, status = 0, KILLED
    while status == KILLED:
        step, live = step + 1, torn()
        status = killed_at(step, partial(recover, live))
        recover(live)
        assert (3, [0, 1, 2], SETTLED) == (up(live), kept_versions(live), room_of(live))

    assert status == UP
    assert step > 10


@pytest.mark.parametrize("harm", ["changed", "gone", "no journal"])
def test_a_crash_between_two_renames_is_undone_where_the_new_version_is_not_whole(
    torn: Callable[[], Path], harm: str
) -> None:
    live = torn()
    site = site_at(live)
    if harm == "changed":
        (site.fresh / "index.html").write_bytes(b"changed")
    elif harm == "gone":
        shutil.rmtree(site.fresh)
    else:
        site.journal.unlink()

    assert ["publish-undone"] == [one.code for one in recover(live)]
    assert (2, [0, 1], SETTLED) == (up(live), kept_versions(live), room_of(live))


def test_what_was_taken_down_is_kept_whatever_became_of_the_site_since(
    start: Callable[[], Path], zips: list[Path]
) -> None:
    step, live = 0, start()
    while up(live) != 3:
        step, live = step + 1, start()
        killed_at(step, partial(publish, zips[3], live))
    live.rename(live.with_name("elsewhere"))
    publish(zips[4], live)

    assert (4, [0, 1, 2], SETTLED) == (up(live), kept_versions(live), room_of(live))


def test_the_next_run_after_a_crash_between_two_renames_first_finishes(
    torn: Callable[[], Path], zips: list[Path]
) -> None:
    live = torn()
    done = rollback(live)

    assert ["publish-finished"] == [one.code for one in done.told]
    assert (2, [0, 1, 3]) == (up(live), kept_versions(live))
    live = torn()
    done = publish(zips[4], live, 9)
    assert ["publish-finished"] == [one.code for one in done.told]
    assert (4, [0, 1, 2, 3]) == (up(live), kept_versions(live))


@ways
def test_what_was_up_last_is_kept_even_if_it_had_been_set_aside_before(
    start: Callable[[], Path], zips: list[Path], *, at_once: bool
) -> None:
    found, step, status = set(), 0, KILLED
    while status == KILLED:
        step, live = step + 1, start()
        aside = rollback(live).kept[0].digest[:8]
        publish(zips[3], live)
        status = killed_at(step, partial(rollback, live, aside, at_once=at_once))
        recover(live)
        before = up(live)
        found.add(before)
        publish(zips[4], live, 1)
        assert (4, [before]) == (up(live), kept_versions(live))

    assert found == {2, 3}


@pytest.mark.parametrize(
    ("fail", "at_once"),
    [(failed_at, True), (full_from, False)],
    ids=["once-exchange", "from then on-renames"],
)
def test_a_failure_at_any_step_is_told_and_leaves_one_of_the_two(
    start: Callable[[], Path], zips: list[Path], fail: Callable[..., int], *, at_once: bool
) -> None:
    def work() -> None:
        publish(zips[3], live, 2, at_once=at_once)

    ends = set()
    live = start()
    for step in range(1, steps(work) + 1):
        live = start()
        ends.add((fail(step, work), up(live)))
        publish(zips[4], live, 2)
        assert (4, 2, SETTLED) == (up(live), len(kept_versions(live)), room_of(live))

    assert ends == {(REFUSED, 2), (UP, 3)}


@pytest.mark.parametrize("on_disk", [True, False], ids=["disk", "memory"])
def test_a_reader_sees_the_old_or_the_new_site_while_publishers_are_killed(
    tmp_path: Path, memory: Path, *, on_disk: bool
) -> None:
    folder = tmp_path if on_disk else memory / "soak"
    folder.mkdir(exist_ok=True)
    told, ends = soaked(folder, KILLS)

    assert told["wrong"] == {}
    assert min(told["counts"].values()) > 1
    assert len(told["seen"]) > 1
    assert set(ends) <= {KILLED, UP}
    assert ends[KILLED] == KILLS


@contextmanager
def mounted(folder: Path, *words: str) -> Iterator[Path]:
    """Mount a file system for a while."""
    folder.mkdir()
    subprocess.run(["mount", *words, str(folder)], check=True)  # noqa: S607 - the machine's own
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607 - as above


@root_only
def test_a_disk_that_is_too_small_is_told_before_anything_is_unpacked(
    tmp_path: Path, zips: list[Path]
) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=1560k", "tmpfs") as disk:
        live = disk / "mingbai"
        publish(zips[0], live)
        publish(zips[1], live)
        with pytest.raises(ProblemsFound) as found:
            publish(zips[2], live)

        assert ["publish-space"] == [one.code for one in found.value.problems]
        assert "要 2 MB，只剩 1 MB" in found.value.problems[0].message
        assert (1, [0], SETTLED) == (up(live), kept_versions(live), room_of(live))


@root_only
def test_a_disk_that_fills_up_meanwhile_leaves_the_old_site(
    tmp_path: Path, zips: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "ask_for_space", lambda *_: None)
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=600k", "tmpfs") as disk:
        live = disk / "mingbai"
        publish(zips[0], live)
        publish(zips[1], live)
        with pytest.raises(ProblemsFound) as found:
            publish(zips[2], live)

        assert ["publish-failed"] == [one.code for one in found.value.problems]
        assert "磁盘满了" in found.value.problems[0].message
        assert (1, [0], SETTLED) == (up(live), kept_versions(live), room_of(live))
        (disk / "filled").write_bytes(bytes(shutil.disk_usage(disk).free))
        rollback(live)
        assert (0, [1]) == (up(live), kept_versions(live))


@root_only
def test_a_disk_without_room_for_more_files_is_told(tmp_path: Path, zips: list[Path]) -> None:
    words = ("-t", "tmpfs", "-o", "size=9m,nr_inodes=45", "tmpfs")
    with mounted(tmp_path / "disk", *words) as disk:
        live = disk / "mingbai"
        publish(zips[0], live)
        publish(zips[1], live)
        with pytest.raises(ProblemsFound) as found:
            publish(zips[2], live)

        assert ["publish-space"] == [one.code for one in found.value.problems]
        assert "个文件" in found.value.problems[0].message


@root_only
def test_a_disk_that_is_read_only_is_told(tmp_path: Path, zips: list[Path]) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=9m", "tmpfs") as disk:
        live = disk / "mingbai"
        publish(zips[0], live)
        publish(zips[1], live)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607
        for work in (partial(publish, zips[2], live), partial(rollback, live)):
            with pytest.raises(ProblemsFound) as found:
                work()
            assert "磁盘是只读的" in found.value.problems[0].message
        assert (1, [0]) == (up(live), kept_versions(live))


@root_only
def test_who_may_not_write_there_is_told(tmp_path: Path, zips: list[Path]) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=9m,mode=755", "tmpfs") as disk:
        live = disk / "mingbai"
        publish(zips[0], live)
        publish(zips[1], live)
        zipped = shutil.copy(zips[2], disk / "new.zip")

        def nobody() -> None:
            os.chdir(disk)
            os.setgid(65534)
            os.setuid(65534)

        assert in_child(lambda: publish(disk / zipped, live), nobody) == REFUSED
        assert in_child(lambda: rollback(live), nobody) == REFUSED
        assert (1, [0], SETTLED) == (up(live), kept_versions(live), room_of(live))


@root_only
@pytest.mark.parametrize("lower", [True, False], ids=["from the image", "made since"])
def test_on_the_layers_of_a_container(tmp_path: Path, zips: list[Path], *, lower: bool) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=9m", "tmpfs") as disk:
        for name in ("lower", "upper", "work"):
            (disk / name).mkdir()
        if lower:
            publish(zips[0], disk / "lower" / "mingbai")
        layers = f"lowerdir={disk}/lower,upperdir={disk}/upper,workdir={disk}/work"
        with mounted(tmp_path / "merged", "-t", "overlay", "-o", layers, "overlay") as merged:
            live = merged / "mingbai"
            if lower:
                with pytest.raises(ProblemsFound) as found:
                    publish(zips[1], live)
                assert "来自容器的镜像" in found.value.problems[0].message
                assert (0, set()) == (up(live), room_of(live) - SETTLED)
            else:
                publish(zips[0], live)
                assert publish(zips[1], live).way == "exchange"
                rollback(live)
                assert (0, [1]) == (up(live), kept_versions(live))


@root_only
def test_a_folder_that_is_mounted_by_itself_is_refused(tmp_path: Path, zips: list[Path]) -> None:
    with mounted(tmp_path / "volume", "-t", "tmpfs", "-o", "size=9m", "tmpfs") as live:
        with pytest.raises(ProblemsFound) as found:
            publish(zips[0], live)

        assert "单独挂载" in found.value.problems[0].message
        publish(zips[0], live / "mingbai")
        with mounted(live / "bound", "--bind", str(live / "mingbai")) as bound:
            with pytest.raises(ProblemsFound) as found:
                publish(zips[1], bound)
            assert "系统正占着" in found.value.problems[0].message
            assert up(bound) == 0


@pytest.mark.parametrize("code", sorted(raw.CANNOT))
def test_where_the_system_cannot_exchange_two_renames_do(
    start: Callable[[], Path],
    zips: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    code: int,
) -> None:
    def refuse(*_: object) -> int:
        ctypes.set_errno(code)
        return -1

    monkeypatch.setattr(raw, "renameat2", lambda: refuse)
    live = start()

    assert publish(zips[3], live).way == "renames"
    assert rollback(live).way == "renames"
    assert (2, [0, 1, 3]) == (up(live), kept_versions(live))


def test_where_there_is_no_such_call_two_renames_do(
    start: Callable[[], Path], zips: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    live = start()

    assert publish(zips[3], live).way == "renames"


def test_what_the_disk_wrote_wrongly_is_not_put_up(
    start: Callable[[], Path], zips: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def badly(path: Path, content: bytes) -> Path:
        return right(path, content.replace(b"3", b"8") if path.name == "101.js" else content)

    right = unpack.write
    monkeypatch.setattr(unpack, "write", badly)
    live = start()
    with pytest.raises(ProblemsFound) as found:
        publish(zips[3], live)

    assert ["bundle-changed"] == [one.code for one in found.value.problems]
    assert (2, [0, 1], SETTLED) == (up(live), kept_versions(live), room_of(live))


def test_what_somebody_puts_into_an_empty_folder_at_the_last_moment_is_not_lost(
    tmp_path: Path, zips: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(site: Site, move: journal.Move, *, at_once: bool) -> journal.Way:
        (site.live / "theirs.txt").write_text("theirs", "utf-8")
        return journal.put_up(site, move, at_once=at_once)

    monkeypatch.setattr(run, "put_up", late)
    live = tmp_path / "mingbai"
    live.mkdir()
    done = publish(zips[0], live)

    assert ["publish-left"] == [one.code for one in done.told]
    assert (site_at(live).room / "left-1" / "theirs.txt").read_text("utf-8") == "theirs"
    assert up(live) == 0


def test_two_publishers_at_once_never_spoil_anything(
    start: Callable[[], Path], zips: list[Path]
) -> None:
    live = start()
    for _ in range(10):
        child = os.fork()
        if child == 0:
            finish(lambda: publish(zips[3], live))
        with suppress(ProblemsFound):
            publish(zips[4], live)
        os.waitpid(child, 0)
        assert up(live) in {3, 4}

    publish(zips[0], live)
    assert room_of(live) == SETTLED
