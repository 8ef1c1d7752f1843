"""What stands on the first screen after a scan besides name and answer: for whom, whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.model.base import MOST_SHORT
from mingbai.views.answer import keep_words
from mingbai.views.paper import Item, paper_view
from mingbai.views.village_contacts import region_townships

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.contacts import Contact
    from mingbai.views.policy import PolicyView
    from mingbai.views.village_contacts import Townships


@dataclass(frozen=True, slots=True)
class Opening:
    """The first screen: the sheet's short lines of who can, the first number, the townships.

    ``all_words`` unfold every condition in full. ``call`` is a number that somebody dialled, else
    the first one, to be marked; None if there is none. ``keep`` are the words of the link to the
    picture of the answer.
    """

    who: tuple[Item, ...]
    all_words: str
    call: Contact | None
    townships: Townships
    keep: str


def opening(policy: PolicyView, library: Library, scope: Scope) -> Opening:
    """Return the first screen of a policy; a screen marks what nobody verified, as a proof does."""
    conditions = policy.conditions.all
    whole = tuple(Item(one.text, one.unverified) for one in conditions[:MOST_SHORT])
    numbers = (one for one in policy.ask if one.number)
    return Opening(
        who=paper_view(policy, scope, proof=True).who.items or whole,
        all_words=f"点开看全部 {len(conditions)} 条",
        call=policy.call or next(numbers, None),
        townships=region_townships(library, scope),
        keep=keep_words(policy, scope),
    )
