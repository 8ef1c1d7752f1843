"""Parts to postings: which token stands in which part, and how much it weighs there.

Weights are BM25F's: a token's count in each field times the field's weight, summed. The browser
only looks up and ranks.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mingbai.outputs.search.letters import read_as, sound
from mingbai.outputs.search.sounds import heard
from mingbai.outputs.search.text import folded, is_han, pairs, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.outputs.search.pages import Part

WEIGHTS = {
    "title": 6.0,
    "names": 8.0,
    "misnomers": 6.0,
    "says": 5.0,
    "question": 2.5,
    "body": 0.75,
}
SINGLE = {"title": 1.0, "names": 1.0}
SOUND = {"title": 2.5, "names": 2.5, "misnomers": 2.5}
BODY = "body"
"""Counted for the page, not for its part: half the postings; parts are told by their titles."""

STEP = 8
"""Weights are kept in eighths."""


def postings(parts: list[Part], plain: Mapping[str, str]) -> dict[str, list[tuple[int, int]]]:
    """Return for each token the parts in which it stands with its weight in eighths."""
    found: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for number, part in enumerate(parts):
        for name, texts in part.words.items():
            where = part.page if name == BODY else number
            for text in texts:
                for token, weight in tokens(folded(text, plain), name):
                    found[token][where] += weight
    return {
        token: [(number, max(1, round(weight * STEP))) for number, weight in sorted(where.items())]
        for token, where in sorted(found.items())
    }


def tokens(text: str, name: str) -> Iterator[tuple[str, float]]:
    """Yield the tokens of a folded text, each with what it weighs in its field."""
    for units in runs(text):
        for token in pairs(units):
            yield token, WEIGHTS[name]
        if name in SINGLE:
            for one in units:
                if is_han(one):
                    yield one, SINGLE[name]
        if name in SOUND:
            for token in spoken(units):
                yield token, SOUND[name]


def spoken(units: list[str]) -> set[str]:
    """Return what each two characters sound like, one by one and as read together."""
    han = [unit if is_han(unit) else " " for unit in units]
    found: set[str] = set()
    for words in "".join(han).split():
        found.update(heard([sound(one) for one in words]))
        found.update(heard(read_as(words)))
    return found
