"""The site below a sub-path over http: by nginx, as offices have it, or by Python's own server."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.bundle.servers import Standing, settings
from mingbai.disk.write import write_new_folder
from tests.conftest import files_of

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "127.0.0.1"
SUBPATH = "/a/b"
WAIT = 10
"""Seconds that nginx may take to answer."""

AROUND = """
{user}
daemon off;
worker_processes 1;
error_log {folder}/error.log;
pid {folder}/nginx.pid;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/1;
  proxy_temp_path {folder}/2;
  fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4;
  scgi_temp_path {folder}/5;
  server {{
    listen {host}:{port};
    include {folder}/nginx/mingbai.conf;
  }}
}}
"""
"""A server of its own around the settings that a bundle brings."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    with nginx(program, site) if program else plain(site) as address:
        yield address


@contextmanager
def nginx(program: str, site: Path) -> Iterator[str]:
    """Serve a folder by nginx, with the settings that its bundle brings."""
    with tempfile.TemporaryDirectory() as name, socket.socket() as found:
        found.bind((HOST, 0))
        port = found.getsockname()[1]
        found.close()
        brought = settings(files_of(site), Standing("网站", f"{SUBPATH}/", str(site)))
        write_new_folder(Path(name, "nginx"), {"mingbai.conf": brought["nginx/mingbai.conf"]})
        user = "user root;" if os.name == "posix" and os.geteuid() == 0 else ""
        around = AROUND.format(user=user, folder=name, host=HOST, port=port)
        Path(name, "nginx.conf").write_text(around, "utf-8")
        running = subprocess.Popen([program, "-e", f"{name}/error.log", "-c", f"{name}/nginx.conf"])
        try:
            answers(port, running)
            yield f"http://{HOST}:{port}{SUBPATH}/"
        finally:
            running.terminate()
            running.wait(WAIT)


def answers(port: int, running: subprocess.Popen[bytes]) -> None:
    """Wait until something listens."""
    until = time.monotonic() + WAIT
    while time.monotonic() < until and running.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("nginx does not answer")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below the sub-path, has nothing outside it, and keeps silent."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(SUBPATH)
        return super().translate_path(inside if inside != path else "/nothing-here")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def plain(site: Path) -> Iterator[str]:
    """Serve a folder by Python."""
    answering = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer((HOST, 0), answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_port}{SUBPATH}/"
    finally:
        server.shutdown()
        server.server_close()
