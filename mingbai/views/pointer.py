"""A word of a book that says where to read on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pointer:
    """A policy or a case by its slug; on which page it stands, only the typesetting knows."""

    slug: str
    name: str
