"""One zip, proved before it is packed: the same bytes for the same files, and no way out."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import os
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai import cli
from mingbai.build import Built
from mingbai.bundle import pack as packing
from mingbai.bundle.contents import site_files
from mingbai.bundle.guide import NAME
from mingbai.bundle.manifest import MANIFEST, SUMS, read
from mingbai.bundle.pack import Asked, bundle_of, pack
from mingbai.bundle.proof import INDEX, prove
from mingbai.bundle.provenance import commit
from mingbai.bundle.servers import FOLDER
from mingbai.bundle.shelf import put_on_shelf
from mingbai.bundle.types import unknown
from mingbai.bundle.verify import verify
from mingbai.bundle.zipping import time_of, zipped
from mingbai.problems import ProblemsFound
from tests.bundles import HEAD, facts, page, small_site
from tests.checked import copy_base
from tests.conftest import files_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("pressed")
DAY = dt.date(2026, 11, 21)


def wrong(**files: bytes) -> set[tuple[str, str]]:
    """What the proof says of the small site with other files."""
    site = small_site(**{name.replace("__", "/"): content for name, content in files.items()})
    return {(one.code, one.place.file) for one in prove(site)}


def linked(body: str, head: str = "") -> set[str]:
    """What the proof says of a page with this body; what it says itself comes before the gate."""
    said = {one.code for one in prove({**small_site(), "s/24/index.html": page(body, head)})}
    return said - {"bundle-unsafe"} or said


def test_a_site_without_a_fault_is_packed() -> None:
    assert set() == wrong()


LINKS = {
    '<a href="../23/index.html#who">x</a>': set(),
    '<a href="../23/index.html?a=b#who">x</a>': set(),
    '<a href="#">x</a><a href="#top">x</a>': set(),
    '<a href="tel:12345">x</a><a href="mailto:a@b.example">x</a>': set(),
    '<a href="../23/">x</a>': {"bundle-folder-link"},
    '<a href="..">x</a>': {"bundle-link"},
    '<a href="../..">x</a>': {"bundle-folder-link"},
    '<a href="../23/index.html#where">x</a>': {"bundle-anchor"},
    '<a href="#where">x</a>': {"bundle-anchor"},
    '<a href="../99/index.html">x</a>': {"bundle-link"},
    '<a href="../23/INDEX.html">x</a>': {"bundle-link"},
    '<a href="/s/23/index.html">x</a>': {"bundle-link"},
    '<a href="../../../index.html">x</a>': {"bundle-link"},
    '<a href="https://www.gov.example/">x</a>': {"bundle-unmarked"},
    '<a href="https://www.gov.example/" rel="noopener external">x</a>': set(),
    '<a href="//www.gov.example/">x</a>': {"bundle-unmarked"},
    '<a href="java\tscript:alert(1)">x</a>': {"bundle-unsafe"},
    '<form action="../23/index.html"></form>': set(),
    '<form action="../nowhere.html"></form>': {"bundle-link"},
    '<img src="../../assets/ground.png" alt="">': set(),
    '<img src="../../assets/Ground.png" alt="">': {"bundle-link"},
    '<img src="https://a.example/x.png" alt="">': {"bundle-outside"},
    '<img src="//a.example/x.png" alt="">': {"bundle-outside"},
    '<img src="\\\\a.example/x.png" alt="">': {"bundle-outside"},
    '<img srcset="../../assets/ground.png 1x, x.png 2x" alt="">': {"bundle-link"},
    '<img srcset="https://a.example/x.png 2x" alt="">': {"bundle-outside"},
    '<video poster="x.png"></video>': {"bundle-link"},
    '<script src="https://a.example/x.js"></script>': {"bundle-outside"},
    "<script>fetch('https://a.example/')</script>": {"bundle-outside"},
    '<style>@import "https://a.example/x.css";</style>': {"bundle-outside"},
    "<style>a{background:url( 'x.png' )}</style>": {"bundle-link"},
    "<style>a{background:url(../../assets/ground.png)}/* url(x.png) */</style>": set(),
    '<style>a{background:url("data:image/png;base64,AA")}</style>': set(),
    '<iframe src="../23/index.html"></iframe>': {"bundle-unsafe"},
    '<p onclick="x()">x</p>': {"bundle-unsafe"},
}
"""What may stand in a page, and what the proof says of all else."""


@pytest.mark.parametrize("body", LINKS)
def test_where_a_page_leads_and_what_it_loads(body: str) -> None:
    assert LINKS[body] == linked(body)


HEADS = {
    '<link rel="stylesheet" href="../../assets/site.css">': set(),
    '<link rel="stylesheet" href="https://a.example/x.css">': {"bundle-outside"},
    '<link rel="preconnect" href="https://a.example">': {"bundle-outside"},
    '<link rel="canonical" href="https://a.example/s/24/">': set(),
    '<meta http-equiv="refresh" content="0; url=../23/index.html">': set(),
    '<meta http-equiv="refresh" content="0; url=../99/index.html">': {"bundle-link"},
    '<meta http-equiv="refresh" content="0;url=https://a.example">': {"bundle-outside"},
    '<base href="../">': {"bundle-unsafe"},
}


@pytest.mark.parametrize("head", HEADS)
def test_what_a_head_may_say(head: str) -> None:
    assert HEADS[head] == linked("", head)


SCRIPTS = {
    b'fetch("https://a.example/x")': True,
    b"new Worker('http://a.example/w.js')": True,
    b"importScripts(`//a.example/${x}`)": True,
    b'new WebSocket("wss://a.example")': True,
    b'x.open("GET","https:\\/\\/a.example")': True,
    b'let a="https://"+host': False,
    b'a="//b.example/c.js"': True,
    b'"http://www.w3.org/1999/xhtml"': False,
    b'// see "notes" at https://a.example': False,
    b'" ": /* nbsp */ "//" + 1': False,
    b'"https://unpkg.com/mermaid@11/dist/mermaid.min.js"': False,
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_addresses_in_scripts(script: bytes) -> None:
    expected = {("bundle-outside", "assets/site.js")} if SCRIPTS[script] else set()

    assert expected == wrong(assets__site_js=b"") | wrong(**{"assets/site.js": script})


def test_what_sleeps_in_the_bundle_of_the_theme_must_not_be_woken() -> None:
    site = small_site()
    site["assets/site.js"] = b'"https://unpkg.com/mermaid@11/dist/mermaid.min.js"'
    site["index.html"] = page('<pre class="mermaid">a</pre>')

    assert {("bundle-outside", "assets/site.js")} == {
        (one.code, one.place.file) for one in prove(site)
    }


def test_results_of_the_search_lead_somewhere() -> None:
    def index(location: str, anchor: str = "") -> bytes:
        head = {"pages": [[location]], "parts": [[0, anchor, ""]], "events": []}
        return f"mingbaiSearch.head({json.dumps(head)});\n".encode()

    assert set() == wrong(**{INDEX: index("s/23/index.html", "who")})
    assert {("bundle-anchor", INDEX)} == wrong(**{INDEX: index("s/23/index.html", "where")})
    assert {("bundle-link", INDEX)} == wrong(**{INDEX: index("gone.html")})


def test_a_page_without_its_policy_is_not_packed() -> None:
    assert {("bundle-no-policy", "a.html")} == wrong(**{"a.html": f"{HEAD}</head>".encode()})


NAMES = {
    ".DS_Store": "bundle-stray",
    "s/.git/config": "bundle-stray",
    "print/Thumbs.db": "bundle-stray",
    "print/~$list.docx": "bundle-stray",
    "print/list.docx~": "bundle-stray",
    "print/list.bak": "bundle-stray",
    "s/con.html": "bundle-file-name",
    "print/a:b.pdf": "bundle-file-name",
    "print/a .pdf": "",
    "print/a.pdf ": "bundle-file-name",
    "print/A\u0308.pdf": "bundle-file-name",
    "S/23/index.html": "bundle-file-name",
    "s/23/index.html/a.pdf": "bundle-file-name",
    f"print/{'a' * 150}.pdf": "bundle-file-name",
    "print/申请表.pdf": "",
}


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files(name: str) -> None:
    content = page("") if name.endswith(".html") else b""

    assert {NAMES[name]} - {""} == {one.code for one in prove({**small_site(), name: content})}


def test_a_file_of_an_unknown_kind_is_not_packed() -> None:
    with pytest.raises(ProblemsFound, match="bundle-type"):
        bundle_of(small_site(**{"a.exe": b"MZ"}), facts(), Asked())
    assert [] == list(unknown(["a.html", "SHA256SUMS"]))


def test_a_link_in_the_site_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "passwd").symlink_to("/etc/passwd")

    with pytest.raises(ProblemsFound, match="bundle-not-file"):
        site_files(tmp_path)


def test_the_zip_is_the_same_for_the_same_files_and_tells_nothing_else() -> None:
    site = small_site()
    backwards = dict(reversed(site.items()))
    content = zipped(site, DAY)

    assert content == zipped(backwards, DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        infos = opened.infolist()
        assert sorted(site) == opened.namelist()
    assert {DAY.timetuple()[:3]} == {one.date_time[:3] for one in infos}
    assert {(0o100644, 3, b"", b"")} == {
        (one.external_attr >> 16, one.create_system, one.extra, one.comment) for one in infos
    }


def test_a_file_of_the_same_size_with_another_content_has_another_time() -> None:
    """Servers tell browsers by size and time whether they have to fetch a file again."""
    telephones = {time_of(DAY, b"0537-%07d" % number) for number in range(1000)}

    assert len(telephones) > 980


def test_all_that_goes_with_a_bundle_is_made_of_it_alone() -> None:
    bundle = bundle_of(small_site(), facts(), Asked())
    again = bundle_of(dict(reversed(small_site().items())), facts(), Asked())
    hashes = dict(reversed(line.split("  ")) for line in bundle.beside[SUMS].decode().splitlines())

    assert bundle == again
    assert bundle.zip == "mingbai-370812-2026-11-21-3.zip"
    assert hashes == {
        path: hashlib.sha256(content).hexdigest()
        for path, content in bundle.beside.items()
        if path != SUMS
    }
    assert {"nginx/mingbai.conf", "iis/web.config", "tomcat/web.xml", NAME} < set(bundle.beside)
    guide = bundle.beside[NAME].decode()
    assert all(bundle.sha256[at : at + 8] in guide for at in range(0, 64, 8))


def test_the_settings_of_iis_go_into_the_bundle_if_asked_for(tmp_path: Path) -> None:
    bundle = bundle_of(small_site(), facts(), Asked(iis=True))
    (tmp_path / bundle.zip).write_bytes(bundle.beside[bundle.zip])

    assert bundle.zip.endswith("-iis.zip")
    assert "web.config" in {one.path for one in read(tmp_path / bundle.zip).files}
    assert () == verify(tmp_path / bundle.zip)


def test_links_to_other_sites_are_listed() -> None:
    site = small_site()
    site["index.html"] = page('<a href="https://www.gov.example/a" rel="external">法</a>')

    assert [("index.html", "https://www.gov.example/a")] == [
        (one.page, one.address) for one in bundle_of(site, facts(), Asked()).out
    ]


def test_a_folder_is_put_in_place_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed(content: bytes) -> dict[str, bytes]:
        return {"a": content, SUMS: f"{'0' * 64}  a\n".encode()}

    put_on_shelf(tmp_path, "bundle", listed(b"old"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("mingbai.bundle.shelf.write_new_folder", full)
        with pytest.raises(OSError, match="No space"):
            put_on_shelf(tmp_path, "bundle", listed(b"new"))
    left = {path for path in files_of(tmp_path) if path != ".mingbai"}
    assert {"bundle/a", f"bundle/{SUMS}"} == left
    assert (tmp_path / "bundle/a").read_bytes() == b"old"

    put_on_shelf(tmp_path, "bundle", listed(b"new"))
    assert (tmp_path / "bundle/a").read_bytes() == b"new"
    (tmp_path / "bundle/kept.zip").write_bytes(b"somebody's")
    with pytest.raises(ProblemsFound, match="bundle-strangers"):
        put_on_shelf(tmp_path, "bundle", listed(b"newer"))
    assert (tmp_path / "bundle/a").read_bytes() == b"new"


GIT = shutil.which("git") or ""
WHO = ["-c", "user.name=x", "-c", "user.email=x@x.example"]


@pytest.mark.skipif(not GIT, reason="没有 git")
def test_the_commit_is_told_and_whether_there_is_more_than_it(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        command = [GIT, "-C", str(tmp_path), *WHO, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    (tmp_path / "mkdocs.yml").write_text("a")
    assert commit(tmp_path, tmp_path / "out") is None
    git("init")
    assert commit(tmp_path, tmp_path / "out") is None
    git("add", ".")
    git("commit", "-m", "x")
    known = git("rev-parse", "HEAD")
    assert commit(tmp_path, tmp_path / "out") == known

    for folder in ("out", "dist", ".build"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "made").touch()
    assert commit(tmp_path, tmp_path / "out") == known
    (tmp_path / "new.yml").touch()
    assert commit(tmp_path, tmp_path / "out") == f"{known}+改动"


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.main, words)
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project bundled by the command, all and the pages behind codes alone."""
    folder = tmp_path_factory.mktemp("bundled")
    project = copy_base(folder / "project")
    for words in ([], ["--scan"]):
        status, output = run(
            "bundle", "--project", str(project), "--out", str(folder / "dist"), *words
        )
        assert status == 0, output
    return folder / "dist"


