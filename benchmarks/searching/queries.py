"""Files of questions: what people type, and the policies that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

HALVES = ("tuning", "gate")
JUDGES = "gate"
"""The half of which nobody who tunes may see a question: figures only."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question, its kind, and every policy that is right in the first place."""

    words: str
    kind: str
    right: frozenset[str]
    half: str | None = None

    @property
    def shown(self) -> bool:
        """Say whether it may be shown to whoever tunes."""
        return self.half != JUDGES


def query(entry: dict[str, Any]) -> Query:
    """Return a question from an entry of a file: ``also`` is as right as ``expect``.

    Raises:
        KeyError: if the entry lacks what every question has.

    """
    right = frozenset([*entry["expect"], *entry.get("also", ())])
    return Query(str(entry["q"]), str(entry["kind"]), right, entry.get("half"))


def read_queries(path: Path, half: str | None = None) -> list[Query]:
    """Return the questions of a file in its order, or those of one half.

    Raises:
        ValueError: if nothing is left.

    """
    entries = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    queries = [query(entry) for entry in entries]
    kept = [one for one in queries if half is None or one.half == half]
    if not kept:
        raise ValueError(f"{path}: no question of the half {half!r}")
    return kept
