"""Rules of review: a signed record is sealed, unchanged, and its questions are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.checks.links import whole_chain
from mingbai.problems import Problem
from mingbai.review.seal import seal_in
from mingbai.review.state import reviewed, signer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope


def seals(library: Library, scope: Scope) -> Iterator[Problem]:
    """A reviewed record has the seal of the words that were signed; changed, it is a draft."""
    for policy in library.policies:
        review = policy.review
        if review.state == "draft":
            continue
        if review.seal is None:
            yield Problem("review-unsealed", review.at("state"), {"slug": policy.slug})
        elif seal_in(review.seal) is None:
            yield Problem("review-seal-broken", review.at("seal"), {"found": review.seal[:40]})
        elif whole_chain(library, scope):
            yield from changed(policy, library, scope)


def changed(policy: Policy, library: Library, scope: Scope) -> Iterator[Problem]:
    """Yield a problem for a record that is not what was signed."""
    found = reviewed(policy, library, scope)
    if found.touched:
        values = {
            "parts": found.titles,
            "office": signer(library, scope, policy.lead.office) or policy.lead.office,
            "slug": policy.slug,
        }
        yield Problem("review-changed", policy.review.at("seal"), values)


def questions(library: Library, scope: Scope) -> Iterator[Problem]:
    """A reviewed record has no question to the office in charge left."""
    for policy in library.policies:
        review = policy.review
        if review.state == "reviewed" and review.to_confirm:
            office = signer(library, scope, policy.lead.office) or policy.lead.office
            values = {"count": len(review.to_confirm), "office": office}
            yield Problem("review-questions-open", review.at("to_confirm"), values)