def test_a_projects_site_is_bundled(made: Path) -> None:
    (path,) = (made / "bundle").glob("*.zip")
    manifest = read(path)

    assert () == verify(path)
    assert {one.path for one in manifest.files} == {
        one.removeprefix("site/") for one in files_of(made) if one.startswith("site/")
    }
    assert (None, False, "990101") == (manifest.source, manifest.scan_only, manifest.region)
    assert {"mingbai", "mkdocs", "mkdocs-material", "typst"} <= set(manifest.versions)
    assert {"draft", "reviewed"} >= {one.state for one in manifest.reviews}
    assert "jiating" in {one.policy for one in manifest.reviews}


def test_a_site_that_knows_its_host_is_bundled(tmp_path: Path) -> None:
    project = copy_base(tmp_path / "project")
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8") + "site_url: http://10.0.0.8/jiuzhu/\n", "utf-8"
    )
    status, output = run("bundle", "--project", str(project), "--out", str(tmp_path / "dist"))

    assert status == 0, output
    assert "404.html：http://10.0.0.8/jiuzhu/" in output


def test_the_pages_behind_codes_make_a_folder_of_their_own(made: Path) -> None:
    (path,) = (made / "bundle-scan").glob("*-scan.zip")
    manifest = read(path)
    paths = {one.path for one in manifest.files}

    assert () == verify(path)
    assert manifest.scan_only
    assert {"index.html", "23/index.html"} < paths
    assert not {one for one in paths if one.startswith(("s/", "policies/", "assets/"))}


