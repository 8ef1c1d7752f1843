"""The pages behind printed codes: a small HTML file per policy, and one for all of them.

Each stands at its permanent address, brings its own style and needs no script.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from mingbai.design import css_variables, declarations, tokens
from mingbai.model import questions
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.policy import policy_views
from mingbai.views.scan_index import scan_index_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Problem


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield ``s/<code>/index.html`` for every policy, and ``s/index.html`` for all."""
    policies = policy_views(library, scope)
    for view in policies:
        place = library.policy_by_slug[view.slug].at("code")
        yield Target("site", f"s/{view.code}/index.html", ("scan", view), place)
    index = scan_index_view(policies, library, scope)
    yield Target("site", "s/index.html", ("index", index), Place("mkdocs.yml"))


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Return the page."""
    name, view = target.view
    template = environment().get_template(f"{name}.html.j2")
    return template.render(view=view, variables=variables()).encode()


@cache
def variables() -> str:
    """Return the look, dark where the phone asks for it: nobody chooses on these pages."""
    dark = declarations(tokens().dark)
    return f"{css_variables()}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"


@cache
def environment() -> Environment:
    """Return the templates."""
    made = Environment(
        loader=PackageLoader("mingbai", "outputs/scan"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["q"] = questions
    return made
