"""Signs a record again as its office would, where a test has changed its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.load import load
from mingbai.review.seal import seal_of
from mingbai.review.written import Edit, edited
from mingbai.settings import read_scope

if TYPE_CHECKING:
    from pathlib import Path


def sign(root: Path, slug: str, **review: str) -> None:
    """Write the seal of a record's words, and other values of its review."""
    scope, _ = read_scope(root)
    library = load(root).library
    assert library is not None
    record = library.policy_by_slug[slug]
    seal = str(seal_of(library.local_policy(slug, scope.region)))
    path = root / f"policies/{slug}.yml"
    text = path.read_text("utf-8")
    edit = Edit(record.review.at(), {"state": "reviewed", **review, "seal": seal})
    found = edited(text, edit.place.file, (edit,))
    assert found is not None
    path.write_text(found, "utf-8")
