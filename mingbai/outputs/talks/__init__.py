"""Everything of a talk that is handed over: papers, slides, words, and texts to read out or send.

``<slug>/…`` holds the files of a talk; those of a policy's texts lie in the folder of its own talk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.outputs import job, narration
from mingbai.outputs.slides.presentation import presentation
from mingbai.outputs.talks.docx import speaker_document
from mingbai.outputs.talks.jobs import talk_jobs
from mingbai.outputs.target import Target
from mingbai.views.policy import policy_views
from mingbai.views.speaking.narration import narration_view
from mingbai.views.speaking.slides import slides_view
from mingbai.views.speaking.talks import talk_views

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Place, Problem

OWN = ("notes", "outline", "phone", "slides", "quiz", "review")
"""Papers of a policy's own talk; whoever calls people together takes a talk of the campaign."""


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield every file of every talk, then the texts of every policy."""
    campaign = {one.slug: one.at() for one in library.talks}
    for talk in talk_views(library, scope):
        place = campaign.get(talk.slug) or own_place(talk.slug, library)
        for name, work in talk_jobs(talk, scope.as_of, place).items():
            if talk.slug in campaign or name.removesuffix(".pdf") in OWN:
                yield Target("talks", f"{talk.slug}/{name}", work, place)
        deck = ("pptx", slides_view(talk), scope.as_of)
        yield Target("talks", f"{talk.slug}/slides.pptx", deck, place)
        words = ("docx", talk, scope.as_of)
        yield Target("talks", f"{talk.slug}/notes.docx", words, place)
    for view in policy_views(library, scope):
        policy = library.local_policy(view.slug, scope.region)
        told = narration_view(policy, view, library, scope)
        if told is not None:
            yield from narration.plan(told, scope.as_of, policy.at("narration"))


def own_place(slug: str, library: Library) -> Place:
    """Return where a policy's own talk stands."""
    return library.policy_by_slug[slug].at("talk")


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Make one file, or say why it cannot be made."""
    if isinstance(target.view, job.Job):
        return job.render(target.view)
    kind, view, day = target.view
    if kind == "pptx":
        return presentation(view, day, target.place)
    if kind == "docx":
        return speaker_document(view, day)
    return narration.render(target)
