"""Whatever happened to a bundle on its way is seen, offline, before anything is unpacked."""

from __future__ import annotations

import datetime as dt
import functools
import http.server
import io
import json
import os
import shutil
import stat
import threading
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from mingbai import cli
from mingbai.bundle import archive
from mingbai.bundle.manifest import MANIFEST, SUMS, Manifest, parse, read
from mingbai.bundle.pack import Asked, bundle_of
from mingbai.bundle.verify import verify
from mingbai.problems import ProblemsFound
from tests.bundles import facts, small_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def packed(folder: Path, name: str = "bundle.zip", **given: Any) -> Path:
    """Write a bundle of the small site."""
    bundle = bundle_of(small_site(), facts(**given), Asked())
    path = folder / name
    path.write_bytes(bundle.beside[bundle.zip])
    return path


def unpacked(folder: Path, **given: Any) -> Path:
    """Write a bundle of the small site and unpack it."""
    target = folder / "site"
    with zipfile.ZipFile(packed(folder, **given)) as opened:
        opened.extractall(target)
    return target


def zip_of(path: Path, entries: list[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w") as opened:
        for name, content in entries:
            opened.writestr(name, content)
    return path


def repacked(path: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """Pack a bundle again with something else in it."""
    with zipfile.ZipFile(path) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    change(files)
    return zip_of(path, list(files.items()))


def found(*given: Any) -> set[tuple[str, str]]:
    return {(one.code, one.place.file) for one in verify(*given)}


def codes(*given: Any) -> set[str]:
    return {one.code for one in verify(*given)}


def test_a_bundle_as_it_was_packed_is_right_as_zip_and_as_folder(tmp_path: Path) -> None:
    assert () == verify(packed(tmp_path))
    assert () == verify(unpacked(tmp_path))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda files: files.update({"index.html": b"x"}), ("bundle-changed", "index.html")),
        (
            lambda files: files.update({"index.html": files["index.html"][::-1]}),
            ("bundle-changed", "index.html"),
        ),
        (lambda files: files.update({"s/evil.js": b""}), ("bundle-extra", "s/evil.js")),
        (lambda files: files.pop("s/23/index.html"), ("bundle-missing", "s/23/index.html")),
        (lambda files: files.update({SUMS: b""}), ("bundle-sums", SUMS)),
    ],
    ids=["changed", "changed-same-size", "added", "removed", "sums"],
)
def test_a_tampered_bundle_is_refused(
    tmp_path: Path, change: Callable[[dict[str, bytes]], object], expected: tuple[str, str]
) -> None:
    zipped = repacked(packed(tmp_path), change)
    with zipfile.ZipFile(zipped) as opened:
        opened.extractall(tmp_path / "folder")

    assert {expected} == found(zipped)
    assert {expected} == found(tmp_path / "folder")


def test_a_list_that_was_made_to_fit_does_not_fit_its_sums(tmp_path: Path) -> None:
    def forge(files: dict[str, bytes]) -> None:
        known = parse(files[MANIFEST])
        files[MANIFEST] = Manifest(**{**dict(known), "serial": 99}).content()

    assert {("bundle-sums", SUMS)} == found(repacked(packed(tmp_path), forge))


OLD: list[tuple[dict[str, Any], dict[str, Any], set[str]]] = [
    ({"serial": 2}, {}, {"bundle-older"}),
    ({"as_of": dt.date(2026, 11, 20)}, {}, {"bundle-older-day"}),
    ({"serial": 2, "as_of": dt.date(2027, 1, 1)}, {}, {"bundle-older"}),
    ({"serial": 4, "as_of": dt.date(2026, 11, 20)}, {}, set()),
    ({}, {}, set()),
    ({"region": "370811"}, {}, {"bundle-region"}),
    ({"scan_only": True}, {}, {"bundle-kind"}),
]


