"""The pages for speakers and staff: talks, quizzes, texts to read out or send.

None of them is found by the residents' search: each says so in its front matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.policy import policy_views
from mingbai.views.speaking.narration import narration_view
from mingbai.views.speaking.narration_page import narration_page, narrations_page
from mingbai.views.speaking.talk_page import talk_page
from mingbai.views.speaking.talks import talk_views
from mingbai.views.speaking.talks_page import talks_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

TOP = Place("mkdocs.yml")


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield every page for speakers; ``made`` are finished files by their path below the site."""
    yield from told(library, scope, made)
    yield from sent(library, scope, made)


def told(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield the talks with their quizzes, and the list of them."""
    pages = tuple(talk_page(one, made) for one in talk_views(library, scope))
    if not pages:
        return
    listed = talks_page(pages, len(library.talks))
    yield Target("page", "talks/index.md", ("talks", listed), TOP)
    campaign = {one.slug: one.at("title") for one in library.talks}
    for one in pages:
        slug = one.talk.slug
        place = campaign.get(slug) or library.policy_by_slug[slug].at("talk")
        yield Target("page", f"talks/{slug}/index.md", ("talk", one), place)
        if one.talk.quiz:
            yield Target("page", f"talks/{slug}/quiz/index.md", ("quiz", one), place)


def sent(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield the texts of each policy, and the list of them."""
    pages = []
    for view in policy_views(library, scope):
        texts = narration_view(library.local_policy(view.slug, scope.region), view, library, scope)
        if texts is None:
            continue
        page = narration_page(texts, view, scope, made)
        pages.append(page)
        place = library.policy_by_slug[view.slug].at("narration")
        yield Target("page", f"narration/{view.slug}/index.md", ("narration", page), place)
    if pages:
        listed = narrations_page(pages)
        yield Target("page", "narration/index.md", ("narrations", listed), TOP)
