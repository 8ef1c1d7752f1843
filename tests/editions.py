"""The editions of a form that must pass the gates, made from a project's own records."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

from mingbai.outputs.form import Form, Order
from mingbai.outputs.job import PagesWrong
from mingbai.outputs.typeset import TypsetFailed
from mingbai.views.policy import policy_views
from mingbai.views.village import GENERAL, VillageView
from tests.made import Made, Refused, make
from tests.paper_file import fonts, pages, standard
from tests.paper_gates import GATES, clipped, contents, contrast, modules
from tests.paper_imposed import imposed
from tests.villages import EXTREMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

EDITIONS: dict[str, tuple[Callable[[Made], Iterator[str]], ...]] = {
    "proof": GATES,
    "villages": GATES,
    "no-address": (standard, pages, contents, modules),
    "press": (standard, fonts, pages, imposed, clipped, contents, contrast),
}
"""Each edition with the gates that it may fail where the proof does not."""
IMPOSED: dict[str, tuple[Callable[[Made], Iterator[str]], ...]] = {
    "proof": (standard, fonts, pages, imposed, contents),
    "press": (standard, fonts, pages, contents),
}
RELEASED = "https://yanzhou.gov.cn/jz"
"""An address that is no example: with reviewed records nothing is a proof any more."""


@dataclasses.dataclass(frozen=True, eq=False)
class Paper:
    """Makes the editions of forms, each once.

    A form with a paper for each policy has all of ``library``, one that gathers them those of
    ``few``: the whole handbook is for ``scripts/soak.py``.
    """

    library: Library
    few: Library
    scope: Scope
    kept: dict[tuple[str, str], tuple[Made, ...]] = dataclasses.field(default_factory=dict)
    refused: dict[tuple[str, str], list[str]] = dataclasses.field(default_factory=dict)

    def edition(self, form: Form, name: str) -> tuple[Made, ...]:
        """Return the PDFs of one of ``EDITIONS``; what cannot be made is told by ``refusals``."""
        key = (form.name, name)
        if key not in self.kept:
            self.refused[key] = []
            made = (self.one(form, order, name) for order in self.orders(form, name))
            self.kept[key] = tuple(one for one in made if one)
        return self.kept[key]

    def one(self, form: Form, order: Order, name: str) -> Made | None:
        try:
            return make(form, order, press=name == "press")
        except (Refused, PagesWrong, TypsetFailed) as refused:
            self.refused[form.name, name].append(f"{order.policies[0].slug}: {refused!s:.300}")
            return None

    def refusals(self, form: Form, name: str) -> list[str]:
        """Return what was said of an edition's PDFs that could not be made."""
        self.edition(form, name)
        return self.refused[form.name, name]

    def orders(self, form: Form, name: str) -> Iterator[Order]:
        """Yield the orders of an edition: all policies as proofs, of the others the extremes.

        No shop gets tiles: they are for an office with nothing but an A4 printer.
        """
        if name == "proof":
            made = self.made(form, self.scope)
            yield from extremes(form, made) if form.imposition else made
        elif name == "no-address":
            scope = dataclasses.replace(self.scope, public_url=None)
            yield from extremes(form, self.made(form, scope))
        elif name == "press" and form.imposition == "tiles":
            return
        elif name == "press":
            yield next(self.made(form, self.scope, released=True))
        else:
            places = EXTREMES if form.local else (GENERAL,)
            made = self.made(form, self.scope, places, released=True)
            yield from extremes(form, made)

    def made(self, form: Form, scope: Scope, *places: Any, **how: Any) -> Iterator[Order]:
        return orders(form, self.library if form.each else self.few, scope, *places, **how)


def extremes(form: Form, made: Iterable[Order]) -> tuple[Order, ...]:
    """Return the order with the least to say, and that with the most."""
    ordered = sorted(made, key=lambda one: len(json.dumps(form.data(one))))
    return (ordered[0], ordered[-1]) if len(ordered) > 1 else tuple(ordered)


def orders(
    form: Form,
    library: Library,
    scope: Scope,
    villages: tuple[VillageView, ...] = (GENERAL,),
    *,
    released: bool = False,
) -> Iterator[Order]:
    """Yield an order a policy, or one for all, as the form wants it."""
    if released:
        scope = dataclasses.replace(scope, public_url=RELEASED)
    policies = policy_views(library, scope)
    if released:
        policies = tuple(dataclasses.replace(one, draft="", edition=2) for one in policies)
    for chosen in [(one,) for one in policies] if form.each else [policies]:
        yield Order(chosen, library, scope, villages)
