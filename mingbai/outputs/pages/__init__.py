"""The site's pages as Markdown: views in, text out; headings are Markdown for search to know.

Everything below a heading is HTML with escaped text: a policy's words never turn into markup.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from mingbai.design import css_variables
from mingbai.design.icons import icon_svg
from mingbai.model import questions
from mingbai.outputs import paper
from mingbai.outputs.pages import talks
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.templates import templates
from mingbai.views.basis import basis_page
from mingbai.views.before_now import before_now_view
from mingbai.views.case import case_view
from mingbai.views.contacts import contacts
from mingbai.views.disclosure import disclosure_view
from mingbai.views.front import front_view
from mingbai.views.glossary import glossary_view
from mingbai.views.names_index import names_index
from mingbai.views.offers import offers_view, sheet_of
from mingbai.views.overview import overview_view
from mingbai.views.policy import policy_views

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Problem

MARKS = re.compile(r"[\\`*_{}\[\]<>()#+.!|~-]")
TOP = Place("mkdocs.yml")


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield every page of the site."""
    yield Target("site", "assets/css/tokens.css", None, TOP)
    front = front_view(library)
    yield Target("part", "front", ("front", front), TOP)
    yield Target("page", "policies/index.md", ("policies", front), TOP)
    overview = ("overview", overview_view(library, scope))
    yield Target("page", "overview/index.md", overview, TOP)
    yield Target("page", "changes/index.md", ("changes", before_now_view(library, scope)), TOP)
    printed = tuple(paper.printed(library, scope, made))
    for view in policy_views(library, scope):
        content = ("policy", view, sheet_of(view.slug, printed))
        place = library.policy_by_slug[view.slug].at("name")
        yield Target("page", f"policies/{view.slug}/index.md", content, place)
    cases = tuple(case_view(case, library) for case in library.cases)
    yield Target("page", "cases/index.md", ("cases", cases), TOP)
    for case, told in zip(library.cases, cases, strict=True):
        yield Target("page", f"cases/{case.slug}/index.md", ("case", told), case.at("title"))
    yield Target("page", "legal-basis/index.md", ("basis", basis_page(library, scope)), TOP)
    directory = disclosure_view(library, scope)
    if directory:
        yield Target("page", "disclosure/index.md", ("disclosure", directory), TOP)
    yield Target("page", "contacts/index.md", ("contacts", contacts(library, scope)), TOP)
    offers = offers_view(printed, library, scope)
    yield Target("page", "paper/index.md", ("paper", offers), TOP)
    yield Target("page", "glossary/index.md", ("glossary", glossary_view(library)), TOP)
    yield Target("page", "names/index.md", ("names", names_index(library)), TOP)
    yield from talks.plan(library, scope, made)


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Return a page as Markdown with front matter, or the tokens as CSS."""
    if target.view is None:
        return css_variables().encode()
    name, view, *more = target.view
    template = environment().get_template(f"{name}.md.j2")
    return template.render(view=view, paper=more[0] if more else None).encode()


@cache
def environment() -> Environment:
    """Return the templates; a name that a view does not have is an error."""
    comments = {"comment_start_string": "<%#", "comment_end_string": "%>"}
    made = templates("outputs/pages", **comments)
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    made.filters["plain"] = plain_markdown
    made.globals["icon"] = icon
    made.globals["q"] = questions
    return made


def plain_markdown(words: str) -> Markup:
    """Return a heading's words so that Markdown takes none of them for markup."""
    return Markup(MARKS.sub(r"\\\g<0>", str(escape(words))))  # noqa: S704 - escaped on this line


def icon(name: str) -> Any:
    """Return an icon as markup; the check stage has made sure that it exists."""
    return Markup(icon_svg(name) or "")  # noqa: S704 - from the installed icon set, not from a record