@pytest.mark.parametrize(("fresh", "old", "expected"), OLD)
def test_an_older_edition_or_another_kind_is_not_put_over_what_is_there(
    tmp_path: Path, fresh: dict[str, Any], old: dict[str, Any], expected: set[str]
) -> None:
    there = unpacked(tmp_path, **old)
    bundle = packed(tmp_path, "fresh.zip", **fresh)

    assert expected == codes(bundle, there)
    assert () == verify(bundle)


def test_what_is_published_without_a_list_is_said(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()

    assert {"bundle-no-manifest"} == codes(packed(tmp_path), tmp_path / "there")
    assert {"bundle-absent"} == codes(tmp_path / "nowhere")


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def with_extra(name: str, extra: bytes) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.extra = extra
    return info


def squeezed(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


HARMFUL: dict[str, list[tuple[str | zipfile.ZipInfo, bytes]]] = {
    "above": [("../evil.html", b"")],
    "above, hidden": [("a/../../evil.html", b"")],
    "root": [("/etc/evil", b"")],
    "drive": [("c:/evil", b"")],
    "backslash": [("a\\..\\..\\evil", b"")],
    "device of Windows": [("s/aux.html", b"")],
    "end Windows drops": [("index.html.", b"")],
    "case": [("index.html", b"a"), ("INDEX.html", b"b")],
    "case of a folder's file": [("s/23/index.html", b"a"), ("S/23/index.html", b"b")],
    "file and folder": [("s", b"a"), ("s/23/index.html", b"b")],
    "link": [(special("a", stat.S_IFLNK | 0o777), b"/etc/passwd")],
    "second name": [(with_extra("a", b"\x75\x70\x06\x00\x01\x00\x00\x00\x00b"), b"")],
    "bomb": [(squeezed("a"), bytes(20_000_000))],
    "other squeezing": [(special("a", 0), b"")],
    "empty part": [("a//b", b"")],
    "bell": [("a\x07", b"")],
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_zip_is_refused_before_it_is_unpacked(name: str, tmp_path: Path) -> None:
    entries = HARMFUL[name]
    if name == "other squeezing":
        entries[0][0].compress_type = zipfile.ZIP_BZIP2  # type: ignore[union-attr]
    path = zip_of(tmp_path / "harm.zip", entries)

    assert {"bundle-zip-entry"} == codes(path)
    with pytest.raises(ProblemsFound):
        read(path)


def test_a_name_twice_in_a_zip_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zip_of(tmp_path / "twice.zip", [("a", b"1"), ("a", b"2")])

    assert {"bundle-zip-entry"} == codes(path)


def test_entries_that_overlap_are_refused(tmp_path: Path) -> None:
    """The list is pointed twice at the same bytes: that is how small zips unpack to anything."""
    path = zip_of(tmp_path / "overlap.zip", [("a", b"x" * 1000), ("b", b"x" * 1000)])
    content = bytearray(path.read_bytes())
    second = content.rindex(b"PK\x01\x02")
    content[second + 42 : second + 46] = (0).to_bytes(4, "little")
    path.write_bytes(content)

    assert {"bundle-zip-entry"} == codes(path)


def test_a_password_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "locked.zip", [("a", b"x")])
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)

    assert {"bundle-zip-entry"} == codes(path)


def test_too_many_files_or_bytes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path)
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    assert {"bundle-zip-entry"} == codes(path)
    monkeypatch.setattr(archive, "MOST_FILES", 100)
    monkeypatch.setattr(archive, "MOST_BYTES", 500)
    assert {"bundle-zip-entry"} == codes(path)


@pytest.mark.parametrize("at", [0.01, 0.3, 0.6, 0.999])
def test_a_zip_that_was_cut_off_or_spoilt_is_refused_and_never_crashes(
    tmp_path: Path, at: float
) -> None:
    path = packed(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * at)])
    assert {"bundle-zip"} == codes(path)

    spot = int(len(whole) * at)
    path.write_bytes(whole[:spot] + bytes([whole[spot] ^ 0x55]) + whole[spot + 1 :])
    assert verify(path)


