"""The settings that go with a bundle, on servers that really run: types, headers, addresses."""

from __future__ import annotations

import http.client
import io
import os
import shutil
import signal
import socket
import subprocess
import time
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from mingbai.bundle.contents import site_files, standing_alone
from mingbai.bundle.manifest import read
from mingbai.bundle.pack import Asked, Bundle, bundle_of
from mingbai.bundle.servers import HEADERS, Standing, settings
from mingbai.bundle.types import FOREVER, TYPES, is_words
from mingbai.bundle.verify import verify
from tests.browser.served import HOST, SUBPATH, WAIT, nginx
from tests.bundles import facts, small_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Records

PROGRAM = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
needs_nginx = pytest.mark.skipif(
    PROGRAM is None, reason="没有 nginx：apt install nginx-light（scripts/test.py 会装）"
)
TOMCAT = Path("/usr/share/tomcat10")
needs_tomcat = pytest.mark.skipif(
    not (TOMCAT / "bin/bootstrap.jar").is_file() or shutil.which("java") is None,
    reason="没有 Tomcat：apt install tomcat10；只在装了的机器上试",
)
WORDS = ("X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "Permissions-Policy")


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


def ask(address: str, path: str, **headers: str) -> Answer:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=WAIT)
    with closing(connection):
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path if path[:1] == "/" else parts.path + path, headers=given)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


@pytest.fixture(scope="module")
def bundle(dist: Path) -> Bundle:
    return bundle_of(site_files(dist / "site"), facts(), Asked(path=f"{SUBPATH}/"))


