"""Publishers killed at random moments while a reader reads: how often, is up to whoever runs it.

``python3 scripts/soak-publish.py [kills] [folder]``: 1,000 kills take about five minutes.
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from mingbai.publish.back import look, rollback
from mingbai.publish.run import publish
from tests.conftest import ROOT
from tests.publish_bundles import SETTLED, bundle, room_of, up
from tests.publish_harm import killed_after

USUAL = 1000

UNHARMED = 10
"""One run in so many is not killed: it tells how long a run takes just now."""

KEEP = 20
"""More than a reader can miss who holds a folder open and is starved for a while."""


def soaked(folder: Path, kills: int) -> tuple[dict[str, Any], Counter[int]]:
    """Publish new versions, or go back, until so many runs were killed at random moments.

    Returns what the reader saw, and how the runs ended.
    """
    (folder / "www").mkdir()
    live = folder / "www" / "mingbai"
    publish(bundle(folder, 0), live)
    command = [sys.executable, "-m", "tests.publish_reader", str(live)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        ends = Counter[int]()
        while ends[-signal.SIGKILL] < kills:
            number = ends.total() + 1
            zipped = bundle(folder, number)
            if number % UNHARMED == 1:
                begin = time.monotonic()
                publish(zipped, live, KEEP)
                long = time.monotonic() - begin
            back = number % 5 == 4 and look(live).kept
            name = look(live).kept[-1].digest if back else ""
            forth = partial(publish, zipped, live, KEEP)
            work = partial(rollback, live, name[:8]) if back else forth
            ends[killed_after(random.uniform(0, 2 * long), work)] += 1  # noqa: S311 - no secret
            up(live)
            zipped.unlink()
            shutil.rmtree(zipped.with_suffix(""))
        told = json.loads(reader.communicate(b"\n")[0])
    publish(bundle(folder, number + 1), live)
    assert room_of(live) == SETTLED
    return told, ends


def main(words: list[str]) -> int:
    """Soak, and say what came of it; 1 if the reader saw anything wrong."""
    kills = int(words[0]) if words else USUAL
    with tempfile.TemporaryDirectory(dir=words[1] if len(words) > 1 else None) as folder:
        told, ends = soaked(Path(folder), kills)
    ended = {("killed" if end == -signal.SIGKILL else str(end)): n for end, n in ends.items()}
    sys.stdout.write(
        json.dumps({**told, "seen": len(told["seen"]), "ends": ended}, indent=1) + "\n"
    )
    return 1 if told["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
