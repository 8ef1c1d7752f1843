"""A build that is killed, stopped, or runs out of disk leaves what was there; two never mix.

What a build makes takes seconds and writes nothing, so here it is given; all that writes is real.
A child process is killed before each single change that it makes to the disk, one after the other.
Whole builds are killed at random moments by ``scripts/soak-rebuild.py kills``.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mingbai import build as module
from mingbai.build import build
from mingbai.disk import swap
from mingbai.disk.lock import LOCK, alone_in
from mingbai.disk.output_folder import refuse_out
from mingbai.make import Made
from mingbai.problems import Place, Problem, ProblemsFound
from tests.changes import Changes
from tests.checked import copy_base
from tests.conftest import ROOT, files_of

if TYPE_CHECKING:
    from collections.abc import Callable

OWNED = ("site", "print")
MOST = 60
"""More changes than so small a build makes."""

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made by fork")
root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount and change users"
)
Trees = dict[str, dict[str, bytes]]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return copy_base(tmp_path / "project")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "dist"


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], None]:
    """Let builds make a site and paper of these words, or find a mistake in the records."""

    def given(words: str | None) -> None:
        def make(*_: Any) -> Made:
            if words is None:
                raise ProblemsFound([Problem("yaml-empty", Place("policies/x.yml"))])
            paper = {f"990101/{one}.pdf": f"{words} {one}".encode() for one in "ab"}
            return Made(SimpleNamespace(villages=()), None, {}, {}, {}, paper, {}, ())  # type: ignore[arg-type]  # nobody asks

        def site(_root: Path, _made: Made, folder: Path) -> None:
            for name in ("index.html", "s/23/index.html"):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(f"{words} {name}", "utf-8")

        # A kill loses nothing that was written; waiting for the disk only takes time here.
        monkeypatch.setattr(os, "fsync", lambda _: None)
        monkeypatch.setattr(module.Press, "make", make)
        monkeypatch.setattr(module, "make_site", site)

    return given


def rooms(out: Path) -> Trees:
    return {name: files_of(out / name) for name in OWNED if (out / name).exists()}


def leftovers(out: Path) -> list[str]:
    return sorted(one.name for one in out.glob(".mingbai*") if one.name != ".mingbai")


def child(work: Callable[[], object]) -> int:
    """Do some work in a process of its own and return how it ended; 9 is a kill."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    status = os.waitpid(pid, 0)[1]
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def put_out(source: Path, out: Path, give: Any) -> tuple[Trees, Trees]:
    """Build once; return that, and what the next build is to give."""
    give("new")
    build(source, out)
    new = rooms(out)
    give("old")
    build(source, out)
    return rooms(out), new


@forks
@pytest.mark.parametrize("exchanging", [True, False], ids=["one step", "two renames"])
def test_a_kill_before_any_change_of_the_disk_leaves_old_or_new(
    source: Path, out: Path, give: Any, monkeypatch: pytest.MonkeyPatch, *, exchanging: bool
) -> None:
    if not exchanging:
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    old, new = put_out(source, out, give)
    changes, ends = Changes(out, monkeypatch), []
    for number in range(MOST):
        give("new")
        ended = child(lambda number=number: (changes.kill_at(number), build(source, out)))
        assert whole(rooms(out), old, new, exchanging=exchanging), number
        give(None)
        with pytest.raises(ProblemsFound):
            build(source, out)
        assert rooms(out) in (old, new), number
        assert leftovers(out) == []
        ends.append(rooms(out) == new)
        give("old")
        build(source, out)
        assert (old, []) == (rooms(out), leftovers(out))
        if ended == 0:
            break
        assert ended == signal.SIGKILL

    assert (0, True) == (ended, number > 20)
    assert ends == sorted(ends), "old before some moment, new after it"


