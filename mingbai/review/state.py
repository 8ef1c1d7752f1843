"""Where the review of a record stands: the one place that says whether it is a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mingbai.review.seal import TITLES, seal_in, seal_of

if TYPE_CHECKING:
    from datetime import date

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy, Review
    from mingbai.model.scope import Scope


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Where a review stands.

    ``changed`` is a record that was signed and whose words are others now: a draft again.
    ``touched`` are the parts of it that are others, in the order of the questions.
    """

    state: Literal["draft", "changed", "reviewed"]
    touched: tuple[str, ...]
    review: Review

    @property
    def draft(self) -> bool:
        """Tell whether the words are not those that somebody signed."""
        return self.state != "reviewed"

    @property
    def titles(self) -> str:
        """Name the parts that were changed after the review."""
        return "、".join(TITLES[one] for one in self.touched)

    def overdue(self, day: date) -> bool:
        """Tell whether the record should have been looked at again by a day."""
        return self.review.next_by is not None and self.review.next_by <= day


def reviewed(policy: Policy, library: Library, scope: Scope) -> Reviewed:
    """Return where the review of a policy stands for the scope's region.

    A seal that is missing or broken proves nothing: the record is a draft (and a problem).
    """
    review = policy.review
    kept = seal_in(review.seal or "") if review.state == "reviewed" else None
    if kept is None:
        return Reviewed("draft", (), review)
    now = seal_of(library.local_policy(policy.slug, scope.region))
    touched = tuple(part for part in TITLES if kept.parts[part] != now.parts[part])
    return Reviewed("changed" if touched else "reviewed", touched, review)


def signer(library: Library, scope: Scope, office: str) -> str:
    """Return the name of the region's bureau for a kind of office, empty if none is written."""
    nearest = {one.office: one for place in library.chain(scope.region) for one in place.bureaus}
    return nearest[office].name if office in nearest else ""
