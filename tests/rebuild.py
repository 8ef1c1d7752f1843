"""Builds a project again under conditions that differ in one thing each, and compares every byte.

python3 scripts/soak-rebuild.py             every condition, on our own records; then 30 kills
python3 scripts/soak-rebuild.py day umask   only these conditions
python3 scripts/soak-rebuild.py kills 100   only kills at so many random moments
What a machine lacks (root, faketime, taskset) is said and left out.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conditions import CONDITIONS, FIRST, READY
from tests.conftest import ROOT, SOURCES
from tests.kills import KILLS, killed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conditions import Condition

MACHINE = Path(__file__).parent / "another_machine.py"
BLANK = {"PATH": os.environ["PATH"]}
"""The environment of a build: nothing is needed but a way to find programs."""

MOST_TOLD = 9


def main(words: list[str]) -> int:
    """Do what was asked for; return 1 if a byte differs anywhere."""
    numbers = [int(one) for one in words if one.isdigit()]
    chosen = [one for one in CONDITIONS if not words or one.name in words]
    with tempfile.TemporaryDirectory(prefix="mingbai-rebuild-") as name:
        wrong = compared(chosen, Path(name)) if chosen else 0
        if not words or "kills" in words:
            wrong += killed(Path(name), *numbers or [KILLS])
    return 1 if wrong else 0


def compared(chosen: list[Condition], folder: Path) -> int:
    """Build under each condition; return how many gave other bytes."""
    first, here = rebuilt(FIRST, folder, ROOT)
    say(f"first: {len(first)} files, {here}")
    wrong = 0
    for condition in chosen:
        if condition.before and shutil.which(condition.before[0]) is None:
            say(f"{condition.name}: left out, no {condition.before[0]}")
            continue
        files, there = rebuilt(condition, folder, ROOT)
        found = [one for one in differences(first, files) if condition.makes(one)]
        other = {key: value for key, value in there.items() if value != here.get(key)}
        verdict = "; ".join(found[:MOST_TOLD]) if found else "same"
        say(f"{condition.name}: {verdict} {other or ''}")
        wrong += bool(found)
        shutil.rmtree(folder / condition.name, ignore_errors=True)
    say(f"{len(chosen)} conditions, {wrong} differ")
    return wrong


def rebuilt(
    condition: Condition, folder: Path, source: Path
) -> tuple[dict[str, str], dict[str, object]]:
    """Return the hash of every file that a build gives, and what the build took for true.

    Raises:
        RuntimeError: if it cannot be built, with what it said.

    """
    home = folder / condition.name
    home.mkdir(mode=0o755)
    project = home / condition.place
    copied(source, project, condition.order)
    startup = home / "startup"
    startup.mkdir()
    shutil.copy(MACHINE, startup / "sitecustomize.py")
    seen = home / "seen.json"
    seen.touch()
    seen.chmod(0o666)
    env = {
        **BLANK,
        "PYTHONPATH": os.pathsep.join((str(startup), str(ROOT))),
        "ELSEWHERE": json.dumps(condition.machine),
        "ELSEWHERE_SEEN": str(seen),
        **condition.env,
    }
    if condition.ready:
        project, env = READY[condition.ready](home, project, env)
    for _ in range(condition.times):
        made(condition, project, env)
    if home not in project.parents:
        shutil.rmtree(project.parent)
    return hashes(home / condition.out), json.loads(seen.read_text("utf-8"))


def made(condition: Condition, project: Path, env: dict[str, str]) -> None:
    """Run the command once.

    Raises:
        RuntimeError: if it cannot be done, with what was said.

    """
    home = Path(env["ELSEWHERE_SEEN"]).parent
    words = (condition.command, "--project", str(project), "--out", str(home / condition.out))
    done = subprocess.run(
        [*condition.before, sys.executable, "-m", "mingbai", *words],
        env=env,
        cwd=home,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        raise RuntimeError(f"{condition.name}: {said}")


def copied(source: Path, project: Path, order: int) -> None:
    """Copy a project's sources file by file, in one order or the other."""
    found = sorted(
        path
        for name in SOURCES
        for path in ((source / name).rglob("*") if (source / name).is_dir() else (source / name,))
        if path.is_file()
    )
    for path in found[::order]:
        target = project / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())


def hashes(out: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of an output folder by its path, our mark among them."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def differences(wanted: Mapping[str, str], found: Mapping[str, str]) -> list[str]:
    """Return the paths that are missing, more, or not the same."""
    return [one for one in sorted({*wanted, *found}) if wanted.get(one) != found.get(one)]


def say(line: str) -> None:
    """Tell whoever waits."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
