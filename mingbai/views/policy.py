"""Everything one policy tells a reader, in the order of the eight questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mingbai.editions.standing import standing
from mingbai.views.amounts import Amount, amount
from mingbai.views.contacts import Contact, contacts
from mingbai.views.dates import day_words
from mingbai.views.flow import Stage, flow
from mingbai.views.lines import Line, filled, line, lines
from mingbai.views.review_words import draft_words, reviewed_words
from mingbai.views.sources import Source, sources, unverified
from mingbai.views.told import Told, told

if TYPE_CHECKING:
    from mingbai.model.case import Case
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope
    from mingbai.model.statement import (
        Desk,
        Exclusion,
        Notice,
        Question,
        ReVerification,
        Right,
    )


MOST_NAMES = 8
"""Other names that a page or a chapter tells; the index of names has them all."""


@dataclass(frozen=True, slots=True)
class NotCovered:
    """One exclusion with its exceptions."""

    line: Line
    exceptions: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office with a duty in this policy, and where that is written."""

    label: str
    name: str
    sources: tuple[Source, ...]
    local: str

    @property
    def unverified(self) -> bool:
        """Tell whether it rests on a document nobody has read: 待核."""
        return unverified(self.sources)


@dataclass(frozen=True, slots=True)
class Answer:
    """A question people ask, with its answer; ``anchor`` leads to it."""

    question: str
    answer: str
    anchor: str
    sources: tuple[Source, ...]
    local: str

    @property
    def unverified(self) -> bool:
        """Tell whether it rests on a document nobody has read: 待核."""
        return unverified(self.sources)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about what comes after the decision, by its kind (报告, 核查, 公布, 复议诉讼 …)."""

    kind: str
    line: Line


@dataclass(frozen=True, slots=True)
class News:
    """A change: since when, what, and what it means for a sheet already on a wall.

    ``was`` is what held before, empty where nobody has read it.
    """

    day: str
    text: str
    old_sheets: str
    sources: tuple[Source, ...]
    was: str = ""
    was_sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A case to read on."""

    slug: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class PolicyView:
    """One policy for residents, speakers and staff alike.

    ``office`` is the kind that leads it. ``draft`` says that nobody signed what stands here now,
    else ``reviewed`` says who did. ``pointer`` is said where paper only tells whom to ask.
    ``edition`` is the one that paper made now is of; 0 while its facts are not released.
    """

    slug: str
    code: str
    name: str
    short_name: str
    category: str
    office: str
    region: str
    as_of: str
    draft: str
    reviewed: str
    pointer: str
    edition: int
    answer: str
    summary: tuple[Line, ...]
    desks: tuple[Office, ...]
    conditions: Told[Line]
    exclusions: Told[NotCovered]
    benefits: Told[Line]
    amounts: tuple[Amount, ...]
    bring: tuple[Line, ...]
    fetched: tuple[Line, ...]
    stages: tuple[Stage, ...]
    rules: tuple[Rule, ...]
    ask_first: str
    ask: tuple[Contact, ...]
    townships: tuple[str, ...]
    answers: tuple[Answer, ...]
    news: tuple[News, ...]
    cases: tuple[CaseLink, ...]
    names: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def other_name(self) -> str:
        """Return the short name where it says something else than the name."""
        return self.short_name if self.short_name != self.name else ""

    @property
    def accepts(self) -> Office:
        """Return where to apply."""
        return self.desks[0]

    @property
    def call(self) -> Contact | None:
        """Return the first number that somebody has dialled."""
        return next((one for one in self.ask if one.dialled), None)


@lru_cache(maxsize=2)
def policy_views(library: Library, scope: Scope) -> tuple[PolicyView, ...]:
    """Return every policy as it holds in the scope's region: made once for all forms."""
    return tuple(
        policy_view(library.local_policy(record.slug, scope.region), library, scope)
        for record in library.policies
    )