@pytest.fixture(scope="module")
def site(bundle: Bundle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, unpacked."""
    folder = tmp_path_factory.mktemp("www") / "site"
    with zipfile.ZipFile(io.BytesIO(bundle.beside[bundle.zip])) as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with nginx(PROGRAM or "", site) as address:
        yield address


@needs_nginx
def test_every_file_of_a_bundle_comes_with_its_type_and_headers(address: str, site: Path) -> None:
    wrong = []
    for path in [*(one.path for one in read(site).files), "MANIFEST.json", "SHA256SUMS"]:
        answer = ask(address, quote(path))
        kind = TYPES[path.rsplit(".", 1)[-1]] if "." in path else "text/plain"
        policy = answer.headers["Content-Security-Policy"] or ""
        lasts = "immutable" in answer.headers["Cache-Control"]
        found = {
            "status": answer.status == 200,
            "content": answer.body == (site / path).read_bytes(),
            "type": answer.headers["Content-Type"]
            == (f"{kind}; charset=utf-8" if is_words(kind) else kind),
            "policy": ("frame-ancestors 'self'" in policy) == path.endswith((".html", ".js")),
            "cache": lasts == bool(FOREVER.fullmatch(path)),
            "headers": all(answer.headers[name] == HEADERS[name] for name in WORDS),
            "once": all(len(answer.headers.get_all(name) or ()) == 1 for name in WORDS),
        }
        wrong.extend(f"{path}: {name}" for name, right in found.items() if not right)

    assert [] == wrong


@needs_nginx
def test_a_bundle_is_verified_over_http(address: str, site: Path) -> None:
    page, script = site / "s/23/index.html", site / "s/page.js"
    before, kept = page.read_bytes(), script.read_bytes()

    assert () == verify(address)
    try:
        page.write_bytes(before.replace("低保".encode(), "高保".encode(), 1))
        script.unlink()
        found = {(one.code, one.place.file) for one in verify(address)}
    finally:
        page.write_bytes(before)
        script.write_bytes(kept)

    assert found == {("bundle-changed", "s/23/index.html"), ("bundle-missing", "s/page.js")}


@needs_nginx
def test_printed_addresses_lead_to_their_page(address: str, site: Path) -> None:
    page = (site / "s/23/index.html").read_bytes()

    assert (200, page) == (ask(address, "s/23/").status, ask(address, "s/23/").body)
    for typed, leads in (("s/23", f"{SUBPATH}/s/23/"), (SUBPATH, f"{SUBPATH}/")):
        answer = ask(address, typed)
        assert (301, leads) == (answer.status, answer.headers["Location"])


@needs_nginx
def test_what_is_not_there_gives_our_page_with_its_policy(address: str, site: Path) -> None:
    for path in ("nichts", "policies/nichts/", "s/99/", ".git/config", "web.config"):
        answer = ask(address, path)

        assert (404, (site / "404.html").read_bytes()) == (answer.status, answer.body), path
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@needs_nginx
def test_words_are_packed_on_the_way_and_asked_for_again_only_if_changed(address: str) -> None:
    page = ask(address, "index.html", Accept_Encoding="gzip")
    picture = ask(address, "assets/images/favicon.png", Accept_Encoding="gzip")
    again = ask(address, "index.html", If_None_Match=ask(address, "index.html").headers["ETag"])

    assert ("gzip", None) == (
        page.headers["Content-Encoding"],
        picture.headers["Content-Encoding"],
    )
    assert (304, "no-cache") == (again.status, again.headers["Cache-Control"])


@needs_nginx
def test_the_pages_behind_codes_stand_alone(records: Records, tmp_path: Path) -> None:
    files = standing_alone(records.library, records.scope)
    bundle = bundle_of(files, facts(scan_only=True), Asked())
    with zipfile.ZipFile(io.BytesIO(bundle.beside[bundle.zip])) as packed:
        packed.extractall(tmp_path / "s")

    with nginx(PROGRAM or "", tmp_path / "s") as address:
        assert () == verify(address)
        assert (200, files["23/index.html"]) == (
            ask(address, "23/").status,
            ask(address, "23/").body,
        )


@needs_nginx
def test_folders_are_not_listed(address: str) -> None:
    assert ask(address, "print/").status in {403, 404}


@needs_nginx
@pytest.mark.parametrize("path", ["/", "/a/", "/a.b/c~d/"])
def test_nginx_takes_the_settings_for_any_path(path: str, tmp_path: Path) -> None:
    made = settings(small_site(), Standing("包", path, "/srv/mingbai/site"))
    (tmp_path / "mingbai.conf").write_bytes(made["nginx/mingbai.conf"])
    server = f"server {{ listen {HOST}:1; include mingbai.conf; }}"
    whole = f"pid {tmp_path}/pid; events {{}} http {{ {server} }}"
    (tmp_path / "nginx.conf").write_text(whole, "utf-8")
    command = [PROGRAM or "", "-t", "-e", f"{tmp_path}/log", "-c", f"{tmp_path}/nginx.conf"]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "syntax is ok" in tried.stderr, tried.stderr


def test_iis_knows_every_kind_of_file_and_keeps_the_policy_from_paper() -> None:
    files = {**small_site(), "print/370812/a.pdf": b"%PDF", "print/370812/a.png": b"PNG"}
    made = ET.fromstring(settings(files, Standing("包", "/", "/srv"))["iis/web.config"])  # noqa: S314 - our own
    kinds = {one.attrib["fileExtension"]: one.attrib["mimeType"] for one in made.iter("mimeMap")}
    added = {one.attrib["name"] for one in made.findall("./system.webServer/httpProtocol//add")}
    without = [
        one.attrib["path"] for one in made.findall("location") if one.find(".//remove") is not None
    ]

    assert {"." + path.rsplit(".", 1)[-1] for path in files} <= set(kinds)
    assert kinds[".js"] == "text/javascript; charset=utf-8"
    assert added == {"Content-Security-Policy", *HEADERS}
    assert without == ["print"]


@pytest.fixture(scope="module")
def tomcat(bundle: Bundle, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Tomcat of its own below a folder, with the two files as the guide says."""
    base = tmp_path_factory.mktemp("tomcat")
    for name in ("conf/Catalina/localhost", "logs", "temp", "webapps", "work"):
        (base / name).mkdir(parents=True)
    with socket.socket() as found:
        found.bind((HOST, 0))
        port = found.getsockname()[1]
    (base / "conf/server.xml").write_text(
        '<Server port="-1"><Service name="Catalina">'
        f'<Connector address="{HOST}" port="{port}" protocol="HTTP/1.1"/>'
        '<Engine name="Catalina" defaultHost="localhost">'
        '<Host name="localhost" appBase="webapps"/></Engine></Service></Server>',
        "utf-8",
    )
    shutil.copy("/etc/tomcat10/web.xml", base / "conf/web.xml")
    where = str(site)
    made = settings(site_files(site), Standing(bundle.zip, f"{SUBPATH}/", where))
    (base / "conf/Catalina/localhost/a#b.xml").write_bytes(made["tomcat/context.xml"])
    Path(f"{where}-web.xml").write_bytes(made["tomcat/web.xml"])
    jars = ":".join(str(TOMCAT / "bin" / one) for one in ("bootstrap.jar", "tomcat-juli.jar"))
    folders = [f"-Dcatalina.base={base}", f"-Dcatalina.home={TOMCAT}"]
    java = [shutil.which("java") or "", "-cp", jars, *folders]
    with (base / "logs/out").open("wb") as log:
        running = subprocess.Popen(
            [*java, "org.apache.catalina.startup.Bootstrap", "start"], stdout=log, stderr=log
        )
    address = f"http://{HOST}:{port}{SUBPATH}/"
    try:
        wait_for(address, running)
        yield address
    finally:
        os.kill(running.pid, signal.SIGTERM)
        running.wait(WAIT)


def wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and running.poll() is None:
        try:
            if ask(address, "index.html").status == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail("Tomcat does not answer")


@needs_tomcat
def test_tomcat_serves_every_file(tomcat: str, site: Path) -> None:
    wrong = []
    for one in read(site).files:
        answer = ask(tomcat, quote(one.path))
        kind = TYPES[one.path.rsplit(".", 1)[-1]]
        charset = ";charset=utf-8" if is_words(kind) else ""
        found = {
            "status": answer.status == 200,
            "content": answer.body == (site / one.path).read_bytes(),
            "type": (answer.headers["Content-Type"] or "").lower().replace(" ", "")
            == kind + charset,
            "sniff": answer.headers["X-Content-Type-Options"] == "nosniff",
            "frame": answer.headers["X-Frame-Options"] == "SAMEORIGIN",
            "cache": "max-age=0" in (answer.headers["Cache-Control"] or ""),
            "cookie": answer.headers["Set-Cookie"] is None,
        }
        wrong.extend(f"{one.path}: {name}" for name, right in found.items() if not right)

    assert [] == wrong
    assert () == verify(tomcat)
    missing = ask(tomcat, "nichts")
    assert (404, (site / "404.html").read_bytes()) == (missing.status, missing.body)
