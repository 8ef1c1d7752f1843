"""What publishing and going back put up, what they refuse, and what they leave alone."""

from __future__ import annotations

import datetime as dt
import json
import os
import stat
import zipfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from mingbai.bundle.manifest import MANIFEST, SUMS, read
from mingbai.bundle.verify import verify
from mingbai.commands.publish import publish as publish_command
from mingbai.commands.publish import rollback as rollback_command
from mingbai.problems import ProblemsFound
from mingbai.publish import run as publishing
from mingbai.publish.back import look, recover, rollback
from mingbai.publish.lock import locked
from mingbai.publish.place import site_at
from mingbai.publish.run import publish
from mingbai.publish.unpack import unpack
from tests.conftest import files_of
from tests.publish_bundles import (
    PATHS,
    SETTLED,
    bundle,
    content,
    kept_versions,
    room_of,
    site_folder,
    up,
    zip_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def live(tmp_path: Path) -> Path:
    (tmp_path / "www").mkdir()
    return tmp_path / "www" / "mingbai"


def refused(work: Callable[[], Any]) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        work()
    assert all(one.message and one.hint for one in found.value.problems)
    return [one.code for one in found.value.problems]


def run(*words: str) -> tuple[int, str]:
    command = publish_command if words[0] == "publish" else rollback_command
    result = CliRunner().invoke(command, words[1:])
    return result.exit_code, result.output


def test_a_folder_that_is_not_there_is_made(tmp_path: Path, live: Path) -> None:
    done = publish(bundle(tmp_path, 1), live)

    assert ("first", None, 1) == (done.way, done.before, up(live))
    assert room_of(live) == SETTLED - {"kept"}


def test_an_empty_folder_is_taken(tmp_path: Path, live: Path) -> None:
    live.mkdir()
    done = publish(bundle(tmp_path, 1), live)

    assert (None, 1) == (done.before, up(live))
    assert room_of(live) == SETTLED - {"kept"}


@pytest.mark.parametrize("at_once", [True, False], ids=["exchange", "renames"])
def test_a_new_version_takes_the_place_of_the_old_one(
    tmp_path: Path, live: Path, *, at_once: bool
) -> None:
    publish(bundle(tmp_path, 1), live)
    done = publish(bundle(tmp_path, 2), live, at_once=at_once)

    assert done.way == ("exchange" if at_once else "renames")
    assert (2, [1], SETTLED) == (up(live), kept_versions(live), room_of(live))


def test_whoever_holds_the_folder_open_goes_on_reading_the_old_version(
    tmp_path: Path, live: Path
) -> None:
    publish(bundle(tmp_path, 1), live)
    held = os.open(live, os.O_RDONLY)
    publish(bundle(tmp_path, 2), live, keep=1)
    for path in PATHS:
        with os.fdopen(os.open(path, os.O_RDONLY, dir_fd=held), "rb") as file:
            assert file.read() == content(1, path)
    os.close(held)


def test_the_last_three_are_kept_or_as_many_as_asked(tmp_path: Path, live: Path) -> None:
    for version in range(6):
        publish(bundle(tmp_path, version), live)

    assert kept_versions(live) == [2, 3, 4]
    publish(bundle(tmp_path, 6), live, keep=1)
    assert kept_versions(live) == [5]


@pytest.mark.parametrize("at_once", [True, False], ids=["exchange", "renames"])
def test_going_back_goes_one_version_further_each_time(
    tmp_path: Path, live: Path, *, at_once: bool
) -> None:
    for version in (1, 2, 3):
        publish(bundle(tmp_path, version), live)
    seen = []
    for _ in range(2):
        done = rollback(live, at_once=at_once)
        seen.append((done.way, up(live), kept_versions(live)))

    way = "exchange" if at_once else "renames"
    assert seen == [(way, 2, [1, 3]), (way, 1, [2, 3])]
    assert refused(lambda: rollback(live)) == ["rollback-none"]
    assert up(live) == 1


def test_what_was_taken_back_is_gone_back_to_by_name_only_and_let_go_first(
    tmp_path: Path, live: Path
) -> None:
    first = publish(bundle(tmp_path, 1), live)
    bad = publish(bundle(tmp_path, 2), live)
    rollback(live)
    publish(bundle(tmp_path, 3), live)
    assert kept_versions(live) == [2, 1]
    rollback(live)
    assert (1, first.now) == (up(live), look(live).now)
    assert refused(lambda: rollback(live)) == ["rollback-none"]
    rollback(live, bad.now.digest[:8])
    assert up(live) == 2
    rollback(live)
    assert up(live) == 1
    rollback(live, bad.now.digest[:8])
    publish(bundle(tmp_path, 4), live, keep=1)
    assert kept_versions(live) == [2]


def test_one_can_go_to_a_version_by_name_forth_as_well_as_back(tmp_path: Path, live: Path) -> None:
    for version in (1, 2, 3):
        done = publish(bundle(tmp_path, version), live)
    third = done.now.digest[:8]
    rollback(live)
    rollback(live)
    rollback(live, third)

    assert up(live) == 3
    assert refused(lambda: rollback(live, "nonsense")) == ["rollback-unknown"]
    assert refused(lambda: rollback(live, "2026")) == ["rollback-unknown"]
    assert refused(lambda: rollback(live, third)) == ["rollback-unknown"]


def test_going_back_works_when_somebody_removed_the_folder(tmp_path: Path, live: Path) -> None:
    publish(bundle(tmp_path, 1), live)
    publish(bundle(tmp_path, 2), live)
    live.rename(tmp_path / "elsewhere")
    done = rollback(live)

    assert ("first", None, 1) == (done.way, done.before, up(live))


def test_where_nothing_was_published_there_is_nothing_to_go_back_to(
    tmp_path: Path, live: Path
) -> None:
    assert refused(lambda: rollback(live)) == ["rollback-none"]
    publish(bundle(tmp_path, 1), live)
    assert refused(lambda: rollback(live)) == ["rollback-none"]


def test_a_kept_version_that_was_changed_is_not_put_up(tmp_path: Path, live: Path) -> None:
    publish(bundle(tmp_path, 1), live)
    publish(bundle(tmp_path, 2), live)
    (kept,) = site_at(live).kept.iterdir()
    (kept / "index.html").write_bytes(b"changed")

    assert refused(lambda: rollback(live)) == ["rollback-broken"]
    assert up(live) == 2


def test_an_older_one_is_refused_and_nothing_is_unpacked(tmp_path: Path, live: Path) -> None:
    publish(bundle(tmp_path, 1, serial=7), live)
    before = files_of(live.parent)
    older = bundle(tmp_path, 2, serial=6)

    assert refused(lambda: publish(older, live)) == ["bundle-older"]
    assert before == files_of(live.parent)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"region": "370811"}, "bundle-region"),
        ({"scan_only": True}, "bundle-kind"),
        ({"as_of": dt.date(2026, 11, 20)}, "bundle-older-day"),
    ],
    ids=["another county", "scan pages only", "an older day"],
)
def test_a_bundle_of_another_kind_is_refused(
    tmp_path: Path, live: Path, facts: dict[str, Any], code: str
) -> None:
    publish(bundle(tmp_path, 1), live)

    assert refused(lambda: publish(bundle(tmp_path, 2, **facts), live)) == [code]
    assert up(live) == 1


