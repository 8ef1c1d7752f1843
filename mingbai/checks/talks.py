"""Rules of what is said: it says what its record says, no more, and fits where it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.citations import placed
from mingbai.checks.figures import BRACE
from mingbai.checks.texts_of import narration_texts, talk_texts
from mingbai.model.inserts import INSERT, as_read
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.citation import Citation
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.region import LocalPolicy
    from mingbai.model.scope import Scope
    from mingbai.model.talk import PolicyTalk, Spoken

LONGEST_POINT = 40
"""Characters of a point on a slide."""

LONGEST_SLOGAN = 20
LONGEST_SCREEN = 16
"""Characters on the screen of a short video, one line on a phone held upright."""

KINDS = ("政策", "程序", "标准")
BRACKETS = re.compile(r"[()（）\[\]［］【】〔〕{}<>〈〉]")
"""What nobody can read aloud."""

LATIN = re.compile("[A-Za-z]")


def links(library: Library, scope: Scope) -> Iterator[Problem]:
    """A talk's story is a case of its policy, and the questions people ask stand in ``faq``."""
    for policy in library.policies:
        talk = policy.talk
        if talk is None:
            continue
        stories = [one.slug for one in library.cases if policy.slug in one.policies]
        if library.complete and talk.story not in stories:
            values = {"found": talk.story, "known": "、".join(stories) or "没有"}
            yield Problem("talk-story", talk.at("story"), values)
        local = library.local_policy(policy.slug, scope.region)
        asked = [one.id for one in local.faq if one.id]
        for number, name in enumerate(talk.questions):
            if name not in asked:
                values = {"found": name, "known": "、".join(asked) or "没有"}
                yield Problem("talk-question", talk.at("questions", number), values)


def inserts(library: Library, scope: Scope) -> Iterator[Problem]:
    """Braces name a figure of any policy, a step of this one with its limit, or an office."""
    figures = {one.name for policy in library.policies for one in policy.figures}
    for policy in library.policies:
        local = library.local_policy(policy.slug, scope.region)
        known = {
            "figure": figures,
            "limit": {one.id for one in local.steps if one.id and one.time_limit},
        }
        for text, place, _ in (*talk_texts(policy), *narration_texts(policy)):
            for kind, name, _ in INSERT.findall(text):
                if kind and library.complete and name not in known[kind]:
                    values = {"found": name, "known": "、".join(sorted(known[kind])) or "没有"}
                    yield Problem("insert-unknown", place, values)
            if BRACE.search(INSERT.sub("", text)):
                yield Problem("insert-syntax", place)


def quiz(library: Library, scope: Scope) -> Iterator[Problem]:
    """A quiz asks about policy, procedure and standard, and one of its options is right."""
    for policy in library.policies:
        talk = policy.talk
        if talk is None:
            continue
        for one in talk.quiz:
            if not 1 <= one.right <= len(one.options):
                values = {"found": one.right, "most": len(one.options)}
                yield Problem("quiz-right", one.at("right"), values)
        asked = {one.kind for one in talk.quiz}
        for kind in KINDS:
            if kind not in asked:
                yield Problem("quiz-kind", talk.at("quiz"), {"found": kind})


def sources(library: Library, scope: Scope) -> Iterator[Problem]:
    """What is said rests on articles that its record rests on, here or elsewhere: nothing new."""
    for policy in library.policies:
        rules = (one for region in library.regions for one in region.policies)
        local = (one for one in rules if one.policy == policy.slug)
        owners: tuple[Policy | LocalPolicy, ...] = (policy, *local)
        known = {
            place
            for owner in owners
            for _, cites in owner.citations()
            for cite in cites
            for place in places(cite)
        }
        for record, cites in policy.spoken_citations():
            for cite, place in placed(cites, record):
                if not places(cite) <= known:
                    yield Problem("talk-source", place, {"found": str(cite)})


def places(cite: Citation) -> set[tuple[str, str]]:
    """Return a citation as its document and each article."""
    return {(cite.document, one.words) for one in cite.locators} or {(cite.document, "")}


def slides(library: Library, scope: Scope) -> Iterator[Problem]:
    """A point of a slide has at most 40 characters: a longer line has a short form."""
    for policy in library.policies:
        for one in lines(policy.talk) if policy.talk else ():
            length = len(as_read(one.short or one.text))
            if length > LONGEST_POINT:
                values = {"length": length, "most": LONGEST_POINT}
                yield Problem("slide-long", one.at("text"), values)


def lines(talk: PolicyTalk) -> tuple[Spoken, ...]:
    """Return the lines that stand on slides."""
    return (*talk.points, *talk.who, *talk.not_who, *talk.how)


def heard(library: Library, scope: Scope) -> Iterator[Problem]:
    """What is only heard has no brackets and no letters: nobody can read them aloud."""
    for policy in library.policies:
        told = policy.narration
        for text in told.loudspeaker if told else ():
            for number, line in enumerate(text.lines):
                plain = INSERT.sub("", line)
                found = BRACKETS.search(plain) or LATIN.search(plain)
                if found:
                    yield Problem("aloud-mark", text.at("lines", number), {"found": found[0]})


def shown(library: Library, scope: Scope) -> Iterator[Problem]:
    """A slogan has at most 20 characters, the screen of a short video at most 16."""
    for policy in library.policies:
        told = policy.narration
        if told is None:
            continue
        for text in told.slogans:
            length = sum(map(len, text.lines))
            if length > LONGEST_SLOGAN:
                values = {"label": "标语", "length": length, "most": LONGEST_SLOGAN}
                yield Problem("text-long", text.at("lines"), values)
        for shot in told.short_video.shots:
            length = len(shot.screen)
            if length > LONGEST_SCREEN:
                values = {"label": "屏幕字", "length": length, "most": LONGEST_SCREEN}
                yield Problem("text-long", shot.at("screen"), values)
