"""How long a bundle of 60 MB takes to verify, against plain hashing of the same bytes.

    python benchmarks/bundle.py [--files 1500] [--megabytes 60] [--rounds 5]

Makes a bundle of invented files, verifies it as zip, as folder and over http from this machine,
and prints the medians with their ratio to reading and hashing the files, in turn.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import hashlib
import http.server
import random
import statistics
import tempfile
import threading
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.bundle.manifest import MANIFEST, SUMS, Facts, Manifest, listing
from mingbai.bundle.verify import verify
from mingbai.bundle.zipping import zipped

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = dt.date(2026, 11, 21)
FACTS = Facts(
    serial=0,
    region="370812",
    as_of=DAY,
    public_url=None,
    scan_only=False,
    versions={},
    source=None,
    reviews=(),
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and keeps silent."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def made(count: int, megabytes: int) -> bytes:
    """Return a bundle of invented files."""
    chance = random.Random(1)  # noqa: S311 - any bytes do
    size = megabytes * 1_000_000 // count
    files = {f"print/{number:05}.pdf": chance.randbytes(size) for number in range(count)}
    manifest = Manifest(**dict(FACTS), files=listing(files.items()))
    return zipped({**files, MANIFEST: manifest.content(), SUMS: manifest.sums()}, DAY)


def hashed(folder: Path) -> None:
    """Read and hash every file: what no proof can do without."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            hashlib.sha256(path.read_bytes()).hexdigest()


def checked(source: Path | str) -> None:
    """Verify a bundle that is right."""
    assert verify(source) == (), source  # noqa: S101 - a wrong result is no measurement


def main() -> None:
    """Measure."""
    asked = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("files", 1500), ("megabytes", 60), ("rounds", 5)):
        asked.add_argument(f"--{name}", type=int, default=usual)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bundle, folder = Path(name, "bundle.zip"), Path(name, "site")
        bundle.write_bytes(made(given.files, given.megabytes))
        with zipfile.ZipFile(bundle) as opened:
            opened.extractall(folder)
        answering = functools.partial(Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answering)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        ways: dict[str, Callable[[], None]] = {
            "hashing alone": lambda: hashed(folder),
            "verify folder": lambda: checked(folder),
            "verify zip": lambda: checked(bundle),
            "verify http": lambda: checked(address),
        }
        taken: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(given.rounds):
            for way, work in ways.items():
                began = time.perf_counter()
                work()
                taken[way].append(time.perf_counter() - began)
        server.shutdown()
    plain = statistics.median(taken["hashing alone"])
    for way, times in taken.items():
        middle = statistics.median(times)
        print(f"{way:14} {middle:7.3f} s   {middle / plain:5.1f} x")


main()
