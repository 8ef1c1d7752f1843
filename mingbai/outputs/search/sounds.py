"""Syllables to search tokens, by the same rules as ``core/sounds.js``: a test compares the two."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARK = "~"


def near(syllable: str) -> str:
    """Return one form for syllables that many do not tell apart: zh and z, ng and n."""
    start = syllable.replace("zh", "z").replace("ch", "c").replace("sh", "s")
    return start[:-1] if start.endswith("ng") else start


def heard(syllables: Sequence[str]) -> Iterator[str]:
    """Yield a token for each two syllables in a row."""
    for one, following in pairwise(syllables):
        yield f"{MARK}{near(one)} {near(following)}"
