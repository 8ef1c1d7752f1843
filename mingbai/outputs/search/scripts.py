"""The index as scripts: slices by token, and the code that ranks in one piece."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CORE = Path(__file__).parent / "core"
PIECES = ("text", "sounds", "store", "terms", "rank", "parts", "answer")
SLICE_POSTINGS = 3_000
"""Postings a slice: some 30 KB, read in a few milliseconds by a slow phone."""

BREAKS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Ends of lines to a script of an old browser, characters like any other in JSON."""


def core() -> bytes:
    """Return the code that ranks."""
    return b"\n".join((CORE / f"{name}.js").read_bytes() for name in PIECES)


def cut(postings: Mapping[str, list[tuple[int, int]]]) -> Iterator[dict[str, list[int]]]:
    """Yield the postings in slices, tokens in order; parts are told by their distance."""
    slice_: dict[str, list[int]] = {}
    count = 0
    for token, where in postings.items():
        if count >= SLICE_POSTINGS:
            yield slice_
            slice_, count = {}, 0
        slice_[token] = spaced(where)
        count += len(where)
    yield slice_


def spaced(where: list[tuple[int, int]]) -> list[int]:
    """Return parts and weights in one row, each part as its distance from the one before."""
    row: list[int] = []
    before = 0
    for part, weight in where:
        row += (part - before, weight)
        before = part
    return row


def script(name: str, *values: object) -> bytes:
    """Return a script that hands values to the search."""
    told = ",".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in values)
    for character, escaped in BREAKS.items():
        told = told.replace(character, escaped)
    return f"mingbaiSearch.{name}({told});\n".encode()
