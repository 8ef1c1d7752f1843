"""What a release is to write: ledger lines, and for each record which changes its edition brings.

Comes in: the records, the ledger, what was said of the changes. Goes out: a plan, or every reason
why not. Nothing is written here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mingbai.editions.chain import hash_of
from mingbai.editions.standing import Standing, by_anchor, standing
from mingbai.model.questions import QUESTIONS
from mingbai.problems import Place, Problem
from mingbai.review.state import reviewed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.edition import LedgerLine, OldSheets
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy, Withdrawn
    from mingbai.model.scope import Scope
    from mingbai.model.statement import Change

FIRST = "第一次印发。"
SETTINGS = Place("mkdocs.yml")


@dataclass(frozen=True, slots=True)
class Said:
    """One plain sentence of what changed, and what it means for an older sheet."""

    text: str
    old_sheets: OldSheets


@dataclass(frozen=True, slots=True)
class RecordEdit:
    """What a record's ``changes`` get: the edition of those waiting, and perhaps a new one."""

    edition: int
    waiting: tuple[Change, ...]
    said: Said | None
    parts: tuple[str, ...]


@dataclass(slots=True)
class Release:
    """Lines for the ledger as plain data, edits of records by slug, drafts that stay out."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    edits: dict[str, RecordEdit] = field(default_factory=dict)
    drafts: list[Policy] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def plan_release(
    library: Library, scope: Scope, said: Mapping[str, Said], chosen: tuple[str, ...] = ()
) -> Release:
    """Return what to write; ``chosen`` slugs only, else all that are reviewed and changed."""
    release = Release(problems=list(refusals(library, scope, chosen)))
    before = {one.code: one for one in library.ledger}
    for record in library.policies:
        if not chosen or record.slug in chosen:
            _policy(release, record, before.get(record.code), library, scope, said)
    for ended in library.withdrawn:
        last = before.get(ended.code)
        if last is not None and last.kind != "停用" and (not chosen or ended.slug in chosen):
            _line(
                release, library, line_of(ended, scope, "停用", last.edition, (ended.text,), "换新")
            )
    return release


def refusals(library: Library, scope: Scope, chosen: tuple[str, ...]) -> Iterator[Problem]:
    """Nothing is released for an example address, or on a day before the last release."""
    if scope.is_example:
        yield Problem("release-example-address", SETTINGS, {"found": scope.public_url})
    if library.ledger and scope.as_of < library.ledger[-1].on:
        days = {"found": scope.as_of, "last": library.ledger[-1].on}
        yield Problem("release-backwards", SETTINGS, days)
    known = [*library.policy_by_slug, *(one.slug for one in library.withdrawn)]
    for slug in chosen:
        if slug not in known:
            values = {"option": "--policy", "found": slug, "known": "、".join(known)}
            yield Problem("print-unknown", Place("mingbai release", 0, 0), values)


def _policy(  # noqa: PLR0913, PLR0917 - the plan, one policy of it, and all it rests on
    release: Release,
    record: Policy,
    last: LedgerLine | None,
    library: Library,
    scope: Scope,
    said: Mapping[str, Said],
) -> None:
    place = standing(library.local_policy(record.slug, scope.region), library, scope)
    moved = last is not None and last.policy != record.slug
    if not place.touched and not moved:
        return
    if reviewed(record, library, scope).draft:
        release.drafts.append(record)
        return
    if last is not None and moved:
        _line(release, library, line_of(record, scope, "改名", last.edition, (), None))
    if place.touched:
        _edition(release, record, place, library, scope, said.get(record.slug))


def _edition(  # noqa: PLR0913, PLR0917 - as above
    release: Release,
    record: Policy,
    place: Standing,
    library: Library,
    scope: Scope,
    said: Said | None,
) -> None:
    edition = place.latest + 1
    waiting = tuple(one for one in record.changes if one.edition is None and one.on <= scope.as_of)
    if said is None and not waiting and not place.latest:
        said = Said(FIRST, "仍可用")
    if said is None and not waiting:
        titles = [one.title.rstrip("？") for one in QUESTIONS if one.anchor in place.touched]
        values = {"name": record.name, "parts": "、".join(titles), "slug": record.slug}
        release.problems.append(Problem("release-no-words", record.at("changes"), values))
        return
    release.edits[record.slug] = RecordEdit(edition, waiting, said, place.touched)
    texts = (*(one.text for one in waiting), *([said.text] if said else []))
    means = (*(one.old_sheets for one in waiting), *([said.old_sheets] if said else []))
    worst = "换新" if "换新" in means else "仍可用"
    line = line_of(record, scope, "新版", edition, texts, worst)
    _line(release, library, {**line, "parts": by_anchor(place.parts)})


def line_of(  # noqa: PLR0913, PLR0917 - the fields of a line
    record: Policy | Withdrawn,
    scope: Scope,
    kind: str,
    edition: int,
    changed: tuple[str, ...],
    old_sheets: str | None,
) -> dict[str, Any]:
    """Return a line as plain data, not yet in the chain."""
    line: dict[str, Any] = {
        "on": scope.as_of.isoformat(),
        "kind": kind,
        "code": record.code,
        "policy": record.slug,
        "name": record.name,
        "edition": edition,
    }
    address = {"address": scope.public_url} if scope.public_url else {}
    words = {"changed": list(changed)} if changed else {}
    means = {"old_sheets": old_sheets} if old_sheets else {}
    return {**line, **address, **words, **means}


def _line(release: Release, library: Library, line: dict[str, Any]) -> None:
    """Put a line at the end of the chain."""
    written = [one.hash for one in library.ledger] + [one["hash"] for one in release.lines]
    line = {"number": len(written) + 1, **line}
    if written:
        line["previous"] = written[-1]
    release.lines.append({**line, "hash": hash_of(line)})
