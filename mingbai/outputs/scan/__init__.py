"""The pages behind printed codes: a small HTML file per policy, and one for all of them.

Each stands at its permanent address, brings its own style and needs no script. They are part of the
site, or stand alone on a portal while the site stays on the intranet.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mingbai.outputs import answer
from mingbai.outputs.scan.document import document, icon, script
from mingbai.outputs.scan.near import near
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.moved import moved_views
from mingbai.views.opening import opening
from mingbai.views.policy import policy_views
from mingbai.views.scan import scan_views, tombstone
from mingbai.views.scan_index import scan_index_view
from mingbai.views.standards import ADDRESS
from mingbai.views.standards_page import standards_page
from mingbai.views.village_contacts import village_contacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Problem

SETTINGS = Place("mkdocs.yml")


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield the folder ``s/`` as a part of the site."""
    return targets(library, scope, linked=True)


def standing_alone(library: Library, scope: Scope) -> Iterator[Target]:
    """Yield the same files without a link to the site: for a portal that takes in ``s/`` only."""
    return targets(library, scope, linked=False)


def targets(library: Library, scope: Scope, *, linked: bool) -> Iterator[Target]:
    """Yield every file of ``s/``; ``linked`` pages lead on to the site."""
    policies = policy_views(library, scope)
    yield from pages_of_codes(library, scope, linked=linked)
    for policy in policies:
        place = library.policy_by_slug[policy.slug].at("code")
        picture = ("answer", answer.job_of(policy, scope, place))
        yield Target("site", f"s/{policy.code}/answer.png", picture, place)
    index = scan_index_view(policies, library, scope, site="../" if linked else "")
    yield Target("site", "s/index.html", ("index", index), SETTINGS)
    figures = standards_page(policies, library, scope, site="../../" if linked else "")
    yield Target("site", f"s/{ADDRESS}/index.html", ("standards", figures), SETTINGS)
    yield Target("site", "s/page.js", ("script",), SETTINGS)
    yield Target("site", "s/icon.png", ("icon",), SETTINGS)
    for town, villages in village_contacts(library, scope).items():
        yield Target("site", f"s/v/{town}.js", ("near", town, villages), SETTINGS)
    if linked:
        yield from old_pages(library, scope)


def pages_of_codes(library: Library, scope: Scope, *, linked: bool) -> Iterator[Target]:
    """Yield the pages behind every code: for today, and for each edition ever released."""
    first = {one.code: opening(one, library, scope) for one in policy_views(library, scope)}
    for address, view in scan_views(library, scope, alone=not linked):
        what = ("scan", view, first[view.code]) if view.code in first else ("tombstone", view)
        place = library.record_by_code[view.code].at("code")
        yield Target("site", f"s/{address}/index.html", what, place)


def old_pages(library: Library, scope: Scope) -> Iterator[Target]:
    """Yield what stands at addresses of the site that policies had before."""
    for slug, moved in moved_views(library):
        yield Target("site", f"policies/{slug}/index.html", ("moved", moved), SETTINGS)
    for ended in library.withdrawn:
        path, place = f"policies/{ended.slug}/index.html", ended.at("slug")
        view = replace(tombstone(ended, 0, library, scope, alone=False), up="../../s/")
        yield Target("site", path, ("tombstone", view), place)


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Return the file, or what keeps a picture from being made."""
    match target.view:
        case ("answer", job):
            return answer.render(job)
        case ("near", town, villages):
            return near(town, villages)
        case ("script",):
            return script()
        case ("icon",):
            return icon()
        case ("scan", view, first):
            return document("scan", view.up, view=view, policy=view.policy, first=first)
        case (name, view):
            return document(name, getattr(view, "up", ""), view=view)
    message = f"no file is made from {target.view!r}"
    raise TypeError(message)