@pytest.mark.parametrize("harm", ["changed", "added", "removed"])
def test_a_tampered_bundle_is_refused_before_anything_is_made(
    tmp_path: Path, live: Path, harm: str
) -> None:
    folder = site_folder(tmp_path / "tampered", 1)
    target = folder / "s" / "23" / "index.html"
    if harm == "removed":
        target.unlink()
    else:
        (target if harm == "changed" else target.with_name("more.html")).write_bytes(b"tampered")

    code = {"changed": "bundle-changed", "added": "bundle-extra", "removed": "bundle-missing"}[harm]
    assert refused(lambda: publish(zip_of(folder), live)) == [code]
    assert list(live.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["../escaped.html", "/escaped.html", "link.html", "a\\..\\b"])
def test_an_entry_that_leads_outside_is_refused(tmp_path: Path, live: Path, name: str) -> None:
    path = bundle(tmp_path, 1)
    with zipfile.ZipFile(path, "a") as out:
        entry = zipfile.ZipInfo(name)
        if name == "link.html":
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        out.writestr(entry, "/etc/passwd")

    assert refused(lambda: publish(path, live)) == ["bundle-zip-entry"]
    assert list(live.parent.iterdir()) == []
    assert not list(tmp_path.rglob("escaped.html"))


def test_a_zip_that_was_exchanged_after_it_was_verified_is_refused(tmp_path: Path) -> None:
    path = bundle(tmp_path, 1)
    verified = read(path)
    with zipfile.ZipFile(path, "a") as out:
        out.writestr("../escaped.html", "")

    assert refused(lambda: unpack(path, verified, tmp_path / "fresh")) == ["bundle-zip-entry"]
    other = bundle(tmp_path / "other", 2)
    unpack(other, verified, tmp_path / "mixture")
    assert {one.code for one in verify(tmp_path / "mixture")} == {"bundle-changed"}


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path, live: Path) -> None:
    live.mkdir()
    (live / "index.html").write_text("别人的网站", "utf-8")
    zipped = bundle(tmp_path, 1)

    assert refused(lambda: publish(zipped, live)) == ["publish-not-ours"]
    (live / MANIFEST).write_text("{}", "utf-8")
    assert refused(lambda: publish(zipped, live)) == ["publish-not-ours"]
    assert sorted(files_of(live.parent)) == [f"mingbai/{MANIFEST}", "mingbai/index.html"]


