"""``mingbai serve``: a saved record is shown, a broken one does not end it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 60


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found: int = free.getsockname()[1]
        return found


@pytest.fixture
def page(small: Path, port: int) -> Iterator[Callable[[], str]]:
    command = [
        sys.executable,
        "-m",
        "mingbai",
        "serve",
        "--project",
        str(small),
        "--port",
        str(port),
    ]
    heard = (small / "heard.txt").open("wb")
    with heard, subprocess.Popen(command, stdout=heard, stderr=heard) as server:

        def fetch() -> str:
            address = f"http://127.0.0.1:{port}/policies/jiating/index.html"
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                return str(answer.read().decode())

        yield fetch
        assert server.poll() is None, "the server has gone"
        server.terminate()


def soon(shown: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if shown():
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def test_a_saved_record_is_shown_and_a_broken_one_is_lived_through(
    page: Callable[[], str], small: Path
) -> None:
    record = small / "policies" / "jiating.yml"
    whole = record.read_text("utf-8")
    first = "收入低的家庭，按月领救助金"
    assert soon(lambda: first in page())

    record.write_text(whole.replace("code: '23'", "code: '十'"), "utf-8")
    assert soon(lambda: "[not-code]" in (small / "heard.txt").read_text("utf-8"))
    assert first in page()

    record.write_text(whole.replace(first, "收入不高的家庭，按月领救助金", 1), "utf-8")
    assert soon(lambda: "收入不高的家庭，按月领救助金" in page())


def test_a_project_that_is_broken_at_the_start_is_reported(small: Path, port: int) -> None:
    (small / "policies" / "jiating.yml").write_text("slug: [", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mingbai", "serve", "--project", str(small), "--port", str(port)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )

    assert done.returncode == 1
    assert "policies/jiating.yml:1:" in done.stdout
