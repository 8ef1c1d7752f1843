"""The long soak: 1,000 random villages in every form, through every gate. Run by hand.

``python3 scripts/soak.py [villages] [form …]``: about half an hour on one core for all forms.
"""

from __future__ import annotations

import dataclasses
import sys
import time
from typing import TYPE_CHECKING, Any

from mingbai.load import load
from mingbai.outputs.forms import FORMS
from mingbai.settings import read_scope
from mingbai.views.village import village_views
from tests.conftest import ROOT
from tests.editions import orders
from tests.made import Refused, make
from tests.paper_gates import GATES
from tests.paper_wear import Tally
from tests.villages import EXTREMES, at_random, random_villages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.outputs.form import Form, Order
    from mingbai.views.village import VillageView

BATCH = 25
USUAL = 1000


def main(words: list[str]) -> int:
    """Soak the named forms, or all; return 1 if anything was found."""
    count = int(words[0]) if words and words[0].isdigit() else USUAL
    wanted = {one for one in words if not one.isdigit()}
    scope, _ = read_scope(ROOT)
    library = load(ROOT).library
    assert library is not None, "the records do not load"
    villages = places(library, scope, count)
    found = 0
    for form in FORMS:
        if not wanted or form.name in wanted:
            found += soaked(form, library, scope, villages)
    return 1 if found else 0


def places(library: Library, scope: Scope, count: int) -> tuple[VillageView, ...]:
    """Return the villages: the longest and the shortest names, and random ones."""
    towns = library.region_by_code[scope.region].townships
    invented = tuple(random_villages(count - len(EXTREMES), towns))
    return (*EXTREMES, *at_random(village_views(invented, library, scope)))


def soaked(form: Form, library: Library, scope: Scope, villages: tuple[VillageView, ...]) -> int:
    """Make a form for the villages and say what the gates find; return how much that is."""
    tally, found, pages, start = Tally(), 0, 0, time.monotonic()
    for number, order in enumerate(batches(form, library, scope, villages)):
        for made, refused in one_by_one(form, order):
            told = refused or [f"{gate.__name__}: {one}" for gate in GATES for one in gate(made)]
            if not refused:
                tally.worn([made], range(number, number + 2))
                pages += len(made.pages)
            found += len(told)
            say(*(f"  {form.name} {order.policies[0].slug}: {one}" for one in told))
    worn = list(tally.findings())
    found += len(worn)
    took = f"{time.monotonic() - start:.0f} s"
    say(f"{form.name}: {pages} pages, {found} findings, {took}; {tally.shares()}", *worn)
    return found


def one_by_one(form: Form, order: Order) -> Iterator[tuple[Any, list[str]]]:
    """Yield an order's PDF; if it is refused, village by village, with what is said of each."""
    try:
        yield make(form, order), []
    except Refused as refused:
        if len(order.villages) == 1:
            said = "".join(one.message for one in refused.problems)
            yield None, [f"{order.villages[0].title or 'general'}: {said}"]
            return
        for village in order.villages:
            yield from one_by_one(form, dataclasses.replace(order, villages=(village,)))


def say(*lines: str) -> None:
    """Tell whoever waits."""
    sys.stdout.writelines(f"{one}\n" for one in lines)
    sys.stdout.flush()


def batches(
    form: Form, library: Library, scope: Scope, villages: tuple[VillageView, ...]
) -> Iterator[Order]:
    """Yield orders of 25 villages each, of one policy after the other, proofs and final in turn."""
    if not form.local:
        yield from orders(form, library, scope)
        yield from orders(form, library, scope, released=True)
        return
    begins = range(0, len(villages), BATCH)
    groups = [villages[at : at + BATCH] for at in begins]
    for number, group in enumerate(groups):
        several = list(orders(form, library, scope, group, released=number % 2 == 1))
        yield several[number // 2 % len(several)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