@forks
def test_a_kill_while_the_last_kill_is_put_right_does_no_harm(
    source: Path, out: Path, give: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    old, new = put_out(source, out, give)
    changes, mixed = Changes(out, monkeypatch), 0
    for number in range(MOST):
        give("new")
        if child(lambda number=number: (changes.kill_at(number), build(source, out))) == 0:
            break
        if rooms(out) in (old, new):
            continue
        mixed += 1
        for again in range(MOST):
            give(None)
            ended = child(lambda again=again: (changes.kill_at(again), recovered(out)))
            if ended == 0:
                break
        assert again > 0
        assert (new, []) == (rooms(out), leftovers(out))
        give("old")
        build(source, out)

    assert mixed > 0


def recovered(out: Path) -> None:
    with alone_in(out):
        swap.recover(out, OWNED)


def test_a_folder_that_stepped_aside_is_put_back_without_a_note(
    source: Path, out: Path, give: Any
) -> None:
    old, _ = put_out(source, out, give)
    left = out / f"{swap.FRESH}killed"
    (left / swap.ASIDE).mkdir(parents=True)
    (left / swap.NOTE).write_text("{half", "utf-8")
    (out / "site").rename(left / swap.ASIDE / "site")
    give(None)
    with pytest.raises(ProblemsFound):
        build(source, out)

    assert (old, []) == (rooms(out), leftovers(out))


@forks
def test_a_build_finishes_what_another_command_was_killed_in(
    source: Path, out: Path, give: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    put_out(source, out, give)
    (out / "bundle").mkdir()
    (out / "bundle" / "old.zip").touch()
    changes, missing = Changes(out, monkeypatch), 0

    def pack() -> None:
        with swap.fresh_folder(out) as fresh:
            (fresh / "bundle").mkdir()
            (fresh / "bundle" / "new.zip").touch()
            swap.put_in_place(out, fresh, ("bundle",))

    for number in range(MOST):
        if child(lambda number=number: (changes.kill_at(number), pack())) == 0:
            break
        missing += not (out / "bundle").exists()
        build(source, out)
        assert len(files_of(out / "bundle")) == 1, number

    assert missing > 0


@forks
def test_a_first_build_that_is_killed_leaves_nothing_that_stays(
    source: Path, out: Path, give: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    give("new")
    build(source, out)
    new = rooms(out)
    for number in range(MOST):
        first = out.with_name(f"first-{number}")
        changes = Changes(first, monkeypatch)
        ended = child(
            lambda changes=changes, number=number, first=first: (
                changes.kill_at(number),
                build(source, first),
            )
        )
        build(source, first)
        assert (new, []) == (rooms(first), leftovers(first)), number
        if ended == 0:
            break

    assert number > 20


@forks
@pytest.mark.parametrize(
    ("way", "exchanging"),
    [("full_from", True), ("stuck_from", False), ("broken_at", False), ("broken_from", True)],
    ids=["full-one step", "stuck-two renames", "broken once-two renames", "broken-one step"],
)
def test_a_disk_that_is_full_or_broken_at_any_moment_changes_nothing(
    source: Path,
    out: Path,
    give: Any,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    *,
    exchanging: bool,
) -> None:
    if not exchanging:
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    old, new = put_out(source, out, give)
    changes = Changes(out, monkeypatch)
    for number in range(MOST):
        give("new")
        ended = child(lambda number=number: (getattr(changes, way)(number), build(source, out)))
        if way in {"stuck_from", "broken_from"}:
            assert whole(rooms(out), old, new, exchanging=exchanging), number
            give(None)
            with pytest.raises(ProblemsFound):
                build(source, out)
            assert rooms(out) in (old, new), number
        else:
            assert rooms(out) == old if ended else rooms(out) in (old, new), number
        give("old")
        build(source, out)
        assert (old, []) == (rooms(out), leftovers(out)), number

    assert ended == 0, "it came to its end"


def whole(seen: Trees, old: Trees, new: Trees, *, exchanging: bool) -> bool:
    """Tell whether every room is as it was or as it is to be; there, where that can be had."""
    there = set(seen) == set(OWNED) or not exchanging
    return there and all(tree in (old[name], new[name]) for name, tree in seen.items())


def test_a_disk_that_says_only_at_the_end_that_it_is_full_changes_nothing(
    source: Path, out: Path, give: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, _ = put_out(source, out, give)

    def full(handle: int) -> None:
        if os.fstat(handle).st_size == len("new index.html"):
            raise OSError(28, "No space left on device")

    give("new")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        build(source, out)

    assert (old, []) == (rooms(out), leftovers(out))


@forks
def test_a_full_disk_in_a_folder_that_is_not_ours_does_not_claim_it(
    source: Path, out: Path, give: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (out / "theirs").mkdir(parents=True)
    (out / "theirs" / "plan.txt").write_text("别人的", "utf-8")
    before = files_of(out)
    changes = Changes(out, monkeypatch)
    give("new")
    for number in range(MOST):
        if child(lambda number=number: (changes.full_from(number), build(source, out))) == 0:
            break
        assert before == files_of(out), number

    assert number > 8


def test_two_builds_into_one_folder_the_second_is_told(source: Path, out: Path, give: Any) -> None:
    old, _ = put_out(source, out, give)
    waiting = out / f"{swap.FRESH}of-the-first"
    (waiting / "site").mkdir(parents=True)
    with alone_in(out), pytest.raises(ProblemsFound) as found:
        build(source, out)

    assert ["out-busy"] == [one.code for one in found.value.problems]
    assert (old, True) == (rooms(out), waiting.is_dir())
    build(source, out)
    assert leftovers(out) == []


@forks
def test_a_lock_ends_with_whoever_held_it(source: Path, out: Path, give: Any) -> None:
    give("old")

    def die_inside() -> None:
        with alone_in(out):
            os.kill(os.getpid(), signal.SIGKILL)

    assert child(die_inside) == signal.SIGKILL
    assert (out / LOCK).exists()
    build(source, out)
    assert leftovers(out) == []


def test_a_lock_whose_file_was_just_removed_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mingbai.disk import lock  # noqa: PLC0415 - to change it

    taken = lock.taken

    def slowly(handle: int) -> bool:
        (tmp_path / LOCK).unlink()
        return taken(handle)

    monkeypatch.setattr(lock, "taken", slowly)
    with pytest.raises(ProblemsFound), alone_in(tmp_path):
        pass


def test_a_disk_without_locks_still_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mingbai.disk import lock  # noqa: PLC0415 - to change it

    def none_here(_: int) -> bool:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "taken", none_here)
    with alone_in(tmp_path):
        assert (tmp_path / LOCK).exists()
    assert not (tmp_path / LOCK).exists()


def test_a_mistake_in_the_records_makes_no_folder(source: Path, out: Path, give: Any) -> None:
    give(None)
    with pytest.raises(ProblemsFound):
        build(source, out / "deep")

    assert not out.exists()


def test_two_runs_of_print_into_one_folder_the_second_is_told(out: Path) -> None:
    from mingbai.villages.run import Run  # noqa: PLC0415 - the typesetter is slow to import

    folder = out / "villages" / "990101"
    with alone_in(folder), pytest.raises(ProblemsFound) as found:
        Run(folder, iter(()), lambda: pytest.fail("nothing may start"), workers=1).all()

    assert ["out-busy"] == [one.code for one in found.value.problems]


def test_print_and_build_do_not_wait_for_each_other(source: Path, out: Path, give: Any) -> None:
    give("new")
    with alone_in(out / "villages" / "990101"):
        build(source, out)
        with alone_in(out):
            pass


@pytest.mark.skipif(os.name == "nt", reason="looks for a process by a signal")
def test_the_workers_of_print_end_with_a_run_that_is_killed() -> None:
    text = "import os, time; from mingbai.villages.pool import local; pool = local(1)()"
    text += "; print(pool.submit(os.getpid).result(), flush=True); time.sleep(600)"
    words = (sys.executable, "-c", text)
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        assert runs(worker)
        process.kill()
    until = time.monotonic() + 60
    while runs(worker) and time.monotonic() < until:
        time.sleep(0.05)

    assert not runs(worker)


def runs(pid: int) -> bool:
    """Tell whether a process is there; one that only waits to be buried is not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"


def test_a_link_in_the_place_of_the_site_is_not_followed(
    source: Path, out: Path, give: Any, tmp_path: Path
) -> None:
    put_out(source, out, give)
    theirs = tmp_path / "theirs"
    (out / "site").rename(theirs)
    (out / "site").symlink_to(theirs, target_is_directory=True)
    before = files_of(theirs)
    build(source, out)

    assert before == files_of(theirs)
    assert not (out / "site").is_symlink()


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("/", "out-wide"),
        ("~", "out-wide"),
        (".", "out-wide"),
        ("..", "out-wide"),
        ("docs", "out-in-sources"),
        ("docs/做好的", "out-in-sources"),
        ("policies", "out-in-sources"),
        ("policies/regions", "out-in-sources"),
        ("cases/x", "out-in-sources"),
        ("campaign", "out-in-sources"),
        ("theme", "out-in-sources"),
        ("theme/dist", "out-in-sources"),
        (".git", "out-in-sources"),
        ("link", "out-in-sources"),
    ],
)
def test_output_over_sources_is_refused(
    source: Path, place: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = source.parent / "home"
    for folder in (home, source / "theme", source / ".git"):
        folder.mkdir()
        (folder / "x").write_text("x", "utf-8")
    (source / "link").symlink_to(source / "policies", target_is_directory=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    out = home if place == "~" else source / place
    before = files_of(source)
    with pytest.raises(ProblemsFound) as found:
        build(source, out)

    assert [code] == [one.code for one in found.value.problems]
    assert before == files_of(source)


@pytest.mark.parametrize("place", ["dist", "build/dist", "../dist", "empty", "mine", "printed"])
def test_output_beside_the_sources_is_taken(source: Path, place: str) -> None:
    (source / "empty").mkdir()
    (source / "mine").mkdir()
    (source / "mine" / ".mingbai").touch()
    (source / "mine" / "talk.txt").touch()
    (source / "printed" / "villages").mkdir(parents=True)
    (source / "build" / "dist" / "site").mkdir(parents=True)
    (source / "build" / "dist" / ".mingbai").touch()

    refuse_out(source, source / place, OWNED)


@root_only
@forks
def test_a_folder_that_nobody_may_write_in_is_said_at_once(
    tmp_path: Path, source: Path, out: Path, give: Any
) -> None:
    old, _ = put_out(source, out, give)
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(0o755)
    said = tmp_path / "said"
    said.touch()
    said.chmod(0o666)

    def as_nobody() -> None:
        os.setuid(65534)
        try:
            build(source, out)
        except PermissionError as failure:
            said.write_text(str(failure.filename), "utf-8")

    assert child(as_nobody) == 0
    assert said.read_text("utf-8") == str(out / LOCK)
    assert old == rooms(out)


COMMAND = (sys.executable, "-m", "mingbai", "build")


def run(source: Path, out: Path, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command itself."""
    words = ("--project", str(source), "--out", str(out))
    return subprocess.run((*COMMAND, *words), cwd=ROOT, capture_output=True, check=False, **how)


@root_only
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux mounts memory")
def test_a_disk_that_is_really_full_leaves_the_old_and_says_so(
    tmp_path: Path, base_dist: Path
) -> None:
    source, disk = copy_base(tmp_path / "project"), tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "none", str(disk)], check=False).returncode:  # noqa: S607
        pytest.skip("mounting is forbidden here")
    try:
        shutil.copytree(base_dist, disk / "dist")
        before = files_of(disk)
        size = sum(map(len, before.values())) * 3 // 2
        subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)  # noqa: S607
        done = run(source, disk / "dist")
        assert done.returncode == 1
        assert "No space left on device" in done.stdout.decode()
        assert before == files_of(disk)
        subprocess.run(["mount", "-o", "remount,size=0", str(disk)], check=True)  # noqa: S607
        assert run(source, disk / "dist").returncode == 0
        assert before == files_of(disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607


@pytest.mark.skipif(os.name == "nt", reason="sends signals")
@pytest.mark.parametrize("stop", ["SIGINT", "SIGKILL"])
def test_a_whole_build_that_is_stopped_leaves_the_old(
    tmp_path: Path, base_dist: Path, stop: str
) -> None:
    source, out = copy_base(tmp_path / "project"), tmp_path / "dist"
    shutil.copytree(base_dist, out)
    before = files_of(out)
    words = (*COMMAND, "--project", str(source), "--out", str(out))
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as process:
        while process.poll() is None and not list(out.glob(f"{swap.FRESH}*/site/index.html")):
            time.sleep(0.005)
        process.send_signal(getattr(signal, stop))
        assert process.stdout is not None
        told = process.stdout.read().decode()

    assert process.returncode != 0
    assert rooms(out) == {name: tree_of(before, name) for name in OWNED}
    if stop == "SIGINT":
        assert "停下了" in told
    else:
        assert run(source, out).returncode == 0
    assert before == files_of(out)


def tree_of(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    """Return the files of one room, by their path in it."""
    return {
        path.removeprefix(f"{name}/"): content
        for path, content in files.items()
        if path.startswith(f"{name}/")
    }
