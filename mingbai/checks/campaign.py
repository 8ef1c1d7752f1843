"""Rules of the campaign's talks: their policies are there, and a signature is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.checks.links import unknown_policy
from mingbai.problems import Problem
from mingbai.review.words_seal import own_seal, signed, talk_seal, words_seal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.model.talk import WordsReview


def sections(library: Library, scope: Scope) -> Iterator[Problem]:
    """A talk's sections are policies with lines for speaking, each once, with their own stories."""
    for talk in library.talks:
        if talk.slug in library.policy_by_slug:
            yield Problem("talk-name-taken", talk.at(), {"found": talk.slug})
        seen = set[str]()
        for section in talk.sections:
            place = section.at("policy")
            yield from unknown_policy(library, section.policy, place)
            if section.policy in seen:
                yield Problem("talk-policy-twice", place, {"found": section.policy})
            seen.add(section.policy)
            policy = library.policy_by_slug.get(section.policy)
            if policy is None:
                continue
            if policy.talk is None:
                yield Problem("talk-part-missing", place, {"found": section.policy})
            stories = [one.slug for one in library.cases if section.policy in one.policies]
            if section.story and library.complete and section.story not in stories:
                values = {"found": section.story, "known": "、".join(stories) or "没有"}
                yield Problem("talk-story", section.at("story"), values)


def signatures(library: Library, scope: Scope) -> Iterator[Problem]:
    """Words for speaking that are signed say by whom and when, and are still those words."""
    for talk in library.talks:
        if all(one.policy in library.policy_by_slug for one in talk.sections):
            yield from signature(talk.review, talk_seal(talk, library, scope))
    for record in library.policies:
        policy = library.local_policy(record.slug, scope.region)
        if policy.talk:
            yield from signature(policy.talk.review, own_seal(policy, library))
        if policy.narration:
            yield from signature(policy.narration.review, words_seal(policy.narration))


def signature(review: WordsReview, seal: str) -> Iterator[Problem]:
    """Yield what is wrong with one signature."""
    if review.state == "draft":
        return
    needed = {"by": "审查单位", "on": "审查日期", "seal": "封印"}
    missing = [label for key, label in needed.items() if not getattr(review, key)]
    if missing:
        yield Problem("talk-signed", review.at("state"), {"missing": "、".join(missing)})
    elif not signed(review, seal):
        yield Problem("talk-changed", review.at("seal"), {"by": review.by})
