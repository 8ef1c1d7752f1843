"""What somebody orders on the command line, and the PDFs it comes to.

Comes in: the library, the scope, and the filters. Goes out: one ``Sheaf`` per file to be, in order:
a township's copies of one policy, or one village's copies of all policies.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from mingbai.outputs.form import Order
from mingbai.outputs.job import Blamed, Job, job_of
from mingbai.outputs.paper import record_place
from mingbai.views.policy import policy_views
from mingbai.views.village import GENERAL, village_places, village_views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.model.village import Village
    from mingbai.outputs.form import Form
    from mingbai.problems import Place
    from mingbai.views.policy import PolicyView
    from mingbai.views.village import VillageView

By = Literal["township", "village"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An order: forms, and policies, townships, villages by slug or code (none means all)."""

    forms: tuple[Form, ...]
    policies: tuple[str, ...] = ()
    townships: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    by: By = "township"
    proof: bool = False
    press: bool = False


@dataclass(frozen=True, slots=True)
class Sheaf:
    """One PDF to be: its path below the region's folder, its form and its order."""

    path: str
    form: Form
    order: Order
    place: Place
    press: bool
    rows: dict[str, Place]

    @property
    def copies(self) -> int:
        """Return how many sheets a reader would count: one a policy and place."""
        policies = len(self.order.policies) if self.form.each else 1
        return policies * len(self.order.villages)

    def job(self) -> Job:
        """Return what a worker makes it from."""
        blamed = tuple(
            Blamed(one.code, self.rows[one.code], spoken(one), row=True)
            for one in self.order.villages
            if one.code in self.rows
        )
        return job_of(self.form, self.order, self.place, press=self.press, blamed=blamed)

    def without(self, codes: set[str]) -> Sheaf | None:
        """Return the same sheaf without some villages, None if none would be left."""
        kept = tuple(one for one in self.order.villages if one.code not in codes)
        return replace(self, order=replace(self.order, villages=kept)) if kept else None


def spoken(village: VillageView) -> str:
    """Return the words of a village's own row."""
    return f"{village.township}{village.name}{village.contact}{village.phone}{village.hours}"


def sheaves(library: Library, scope: Scope, wanted: Wanted) -> Iterator[Sheaf]:
    """Yield every PDF of an order, by form, place and policy."""
    policies = tuple(
        one
        for one in policy_views(library, scope)
        if not wanted.policies or one.slug in wanted.policies
    )
    taken = [one for one in library.villages_in(scope.region) if takes(wanted, one)]
    rows = village_places(taken)
    ordered = village_views(taken, library, scope)
    for form in wanted.forms:
        for folder, stem, group, villages in bundles(form, policies, ordered, wanted.by):
            order = Order(
                policies=group,
                library=library,
                scope=scope,
                villages=villages,
                proof=wanted.proof,
            )
            ending = "-press.pdf" if wanted.press else ".pdf"
            path = f"{folder}{stem}{ending}"
            place = record_place(order, form)
            yield Sheaf(path, form, order, place, wanted.press, rows)


Bundle = tuple[str, str, "tuple[PolicyView, ...]", "tuple[VillageView, ...]"]


def bundles(
    form: Form, policies: tuple[PolicyView, ...], villages: tuple[VillageView, ...], by: By
) -> Iterator[Bundle]:
    """Yield folder, file name, policies and villages of each file of one form."""
    singles = [(one,) for one in policies] if form.each else [policies]
    if not form.local:
        for group in singles:
            yield "", form.file_name(group[0].slug).removesuffix(".pdf"), group, (GENERAL,)
        return
    for township, members in groupby(villages, key=lambda one: one.code[:9]):
        town = tuple(members)
        if by == "village":
            for one in town:
                yield f"{township}/", f"{one.code}-{form.name}", policies, (one,)
            continue
        for group in singles:
            name = form.file_name(group[0].slug).removesuffix(".pdf")
            yield f"{township}/", name, group, town


def takes(wanted: Wanted, village: Village) -> bool:
    """Tell whether an order takes a village: by code or by name."""
    town, name = {village.township_code, village.township}, {village.code, village.name}
    in_town = not wanted.townships or bool(town & set(wanted.townships))
    return in_town and (not wanted.villages or bool(name & set(wanted.villages)))
