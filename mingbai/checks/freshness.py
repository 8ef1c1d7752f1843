"""Rules of review: who signed what, and when it must be looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mingbai.checks.links import whole_chain
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.region import Bureau, Hotline, Phone, Township
    from mingbai.model.scope import Scope

OLD_BUILD = timedelta(days=90)
OLD_CALL = timedelta(days=180)


def signatures(library: Library, scope: Scope) -> Iterator[Problem]:
    """A reviewed record is signed by the office in charge, on a day; a draft by nobody."""
    bureaus = {
        one.name: one.office for place in library.chain(scope.region) for one in place.bureaus
    }
    for policy in library.policies:
        review = policy.review
        if review.state == "draft":
            if review.by or review.on or review.seal:
                yield Problem("review-draft-signed", review.at("state"))
        elif not (review.by and review.on and review.next_by):
            yield Problem("review-unsigned", review.at("state"))
        elif whole_chain(library, scope) and bureaus.get(review.by) != policy.lead.office:
            known = [name for name, office in bureaus.items() if office == policy.lead.office]
            values = {"found": review.by, "office": policy.lead.office, "known": "、".join(known)}
            yield Problem("review-not-lead", review.at("by"), values)
        elif review.on > scope.as_of:
            yield Problem("review-future", review.at("on"), {"found": review.on})


def due(library: Library, scope: Scope) -> Iterator[Problem]:
    """A record has a day by which it is looked at again, and that day is not past."""
    for policy in library.policies:
        day = policy.review.next_by
        if day is None:
            yield Problem("review-no-date", policy.review.at("state"))
        elif day <= scope.as_of:
            code = "review-due" if policy.review.state == "draft" else "review-overdue"
            yield Problem(code, policy.review.at("next_by"), {"found": day})


def calls(library: Library, scope: Scope) -> Iterator[Problem]:
    """A number was dialled before the build's date, not after it."""
    for region in library.regions:
        offices: list[Bureau | Township] = [*region.bureaus, *region.townships]
        phones = [one.phone for one in offices if one.phone]
        lines: list[Hotline | Phone] = [*region.hotlines, *phones]
        for one in lines:
            if one.dialled_on and one.dialled_on > scope.as_of:
                yield Problem("call-future", one.at("dialled_on"), {"found": one.dialled_on})


def future_changes(library: Library, scope: Scope) -> Iterator[Problem]:
    """A change that is told has happened."""
    for policy in library.policies:
        for change in policy.changes:
            if change.on > scope.as_of:
                yield Problem("change-future", change.at("on"), {"found": change.on})


def against_clock(library: Library, scope: Scope, today: date) -> Iterator[Problem]:
    """The date is neither long past nor to come, no review is due, hotlines were dialled lately."""
    if today - scope.as_of > OLD_BUILD:
        values = {"found": scope.as_of, "days": (today - scope.as_of).days}
        yield Problem("as-of-old", Place("mkdocs.yml", scope.lines[1]), values)
    if scope.as_of > today:
        values = {"found": scope.as_of, "today": today}
        yield Problem("as-of-future", Place("mkdocs.yml", scope.lines[1]), values)
    for policy in library.policies:
        yield from due_today(policy, scope, today)
    for region in library.regions:
        for line in region.hotlines:
            if line.dialled_on and today - line.dialled_on > OLD_CALL:
                values = {"found": line.number, "days": (today - line.dialled_on).days}
                yield Problem("call-old", line.at("dialled_on"), values)


def due_today(policy: Policy, scope: Scope, today: date) -> Iterator[Problem]:
    """Yield a problem for a review that fell due between the build's date and today."""
    day = policy.review.next_by
    if day is not None and scope.as_of < day <= today:
        yield Problem("review-due", policy.review.at("next_by"), {"found": day})
