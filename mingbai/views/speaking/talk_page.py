"""The page of a talk: one text in three views, 提纲, 讲稿, 提词."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.model.questions import AMOUNT
from mingbai.views.speaking.downloads import FIRST, TALK_FILES, Download, downloads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mingbai.views.sources import Source
    from mingbai.views.speaking.talk import Role, TalkPart, TalkSection, TalkView

LABELS: dict[Role, str] = {
    "say": "",
    "ask": "问大家",
    "answer": "答",
    "quote": "原话，一字不差",
    "note": "提示，不念",
}
UNSIGNED = "还没有经过审查，先不要拿去讲。审查表签了字，这行字才会去掉。"
DENSITIES = ((40, "roomy"), (90, "close"))
TIGHT = "tight"
"""How the outline is printed: by its points, so that it takes two pages at the most."""

VERBATIM = "照讲稿上的原话念，一字不差"


@dataclass(frozen=True, slots=True)
class Mark:
    """The number behind a line, and the article that it opens."""

    number: int
    source: Source


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line; ``label`` says what it is if it is not simply said."""

    role: Role
    label: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PagePart:
    """Lines under a title; ``points`` are the words of the outline.

    ``heading`` is empty if the section says the same already; ``key`` is its name in records.
    """

    key: str
    title: str
    heading: str
    lines: tuple[PageLine, ...]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageSection:
    """One policy, or the beginning or the end; ``seconds`` in whole ones for the clock."""

    anchor: str
    name: str
    clock: str
    seconds: int
    parts: tuple[PagePart, ...]

    @property
    def outline(self) -> tuple[PagePart, ...]:
        """Return the parts that an outline names."""
        return tuple(one for one in self.parts if one.points)


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A talk with what its page needs: times in words, marks, files to download."""

    talk: TalkView
    unsigned: str
    times: str
    open_words: str
    density: str
    sections: tuple[PageSection, ...]
    marks: tuple[Mark, ...]
    downloads: tuple[Download, ...]

    @property
    def first(self) -> tuple[Download, ...]:
        """Return the downloads that the list of all talks offers already."""
        return tuple(one for one in self.downloads if one.path.endswith(FIRST))


def talk_page(talk: TalkView, made: Mapping[str, bytes]) -> TalkPage:
    """Return the page of a talk; ``made`` are finished files by their path below the site."""
    marks = tuple(Mark(number, one) for number, one in enumerate(talk.sources, 1))
    sections = tuple(
        page_section(f"s{number}", one, marks) for number, one in enumerate(talk.sections, 1)
    )
    points = sum(len(part.points) for one in sections for part in one.parts)
    return TalkPage(
        talk=talk,
        unsigned=f"{talk.stamp}：{UNSIGNED}" if talk.stamp else "",
        times=f"安排 {talk.minutes} 分钟，照稿讲要 {talk.clock}，{talk.characters} 个字",
        open_words=f"其中现场提问留 {talk.open_minutes} 分钟" if talk.open_minutes else "",
        density=next((name for most, name in DENSITIES if points <= most), TIGHT),
        sections=sections,
        marks=marks,
        downloads=downloads(talk.slug, TALK_FILES, made),
    )


def page_section(anchor: str, section: TalkSection, marks: tuple[Mark, ...]) -> PageSection:
    """Return a section; the figures of its slides stand in its outline too."""
    parts: list[PagePart] = []
    for one in section.parts:
        parts.append(page_part(one, section.name, marks))
        if one.key == "not_who" and section.sums:
            points = tuple(f"{sum_.label}：{sum_.value}" for sum_ in section.sums)
            parts.append(PagePart(AMOUNT.anchor, AMOUNT.title, AMOUNT.title, (), points))
    return PageSection(anchor, section.name, section.clock, round(section.seconds), tuple(parts))


def page_part(part: TalkPart, above: str, marks: tuple[Mark, ...]) -> PagePart:
    """Return a part with the labels and marks of its lines."""
    lines = tuple(
        PageLine(one.role, LABELS[one.role], one.text, tuple(marks[at - 1] for at in one.marks))
        for one in part.lines
    )
    points = tuple(one.rstrip("。") for one in pointed(part))
    heading = "" if part.title == above else part.title
    return PagePart(part.key, part.title, heading, lines, points)


def pointed(part: TalkPart) -> tuple[str, ...]:
    """Return what the outline says of a part: its slides, and what nobody may get wrong."""
    if part.key == "speech":
        return (VERBATIM,)
    if part.key == "never_say":
        return ("".join(one.text for one in part.lines),)
    return tuple(one.slide for one in part.lines if one.slide)