def test_files_that_somebody_put_into_the_site_are_not_lost(tmp_path: Path, live: Path) -> None:
    publish(bundle(tmp_path, 1), live)
    (live / "web.config").write_text("theirs", "utf-8")
    (live / "Thumbs.db").write_text("", "utf-8")

    with pytest.raises(ProblemsFound) as found:
        publish(bundle(tmp_path, 2), live)
    assert ["publish-extra"] == [one.code for one in found.value.problems]
    assert "1 个不是发布上去的文件：web.config" in found.value.problems[0].message
    (live / "web.config").unlink()
    publish(bundle(tmp_path, 2), live)
    assert up(live) == 2
    rollback(live)
    assert content(1, "index.html") == (live / "index.html").read_bytes()


def test_a_kept_version_with_a_file_of_somebody_is_set_aside_not_removed(
    tmp_path: Path, live: Path
) -> None:
    publish(bundle(tmp_path, 1), live)
    publish(bundle(tmp_path, 2), live)
    (kept,) = site_at(live).kept.iterdir()
    (kept / "theirs.txt").write_text("theirs", "utf-8")
    done = publish(bundle(tmp_path, 3), live, keep=1)

    assert ["publish-left"] == [one.code for one in done.told]
    assert (site_at(live).room / "left-1" / "theirs.txt").read_text("utf-8") == "theirs"
    assert (3, [2]) == (up(live), kept_versions(live))


def test_a_site_that_was_changed_by_hand_is_mended_and_that_is_told(
    tmp_path: Path, live: Path
) -> None:
    zipped = bundle(tmp_path, 1)
    publish(zipped, live)
    (live / "index.html").write_bytes(b"changed")
    done = publish(zipped, live)

    assert ["publish-live-changed"] == [one.code for one in done.told]
    assert "index.html" in done.told[0].message
    assert (1, []) == (up(live), kept_versions(live))


def test_what_is_up_already_is_not_put_up_again(tmp_path: Path, live: Path) -> None:
    zipped = bundle(tmp_path, 1)
    publish(zipped, live)
    inode = live.stat().st_ino
    done = publish(zipped, live)

    assert (None, inode) == (done.way, live.stat().st_ino)


def test_a_version_that_is_kept_can_be_published_again(tmp_path: Path, live: Path) -> None:
    first = bundle(tmp_path, 1)
    publish(first, live)
    publish(bundle(tmp_path, 2), live)
    publish(first, live)

    assert (1, [2], SETTLED) == (up(live), kept_versions(live), room_of(live))


