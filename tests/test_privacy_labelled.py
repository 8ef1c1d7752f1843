"""The privacy gate on labelled texts: what it must find, and what it must leave alone.

Rules are made with the tuning half only; the gate half decides.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from mingbai.privacy.contexts import CONTEXTS
from mingbai.privacy.gate import judge
from tests.privacy.labelled import FILE, written

if TYPE_CHECKING:
    from mingbai.privacy.finding import Verdict

ROWS: list[dict[str, Any]] = [json.loads(row) for row in FILE.read_text("utf-8").splitlines()]
JUDGED: dict[str, Verdict] = {row["id"]: judge(row["text"], row["context"]) for row in ROWS}
CHECKSUMMED = {"id", "card"}
LEAST = {
    "block recall": 0.98,
    "block precision": 0.98,
    "alert recall": 0.95,
    "alert precision": 0.95,
}


def scores(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Return recall and precision of blocking, and of saying anything at all."""
    found: dict[str, float] = {}
    for name, levels in (("block", {"block"}), ("alert", {"block", "warn"})):
        meant = {row["id"] for row in rows if row["decision"] in levels}
        said = {row["id"] for row in rows if JUDGED[row["id"]].decision in levels}
        found[f"{name} recall"] = len(meant & said) / len(meant)
        found[f"{name} precision"] = len(meant & said) / len(said)
    return found


def half(name: str) -> list[dict[str, Any]]:
    """Return one half of the texts."""
    return [row for row in ROWS if row["half"] == name]


def test_the_set_is_made_from_its_sentences() -> None:
    assert FILE.read_bytes() == written(), "run python -m tests.privacy.labelled"


def test_the_set_is_large_and_half_of_it_harmless() -> None:
    harmless = sum(row["decision"] == "pass" for row in ROWS)

    assert len(ROWS) >= 400
    assert 0.45 <= harmless / len(ROWS) <= 0.55
    assert {row["context"] for row in ROWS} == set(CONTEXTS)
    assert len({row["text"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("name", ["tuning", "gate"])
def test_the_gate_finds_enough_and_not_too_much(name: str) -> None:
    rows = half(name)
    found = scores(rows)
    wrong = [row["id"] for row in rows if JUDGED[row["id"]].decision != row["decision"]]
    table = "\n".join(f"{key:16} {found[key]:.3f} (>= {least})" for key, least in LEAST.items())
    print(f"\n{name}: {len(rows)} texts\n{table}\nwrong: {wrong}")  # noqa: T201 - pytest -s shows it

    assert all(found[key] >= least for key, least in LEAST.items()), (table, wrong)


def test_no_number_with_a_check_digit_is_missed() -> None:
    missed = [
        (row["id"], kind)
        for row in ROWS
        for start, end, kind in row["spans"]
        if kind in CHECKSUMMED
        and not any(
            one.level == "block" and one.start <= start and end <= one.end
            for one in JUDGED[row["id"]].findings
        )
    ]

    assert missed == []


def test_a_blocked_place_is_where_it_was_marked() -> None:
    spans = [(row, span) for row in ROWS for span in row["spans"]]
    touched = sum(
        any(one.level == "block" and one.start < end and start < one.end for one in findings)
        for row, (start, end, _) in spans
        for findings in [JUDGED[row["id"]].findings]
    )

    assert touched / len(spans) >= LEAST["block recall"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_findings_lie_inside_of_the_text(row: dict[str, Any]) -> None:
    for one in JUDGED[row["id"]].findings:
        assert 0 <= one.start < one.end <= len(row["text"])
