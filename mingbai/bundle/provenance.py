"""Where a bundle comes from: versions of what made it, the commit of its sources, who reviewed.

Comes in: a project folder and its records. Goes out: ``Facts``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.metadata import requires, version
from typing import TYPE_CHECKING

from mingbai.bundle.manifest import Facts, Review
from mingbai.review.state import reviewed

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

CHANGED = "+改动"
SETTINGS = "mkdocs.yml"
OWN = ("dist", ".build")
"""Folders that builds leave in a project: no part of its sources."""


def facts(root: Path, out: Path, library: Library, scope: Scope, *, scan_only: bool) -> Facts:
    """Return what a bundle is made from; ``out`` is the output folder, no part of the sources."""
    return Facts(
        serial=len(library.ledger),
        region=scope.region,
        as_of=scope.as_of,
        public_url=scope.public_url,
        scan_only=scan_only,
        versions=versions(),
        source=commit(root, out),
        reviews=reviews(library, scope),
    )


def versions() -> dict[str, str]:
    """Return the versions of this program and of what it is built on, by name."""
    names = [re.split(r"[^\w.-]", one, maxsplit=1)[0] for one in needed()]
    return {"mingbai": version("mingbai")} | {one: version(one) for one in sorted(names)}


def needed() -> list[str]:
    """Return what this program always needs, as its package says."""
    return [one for one in requires("mingbai") or () if "extra ==" not in one]


def reviews(library: Library, scope: Scope) -> tuple[Review, ...]:
    """Return who has checked each policy, by code, and its latest edition; changed, a draft."""
    released = library.released
    return tuple(
        Review(
            policy=one.slug,
            name=one.name,
            state="draft" if reviewed(one, library, scope).draft else "reviewed",
            by=one.review.by,
            on=one.review.on,
            next_by=one.review.next_by,
            edition=released[one.code].edition if one.code in released else 0,
        )
        for one in sorted(library.policies, key=lambda one: one.code)
    )


def commit(root: Path, out: Path) -> str | None:
    """Return the commit of the sources, marked if they hold more than it; None without git."""
    if git(root, "ls-files", "--error-unmatch", SETTINGS) is None:
        return None
    known = git(root, "rev-parse", "HEAD")
    if known is None:
        return None
    aside = [*OWN, *([out.relative_to(root).as_posix()] if out.is_relative_to(root) else [])]
    kept = [f":(exclude){one}" for one in aside]
    changed = git(root, "status", "--porcelain", "--untracked-files=all", "--", ".", *kept)
    return known.strip() + (CHANGED if changed is None or changed.strip() else "")


def git(root: Path, *words: str) -> str | None:
    """Return what git says, None if there is none or it refuses."""
    program = shutil.which("git")
    if program is None:
        return None
    told = subprocess.run(  # noqa: S603 - our own words, and the project's folder
        [program, "-C", str(root), *words],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return told.stdout.decode("utf-8", "replace") if told.returncode == 0 else None
