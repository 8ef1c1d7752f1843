"""What the hits of a search are worth: Success@1, Success@3, mean reciprocal rank, none at all.

Comes in: questions, and for each the addresses of its hits in order, every hit a place. Goes out:
figures by kind, and a table of them.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .queries import Query

ALL = "all"
POLICY = re.compile(r"(?:^|/)policies/([^/?#]+)/(?:index\.html)?(?:[?#]|$)")
THREE = 3
COLUMNS = ("n", "S@1", "S@3", "MRR", "none", "no policy")


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1 of ``count`` questions.

    ``none`` had no hit at all; ``astray`` had hits, of which none is a policy: offers of where to
    look on, too. Both together are without a result.
    """

    count: int
    first: float
    third: float
    rank: float
    none: float
    astray: float


def policy_of(address: str) -> str | None:
    """Return the slug of the policy that an address leads to, or None for any other page."""
    found = POLICY.search(address)
    return found[1] if found else None


def rank(query: Query, hits: Sequence[str]) -> int | None:
    """Return the place of the first right hit, from 1: other pages take places, too."""
    places = enumerate(hits, start=1)
    return next((place for place, hit in places if policy_of(hit) in query.right), None)


def figures(queries: Sequence[Query], found: Sequence[Sequence[str]]) -> Figures:
    """Return what some questions and their hits come to."""
    ranks = [rank(query, hits) for query, hits in zip(queries, found, strict=True)]
    led = [any(map(policy_of, hits)) for hits in found]
    count = len(queries)
    return Figures(
        count=count,
        first=sum(place == 1 for place in ranks) / count,
        third=sum(place is not None and place <= THREE for place in ranks) / count,
        rank=sum(1 / place for place in ranks if place) / count,
        none=sum(not hits for hits in found) / count,
        astray=sum(bool(hits) and not one for hits, one in zip(found, led, strict=True)) / count,
    )


def by_kind(queries: Sequence[Query], found: Sequence[Sequence[str]]) -> dict[str, Figures]:
    """Return the figures of each kind, in the order of the questions, and of all of them."""
    kinds: dict[str, list[int]] = {}
    for number, query in enumerate(queries):
        kinds.setdefault(query.kind, []).append(number)
    kinds[ALL] = list(range(len(queries)))
    return {
        kind: figures([queries[one] for one in chosen], [found[one] for one in chosen])
        for kind, chosen in kinds.items()
    }


def table(name: str, told: dict[str, Figures]) -> str:
    """Return the figures as lines for people: per cent, the mean rank as it is."""
    lines = [f"{name:24}" + "".join(f"{column:>10}" for column in COLUMNS)]
    for kind, one in told.items():
        shares = [f"{100 * share:.1f}" for share in (one.first, one.third)]
        lost = [f"{100 * share:.1f}" for share in (one.none, one.astray)]
        cells = [str(one.count), *shares, f"{one.rank:.3f}", *lost]
        lines.append(f"  {kind:22}" + "".join(f"{cell:>10}" for cell in cells))
    return "\n".join(lines)


def misses(queries: Sequence[Query], found: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """Return the questions whose first hit is wrong; none that only judges."""
    return [
        {
            "q": query.words,
            "kind": query.kind,
            "right": sorted(query.right),
            "rank": rank(query, hits),
            "hits": list(hits[:3]),
        }
        for query, hits in zip(queries, found, strict=True)
        if query.shown and rank(query, hits) != 1
    ]


def plain(told: dict[str, Figures]) -> dict[str, Any]:
    """Return the figures for machines."""
    return {kind: asdict(one) for kind, one in told.items()}
