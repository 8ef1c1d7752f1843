"""A release as files to write: the ledger first, then each record.

The ledger holds all that a record's ``changes`` get; so a release that was cut short is finished
from it by the next one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.editions.release import RecordEdit, Said
from mingbai.editions.standing import by_anchor
from mingbai.editions.written import ledger_text, record_text, waiting_in
from mingbai.model.questions import ANCHORS
from mingbai.problems import Problem, ProblemsFound
from mingbai.read.text import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mingbai.editions.release import Release
    from mingbai.model.edition import LedgerLine
    from mingbai.model.library import Library

LEDGER = "policies/editions.yml"


def files_of(root: Path, release: Release, library: Library) -> dict[str, bytes]:
    """Return every file that a release changes, whole, in the order in which to write them.

    Raises:
        ProblemsFound: if a record is written so that we cannot put its edition in.

    """
    path = root / LEDGER
    old = read_text(path, LEDGER)[0] if path.is_file() else ""
    days = {one["policy"]: one["on"] for one in release.lines}
    records = record_files(root, release.edits, days, library)
    return {LEDGER: ledger_text(old or "", release.lines).encode(), **records}


def unfinished(root: Path, library: Library) -> dict[str, bytes]:
    """Return the records that lack an edition which the ledger has, with it written in.

    Raises:
        ProblemsFound: as above.

    """
    edits: dict[str, RecordEdit] = {}
    days: dict[str, str] = {}
    before: dict[str, LedgerLine] = {}
    for line in library.ledger:
        record = library.record_by_code.get(line.code)
        known = record is None or any(one.edition == line.edition for one in record.changes)
        if line.kind == "新版" and record is not None and not known:
            waiting = waiting_in(record.changes, line.changed)
            there = {one.text for one in waiting}
            missing = [text for text in line.changed if text not in there]
            said = Said(missing[0], line.old_sheets or "换新") if len(missing) == 1 else None
            parts = touched(before.get(line.code), line)
            edits[record.slug] = RecordEdit(line.edition, waiting, said, parts)
            days[record.slug] = line.on.isoformat()
        if line.kind == "新版":
            before[line.code] = line
    return record_files(root, edits, days, library)


def touched(before: LedgerLine | None, line: LedgerLine) -> tuple[str, ...]:
    """Return the questions whose facts a line has otherwise than the one before."""
    old = by_anchor(before.parts) if before and before.parts else {}
    new = by_anchor(line.parts) if line.parts else {}
    return tuple(one for one in ANCHORS if old.get(one) != new.get(one))


def record_files(
    root: Path, edits: Mapping[str, RecordEdit], days: Mapping[str, str], library: Library
) -> dict[str, bytes]:
    """Return the records with their editions written in."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for slug, edit in edits.items():
        name = f"policies/{slug}.yml"
        text, _ = read_text(root / name, name)
        found = record_text(text, name, edit, days[slug]) if text is not None else None
        if found is None:
            values = {"edition": edit.edition}
            place = library.policy_by_slug[slug].at("changes")
            problems.append(Problem("release-edit-by-hand", place, values))
        else:
            files[name] = found.encode()
    if problems:
        raise ProblemsFound(problems)
    return files
