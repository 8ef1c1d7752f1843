"""Kills whole builds at random moments and looks at what is there: long, by soak-rebuild.py."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mingbai.disk.swap import FRESH
from tests.checked import copy_base
from tests.conftest import ROOT, files_of

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 30
SEED = 20261121
ROOMS = ("site", "print")
Trees = dict[str, dict[str, bytes]]


def killed(folder: Path, times: int) -> int:
    """Kill that many builds of the example; return how often anything was not whole."""
    trial = Trial(copy_base(folder / "killed" / "project"), folder / "killed" / "dist")
    took = min(trial.whole(draft) for draft in (0, 1))
    dice, seen = random.Random(SEED), Counter[str]()  # noqa: S311 - no secret
    for number in range(times):
        # Every other one once files are being written, which is the last part of a build.
        seen[trial.kill(dice.uniform(0, took), writing=number % 2 == 1)] += 1
    trial.whole(1 - trial.there)
    good = trial.rooms() == trial.drafts[trial.there] and not trial.leftovers()
    told = ", ".join(f"{count} {what}" for what, count in sorted(seen.items()))
    sys.stdout.write(f"kills: {told}; the next build {'is whole' if good else 'IS NOT'}\n")
    return seen["BROKEN"] + (not good)


@dataclass
class Trial:
    """A project of two drafts, and its output; ``there`` is the draft that was built last."""

    project: Path
    out: Path
    there: int = 0
    drafts: dict[int, Trees] = field(default_factory=dict)

    def whole(self, draft: int) -> float:
        """Build a draft to its end; return the seconds that it took."""
        self.write(draft)
        began = time.monotonic()
        subprocess.run(self.command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        self.there = draft
        self.drafts[draft] = self.rooms()
        return time.monotonic() - began

    def kill(self, moment: float, *, writing: bool) -> str:
        """Build the other draft, kill that after so many seconds, and say what is there."""
        self.write(1 - self.there)
        quiet = subprocess.DEVNULL
        with subprocess.Popen(self.command, cwd=ROOT, stdout=quiet, stderr=quiet) as process:
            while writing and process.poll() is None and not self.leftovers():
                time.sleep(0.002)
            time.sleep(moment / 8 if writing else moment)
            process.kill()
        found = self.rooms()
        if found not in self.drafts.values():
            return "BROKEN"
        old = found == self.drafts[self.there]
        self.there = self.there if old else 1 - self.there
        beside = " beside what was half made" if self.leftovers() else ""
        return f"{'old' if old else 'new'}{beside}"

    def write(self, draft: int) -> None:
        """Let the project be of that draft."""
        page = self.project / "docs" / "index.md"
        words = page.read_text("utf-8").partition("\n第 ")[0]
        page.write_text(f"{words}\n第 {draft} 稿\n", "utf-8")

    @property
    def command(self) -> tuple[str, ...]:
        """Return what builds the project."""
        words = ("--project", str(self.project), "--out", str(self.out))
        return (sys.executable, "-m", "mingbai", "build", *words)

    def rooms(self) -> Trees:
        """Return the files of each room."""
        return {name: files_of(self.out / name) for name in ROOMS}

    def leftovers(self) -> list[Path]:
        """Return the folders in which output was being made."""
        return list(self.out.glob(f"{FRESH}*"))
