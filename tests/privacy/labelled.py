"""Makes ``labelled.jsonl`` from the sentences of this folder; same sentences, same bytes."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.privacy.made_numbers import made, wrong_check

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
FILE = HERE / "labelled.jsonl"
MARK = re.compile(r"\{(id|id15|mobile|card|land|wrong)(:[0-9a-z]+)?\}|\[\[(.+?)\]\]")
HALVES, DECISIONS = ("tuning", "gate"), ("block", "warn", "pass")
KINDS = {"id15": "id", "wrong": "id"}


def lines() -> list[dict[str, Any]]:
    """Return every labelled text, in the order of the files."""
    return [
        one
        for half in HALVES
        for decision in DECISIONS
        for one in of_file(HERE / half / f"{decision}.txt")
    ]


def of_file(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the labelled texts of one file."""
    half, decision = path.parent.name, path.stem
    rows = [one for one in path.read_text("utf-8").splitlines() if not one.startswith("# ")]
    for number, row in enumerate(rows, 1):
        context, _, text = row.partition("|")
        name = f"{half}-{decision}-{number:03}"
        chance = random.Random(name)  # noqa: S311 - the same numbers each time, no secret
        labels = {"id": name, "context": context, "decision": decision, "half": half}
        yield labels | filled(text.replace("\\n", "\n").replace("\\t", "\t"), chance)


def filled(text: str, chance: random.Random) -> dict[str, Any]:
    """Return a text with its numbers, and where those stand that must be blocked."""
    written, spans, last = "", [], 0
    for mark in MARK.finditer(text):
        written += text[last : mark.start()]
        kind = mark[1] or "other"
        if mark[3]:
            part = mark[3]
        elif kind == "wrong":
            part = wrong_check(chance)
        else:
            part = made(mark[0][1:-1], chance)
        spans.append([len(written), len(written) + len(part), KINDS.get(kind, kind)])
        written, last = written + part, mark.end()
    return {"text": written + text[last:], "spans": spans}


def written() -> bytes:
    """Return the file."""
    rows = (json.dumps(one, ensure_ascii=False) for one in lines())
    return ("\n".join(rows) + "\n").encode()


if __name__ == "__main__":
    FILE.write_bytes(written())
