"""Every talk: those of the campaign, and a short one of each policy that has lines for speaking."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mingbai.model.campaign import PARTS
from mingbai.review.words_seal import own_seal, signed, talk_seal
from mingbai.views.code import (
    MOST_BYTES,
    WARNING,
    code_content,
    invitation,
    plain_text,
    printed_address,
)
from mingbai.views.hotline import common_call
from mingbai.views.policy import policy_views
from mingbai.views.speaking.aloud import sum_words
from mingbai.views.speaking.calling import calling
from mingbai.views.speaking.inserts import filler
from mingbai.views.speaking.quiz import quiz_views
from mingbai.views.speaking.talk import Sum, TalkLine, TalkPart, TalkSection, TalkView
from mingbai.views.speaking.talk_parts import Marks, PartMaker, speech_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mingbai.model.campaign import CampaignTalk, Section
    from mingbai.model.case import Case
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope
    from mingbai.model.talk import PolicyTalk
    from mingbai.views.policy import PolicyView

STAMP = "样稿 未经审查"
MINUTES = 6
"""Of a policy's own talk."""

OWN_AUDIENCE = "单独讲这一项，或者放进别的宣讲里"
SPEECH = "讲话精神"
BEGIN, END = "开场", "结尾"
ASKED = "现场提问"
ASK_NOW = "下面请大家问。答不上来的记下来，问清楚再回话，不要猜。"


@lru_cache(maxsize=2)
def talk_views(library: Library, scope: Scope) -> tuple[TalkView, ...]:
    """Return the talks of the campaign, then each policy's own: made once for all forms."""
    views = {one.slug: one for one in policy_views(library, scope)}
    own = (
        own_talk(library.local_policy(one.slug, scope.region), views[one.slug], library, scope)
        for one in library.policies
        if one.talk
    )
    return (*(composed(one, library, scope) for one in library.talks), *own)


def composed(talk: CampaignTalk, library: Library, scope: Scope) -> TalkView:
    """Return a talk of the campaign."""
    return _Composed(talk, library, scope).view()


def own_talk(policy: Policy, view: PolicyView, library: Library, scope: Scope) -> TalkView:
    """Return the talk of about six minutes about one policy."""
    talk = policy.talk
    if talk is None:
        raise ValueError(policy.slug)
    marks = Marks(library)
    maker = PartMaker(policy, filler(policy, library, scope), marks, scope)
    ask = calling(view.call, talk.ask_at)
    seal = own_seal(policy, library)
    told = story(talk.story, library)
    opening, *parts = (maker.part(key, talk, told) for key in PARTS)
    closing = maker.part("closing", talk, None)
    closing = TalkPart("closing", END, (*closing.lines, TalkLine("say", ask.repeated)))
    sections = (
        TalkSection("", BEGIN, (opening,)),
        TalkSection(policy.slug, policy.short_name, tuple(parts), sums(view)),
        TalkSection("", END, (closing,)),
    )
    return TalkView(
        slug=policy.slug,
        title=policy.name,
        audience=OWN_AUDIENCE,
        minutes=MINUTES,
        open_minutes=0,
        region=view.region,
        as_of=view.as_of,
        stamp=stamp((view,), scope, is_signed=signed(talk.review, seal)),
        seal=seal,
        sections=sections,
        policies=(policy.slug,),
        sources=tuple(marks.found),
        quiz=quiz_views((policy,), lambda one: filler(one, library, scope), library),
        calling=ask,
        code_content=code_content(view, scope),
        address=printed_address(scope, policy.code),
        invitation=invitation(scope),
        warning=WARNING,
    )


def stamp(told: Iterable[PolicyView], scope: Scope, *, is_signed: bool) -> str:
    """Return the stamp of words that nobody signed, or whose code leads to an example address."""
    proof = not is_signed or scope.is_example or any(one.draft for one in told)
    return STAMP if proof else ""


def sums(view: PolicyView) -> tuple[Sum, ...]:
    """Return the figures that paper names, each with its value or that the place tells it."""
    return tuple(Sum(one.short, sum_words(one)) for one in view.amounts if one.short)


def story(slug: str, library: Library) -> Case | None:
    """Return a case by its name."""
    return next((one for one in library.cases if one.slug == slug), None)


class _Composed:
    """Puts one talk of the campaign together."""

    def __init__(self, talk: CampaignTalk, library: Library, scope: Scope) -> None:
        self.talk, self.library, self.scope = talk, library, scope
        self.marks = Marks(library)
        self.views = {one.slug: one for one in policy_views(library, scope)}
        self.told = [self.views[one.policy] for one in talk.sections]
        self.ask = calling(common_call(self.told))

    def view(self) -> TalkView:
        seal = talk_seal(self.talk, self.library, self.scope)
        is_signed = signed(self.talk.review, seal)
        return TalkView(
            slug=self.talk.slug,
            title=self.talk.title,
            audience=self.talk.audience,
            minutes=self.talk.minutes,
            open_minutes=self.talk.open_minutes,
            region=self.told[0].region,
            as_of=self.told[0].as_of,
            stamp=stamp(self.told, self.scope, is_signed=is_signed),
            seal=seal,
            sections=tuple(self.sections()),
            policies=tuple(one.slug for one in self.told),
            sources=tuple(self.marks.found),
            quiz=quiz_views(self.records(), self.fill, self.library),
            calling=self.ask,
            code_content=self.code(),
            address=printed_address(self.scope, ""),
            invitation=invitation(self.scope),
            warning=WARNING,
        )

    def code(self) -> str:
        if self.scope.public_url:
            return self.scope.address("")
        names = "、".join(one.short_name for one in self.told)
        call = common_call(self.told)
        return plain_text(names, f"电话{call.number}" if call else "", MOST_BYTES)

    def records(self) -> Sequence[Policy]:
        region = self.scope.region
        return [self.library.local_policy(one.slug, region) for one in self.told]

    def fill(self, policy: Policy) -> Callable[[str], str]:
        return filler(policy, self.library, self.scope)

    def sections(self) -> Iterator[TalkSection]:
        begin = [TalkPart("opening", BEGIN, said(self.talk.opening))]
        quoted = speech_lines(self.talk.speech)
        if quoted:
            begin.append(TalkPart("speech", SPEECH, quoted))
        yield TalkSection("", BEGIN, tuple(begin))
        for section, policy in zip(self.talk.sections, self.records(), strict=True):
            if policy.talk is not None:
                yield self.section(section, policy, policy.talk)
        asking = (TalkLine("note", ASK_NOW),)
        end = (*said(self.talk.closing), TalkLine("say", self.ask.repeated))
        parts = (TalkPart("asked", ASKED, asking), TalkPart("closing", END, end))
        yield TalkSection("", END, parts)

    def section(self, section: Section, policy: Policy, talk: PolicyTalk) -> TalkSection:
        maker = PartMaker(policy, self.fill(policy), self.marks, self.scope)
        told = story(section.story or talk.story, self.library)
        parts = [maker.part(key, talk, told) for key in PARTS if key in section.parts]
        if section.transition:
            parts.insert(0, TalkPart("transition", "过渡", said((section.transition,))))
        return TalkSection(
            policy.slug, policy.short_name, tuple(parts), sums(self.views[policy.slug])
        )


def said(lines: Iterable[str]) -> tuple[TalkLine, ...]:
    """Return lines that rest on no article."""
    return tuple(TalkLine("say", one) for one in lines)
