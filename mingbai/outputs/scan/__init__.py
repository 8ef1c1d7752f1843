"""The page behind a printed code: one small HTML file per policy at its permanent address."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from mingbai.design import css_variables
from mingbai.model import questions
from mingbai.outputs.target import Target
from mingbai.views.policy import policy_views

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Problem


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield ``s/<code>/index.html`` for every policy."""
    for view in policy_views(library, scope):
        place = library.policy_by_slug[view.slug].at("code")
        yield Target("site", f"s/{view.code}/index.html", view, place)


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Return the page."""
    return template().render(view=target.view, variables=css_variables()).encode()


@cache
def template() -> Template:
    """Return the one template."""
    loader = PackageLoader("mingbai", "outputs/scan")
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["q"] = questions
    return made.get_template("scan.html.j2")
