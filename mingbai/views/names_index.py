"""俗称索引: every name and everyday word for a policy by pinyin, and what people say by situation.

For whoever has no search: no script, a printed copy, a voice on the telephone that asks for 五保.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from mingbai.pinyin import NUMBERS, OTHERS, letter, order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.words import Term

TITLE = "俗称索引"
LEAD = "不知道正式名称也能找：平时怎么叫，就按那个音找。"
BY_NAME = "按拼音找名称"
BY_SITUATION = "按遇到的事找"
BACK = "回到字母"

NOW = "现在叫"
NOW_PART = "现在叫{name}，看"
MAYBE = "您可能要找"
ENDED = "已经停用，看说明"
SHOWN = 12
"""Sentences of a policy that a reader is shown, the first of its record; the search knows all."""

ANCHORS = {NUMBERS: "numbers", OTHERS: "others"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and the policy that it leads to; ``name`` is empty where the word is the name.

    ``remark`` stands before the name: that it is called so now, or that it is only a guess.
    """

    word: str
    remark: str
    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with the words whose reading begins with it."""

    name: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What people in need of a policy say."""

    slug: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation people come with, and what they say in it."""

    id: str
    name: str
    icon: str
    hint: str
    policies: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class NamesIndex:
    """The page: ``headings`` are those of its two parts, ``back`` leads to the letters."""

    title: str
    lead: str
    headings: tuple[str, str]
    back: str
    letters: tuple[Letter, ...]
    situations: tuple[Situation, ...]


def names_index(library: Library) -> NamesIndex:
    """Return every word once a policy, as a dictionary has them."""
    return NamesIndex(
        title=TITLE,
        lead=LEAD,
        headings=(BY_NAME, BY_SITUATION),
        back=BACK,
        letters=letters(entries(library)),
        situations=tuple(one for one in situations(library) if one.policies),
    )


def letters(found: Iterable[Entry]) -> tuple[Letter, ...]:
    """Return the words below their letters: numbers first, what nobody can read last."""
    ordered = sorted(found, key=lambda one: (order(one.word), one.slug))
    return tuple(
        Letter(name, ANCHORS.get(name, name.lower()), tuple(group))
        for name, group in groupby(ordered, key=lambda one: letter(one.word))
    )


def entries(library: Library) -> Iterator[Entry]:
    """Yield each word of each policy once; a policy that ended has its names."""
    for policy in library.policies:
        yield Entry(policy.name, "", "", policy.slug)
        guesses = frozenset(policy.misnomers)
        words = (policy.short_name, *policy.synonyms, *policy.misnomers)
        for word in dict.fromkeys(words):
            if word != policy.name:
                remark = renamed(word, policy, library.terms.terms)
                guess = MAYBE if word in guesses else ""
                yield Entry(word, remark or guess, policy.name, policy.slug)
    for ended in library.withdrawn:
        for word in dict.fromkeys((ended.name, ended.short_name)):
            yield Entry(word, ENDED, ended.name, ended.slug)


def renamed(word: str, policy: Policy, terms: Iterable[Term]) -> str:
    """Return that a word is called otherwise now, empty if the terms do not say so.

    五保户 is 特困人员 now; 五保供养, with that put in, is a name that the policy has.
    """
    for term in terms:
        for old in (*term.instead_of, *term.also):
            now = word.replace(old, term.term) if old in word else ""
            if now and now == policy.name:
                return NOW
            if now and now in {term.term, policy.short_name}:
                return NOW_PART.format(name=now)
    return ""


def situations(library: Library) -> Iterator[Situation]:
    """Yield each situation with the policies that are for it before any other."""
    for event in library.life_events.events:
        policies = (one for one in library.policies if one.life_events[0] == event.name)
        listed = tuple(Said(one.slug, one.name, one.says[:SHOWN]) for one in policies if one.says)
        yield Situation(event.id, event.name, event.icon, event.hint, listed)
