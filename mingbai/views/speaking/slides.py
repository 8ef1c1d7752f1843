"""The slides of a talk: titles, points, tables, and under each the full text of what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from mingbai.model.questions import AMOUNT, ASK

if TYPE_CHECKING:
    from mingbai.views.speaking.talk import TalkPart, TalkSection, TalkView

Kind = Literal["title", "table", "points", "steps", "story", "end"]

KINDS: dict[str, Kind] = {"how": "steps", "story": "story"}
MOST_POINTS = 6
LONGEST_POINT = 40
"""Characters of a point, and points of a slide, that are still read from the back of a yard."""

CLAUSE = re.compile(r"[^，；。：！？]*[，；。：！？]+|[^，；。：！？]+")
STOPS = "；。！？"

AGENDA = "今天讲什么"
COLUMNS = ("讲什么", "几分钟")
SUM_COLUMNS = ("哪一项", "标准")
FREE = "办这些事不收钱。"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: ``points``, or ``rows`` with their ``heads``.

    ``over`` stands small above its title, ``basis`` below; ``notes`` is what is said meanwhile.
    """

    kind: Kind
    title: str
    over: str = ""
    points: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    basis: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slides:
    """All slides of a talk, with what stands on every one of them."""

    slug: str
    title: str
    audience: str
    place: str
    stamp: str
    slides: tuple[Slide, ...]
    code_content: str
    address: str
    invitation: str
    warning: str


def slides_view(talk: TalkView) -> Slides:
    """Return the slides of a talk."""
    listed = [title(talk)]
    named = [one for one in talk.sections if one.slug]
    if len(named) > 1:
        rows = tuple((one.name, one.clock) for one in named)
        listed.append(Slide("table", AGENDA, heads=COLUMNS, rows=rows, notes=opening(talk)))
    for section in named:
        listed.extend(section_slides(section, talk))
    listed.append(end(talk))
    return Slides(
        slug=talk.slug,
        title=talk.title,
        audience=talk.audience,
        place=f"{talk.region} · {talk.as_of}",
        stamp=talk.stamp,
        slides=tuple(listed),
        code_content=talk.code_content,
        address=talk.address,
        invitation=talk.invitation,
        warning=talk.warning,
    )


def title(talk: TalkView) -> Slide:
    """Return the first slide."""
    first = [one for one in talk.sections[0].parts if one.key in {"opening", "speech"}]
    notes = tuple(line.text for part in first for line in part.lines)
    own = talk.slug in talk.policies
    return Slide("title", talk.title, over="" if own else talk.audience, notes=notes)


def opening(talk: TalkView) -> tuple[str, ...]:
    """Return what is said while people see what the talk is about."""
    return tuple(f"{one.name}，{one.clock}。" for one in talk.sections if one.slug)


def section_slides(section: TalkSection, talk: TalkView) -> list[Slide]:
    """Return the slides of one policy; what is only heard stands in the notes of one of them."""
    found: list[Slide] = []
    waiting: tuple[str, ...] = ()
    for part in section.parts:
        notes = tuple(one.text for one in part.lines)
        points = tuple(point for one in part.lines for point in pieces(one.slide))
        if points:
            kind = KINDS.get(part.key, "points")
            told = (*waiting, *notes)
            under = basis(part, talk)
            found.append(Slide(kind, part.title, section.name, points, basis=under, notes=told))
            waiting = ()
        elif found:
            found[-1] = replace(found[-1], notes=(*found[-1].notes, *notes))
        else:
            waiting += notes
        if part.key == "not_who" and section.sums:
            found.append(amounts(section))
    return found


def pieces(words: str) -> list[str]:
    """Return what stands on a slide as points that are not too long, cut where a clause ends."""
    if len(words) <= LONGEST_POINT:
        return [words] if words else []
    found: list[str] = []
    for clause in CLAUSE.findall(words):
        if found and found[-1][-1] not in STOPS and len(found[-1] + clause) <= LONGEST_POINT:
            found[-1] += clause
        else:
            found.append(clause)
    return [one.rstrip("，；。") for one in found]


def amounts(section: TalkSection) -> Slide:
    """Return the figures as a table."""
    rows = tuple((one.label, one.value) for one in section.sums)
    said = tuple(f"{one.label}，{one.value}。" for one in section.sums)
    return Slide("table", AMOUNT.title, over=section.name, heads=SUM_COLUMNS, rows=rows, notes=said)


def basis(part: TalkPart, talk: TalkView) -> str:
    """Name the documents that a part rests on, each once."""
    marks = dict.fromkeys(mark for one in part.lines for mark in one.marks)
    return "、".join(dict.fromkeys(talk.sources[mark - 1].title for mark in marks))


def end(talk: TalkView) -> Slide:
    """Return the last slide: whom to ask, and the code."""
    last = [part for one in talk.sections for part in one.parts if part.key == "closing"]
    notes = tuple(line.text for part in last for line in part.lines)
    return Slide("end", ASK.title, points=(talk.calling.screen, FREE), notes=notes)
