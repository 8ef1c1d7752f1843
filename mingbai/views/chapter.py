"""One policy at the length of a handbook: its questions, cases, and the articles it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.code import WARNING, code_content, invitation, printed_address
from mingbai.views.notes import Document, notes
from mingbai.views.paper import CLAUSE, MORE, MORE_WITHOUT_PAGE, OPEN
from mingbai.views.questions import questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mingbai.model.scope import Scope
    from mingbai.views.notes import Cited
    from mingbai.views.pointer import Pointer
    from mingbai.views.policy import PolicyView
    from mingbai.views.question import Question


@dataclass(frozen=True, slots=True)
class CodeBox:
    """A code with the words beside it."""

    code_content: str
    invitation: str
    address: str
    warning: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One policy: its answer in clauses, its questions, and ``documents`` with the articles.

    ``notes`` are the numbers of the articles that the answer rests on.
    """

    slug: str
    code: str
    name: str
    short_name: str
    other_name: str
    category: str
    answer: tuple[str, ...]
    notes: str
    names: str
    code_box: CodeBox
    questions: tuple[Question, ...]
    cases: tuple[Pointer, ...]
    documents: tuple[Document, ...]


def chapter(
    policy: PolicyView,
    scope: Scope,
    headings: Mapping[str, str],
    cases: Iterable[Pointer],
    *,
    proof: bool,
) -> Chapter:
    """Return a policy's chapter with its cases; ``headings`` are the documents' by anchor."""
    more = MORE if scope.public_url else MORE_WITHOUT_PAGE
    numbered = notes(everything(policy), proof=proof, more=more)
    first = policy.summary[0]
    answer = policy.answer + (OPEN if first.unverified else "")
    return Chapter(
        slug=policy.slug,
        code=policy.code,
        name=policy.name,
        short_name=policy.short_name,
        other_name=policy.other_name,
        category=policy.category,
        answer=tuple(CLAUSE.findall(answer)),
        notes=numbered.said(answer, first).notes,
        names="、".join(policy.names),
        code_box=code_box(policy, scope),
        questions=tuple(questions(policy, numbered)),
        cases=tuple(cases),
        documents=numbered.documents(headings),
    )


def everything(policy: PolicyView) -> Iterator[Cited]:
    """Yield all that a chapter may tell."""
    yield from (*policy.summary, *policy.conditions.all)
    for one in policy.exclusions.all:
        yield from (one.line, *one.exceptions)
    yield from (one for one in policy.amounts if one.state == "confirmed")
    yield from (*policy.benefits.all, *policy.bring, *policy.fetched)
    yield from policy.desks
    yield from policy.stages
    yield from (one.line for one in policy.rules)
    yield from policy.answers
    yield from policy.news


def code_box(policy: PolicyView, scope: Scope) -> CodeBox:
    """Return the code to the policy's own page with the words beside it."""
    return CodeBox(
        code_content=code_content(policy, scope),
        invitation=invitation(scope),
        address=printed_address(scope, policy.code),
        warning=WARNING,
    )