def test_every_spoilt_byte_of_a_bundle_is_seen(tmp_path: Path) -> None:
    """Times and remarks are no content: only they may change unseen."""
    path = packed(tmp_path)
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as opened:
        starts = {
            one.header_offset + 30 + len(one.filename): one.file_size for one in opened.infolist()
        }
    for start, size in starts.items():
        for spot in range(start, start + size, 97):
            path.write_bytes(whole[:spot] + bytes([whole[spot] ^ 1]) + whole[spot + 1 :])
            assert verify(path), spot


def test_a_bundle_squeezed_again_by_hand_is_still_right(tmp_path: Path) -> None:
    folder = unpacked(tmp_path)
    shutil.make_archive(str(tmp_path / "again"), "zip", folder)

    assert () == verify(tmp_path / "again.zip")


def test_links_and_devices_in_a_folder_are_refused(tmp_path: Path) -> None:
    folder = unpacked(tmp_path)
    page = folder / "index.html"
    page.rename(tmp_path / "elsewhere.html")
    page.symlink_to(tmp_path / "elsewhere.html")
    assert {("bundle-not-file", "index.html")} == found(folder)

    page.unlink()
    (tmp_path / "elsewhere.html").rename(page)
    (folder / "s").rename(tmp_path / "s")
    (folder / "s").symlink_to(tmp_path / "s")
    assert {("bundle-not-file", "s")} == found(folder)

    (folder / "s").unlink()
    (tmp_path / "s").rename(folder / "s")
    os.mkfifo(folder / "pipe")
    assert {("bundle-not-file", "pipe")} == found(folder)


