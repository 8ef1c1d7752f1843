"""The texts of the records, with their places: what a reader is told, and everything written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mingbai.model.inserts import as_read
from mingbai.model.policy import LISTS
from mingbai.model.statement import TimeLimit
from mingbai.problems import Place
from mingbai.read.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.model.base import Record
    from mingbai.model.campaign import CampaignTalk
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy

SPOKEN = frozenset({"q", "said"})
"""Keys in people's own words: rules of wording do not hold there."""
LINKED = {"text": "linked", "was": "linked", "short": "linked-short"}
"""Sentences that other pages repeat word for word: no figure can be filled in there."""
WRITTEN = {"start": "from"}
"""Keys that authors write otherwise than the model."""

SENTENCES = ("text", "was", "short", "do", "where", "q", "a", "time_limit")


@lru_cache(maxsize=2)
def reader_texts(library: Library) -> tuple[tuple[str, Place, str], ...]:
    """Return every sentence of the records with its place and its key; read by many rules."""
    return tuple(every_text(library))


def every_text(library: Library) -> Iterator[tuple[str, Place, str]]:
    """Yield the sentences of all records."""
    for policy in library.policies:
        yield from ((text, place, LINKED[key]) for text, place, key in item_texts(policy.summary))
        for name in LISTS:
            yield from item_texts(getattr(policy, name))
        yield from ((text, place, LINKED[key]) for text, place, key in item_texts(policy.changes))
        yield from spoken_texts(policy)
    for region in library.regions:
        for local in region.policies:
            for name in LISTS:
                yield from item_texts(getattr(local, name))
    for talk in library.talks:
        yield from campaign_texts(talk)
    for case in library.cases:
        yield case.summary, case.at("summary"), "linked"
        yield case.lesson, case.at("lesson"), "linked"
    for event in library.life_events.events:
        yield event.hint, event.at("hint"), "linked-short"
    for term in library.terms.terms:
        yield term.meaning, term.at("meaning"), "linked"


def item_texts(items: Iterable[Record]) -> Iterator[tuple[str, Place, str]]:
    """Yield the sentences of a policy's items, exceptions included."""
    for item in items:
        fields = type(item).model_fields
        for key in SENTENCES:
            text = getattr(item, key) if key in fields else None
            if isinstance(text, str):
                yield text, item.at(key), key
        if "exceptions" in fields:
            yield from item_texts(item.exceptions)  # type: ignore[attr-defined]


def spoken_texts(policy: Policy) -> Iterator[tuple[str, Place, str]]:
    """Yield the lines for speaking, with usual words in place of what their record gives."""
    for text, place, key in (*talk_texts(policy), *narration_texts(policy)):
        yield as_read(text), place, key


def talk_texts(policy: Policy) -> Iterator[tuple[str, Place, str]]:
    """Yield the lines of a policy's talk; what must not be said is in people's own words."""
    talk = policy.talk
    if talk is None:
        return
    yield talk.opening, talk.at("opening"), "text"
    yield from item_texts((*talk.points, *talk.who, *talk.not_who, *talk.how))
    yield talk.never_say.words, talk.never_say.at("words"), "said"
    yield talk.never_say.instead, talk.never_say.at("instead"), "text"
    yield talk.closing, talk.at("closing"), "text"
    for one in talk.quiz:
        yield one.q, one.at("q"), "q"
        for number, option in enumerate(one.options):
            yield option, one.at("options", number), "short"


def campaign_texts(talk: CampaignTalk) -> Iterator[tuple[str, Place, str]]:
    """Yield the lines of a talk that somebody wrote for it: greeting, transitions, closing."""
    for key in ("opening", "closing"):
        for number, line in enumerate(getattr(talk, key)):
            yield line, talk.at(key, number), "text"
    for section in talk.sections:
        if section.transition:
            yield section.transition, section.at("transition"), "text"


