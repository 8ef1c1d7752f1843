"""The long run: thousands of edits on two processes, each finding kept and told at the end."""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.edits import EDITS, Edit
from tests.fuzz.held import whole_or_absent
from tests.fuzz.small import TRIPLES, cut_out
from tests.fuzz.trial import once, trial

CASES = 10_000
BATCH = 250
PROCESSES = 2


def main(arguments: list[str]) -> int:
    """Run as many cases as asked for; a second number begins with other cases."""
    cases, first = [*map(int, arguments), *(CASES, 0)[len(arguments) :]]
    started = time.monotonic()
    numbers = range(first, first + -(-cases // BATCH))
    with ProcessPoolExecutor(PROCESSES) as many:
        done = [
            told(number, *one)
            for number, one in zip(numbers, many.map(batch, numbers), strict=True)
        ]
    found = [one for one, _ in done if one]
    sys.stdout.write(
        f"{len(numbers) * BATCH} cases in {time.monotonic() - started:.0f} s: "
        f"{sum(good for _, good in done)} without an error gave pages, "
        f"{len(found)} batches of {BATCH} with a finding\n"
    )
    return 1 if found else 0


def told(number: int, found: str, good: int) -> tuple[str, int]:
    """Say that a batch is done, and what it found."""
    sys.stdout.write(f"batch {number}: {good} of {BATCH} without an error\n{found}")
    sys.stdout.flush()
    return found, good


def batch(number: int) -> tuple[str, int]:
    """Run one batch and build its last good case; return the smallest edits that show a fault."""
    good = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = cut_out(folder / "source", TRIPLES[number % len(TRIPLES)])

        @seed(number)
        @settings(
            max_examples=BATCH,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(EDITS)
        def run(edits: list[Edit]) -> None:
            nonlocal good
            if trial(edits, source, folder / f"trial{good % 2}"):
                good += 1

        try:
            with once():
                run()
            if good:
                whole_or_absent(folder / f"trial{(good - 1) % 2}", folder / "dist")
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            return traceback.format_exc(), good
    return "", good


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
