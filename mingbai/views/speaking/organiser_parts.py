"""What the organiser's papers are made of: headings, rows, questions with boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.views.speaking.quiz import QuizView


@dataclass(frozen=True, slots=True)
class Heading:
    """What every paper begins and ends with; ``about`` is the talk, ``how`` a sentence of use."""

    title: str
    about: str
    how: str
    stamp: str
    foot: str


@dataclass(frozen=True, slots=True)
class SignIn:
    """签到表: lines to fill in, then a numbered row a person."""

    head: Heading
    blanks: tuple[str, ...]
    heads: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuizPaper:
    """Five questions on one page, their answers on another; ``right`` stands before a letter."""

    head: Heading
    questions: tuple[QuizView, ...]
    answers_title: str
    answers_how: str
    right: str
    basis: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A question of the slip with boxes to tick."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """反馈条: equal slips to cut apart."""

    head: Heading
    slips: tuple[int, ...]
    choices: tuple[Choice, ...]
    wish: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A section with its computed time; the measured one is filled in."""

    name: str
    clock: str


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """备课试讲清单: times to compare, things to tick, lines to sign."""

    head: Heading
    heads: tuple[str, ...]
    rows: tuple[Timed, ...]
    total: Timed
    check_title: str
    checks: tuple[str, ...]
    blanks: tuple[str, ...]
