"""A talk on its speaker's paper and phone: every line with its role, each part with its clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.model.questions import AMOUNT
from mingbai.views.speaking import pace
from mingbai.views.speaking.speaker_parts import (
    PAGE,
    ROLES,
    NumberedSource,
    SpeakerView,
    SpokenLine,
    SpokenPart,
    SpokenSection,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mingbai.views.speaking.talk import TalkLine, TalkPart, TalkSection, TalkView

    Lines = Callable[[TalkSection, TalkPart], Iterable[SpokenLine]]
    """Which lines of a part a paper takes."""

SOURCES = "依据"
SOURCES_HOW = "正文里的小号数字，就是这里的号。群众问“哪条规定”，照这里答。"
ASKED = "asked"
"""The part for which the open minutes are kept."""

LED_IN = frozenset({"transition", "opening"})
"""The parts with which a section begins."""

STORY = "story"
MANY = 4
"""Policies of a talk; with more of them an outline tells of a story its title only."""


def full_text(talk: TalkView) -> SpeakerView:
    """Return everything that is said, word for word."""
    return view(talk, lambda _, part: (spoken(one) for one in part.lines), sourced=True)


def outline(talk: TalkView) -> SpeakerView:
    """Return what a speaker who knows the talk glances at: what stands on the slides."""
    many = len(talk.policies) > MANY
    return view(talk, fewest if many else headwords, sourced=False)


def view(talk: TalkView, lines: Lines, *, sourced: bool) -> SpeakerView:
    """Return the talk with the lines that a paper takes of each part."""
    listed = enumerate(talk.sources, 1) if sourced else ()
    numbered = tuple(NumberedSource(number, one.words) for number, one in listed)
    return SpeakerView(
        title=talk.title,
        over=talk.audience,
        length=length(talk),
        stamp=talk.stamp,
        sections=tuple(sections(talk, lines)),
        sources_title=SOURCES if numbered else "",
        sources_how=SOURCES_HOW if numbered else "",
        sources=numbered,
        foot=f"{talk.region} · 内容截至 {talk.as_of}",
        page=PAGE,
    )


def length(talk: TalkView) -> str:
    """Say how long the talk is meant to be, and how long its words take."""
    asking = f"（留 {talk.open_minutes} 分钟现场提问）" if talk.open_minutes else ""
    return (
        f"安排 {talk.minutes} 分钟{asking}。"
        f"照每分钟 {pace.TALK} 字念，要 {talk.clock}，共 {talk.characters} 字。"
    )


def sections(talk: TalkView, lines: Lines) -> Iterator[SpokenSection]:
    """Yield the sections with a clock that runs through the whole talk."""
    gone = 0.0
    for section in talk.sections:
        begun = gone
        parts: list[SpokenPart] = []
        for part in section.parts:
            title = "" if not parts and part.title == section.name else part.title
            told = tuple(lines(section, part))
            if told or part.key == STORY:
                parts.append(SpokenPart(part.key, title, minute(gone), told))
            gone += part.seconds + (talk.open_minutes * 60 if part.key == ASKED else 0)
        taken = clock(section, talk)
        named = AMOUNT.title if section.sums else ""
        yield SpokenSection(section.name, minute(begun), taken, tuple(parts), named, section.sums)


def minute(seconds: float) -> str:
    """Return the minute of a talk that runs after so many seconds."""
    return f"第 {int(seconds // 60) + 1} 分钟"


def clock(section: TalkSection, talk: TalkView) -> str:
    """Return how long a section takes, the time for questions with that in which they are asked."""
    asks = any(one.key == ASKED for one in section.parts)
    return f"用时 {pace.clock(section.seconds + (talk.open_minutes * 60 if asks else 0))}"


def spoken(line: TalkLine) -> SpokenLine:
    """Return a line as it is said."""
    return SpokenLine(line.role, ROLES[line.role], line.text, line.marks)


def headwords(section: TalkSection, part: TalkPart) -> Iterator[SpokenLine]:
    """Yield what stands on the slide; the words themselves of what stands on none.

    How one comes to a policy is only heard: an outline of many policies has no room for it.
    """
    if section.slug and part.key in LED_IN:
        return
    on_slide = any(one.slide for one in part.lines)
    for one in part.lines:
        if on_slide and not one.slide:
            continue
        yield SpokenLine(one.role, ROLES[one.role], one.slide or one.text)


def fewest(section: TalkSection, part: TalkPart) -> Iterator[SpokenLine]:
    """Yield what an outline of many policies has room for."""
    if part.key != STORY:
        yield from headwords(section, part)
