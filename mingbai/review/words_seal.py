"""The seal of words for speaking: sixteen letters of all that a signed review sheet listed.

Values of figures, time limits and telephones do not count: they are signed, or dialled, apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingbai.review.seal import WHOLE, hashed, plain, typed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.base import Record
    from mingbai.model.campaign import CampaignTalk
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope
    from mingbai.model.talk import WordsReview


def words_seal(record: Record, *more: Any) -> str:
    """Return the seal of a record's words, and of others that are said with them."""
    told = plain(record)
    told.pop("review", None)
    return hashed([told, *more], WHOLE)


def own_seal(policy: Policy, library: Library) -> str:
    """Return the seal of a policy's own talk; the policy is as it holds in a region."""
    if policy.talk is None:
        return ""
    talk = policy.talk
    return words_seal(talk, *with_it(policy, talk.questions, (talk.story,), library))


def talk_seal(talk: CampaignTalk, library: Library, scope: Scope) -> str:
    """Return the seal of a talk with everything that its sections say, and nothing else."""
    said: list[Any] = []
    for section in talk.sections:
        policy = library.local_policy(section.policy, scope.region)
        if policy.talk is not None:
            own = {one: plain(getattr(policy.talk, one)) for one in section.parts}
            own.pop("story", None)
            own.pop("questions", None)
            stories = (section.story or policy.talk.story,) if "story" in section.parts else ()
            asked = policy.talk.questions if "questions" in section.parts else ()
            said.append([own, plain(policy.talk.quiz), *with_it(policy, asked, stories, library)])
    return words_seal(talk, *said)


def with_it(
    policy: Policy, questions: Iterable[str], stories: Iterable[str], library: Library
) -> list[Any]:
    """Return the questions and stories that a policy's talk takes from elsewhere."""
    wanted, listed = set(questions), set(stories)
    asked = [[one.q, one.a] for one in policy.faq if one.id in wanted]
    told = [[one.title, one.body] for one in library.cases if one.slug in listed]
    return [asked, told]


def signed(review: WordsReview, seal: str) -> bool:
    """Tell whether words are those that somebody signed; dashes as on paper do not matter."""
    return review.state == "reviewed" and typed(review.seal or "") == seal
