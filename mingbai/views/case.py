"""A case as a reader sees it: the story, what it shows, and that it shows nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.sources import Source, sources

if TYPE_CHECKING:
    from mingbai.model.case import Case
    from mingbai.model.library import Library

COMPOSITE = "这个故事由多个情况综合改编，不指任何真实的人。"
CONSENT = "经本人书面同意讲述，姓名和细节已隐去。"


@dataclass(frozen=True, slots=True)
class PolicyLink:
    """A policy to read on."""

    slug: str
    name: str
    short_name: str
    answer: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case. ``body`` is Markdown of the closed set: paragraphs, headings, lists."""

    slug: str
    title: str
    summary: str
    kind: str
    lesson: str
    body: str
    policies: tuple[PolicyLink, ...]
    sources: tuple[Source, ...]


def case_view(case: Case, library: Library) -> CaseView:
    """Return what a case tells a reader."""
    return CaseView(
        slug=case.slug,
        title=case.title,
        summary=case.summary,
        kind=COMPOSITE if case.kind == "composite" else CONSENT,
        lesson=case.lesson,
        body=case.body.strip(),
        policies=tuple(
            policy_link(policy.slug, library)
            for policy in library.policies
            if policy.slug in case.policies
        ),
        sources=sources(case.cite, library),
    )


def policy_link(slug: str, library: Library) -> PolicyLink:
    """Return a policy as a link."""
    policy = library.policy_by_slug[slug]
    return PolicyLink(policy.slug, policy.name, policy.short_name, policy.summary[0].text)