def test_a_built_folder_of_another_name_and_umask_gives_the_same_zip(
    made: Path, tmp_path: Path
) -> None:
    (path,) = (made / "bundle").glob("*.zip")
    before = os.umask(0o077)
    try:
        shutil.copytree(made / "site", tmp_path / "elsewhere", copy_function=shutil.copyfile)
    finally:
        os.umask(before)
    with zipfile.ZipFile(path) as opened:
        known = {name: opened.read(name) for name in opened.namelist()}
    site = site_files(tmp_path / "elsewhere")
    lists = {name: known[name] for name in (MANIFEST, SUMS)}

    assert path.read_bytes() == zipped({**site, **lists}, read(path).as_of)


def test_a_fault_leaves_the_last_bundle(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "dist"
    shutil.copytree(made, out)
    before = files_of(out / "bundle")
    (out / "site/.DS_Store").touch()
    copy_base(tmp_path / "project")
    monkeypatch.setattr(packing, "build_alone", lambda *_: Built(out, 0, 0, 0, ()))

    with pytest.raises(ProblemsFound, match="bundle-stray"):
        pack(tmp_path / "project", out, Asked())
    assert before == files_of(out / "bundle")


def test_the_command_tells_programs(made: Path, tmp_path: Path) -> None:
    project, out = copy_base(tmp_path / "project"), tmp_path / "dist"
    words = ("bundle", "--scan", "--json", "--project", str(project), "--out", str(out))
    status, output = run(*words, "--path", "jiuzhu/s")
    told = json.loads(output)
    path = out / "bundle-scan" / told["zip"]

    assert (0, 0, []) == (status, told["serial"], told["links_out"])
    assert told["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    settings = (out / "bundle-scan/nginx/mingbai.conf").read_text("utf-8")
    assert "location /jiuzhu/s/ {" in settings
    assert read(path).files == read(next((made / "bundle-scan").glob("*.zip"))).files

    (project / "policies/jiating.yml").write_text("x")
    status, output = run(*words)
    assert (1, True) == (status, bool(json.loads(output)["problems"]))


@pytest.mark.parametrize("path", ["/a b/", "/a;b/", "/a/../b/", '/"/', "/a//b/"])
def test_a_path_that_means_something_else_to_a_server_is_refused(path: str, tmp_path: Path) -> None:
    status, output = run("bundle", "--project", str(tmp_path), "--path", path)

    assert (2, True) == (status, "只写网址里的路径" in output)


@pytest.mark.parametrize("folder", ["site", "/srv/a b", "/srv/a;b", "/srv/$x", '/srv/"', "/"])
def test_a_folder_that_means_something_else_to_a_server_is_refused(
    folder: str, tmp_path: Path
) -> None:
    status, output = run("bundle", "--project", str(tmp_path), "--folder", folder)

    assert (2, True) == (status, "写完整的文件夹" in output)


def test_a_folder_of_windows_is_written_as_servers_want_it() -> None:
    assert FOLDER.fullmatch("D:/网站/jiuzhu")
