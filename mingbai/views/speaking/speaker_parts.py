"""What a speaker's paper is made of: lines by who says them, parts, sections with their clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.views.speaking.talk import Role, Sum

ROLES: dict[Role, str] = {
    "say": "",
    "ask": "问",
    "answer": "答",
    "quote": "照原文念，一字不改",
    "note": "只给自己看，不念",
}
"""What stands before a line."""

PAGE = ("第 ", " 页，共 ", " 页")


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One line; ``label`` stands before it."""

    role: Role
    label: str
    text: str
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """Lines under a title; ``at`` is the minute in which they begin, when the talk goes as told.

    ``title`` is empty if it is the first and only says again what the section is called.
    """

    key: str
    title: str
    at: str
    lines: tuple[SpokenLine, ...]


@dataclass(frozen=True, slots=True)
class SpokenSection:
    """A section of the talk, from which minute on, and how long; ``sums`` are its figures."""

    title: str
    at: str
    clock: str
    parts: tuple[SpokenPart, ...]
    sums_title: str
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source by the number of its marks."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """All of a talk for its speaker; ``foot`` stands on every page, ``page`` around its numbers."""

    title: str
    over: str
    length: str
    stamp: str
    sections: tuple[SpokenSection, ...]
    sources_title: str
    sources_how: str
    sources: tuple[NumberedSource, ...]
    foot: str
    page: tuple[str, str, str]