def narration_texts(policy: Policy) -> Iterator[tuple[str, Place, str]]:
    """Yield the spoken and short texts of a policy."""
    told = policy.narration
    if told is None:
        return
    for one in told.texts:
        key = "short" if one in told.slogans else "text"
        for number, line in enumerate(one.lines):
            yield line, one.at("lines", number), key
    yield told.column.title, told.column.at("title"), "short"
    for shot in told.short_video.shots:
        yield shot.picture, shot.at("picture"), "said"
        yield shot.screen, shot.at("screen"), "short"
        yield shot.voice, shot.at("voice"), "text"
    for frame in told.picture_story.frames:
        yield frame.picture, frame.at("picture"), "said"
        yield frame.words, frame.at("words"), "text"


def labels(library: Library) -> Iterator[tuple[str, Place, str]]:
    """Yield the names, units and titles that people read, with their places and keys."""
    policies = library.policies
    desks = (desk for one in policies for desk in (one.accepts, one.decides))
    local = (step for region in library.regions for one in region.policies for step in one.steps)
    steps = [*(step for one in policies for step in one.steps), *local]
    named: list[tuple[Iterable[Record], tuple[str, ...]]] = [
        (policies, ("name", "short_name")),
        (desks, ("name",)),
        ((one for each in policies for one in each.figures), ("label", "short", "unit")),
        (steps, ("actor",)),
        ((one.time_limit for one in steps if isinstance(one.time_limit, TimeLimit)), ("start",)),
        (library.cases, ("title",)),
        (library.life_events.events, ("name",)),
        (library.terms.terms, ("term",)),
    ]
    for region in library.regions:
        lists = (region.bureaus, region.hotlines, region.townships)
        named.append(((region,), ("name", "short_name")))
        named += [(one, ("name", "duty", "covers", "window")) for one in lists]
    for records, keys in named:
        for record in records:
            for key in keys:
                text = getattr(record, key, None)
                if text:
                    yield text, record.at(WRITTEN.get(key, key)), key


def spoken(library: Library) -> Iterator[tuple[str, Place, str]]:
    """Yield what people call a policy and say when they need it, with places and keys."""
    for policy in library.policies:
        for key in ("synonyms", "says", "misnomers"):
            for number, word in enumerate(getattr(policy, key)):
                yield word, policy.at(key, number), key


def contacts(library: Library) -> Iterator[tuple[str, Place]]:
    """Yield what a table says of the villages' contacts."""
    for one in library.villages:
        for key in ("name", "contact", "hours"):
            text = getattr(one, key)
            if text:
                yield text, one.at(key)


def case_lines(library: Library) -> Iterator[tuple[str, Place]]:
    """Yield every line of the cases' stories."""
    for case in library.cases:
        file = case.at().file
        for number, line in enumerate(case.body.split("\n")):
            yield line, Place(file, case.body_line + number)


def case_texts(library: Library) -> Iterator[tuple[str, Place]]:
    """Yield everything written in the cases: title, summary, lesson, comments and story."""
    for case in library.cases:
        yield from values(case.node)
        yield from ((one.text or "", one.place) for one in case.node.comments)
    yield from case_lines(library)


def written(library: Library) -> Iterator[tuple[str, Place]]:
    """Yield every value and comment of every record, and every line of the stories."""
    for record in files(library):
        yield from values(record.node)
        yield from ((one.text or "", one.place) for one in record.node.comments)
    yield from case_lines(library)


@lru_cache(maxsize=2)
def record_values(library: Library) -> tuple[tuple[str, Place], ...]:
    """Return every value of every record, as written; read by many rules."""
    return tuple(one for record in files(library) for one in values(record.node))


def files(library: Library) -> tuple[Record, ...]:
    """Return what each file holds."""
    lists = (library.legal_basis, library.terms, library.life_events)
    directory = (library.disclosure,) if library.disclosure else ()
    records = (*library.policies, *library.regions, *library.cases, *library.talks)
    return (*records, *lists, *directory)


def values(node: Node) -> Iterator[tuple[str, Place]]:
    """Yield the texts below a node."""
    if isinstance(node, Scalar):
        if node.text:
            yield node.text, node.place
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from values(item)
    elif isinstance(node, Mapping):
        for value in node.entries.values():
            yield from values(value)
