"""The same questions in a real Chromium 69, as Chinese browsers on office desks have it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from . import HERE
from .boxes import DESK, FIRST_WORDS, SETTLED
from .tools import npm, old_chromium, program

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .boxes import Box


def old_answers(
    address: str, box: Box, queries: Sequence[str], tools: Path
) -> list[list[list[str]]]:
    """Return the places of each question; what the page's scripts fell over goes to stderr."""
    told = {
        "address": address,
        "box": asdict(box),
        "desk": DESK,
        "first": FIRST_WORDS,
        "program": str(old_chromium(tools)),
        "puppeteer": str(npm(tools) / "puppeteer-core"),
        "queries": list(queries),
        "settled": SETTLED,
    }
    done = subprocess.run(
        [program("node"), str(HERE / "old.js")],
        input=json.dumps(told),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    for error in sorted(set(found["errors"])):
        print(f"{found['version']}: {error}", file=sys.stderr)
    places: list[list[list[str]]] = found["places"]
    return places
