"""A draft of a talk for somebody who names policies and minutes: parts are chosen to fit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from mingbai.model.campaign import PARTS, CampaignTalk, Section
from mingbai.model.talk import WordsReview
from mingbai.views.speaking.talks import composed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mingbai.model.campaign import Part
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

LEFT_OUT: tuple[Part, ...] = ("story", "questions", "opening", "points")
"""What a short talk goes without, one after the other; who, not who and how are always told."""

OPEN_SHARE = 0.15
"""Share of a talk that is kept for questions."""

FIRST = "各位乡亲，大家好。今天讲{count}：{names}。"
LAST = "今天就讲到这里。拿不准的，先问村里，再到镇街问。"
SPEECH = "讲话精神：要讲就写 words（一字不差）、source、on、checked_by、checked_on"
COUNTS = "零一两三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asked for; ``slugs`` are policies that have lines for speaking."""

    slugs: Sequence[str]
    title: str
    audience: str
    minutes: int


def draft(wanted: Wanted, library: Library, scope: Scope) -> CampaignTalk:
    """Return a talk with as many parts as its minutes take."""
    slugs, minutes = wanted.slugs, wanted.minutes
    names = "、".join(library.policy_by_slug[one].short_name for one in slugs)
    count = f"{COUNTS[len(slugs)]}样" if len(slugs) < len(COUNTS) else f"{len(slugs)} 样"
    asked = max(1, round(minutes * OPEN_SHARE))
    for few in range(len(LEFT_OUT) + 1):
        parts = tuple(one for one in PARTS if one not in LEFT_OUT[:few])
        talk = CampaignTalk(
            slug="draft",
            title=wanted.title,
            audience=wanted.audience,
            minutes=minutes,
            review=WordsReview(),
            speech=None,
            opening=(FIRST.format(count=count, names=names),),
            sections=tuple(Section(policy=one, parts=parts) for one in slugs),
            open_minutes=asked,
            closing=(LAST,),
        )
        if composed(talk, library, scope).seconds <= minutes * 60:
            break
    return talk


def written(talk: CampaignTalk) -> str:
    """Return a talk as its file, to be worked over."""
    lines = [
        "# yaml-language-server: $schema=../../policies/schema/talk.json",
        f"title: {scalar(talk.title)}",
        f"audience: {scalar(talk.audience)}",
        f"minutes: {talk.minutes}",
        "review:",
        "  state: draft",
        f"speech: null          # {SPEECH}",
        "opening:",
        *(f"  - {scalar(one)}" for one in talk.opening),
        "sections:",
    ]
    for section in talk.sections:
        lines.append(f"  - policy: {section.policy}")
        if section.parts != PARTS:
            lines.append(f"    parts: [{', '.join(section.parts)}]")
    lines += [
        f"open_minutes: {talk.open_minutes}",
        "closing:",
        *(f"  - {scalar(one)}" for one in talk.closing),
    ]
    return "\n".join(lines) + "\n"


def scalar(words: str) -> str:
    """Return words as YAML takes them for text."""
    return yaml.safe_dump(words, allow_unicode=True, width=math.inf).removesuffix("...\n").strip()