def policy_view(policy: Policy, library: Library, scope: Scope) -> PolicyView:
    """Return what ``policy`` (as it holds in the scope's region) tells a reader."""
    people = contacts(library, scope, policy.lead.office)
    summary = lines(policy.summary, library, scope)
    amounts = tuple(amount(one, library, scope) for one in policy.figures)
    papers = [(one.provided_by, line(one, library, scope)) for one in policy.documents]
    return PolicyView(
        slug=policy.slug,
        code=policy.code,
        name=policy.name,
        short_name=policy.short_name,
        category=policy.category,
        office=policy.lead.office,
        region=people.region,
        as_of=day_words(scope.as_of),
        draft=draft_words(policy, library, scope),
        reviewed=reviewed_words(policy, library, scope),
        pointer="",
        edition=standing(policy, library, scope).edition,
        answer=summary[0].text,
        summary=summary,
        desks=desks(policy, library),
        conditions=told(lines(policy.conditions, library, scope), paper_words),
        exclusions=exclusions(policy, library, scope),
        benefits=told(lines(policy.benefits, library, scope), paper_words),
        amounts=amounts,
        bring=tuple(paper for by, paper in papers if by == "申请人"),
        fetched=tuple(paper for by, paper in papers if by == "窗口"),
        stages=flow(policy, library, scope),
        rules=rules(policy, library, scope),
        ask_first=f"先问村（居）委会，或者问受理申请的地方：{policy.accepts.name}。",
        ask=(*people.bureaus, *people.hotlines),
        townships=tuple(one.name for one in people.townships),
        answers=answers(policy, library, scope),
        news=news(policy, library),
        cases=tuple(case_link(one) for one in library.cases if policy.slug in one.policies),
        names=policy.synonyms[:MOST_NAMES],
        sources=all_sources(policy, amounts, library),
    )


def desks(policy: Policy, library: Library) -> tuple[Office, ...]:
    """Return where to apply and who decides."""
    return (desk("到哪申请", policy.accepts, library), desk("谁来决定", policy.decides, library))


def desk(label: str, office: Desk, library: Library) -> Office:
    """Return one office."""
    return Office(label, office.name, sources(office.cite, library), office.origin)


def paper_words(line: Line) -> str:
    """Return what paper says of a line, empty if it leaves the line to the page."""
    return line.short


def exclusions(policy: Policy, library: Library, scope: Scope) -> Told[NotCovered]:
    """Return who and what is not covered."""
    listed = tuple(not_covered(one, library, scope) for one in policy.exclusions)
    return told(listed, lambda one: one.line.short)


def not_covered(exclusion: Exclusion, library: Library, scope: Scope) -> NotCovered:
    """Return one exclusion."""
    return NotCovered(line(exclusion, library, scope), lines(exclusion.exceptions, library, scope))


def rules(policy: Policy, library: Library, scope: Scope) -> tuple[Rule, ...]:
    """Return 动态管理, 公示公布 and rights, in that order."""
    listed: tuple[ReVerification | Notice | Right, ...] = (
        *policy.re_verification,
        *policy.notice,
        *policy.rights,
    )
    return tuple(Rule(one.kind, line(one, library, scope)) for one in listed)


def answers(policy: Policy, library: Library, scope: Scope) -> tuple[Answer, ...]:
    """Return the questions people ask, each with its answer."""
    return tuple(
        answer(one, f"q-{one.id or number}", library, scope)
        for number, one in enumerate(policy.faq, start=1)
    )


def answer(question: Question, anchor: str, library: Library, scope: Scope) -> Answer:
    """Return one question with its answer."""
    words = filled(question.a, library, scope)
    return Answer(question.q, words, anchor, sources(question.cite, library), question.origin)


def news(policy: Policy, library: Library) -> tuple[News, ...]:
    """Return the changes, the latest first."""
    latest = sorted(policy.changes, key=lambda one: one.on, reverse=True)
    return tuple(
        News(
            day=day_words(one.on),
            text=one.text,
            old_sheets=one.old_sheets,
            sources=sources(one.cite, library),
            was=one.was or "",
            was_sources=sources(one.was_cite, library),
        )
        for one in latest
    )


def case_link(case: Case) -> CaseLink:
    """Return a case as a link."""
    return CaseLink(case.slug, case.title, case.summary)


def all_sources(
    policy: Policy, amounts: tuple[Amount, ...], library: Library
) -> tuple[Source, ...]:
    """Return every citation of the policy once, by document and then as first cited."""
    cited = [cite for _, cites in policy.citations() for cite in cites]
    figures = [source for one in amounts for source in one.sources]
    found = dict.fromkeys((*sources(cited, library), *figures))
    return tuple(sorted(found, key=lambda one: int(one.anchor[1:])))
