"""The page 怎样发布: its commands really do what it says, on the system that it says."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from mingbai.bundle.guide import NAME
from mingbai.bundle.pack import Asked, Bundle, bundle_of
from mingbai.bundle.verify import verify
from tests.bundles import facts, small_site

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = re.compile(r"<h3>Linux</h3>(?:\s*<p>.*?</p>)?\s*<pre>(.*?)</pre>", re.DOTALL)
needs_programs = pytest.mark.skipif(
    not all(map(shutil.which, ("bash", "unzip", "sha256sum"))),
    reason="没有 bash、unzip、sha256sum 中的一个",
)


def bundle_for(folder: Path, **given: object) -> Bundle:
    return bundle_of(small_site(), facts(**given), Asked(folder=str(folder / "srv/site")))


def brought(folder: Path, bundle: Bundle) -> list[str]:
    """Write a bundle as it comes on a stick, copy the zip to the server, return the commands."""
    for path, content in bundle.beside.items():
        (folder / "stick" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "stick" / path).write_bytes(content)
    (folder / "srv").mkdir(exist_ok=True)
    shutil.copy(folder / "stick" / bundle.zip, folder / "srv")
    return [html.unescape(one) for one in COMMANDS.findall(bundle.beside[NAME].decode())]


def do(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    bash = shutil.which("bash") or ""
    return subprocess.run(
        [bash, "-c", command], cwd=folder, capture_output=True, text=True, check=False
    )


@needs_programs
def test_the_commands_publish_and_go_back(tmp_path: Path) -> None:
    live, stick = tmp_path / "srv/site", tmp_path / "stick"
    live.mkdir(parents=True)
    (live / "index.html").write_bytes(b"old")
    check, unpack, put_up, back = brought(tmp_path, bundle_for(tmp_path))

    assert do(stick, check).returncode == 0
    told = do(tmp_path, unpack)
    assert ("", "") == (told.stdout, told.stderr)
    assert (live / "index.html").read_bytes() == b"old"
    assert do(tmp_path, put_up).returncode == 0
    assert () == verify(live)
    assert do(tmp_path / "srv", back).returncode == 0
    assert (live / "index.html").read_bytes() == b"old"


@needs_programs
def test_the_commands_see_what_was_spoilt(tmp_path: Path) -> None:
    bundle = bundle_for(tmp_path)
    check, unpack, *_ = brought(tmp_path, bundle)
    zipped = tmp_path / "stick" / bundle.zip
    with zipfile.ZipFile(zipped) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    files["index.html"] = b"changed"
    with zipfile.ZipFile(zipped, "w") as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    shutil.copy(zipped, tmp_path / "srv")

    assert do(tmp_path / "stick", check).returncode != 0
    told = do(tmp_path, unpack)
    assert "index.html: FAILED" in told.stdout


@needs_programs
def test_an_older_folder_in_the_way_is_not_filled_by_mistake(tmp_path: Path) -> None:
    _, unpack, put_up, _ = brought(tmp_path, bundle_for(tmp_path))
    for name in ("site", "site-old"):
        (tmp_path / "srv" / name).mkdir()
        (tmp_path / "srv" / name / "index.html").write_text(name)
    do(tmp_path, unpack)

    assert do(tmp_path, put_up).returncode != 0
    assert (tmp_path / "srv/site/index.html").read_text() == "site"


def test_what_should_be_known_before_is_said() -> None:
    example = bundle_of(small_site(), facts(), Asked()).beside[NAME].decode()
    real = bundle_of(small_site(), facts(public_url="https://a.gov.test/x"), Asked())
    none = bundle_of(small_site(), facts(public_url=None), Asked()).beside[NAME].decode()

    assert "公开网址是示例" in example
    assert "公开网址是示例" not in real.beside[NAME].decode()
    assert "https://a.gov.test/x/s/23/" in real.beside[NAME].decode()
    assert "location /x/ {" in real.beside["nginx/mingbai.conf"].decode()
    assert "没有定" in none
