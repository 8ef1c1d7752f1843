"""The chain of the ledger: what a line's hash is of, and lines not as they were written."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.edition import LedgerLine


def as_data(line: LedgerLine) -> dict[str, Any]:
    """Return a line as plain data in the order of the file, without what is empty."""
    data = line.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {key: value for key, value in data.items() if value != []}


def hash_of(data: dict[str, Any]) -> str:
    """Return the hash of a line's plain data, its own hash aside."""
    own = {key: value for key, value in data.items() if key != "hash"}
    text = json.dumps(own, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def broken(lines: tuple[LedgerLine, ...]) -> Iterator[Problem]:
    """Every line is as ``release`` wrote it, after the line that it was written after."""
    before = None
    for number, line in enumerate(lines, start=1):
        previous = before.hash if before else None
        if line.hash != hash_of(as_data(line)):
            yield Problem("ledger-line-edited", line.at("number"), {"number": line.number})
        elif line.number != number or line.previous != previous:
            values = {"number": number, "found": line.number}
            yield Problem("ledger-line-missing", line.at("number"), values)
            return
        before = line
