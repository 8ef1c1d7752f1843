"""The paper that the site offers: every form for the whole region, the usual ones a township.

``<division_code>/<slug>-<form>.pdf`` for one policy, ``<division_code>/<form>.pdf`` for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.outputs import job
from mingbai.outputs.form import Order
from mingbai.outputs.forms import FORMS
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.offers import Printed
from mingbai.views.policy import policy_views
from mingbai.views.village import GENERAL, township_views

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.outputs.form import Form
    from mingbai.problems import Problem

FOR_TOWNSHIPS = ("sheet", "cards")
"""What a township prints itself; everything else is the same for all of them."""


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield every PDF."""
    for path, form, order in orders(library, scope):
        place = record_place(order, form)
        yield Target("print", path, job.job_of(form, order, place), place)


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Return the PDF, or a problem for all that does not fit or cannot be printed."""
    return job.render(target.view)


def orders(library: Library, scope: Scope) -> Iterator[tuple[str, Form, Order]]:
    """Yield path, form and order of every PDF."""
    policies = policy_views(library, scope)
    for form in FORMS:
        for chosen in [(one,) for one in policies] if form.each else [policies]:
            path = f"{scope.region}/{form.file_name(chosen[0].slug)}"
            yield path, form, Order(policies=chosen, library=library, scope=scope)
    for town in township_views(library, scope):
        for form in FORMS:
            if form.name in FOR_TOWNSHIPS:
                order = Order(policies=policies, library=library, scope=scope, villages=(town,))
                yield f"{town.code}/{form.name}.pdf", form, order


def record_place(order: Order, form: Form) -> Place:
    """Return the record that a form is blamed on: the policy's, or the settings for several."""
    if form.each and len(order.policies) == 1:
        return order.library.policy_by_slug[order.policies[0].slug].at("name")
    return Place("mkdocs.yml")


def printed(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Printed]:
    """Yield what a page may say of each PDF that was made."""
    for path, form, order in orders(library, scope):
        if path in made:
            village = order.villages[0]
            one = len(order.policies) == 1 and form.each
            yield Printed(
                form=form.name,
                title=form.title,
                paper=form.paper,
                how=form.how,
                slug=order.policies[0].slug if one else "",
                township="" if village == GENERAL else village.code,
                path=path,
                pages=job.page_count(made[path]),
                bytes=len(made[path]),
            )
