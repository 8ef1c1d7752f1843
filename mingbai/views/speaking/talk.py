"""A talk as its speaker has it: sections of parts of lines, each with its articles and its time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mingbai.views.speaking import pace
from mingbai.views.speaking.aloud import aloud

if TYPE_CHECKING:
    from mingbai.views.sources import Source
    from mingbai.views.speaking.calling import Calling
    from mingbai.views.speaking.quiz import QuizView

Role = Literal["say", "ask", "answer", "quote", "note"]
"""``note`` is for the speaker alone and takes no time; ``quote`` is read word for word."""


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One line; ``marks`` are the numbers of its ``Source`` in the talk's list, from 1.

    ``slide`` is what stands on the slide, empty if nothing does.
    """

    role: Role
    text: str
    slide: str = ""
    marks: tuple[int, ...] = ()

    @property
    def seconds(self) -> float:
        """Return how long it takes, with the pause after a question."""
        if self.role == "note":
            return 0
        pause = pace.QUESTION_PAUSE if self.role == "ask" else 0
        return pace.seconds(aloud(self.text), pace.TALK) + pause

    @property
    def characters(self) -> int:
        """Return how many characters are said."""
        return 0 if self.role == "note" else pace.characters(aloud(self.text))


@dataclass(frozen=True, slots=True)
class TalkPart:
    """Lines under a title: 记住三点, 谁能申请？; ``key`` is its name in records, for templates."""

    key: str
    title: str
    lines: tuple[TalkLine, ...]

    @property
    def seconds(self) -> float:
        """Return how long it takes, with the pause before it."""
        spoken = sum(one.seconds for one in self.lines)
        return spoken + pace.PART_PAUSE if spoken else 0

    @property
    def characters(self) -> int:
        """Return how many characters are said."""
        return sum(one.characters for one in self.lines)


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure on a slide: what it is, and how much or that the place tells it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class TalkSection:
    """What is said of one policy, or the beginning or the end of a talk (``slug`` is empty)."""

    slug: str
    name: str
    parts: tuple[TalkPart, ...]
    sums: tuple[Sum, ...] = ()

    @property
    def seconds(self) -> float:
        """Return how long it takes."""
        return sum(one.seconds for one in self.parts)

    @property
    def characters(self) -> int:
        """Return how many characters are said."""
        return sum(one.characters for one in self.parts)

    @property
    def clock(self) -> str:
        """Return how long it takes, in words."""
        return pace.clock(self.seconds)


@dataclass(frozen=True, slots=True)
class TalkView:
    """One talk. ``minutes`` is what it is meant to take, ``open_minutes`` of them for questions.

    ``stamp`` says that nobody has signed the words as they are now; ``seal`` is what a signature
    would be for. ``code_content`` is what the code on the last slide carries.
    """

    slug: str
    title: str
    audience: str
    minutes: int
    open_minutes: int
    region: str
    as_of: str
    stamp: str
    seal: str
    sections: tuple[TalkSection, ...]
    policies: tuple[str, ...]
    sources: tuple[Source, ...]
    quiz: tuple[QuizView, ...]
    calling: Calling
    code_content: str
    address: str
    invitation: str
    warning: str

    @property
    def seconds(self) -> float:
        """Return how long all of it takes, the time for questions included."""
        return sum(one.seconds for one in self.sections) + self.open_minutes * 60

    @property
    def characters(self) -> int:
        """Return how many characters are said."""
        return sum(one.characters for one in self.sections)

    @property
    def clock(self) -> str:
        """Return how long it takes, in words."""
        return pace.clock(self.seconds)