LISTS: dict[str, bytes] = {
    "no json": b"{",
    "empty": b"",
    "list": b"[]",
    "not words": b"\xff\xfe",
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    zipped = repacked(packed(tmp_path), lambda files: files.update({MANIFEST: LISTS[name]}))

    assert {"bundle-manifest"} == codes(zipped)


FORGED: dict[str, Callable[[dict[str, Any]], object]] = {
    "unknown key": lambda data: data.update(more=1),
    "missing key": lambda data: data.pop("serial"),
    "serial below nothing": lambda data: data.update(serial=-1),
    "serial as text": lambda data: data.update(serial="3"),
    "serial is true": lambda data: data.update(serial=True),
    "format": lambda data: data.update(format=2),
    "path above": lambda data: data["files"][0].update(path="../x"),
    "path twice": lambda data: data["files"].append(data["files"][0]),
    "not sorted": lambda data: data["files"].reverse(),
    "lists itself": lambda data: data["files"].insert(0, {**data["files"][0], "path": MANIFEST}),
    "hash": lambda data: data["files"][0].update(sha256="0" * 63),
    "capital hash": lambda data: data["files"][0].update(sha256="A" * 64),
    "size": lambda data: data["files"][0].update(bytes=-1),
    "day": lambda data: data.update(as_of="2026-02-30"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_list_in_any_other_form_is_refused(name: str, tmp_path: Path) -> None:
    def forge(files: dict[str, bytes]) -> None:
        data = json.loads(files[MANIFEST])
        FORGED[name](data)
        files[MANIFEST] = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()

    assert {"bundle-manifest"} == codes(repacked(packed(tmp_path), forge))


def test_a_list_written_in_another_way_is_refused(tmp_path: Path) -> None:
    """Two programs might read such a list in two ways: a key twice, say."""

    def respaced(files: dict[str, bytes]) -> None:
        files[MANIFEST] = json.dumps(json.loads(files[MANIFEST]), ensure_ascii=False).encode()

    def twice(files: dict[str, bytes]) -> None:
        files[MANIFEST] = files[MANIFEST].replace(b"{", b'{\n "serial": 9,', 1)

    for change in (respaced, twice):
        assert {"bundle-manifest"} == codes(repacked(packed(tmp_path), change))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and keeps silent."""

    def log_message(self, *_: object) -> None:
        pass


class Elsewhere(Quiet):
    """Sends everybody to another host, which has everything."""

    other = ""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", self.other + self.path.removeprefix("/"))
        self.end_headers()


class NoIndex(Quiet):
    """Lists folders, as a server does whose index is not set."""

    def send_head(self) -> Any:
        if self.path.endswith("/"):
            content = b"<ul><li>index.html</ul>"
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            return io.BytesIO(content)
        return super().send_head()


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    servers = []

    def start(kind: type[Quiet], folder: Path) -> str:
        answering = functools.partial(kind, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answering)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_an_address_is_verified_file_by_file(tmp_path: Path, serve: Callable[..., str]) -> None:
    folder = unpacked(tmp_path)
    address = serve(Quiet, folder)

    assert () == verify(address)
    assert () == verify(f"{address}index.html?from=weixin#top")
    assert {"bundle-older"} == codes(packed(tmp_path, "old.zip", serial=2), address)
    (folder / "assets/site.js").write_bytes(b"changed")
    (folder / "assets/ground.png").unlink()
    assert found(address) == {
        ("bundle-changed", "assets/site.js"),
        ("bundle-missing", "assets/ground.png"),
    }


def test_a_server_without_index_pages_is_refused(tmp_path: Path, serve: Callable[..., str]) -> None:
    address = serve(NoIndex, unpacked(tmp_path))

    assert found(address) == {
        ("bundle-folder-address", address),
        ("bundle-folder-address", f"{address}s/23/"),
    }


def test_another_host_proves_nothing(
    tmp_path: Path, serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = serve(Quiet, unpacked(tmp_path))
    monkeypatch.setattr(Elsewhere, "other", there.replace("127.0.0.1", "localhost"))

    assert () == verify(Elsewhere.other)
    assert {"bundle-unreachable"} == codes(serve(Elsewhere, tmp_path))


def test_a_server_that_does_not_answer_is_said(tmp_path: Path, serve: Callable[..., str]) -> None:
    (tmp_path / "empty").mkdir()

    assert {"bundle-unreachable"} == codes("http://127.0.0.1:9/a/")
    assert {"bundle-no-manifest"} == codes(serve(Quiet, tmp_path / "empty"))


def test_the_settings_of_iis_are_not_asked_for_over_http(
    tmp_path: Path, serve: Callable[..., str]
) -> None:
    bundle = bundle_of(small_site(), facts(), Asked(iis=True))
    (tmp_path / "iis.zip").write_bytes(bundle.beside[bundle.zip])
    with zipfile.ZipFile(tmp_path / "iis.zip") as opened:
        opened.extractall(tmp_path / "site")
    address = serve(Quiet, tmp_path / "site")
    (tmp_path / "site/web.config").rename(tmp_path / "web.config")

    assert () == verify(address)
    assert {("bundle-missing", "web.config")} == found(tmp_path / "site")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.main, words)
    return result.exit_code, result.output


def test_the_command_says_what_is_wrong_and_ends_on_1(tmp_path: Path) -> None:
    bundle = packed(tmp_path)
    status, output = run("verify", str(bundle))
    assert (0, True) == (status, "6 个文件都对" in output)

    wrong = repacked(packed(tmp_path, "wrong.zip"), lambda files: files.update(a=b""))
    status, output = run("verify", str(bundle), str(wrong))
    assert status == 1
    assert "a: 错误：清单里没有这个文件，是后来加的。[bundle-extra]" in output

    status, output = run("verify", str(bundle), str(wrong), "--json")
    assert (1, [True, False]) == (status, [one["ok"] for one in json.loads(output)])


def test_the_command_says_that_extra_files_cannot_be_seen_over_http(
    tmp_path: Path, serve: Callable[..., str]
) -> None:
    status, output = run("verify", serve(Quiet, unpacked(tmp_path)))

    assert status == 0
    assert "从网址上看不见" in output
