"""Asks the core of the search, in the JavaScript that a browser runs, from Python."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright._impl._driver import compute_driver_executable

from mingbai.outputs.search.scripts import core

if TYPE_CHECKING:
    from collections.abc import Iterable

RUN = Path(__file__).parent / "search" / "run.js"


def ask(folder: Path, code: str, given: Iterable[Any], scripts: Iterable[Path] = ()) -> list[Any]:
    """Return what a JavaScript function answers to each value; ``folder`` takes the core.

    ``mingbaiSearch`` is the core, ``store`` what ``scripts`` (a head, slices) told it.
    """
    written = folder / "core.js"
    written.write_bytes(core())
    node, _ = compute_driver_executable()
    calls = json.dumps([[code, one] for one in given])
    done = subprocess.run(
        [node, str(RUN), str(written), *map(str, scripts)],
        input=calls,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
