"""Makes all threads of a browser's pages slower, workers too: DevTools slows the page's own alone.

As a command it lets the renderers below a process run for one part in RATE of the time, until it
is ended: they stop and go on by signals, some hundred times a second. Linux only.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = 0.001
"""Seconds that they run at a stretch: the grain of what is measured."""

LOOK = 0.05
"""Seconds between two looks for new renderers."""

READY = 0.2
RENDERER = b"--type=renderer"


@contextmanager
def slowed(browser: int, rate: float) -> Iterator[None]:
    """Slow every page of the browser with this process id, those to be opened too."""
    if rate <= 1:
        yield
        return
    running = subprocess.Popen([sys.executable, __file__, str(browser), str(rate)])
    time.sleep(READY)
    try:
        yield
    finally:
        running.send_signal(signal.SIGINT)
        running.wait()


def renderers(process: int) -> Iterator[int]:
    """Yield the processes below one that draw pages."""
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split():
            if RENDERER in Path(f"/proc/{child}/cmdline").read_bytes():
                yield int(child)
            yield from renderers(int(child))


def tell(processes: set[int], what: signal.Signals) -> None:
    """Send a signal to processes, some of which may be gone."""
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, what)


def run(browser: int, rate: float) -> None:
    """Stop and let go on until interrupted; then let them all go on."""
    known: set[int] = set()
    looked = 0.0
    try:
        while True:
            if time.monotonic() - looked > LOOK:
                known, looked = set(renderers(browser)), time.monotonic()
            went = time.monotonic()
            time.sleep(RUN)
            tell(known, signal.SIGSTOP)
            time.sleep((rate - 1) * (time.monotonic() - went))
            tell(known, signal.SIGCONT)
    except KeyboardInterrupt:
        tell(known, signal.SIGCONT)


if __name__ == "__main__":
    run(int(sys.argv[1]), float(sys.argv[2]))
