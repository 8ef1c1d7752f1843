"""The parts of a policy's talk, its words as they hold in the region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.model.questions import NOT_WHO, STEPS, WHO
from mingbai.views.dates import day_words
from mingbai.views.lines import filled
from mingbai.views.sources import Source, sources
from mingbai.views.speaking.inserts import brought
from mingbai.views.speaking.talk import TalkLine, TalkPart
from mingbai.views.story import blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mingbai.model.campaign import Speech
    from mingbai.model.case import Case
    from mingbai.model.citation import Citation
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope
    from mingbai.model.talk import PolicyTalk, Spoken

TITLES = {
    "opening": "开场",
    "points": "记住三点",
    "who": WHO.title,
    "not_who": NOT_WHO.title,
    "how": STEPS.title,
    "story": "讲个例子",
    "questions": "大家会问",
    "never_say": "有一句不能说",
    "closing": "结尾",
}
STEP = re.compile("第[一二三四五六]步，")
NEVER = "不要说：“{words}”谁也保证不了。应当说："
COMPOSITE = "这个例子由多个情况综合改编，讲的时候不要说成谁家。"


class Marks:
    """Numbers the sources of a talk in the order in which they are first said."""

    def __init__(self, library: Library) -> None:
        """Begin with none."""
        self.library = library
        self.found: dict[Source, int] = {}

    def of(self, cites: Iterable[Citation]) -> tuple[int, ...]:
        """Return the numbers of citations."""
        listed = sources(cites, self.library)
        return tuple(
            dict.fromkeys(self.found.setdefault(one, len(self.found) + 1) for one in listed)
        )


class PartMaker:
    """Makes the parts of one policy's talk."""

    def __init__(
        self, policy: Policy, fill: Callable[[str], str], marks: Marks, scope: Scope
    ) -> None:
        """Keep what every part needs."""
        self.policy, self.fill, self.marks, self.scope = policy, fill, marks, scope

    def part(self, key: str, talk: PolicyTalk, story: Case | None) -> TalkPart:
        """Return a part by its name in records."""
        title = TITLES[key]
        if key == "story":
            return TalkPart(key, f"{title}：{story.title}" if story else title, self.told(story))
        makers: dict[str, Callable[[], tuple[TalkLine, ...]]] = {
            "opening": lambda: (TalkLine("say", self.fill(talk.opening)),),
            "questions": lambda: self.asked(talk),
            "never_say": lambda: self.never(talk),
            "closing": lambda: (TalkLine("say", self.fill(talk.closing)),),
        }
        maker = makers.get(key) or (lambda: self.lines(getattr(talk, key)))
        return TalkPart(key, title, maker())

    def lines(self, spoken: Iterable[Spoken]) -> tuple[TalkLine, ...]:
        """Return lines that stand on a slide too."""
        return tuple(
            TalkLine(
                "say",
                self.fill(one.text),
                self.slide(one),
                self.marks.of((*one.cite, *self.brought(one.text))),
            )
            for one in spoken
        )

    def slide(self, one: Spoken) -> str:
        """Return what stands on the slide; a short form keeps the number of its step."""
        step = STEP.match(one.text) if one.short else None
        again = step[0] if step and one.short and not STEP.match(one.short) else ""
        return again + self.fill(one.short or one.text.rstrip("。"))

    def brought(self, text: str) -> tuple[Citation, ...]:
        """Return what figures, limits and offices in a line rest on here."""
        return brought(text, self.policy, self.marks.library, self.scope)

    def asked(self, talk: PolicyTalk) -> tuple[TalkLine, ...]:
        """Return the questions that people will ask, each with its answer."""
        by_id = {one.id: one for one in self.policy.faq}
        found: list[TalkLine] = []
        for name in talk.questions:
            one = by_id[name]
            answer = filled(one.a, self.marks.library, self.scope)
            found.append(TalkLine("ask", one.q, one.q))
            found.append(TalkLine("answer", answer, "", self.marks.of(one.cite)))
        return tuple(found)

    def never(self, talk: PolicyTalk) -> tuple[TalkLine, ...]:
        """Return the promise that nobody can keep, and what is said instead."""
        said = talk.never_say
        return (
            TalkLine("note", NEVER.format(words=self.fill(said.words))),
            TalkLine(
                "say",
                self.fill(said.instead),
                "",
                self.marks.of((*said.cite, *self.brought(said.instead))),
            ),
        )

    def told(self, case: Case | None) -> tuple[TalkLine, ...]:
        """Return a case as it is told: its paragraphs, without titles."""
        if case is None:
            return ()
        texts = [text for one in blocks(case.body.strip()) if not one.level for text in one.texts]
        first, *rest = texts
        note = [TalkLine("note", COMPOSITE)] if case.kind == "composite" else []
        return (
            *note,
            TalkLine("say", first, case.summary, self.marks.of(case.cite)),
            *(TalkLine("say", one) for one in rest),
            TalkLine("say", f"这个例子说明：{case.lesson}", case.lesson),
        )


def speech_lines(speech: Speech | None) -> tuple[TalkLine, ...]:
    """Return 讲话精神 word for word with its source; nothing is ever made up here."""
    if speech is None:
        return ()
    checked = f"{speech.checked_by} {day_words(speech.checked_on)}照原文核对。"
    source = f"出处：{speech.source}，{day_words(speech.on)}。"
    return (*(TalkLine("quote", one) for one in speech.words), TalkLine("note", source + checked))
