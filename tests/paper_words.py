"""The words: what the data of a form tells stands in the text layer, each copy with its code."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tests.made import dicts
from tests.paper_codes import codes
from tests.seen import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.made import Made

NOT_SHOWN = frozenset({"svg", "anchor", "slug", "owner", "code_content", "icon"})
"""Keys of the data whose words are for templates and problems, not for readers."""

RUNNING = 40
"""Characters of a head and a foot that stand between the two parts of a text."""


def leaves(value: Any) -> Iterator[str]:
    """Yield every text of the data that a reader must find."""
    if isinstance(value, str) and bare(value):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in NOT_SHOWN:
                yield from leaves(one)


def words(made: Made) -> Iterator[str]:
    """Every text of the data stands in the text layer, perhaps over the end of a page."""
    if made.form.imposition:
        return
    whole = made.text
    for one in dict.fromkeys(leaves(made.data)):
        if bare(one) not in whole and not any(
            over_pages(bare(one), first.text, then.text) for first, then in pairwise(made.pages)
        ):
            yield f"not in the text layer: {one}"


def over_pages(text: str, first: str, then: str) -> bool:
    """Tell whether a text goes on at the start of the next page, running heads apart."""
    ways = ((text[:at], text[at:]) for at in range(1, len(text)))
    return any(
        head in first[-len(head) - RUNNING :] and rest in then[: len(rest) + RUNNING]
        for head, rest in ways
    )


def copies(made: Made) -> Iterator[str]:
    """Each village has its words, on the page of its code where it has one."""
    if made.form.imposition:
        return
    told = [one for one in dicts(made.data) if one.get("owner") and leaves_of(one)]
    owners = {one["owner"] for one in told}
    ordered = made.order.villages if made.order else ()
    yield from (f"{one.code}: not in the data" for one in ordered if one.code not in {*owners, ""})
    texts: dict[str, list[str]] = defaultdict(list)
    for seen in made.pages:
        for code in codes(seen):
            texts[code.text].append(seen.text)
    every = [seen.text for seen in made.pages]
    for copy in told:
        where = texts[copy["code_content"]] if "code_content" in copy else every
        if not any(all(one in text for one in leaves_of(copy)) for text in where):
            yield f"{copy['owner']}: its words are not together on the page of its code"


def leaves_of(copy: dict[str, Any]) -> list[str]:
    return [bare(one) for one in leaves(copy)]