def test_a_link_stands_for_the_folder_that_it_leads_to(tmp_path: Path, live: Path) -> None:
    link = tmp_path / "current"
    link.symlink_to(live)
    assert refused(lambda: publish(bundle(tmp_path, 1), link)) == ["publish-place"]
    publish(bundle(tmp_path, 1), live)
    publish(bundle(tmp_path, 2), link)

    assert link.is_symlink()
    assert (2, 2) == (up(link), up(live))
    assert [] == list(tmp_path.glob(".current*"))


def test_where_no_site_can_stand(tmp_path: Path, live: Path) -> None:
    zipped = bundle(tmp_path, 1)
    publish(zipped, live)
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    before = files_of(tmp_path)
    for folder in (
        Path("/"),
        Path("/proc"),
        tmp_path / "no" / "parent",
        tmp_path / "file",
        tmp_path / "loop",
        live / "s",
        live / "inside",
        site_at(live).kept / "inside",
    ):
        assert refused(partial(publish, zipped, folder)) == ["publish-place"]
    assert before == files_of(tmp_path)


@pytest.mark.parametrize("umask", [0o077, 0o000], ids=oct)
def test_everything_is_readable_for_the_server_whatever_the_umask(
    tmp_path: Path, live: Path, umask: int
) -> None:
    zipped = bundle(tmp_path, 1)
    old = os.umask(umask)
    try:
        publish(zipped, live)
        publish(bundle(tmp_path, 2), live)
    finally:
        os.umask(old)
    modes = {
        (path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (live, *live.rglob("*"))
    }

    assert modes == {(True, 0o755), (False, 0o644)}
    assert stat.S_IMODE(site_at(live).room.stat().st_mode) == 0o700


def test_files_carry_the_time_of_publishing_so_that_browsers_see_every_change(
    tmp_path: Path, live: Path
) -> None:
    zipped = bundle(tmp_path, 1)
    publish(zipped, live)

    assert (live / "index.html").stat().st_mtime >= zipped.stat().st_mtime


def test_the_second_of_two_publishers_is_told_and_leaves(tmp_path: Path, live: Path) -> None:
    publish(bundle(tmp_path, 1), live)
    publish(bundle(tmp_path, 2), live)
    with locked(site_at(live)):
        assert refused(lambda: publish(bundle(tmp_path, 3), live)) == ["publish-busy"]
        assert refused(lambda: rollback(live)) == ["publish-busy"]
        assert recover(live) == ()
    assert up(live) == 2
    publish(bundle(tmp_path, 3), live)


def test_a_room_that_is_a_link_is_not_entered(tmp_path: Path, live: Path) -> None:
    (tmp_path / "theirs").mkdir()
    site_at(live).room.symlink_to(tmp_path / "theirs")

    assert refused(lambda: publish(bundle(tmp_path, 1), live)) == ["publish-failed"]
    assert [] == list((tmp_path / "theirs").iterdir())


def test_an_order_that_cannot_be_read_loses_no_version(tmp_path: Path, live: Path) -> None:
    for version in (1, 2, 3):
        publish(bundle(tmp_path, version, serial=version), live)
    site_at(live).order.write_bytes(b"\0\0")
    rollback(live)

    assert (2, [1, 3]) == (up(live), kept_versions(live))


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder as ``mingbai bundle`` leaves it, version 3 made last."""
    folder = tmp_path / "dist"
    for number, name in enumerate(("bundle", "bundle", "bundle", "bundle-scan", "bundle-scan")):
        path = bundle(tmp_path, 4 - number, scan_only=number == 2 or name == "bundle-scan")
        (folder / name).mkdir(parents=True, exist_ok=True)
        os.utime(path.rename(folder / name / path.name), (0, number))
    (folder / "bundle" / "broken.zip").write_bytes(b"PK")
    return folder


def test_without_a_zip_the_newest_of_its_kind_is_taken(
    tmp_path: Path, live: Path, made: Path
) -> None:
    status, output = run("publish", str(live), "--out", str(made))

    assert (0, 3) == (status, up(live))
    assert "version-3.zip" in output
    status, output = run("publish", str(live), "--out", str(tmp_path))
    assert (1, 3) == (status, up(live))
    assert "[publish-none]" in output


def test_over_scan_pages_the_newest_scan_pages_are_put(
    tmp_path: Path, live: Path, made: Path
) -> None:
    publish(bundle(tmp_path, 9, scan_only=True), live)

    assert run("publish", str(live), "--out", str(made))[0] == 0
    assert up(live) == 0


def test_the_report_says_what_was_up_what_is_up_and_how_to_go_back(
    tmp_path: Path, live: Path
) -> None:
    run("publish", str(bundle(tmp_path, 1, serial=7)), str(live))
    status, output = run("publish", str(bundle(tmp_path, 2, serial=8)), str(live))

    assert status == 0
    assert "原来在网上：发布账本 7 行，内容截至 2026 年 11 月 21 日，6 个文件。" in output
    assert "现在在网上：发布账本 8 行，内容截至 2026 年 11 月 21 日，6 个文件。" in output
    assert "一步换上，中间没有打不开的时候" in output
    assert f"mingbai rollback {live}" in output
    status, listed = run("rollback", str(live), "--list")
    assert (0, 2) == (status, up(live))
    assert "现在在网上：发布账本 8 行" in listed
    assert "留着的旧版本" in listed
    status, output = run("rollback", str(live))
    assert (0, 1) == (status, up(live))
    assert "现在在网上：发布账本 7 行" in output


def test_a_refusal_says_that_nothing_has_changed(tmp_path: Path, live: Path) -> None:
    run("publish", str(bundle(tmp_path, 1, serial=7)), str(live))
    status, output = run("publish", str(bundle(tmp_path, 2, serial=6)), str(live))

    assert (1, 1) == (status, up(live))
    assert "[bundle-older]" in output
    assert "mingbai rollback" in output
    assert "网上的没有动" in output


def test_whoever_stands_in_the_folder_is_told_to_come_in_again(
    tmp_path: Path, live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("publish", str(bundle(tmp_path, 1)), str(live))
    monkeypatch.chdir(live)
    status, output = run("publish", str(bundle(tmp_path, 2)), ".")

    assert (0, 2) == (status, up(live))
    assert f"cd {live}" in output


def test_whoever_stops_it_is_told_that_the_site_is_whole(
    tmp_path: Path, live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*given: Any) -> None:
        unpack(*given)
        raise KeyboardInterrupt

    publish(bundle(tmp_path, 1), live)
    monkeypatch.setattr(publishing, "unpack", stopped)
    status, output = run("publish", str(bundle(tmp_path, 2)), str(live))

    assert (1, 1) == (status, up(live))
    assert "停下了。网站是完整的" in output
    assert room_of(live) == SETTLED - {"kept"}


def test_whatever_is_asked_about_nothing_is_made_by_asking(tmp_path: Path, live: Path) -> None:
    zipped = bundle(tmp_path, 1)

    for asked in (live, zipped, tmp_path / "none" / "at all", Path("https://example.example/s/")):
        assert recover(asked) == ()
    assert [] == list(live.parent.iterdir())


def test_programs_get_the_same_as_data(tmp_path: Path, live: Path) -> None:
    run("publish", str(bundle(tmp_path, 1)), str(live), "--json")
    told = json.loads(run("publish", str(bundle(tmp_path, 2)), str(live), "--json")[1])

    assert {"folder", "before", "now", "way", "kept", "problems"} == set(told)
    assert ("exchange", 6, 7) == (told["way"], told["now"]["files"], told["before"]["serial"])
    assert [told["before"]] == told["kept"]
    status, output = run("publish", str(tmp_path / "none.zip"), str(live), "--json")
    assert (1, "bundle-absent") == (status, json.loads(output)["problems"][0]["code"])


@pytest.mark.parametrize("command", ["publish", "rollback"])
def test_help_is_chinese_and_wrong_use_is_status_2(command: str) -> None:
    status, output = run(command, "--help")

    assert status == 0
    assert f"例：mingbai {command}" in output
    assert run(command)[0] == 2
    assert run(command, "a.zip", "b", "c")[0] == 2
    if command == "publish":
        assert run("publish", "a.zip")[0] == 2
        assert run("publish", "a.zip", "b", "--keep", "0")[0] == 2


def test_the_lists_stand_beside_the_files(tmp_path: Path, live: Path) -> None:
    publish(bundle(tmp_path, 1), live)

    assert {MANIFEST, SUMS} < {one.name for one in live.iterdir()}
