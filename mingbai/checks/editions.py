"""Rules of what was released: the ledger is whole, and whatever stands on paper is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.checks.links import whole_chain
from mingbai.editions.chain import broken
from mingbai.editions.standing import standing
from mingbai.model.questions import QUESTIONS
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.policy import Coded
    from mingbai.model.scope import Scope


def chain(library: Library, scope: Scope) -> Iterator[Problem]:
    """No line of the ledger was edited or taken out."""
    yield from broken(library.ledger)


def codes(library: Library, scope: Scope) -> Iterator[Problem]:
    """Every code that stands on paper has a record, and is still the same policy's."""
    for code, line in {one.code: one for one in library.ledger}.items():
        record = library.record_by_code.get(code)
        place = line.at("code")
        if record is None:
            if library.complete:
                values = {"code": code, "name": line.name, "slug": line.policy}
                yield Problem("code-lost", place, values)
            continue
        slugs = {one.policy for one in library.ledger if one.code == code}
        for slug in sorted(slugs - {record.slug, *record.former_slugs}):
            values = {"code": code, "found": slug, "slug": record.slug, "name": line.name}
            yield Problem("slug-lost", record.at("slug"), values)


def former_slugs(library: Library, scope: Scope) -> Iterator[Problem]:
    """A slug that was used is nobody else's, and what replaces a policy is there."""
    records: tuple[Coded, ...] = (*library.policies, *library.withdrawn)
    owner = {one.slug: one for one in records}
    for record in records:
        for number, slug in enumerate(record.former_slugs):
            if slug in owner:
                place = record.at("former_slugs", number)
                yield Problem("slug-taken", place, {"found": slug, "name": owner[slug].name})
            owner[slug] = record
    for ended in library.withdrawn:
        for number, slug in enumerate(ended.replaced_by if library.complete else ()):
            if slug not in library.policy_by_slug:
                values = {"found": slug, "known": "、".join(library.policy_by_slug)}
                yield Problem("policy-unknown", ended.at("replaced_by", number), values)


def records(library: Library, scope: Scope) -> Iterator[Problem]:
    """Each edition stands in its record's ``changes``, as the ledger has it."""
    for line in library.ledger:
        record = library.record_by_code.get(line.code)
        if line.kind != "新版" or record is None:
            continue
        texts = [one.text for one in record.changes if one.edition == line.edition]
        values = {"edition": line.edition, "name": record.name, "text": "".join(line.changed)}
        if not texts:
            yield Problem("edition-not-in-record", record.at("changes"), values)
        elif sorted(texts) != sorted(line.changed):
            yield Problem("edition-reworded", record.at("changes"), values)


def ledger(library: Library, scope: Scope) -> Iterator[Problem]:
    """Each edition that a record names stands in the ledger."""
    known = {(one.code, one.edition) for one in library.ledger if one.kind == "新版"}
    for record in library.record_by_code.values():
        for change in record.changes:
            if change.edition is not None and (record.code, change.edition) not in known:
                values = {"edition": change.edition, "name": record.name}
                yield Problem("edition-not-in-ledger", change.at("edition"), values)


def addresses(library: Library, scope: Scope) -> Iterator[Problem]:
    """Paper at other addresses than today's must be remembered there."""
    told: set[str] = set()
    for line in library.ledger:
        if line.address and line.address != scope.public_url and line.address not in told:
            told.add(line.address)
            values = {"found": line.address, "now": scope.public_url or "没有写"}
            yield Problem("address-moved", line.at("address"), values)


def unreleased(library: Library, scope: Scope) -> Iterator[Problem]:
    """Facts of a released policy that changed since are told: its paper is a proof again."""
    if not library.released or not whole_chain(library, scope):
        return
    for record in library.policies:
        place = standing(library.local_policy(record.slug, scope.region), library, scope)
        if place.latest and place.touched:
            titles = [one.title.rstrip("？") for one in QUESTIONS if one.anchor in place.touched]
            values = {"edition": place.latest, "parts": "、".join(titles)}
            yield Problem("release-pending", record.at("name"), values)
