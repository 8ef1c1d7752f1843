"""Rules of what stands twice: words, items of a list, questions, names of two things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.permalinks import twice
from mingbai.checks.texts_of import case_lines, files, reader_texts
from mingbai.model.policy import LISTS
from mingbai.problems import Place, Problem
from mingbai.read.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.model.base import Record
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope

TWICE = re.compile("((?!一)[\u4e00-\u9fff]{2,20})\\1|([的和或与及在是把被给向按])\\2")
"""一个一个 is how people count; of single words only those that never stand twice."""

SAID_ONCE = ("q", "do", "short")
CHANGED_ONCE = ("text",)


def words(library: Library, scope: Scope) -> Iterator[Problem]:
    """No words stand twice one after the other: they were pasted twice."""
    told = ((text, place) for text, place, _ in reader_texts(library))
    for text, place in (*told, *case_lines(library)):
        found = TWICE.search(text)
        if found:
            yield Problem("word-twice", place, {"found": found[0][:20]})


def items(library: Library, scope: Scope) -> Iterator[Problem]:
    """A list of words names each once; a policy asks each question once."""
    for record in files(library):
        for one in lists(record.node):
            seen = set[str]()
            for item in one:
                if item.text and item.text in seen:
                    yield Problem("listed-twice", item.place, {"found": item.text[:20]})
                seen.add(item.text or "")
    owners = (*library.policies, *(one for region in library.regions for one in region.policies))
    for owner in owners:
        for name in LISTS:
            yield from said_twice(getattr(owner, name), SAID_ONCE)
    for policy in library.policies:
        yield from said_twice(policy.changes, CHANGED_ONCE)
        for change in policy.changes:
            if change.was == change.text:
                yield Problem("repeated", change.at("was"), {"line": change.at("text").line})


def lists(node: Node) -> Iterator[list[Scalar]]:
    """Yield the lists below a node that hold nothing but words."""
    if isinstance(node, Mapping):
        for value in node.entries.values():
            yield from lists(value)
    elif isinstance(node, Sequence):
        words = [one for one in node.items if isinstance(one, Scalar)]
        if len(words) == len(node.items):
            yield words
        else:
            for item in node.items:
                yield from lists(item)


def said_twice(listed: Iterable[Record], keys: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what an item of a list says under these keys and an earlier one has already."""
    first: dict[tuple[str, str], int] = {}
    for item in listed:
        for key in keys:
            text = getattr(item, key, None)
            if text:
                line = item.at(key).line
                if first.setdefault((key, text), line) != line:
                    values = {"line": first[key, text]}
                    yield Problem("repeated", item.at(key), values)


def names(library: Library, scope: Scope) -> Iterator[Problem]:
    """No two policies, figures of a policy, cases or townships of a region have one name."""
    named = (one for policy in library.policies for one in called(policy))
    yield from twice("name-twice", named)
    for policy in library.policies:
        labelled = ((one.label, one.at("label")) for one in policy.figures)
        yield from twice("name-twice", labelled)
    titled = ((one.title, one.at("title")) for one in library.cases)
    yield from twice("name-twice", titled)
    for region in library.regions:
        townships = ((one.name, one.at("name")) for one in region.townships)
        yield from twice("name-twice", townships)


def called(policy: Policy) -> Iterator[tuple[str, Place]]:
    """Yield a policy's name and short name, once if they are the same."""
    yield policy.name, policy.at("name")
    if policy.short_name != policy.name:
        yield policy.short_name, policy.at("short_name")


def shared(library: Library, scope: Scope) -> Iterator[Problem]:
    """A synonym leads to one policy."""
    sharing: dict[str, list[Policy]] = {}
    for policy in library.policies:
        for word in dict.fromkeys(policy.synonyms):
            sharing.setdefault(word, []).append(policy)
    for policy in library.policies:
        for number, word in enumerate(policy.synonyms):
            others = [one.slug for one in sharing[word] if one is not policy]
            if others:
                values = {"found": word, "other": "、".join(others)}
                yield Problem("synonym-shared", policy.at("synonyms", number), values)


def synonyms(library: Library, scope: Scope) -> Iterator[Problem]:
    """A word that people use is no other policy's name, and either right or wrong for its own."""
    owner = {name: policy for policy in library.policies for name, _ in called(policy)}
    for policy in library.policies:
        for key in ("synonyms", "misnomers"):
            for number, word in enumerate(getattr(policy, key)):
                other = owner.get(word, policy)
                if other is not policy:
                    values = {"found": word, "policy": other.slug}
                    yield Problem("synonym-taken", policy.at(key, number), values)
        for number, word in enumerate(policy.misnomers):
            if word in {*policy.synonyms, policy.name, policy.short_name}:
                yield Problem("synonym-misnomer", policy.at("misnomers", number), {"found": word})


def terms(library: Library, scope: Scope) -> Iterator[Problem]:
    """A word is to be used, or not to be used."""
    right = {one.term for one in library.terms.terms}
    for term in library.terms.terms:
        for number, word in enumerate(term.instead_of):
            if word in right:
                yield Problem("term-contrary", term.at("instead_of", number), {"found": word})
