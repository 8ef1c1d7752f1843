"""The quiz after a talk: five questions, from the policies it told of, in turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.sources import Source, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.talk import QuizQuestion

LETTERS = "ABC"
KINDS = ("政策", "程序", "标准", "程序", "政策")
"""What each of the five asks about."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, with its letter."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class QuizView:
    """A question; ``right`` is the letter of the right option."""

    number: int
    kind: str
    policy: str
    question: str
    options: tuple[Option, ...]
    right: str
    sources: tuple[Source, ...]

    @property
    def answer(self) -> str:
        """Return the words of the right option."""
        return next(one.text for one in self.options if one.letter == self.right)


def quiz_views(
    policies: Sequence[Policy], fill: Callable[[Policy], Callable[[str], str]], library: Library
) -> tuple[QuizView, ...]:
    """Return five questions: one policy after the other, each of the five kinds in its place."""
    return tuple(
        quiz_view(number, policy, one, fill(policy), library)
        for number, (policy, one) in enumerate(chosen(policies), 1)
    )


def chosen(policies: Sequence[Policy]) -> Iterator[tuple[Policy, QuizQuestion]]:
    """Yield the questions: of its kind as long as there is one, none twice."""
    asking = [one for one in policies if one.talk]
    used: list[QuizQuestion] = []
    for number, kind in enumerate(KINDS if asking else ()):
        turn = number % len(asking)
        left = [
            (policy, one)
            for policy in (*asking[turn:], *asking[:turn])
            for one in (policy.talk.quiz if policy.talk else ())
            if one not in used
        ]
        found = next((one for one in left if one[1].kind == kind), left[0])
        used.append(found[1])
        yield found


def quiz_view(
    number: int,
    policy: Policy,
    question: QuizQuestion,
    fill: Callable[[str], str],
    library: Library,
) -> QuizView:
    """Return one question."""
    options = tuple(
        Option(letter, fill(text)) for letter, text in zip(LETTERS, question.options, strict=True)
    )
    return QuizView(
        number=number,
        kind=question.kind,
        policy=policy.short_name,
        question=fill(question.q),
        options=options,
        right=LETTERS[question.right - 1],
        sources=sources(question.cite, library),
    )
