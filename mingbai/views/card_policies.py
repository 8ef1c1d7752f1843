"""Which policies the back of a 服务卡 has room for, by a rule and not by chance.

Room is counted in Han characters; the template measures it again and reports what is too large.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.situations import situations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.library import Library
    from mingbai.views.policy import PolicyView

OTHERS = "还有"

MOST_ROWS = 7
"""Rows of a card, each a policy with what it is for, when there are no others."""

ROWS_OF_MANY = 5
"""Rows that are left when the names of others stand below them."""

LONGEST_NAME = 10.0
"""Han characters of a name on one row; a longer one takes two."""

MOST_LINES = 3
LINE = 28.0
BETWEEN = 1.0
"""Lines of names below the rows, how many Han characters are in one, and between two names."""

LONGEST_WORDS = 12
"""Characters of what a policy is for."""


@dataclass(frozen=True, slots=True)
class CardPolicy:
    """A policy on the back: the number to say, its name, and in which situations it helps."""

    slug: str
    code: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class CardName:
    """A policy below the rows: the number to say and its name."""

    slug: str
    code: str
    name: str


def listed(policies: Sequence[PolicyView], library: Library) -> tuple[CardPolicy, ...]:
    """Return the policies in the order of the numbers that people say."""
    return tuple(
        CardPolicy(one.slug, one.code, one.short_name, words_of(one, library))
        for one in sorted(policies, key=lambda one: one.code)
    )


def words_of(policy: PolicyView, library: Library) -> str:
    """Return in which situations a policy helps; of one that only points, whom to ask."""
    if policy.pointer and policy.ask:
        return f"问{policy.ask[0].name}"
    return helps_in(policy, library)


def helps_in(policy: PolicyView, library: Library) -> str:
    """Return the situations a policy is for, the first in any case, others while they are short."""
    words, *more = library.policy_by_slug[policy.slug].life_events
    for one in more:
        if len(f"{words}、{one}") <= LONGEST_WORDS:
            words = f"{words}、{one}"
    return words


def chosen(policies: Sequence[PolicyView], library: Library) -> tuple[CardPolicy, ...]:
    """Return those that get a row: all if they fit, else one for each situation while rows last.

    Nobody's situation is left out for a second policy of another one; the situations come in the
    order of the front page, and each is met by the most particular policy made for it.
    """
    everything = listed(policies, library)
    if sum(map(rows, everything)) <= MOST_ROWS:
        return everything
    known = {one.slug: one for one in everything}
    found = situations(policies, library)
    deepest = max(len(one.first) for one in found)
    turns = (one.first[turn] for turn in range(deepest) for one in found if turn < len(one.first))
    taken: set[str] = set()
    left = ROWS_OF_MANY
    for one in turns:
        if rows(known[one.slug]) <= left:
            taken.add(one.slug)
            left -= rows(known[one.slug])
    return tuple(one for one in everything if one.slug in taken)


def rows(policy: CardPolicy) -> int:
    """Return how many rows a policy takes."""
    return 1 if width(policy.name) <= LONGEST_NAME else 2


def that_fit(rest: Sequence[CardPolicy], more: str) -> tuple[CardName, ...]:
    """Return as many policies as their names have room for below the rows, in their order.

    Where not all have, there is room for the words that say so too.
    """
    names = [CardName(one.slug, one.code, one.name) for one in rest]
    for count in range(len(names), 0, -1):
        said = [OTHERS, *(f"{one.code}{one.name}" for one in names[:count])]
        if count < len(names):
            said.append(more)
        if lines(said) <= MOST_LINES:
            return tuple(names[:count])
    return ()


def lines(said: Sequence[str]) -> int:
    """Return how many lines these words take; none of them is broken."""
    count, used = 1, 0.0
    for one in said:
        used += width(one) + BETWEEN
        if used - BETWEEN > LINE:
            count, used = count + 1, width(one) + BETWEEN
    return count


def width(text: str) -> float:
    """Return about how wide a text is, in Han characters."""
    return sum(0.6 if one.isascii() else 1.0 for one in text)
