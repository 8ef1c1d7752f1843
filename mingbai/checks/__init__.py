"""Rules between records: one rule is one generator whose docstring is the rule; CHECKS runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.checks import (
    before,
    campaign,
    characters,
    citations,
    cited_forms,
    completeness,
    days,
    disclosure,
    editions,
    figures,
    freshness,
    labels,
    leaps,
    leftovers,
    letters,
    links,
    permalinks,
    privacy,
    punctuation,
    ranges,
    repeats,
    review,
    sentences,
    talks,
    texts,
    told_names,
    told_numbers,
    villages,
    wording,
    written_numbers,
)
from mingbai.privacy.veil import veiled
from mingbai.problems import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Problem

    Check = Callable[[Library, Scope], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    links.region_tree,
    links.life_events,
    links.case_policies,
    links.local_policies,
    links.changed_parts,
    links.lead_bureaus,
    links.townships,
    permalinks.codes,
    permalinks.names,
    permalinks.townships,
    permalinks.items,
    permalinks.figures,
    citations.basis,
    citations.documents,
    citations.articles,
    citations.provinces,
    before.pairs,
    before.sources,
    figures.declared,
    figures.used,
    figures.references,
    figures.typed,
    figures.values,
    disclosure.numbers,
    disclosure.policies,
    disclosure.answers,
    freshness.signatures,
    freshness.due,
    review.seals,
    review.questions,
    freshness.calls,
    freshness.future_changes,
    completeness.kinds,
    completeness.papers,
    completeness.shorts,
    completeness.released,
    completeness.limits,
    cited_forms.numerals,
    ranges.limits,
    ranges.days,
    ranges.townships,
    ranges.figures,
    ranges.telephones,
    leaps.sizes,
    leaps.leaps,
    leaps.pairs,
    leaps.rows,
    days.days,
    days.numbers,
    days.future,
    days.order,
    campaign.sections,
    campaign.signatures,
    talks.links,
    talks.inserts,
    talks.quiz,
    talks.sources,
    talks.slides,
    talks.heard,
    talks.shown,
    told_numbers.shown,
    told_names.titles,
    told_names.hotlines,
    sentences.longest,
    sentences.usual,
    written_numbers.units,
    written_numbers.brackets,
    characters.printable,
    letters.lookalikes,
    letters.uncommon,
    letters.foreign,
    leftovers.gaps,
    leftovers.escapes,
    leftovers.quotes,
    leftovers.comments,
    punctuation.marks,
    punctuation.sentences,
    punctuation.names,
    punctuation.sayings,
    repeats.words,
    repeats.items,
    repeats.names,
    repeats.shared,
    repeats.synonyms,
    repeats.terms,
    labels.lengths,
    labels.words,
    wording.endings,
    wording.terms,
    wording.hearing,
    wording.plainness,
    wording.markup,
    wording.repeated,
    privacy.records,
    privacy.stories,
    privacy.excuses,
    villages.codes,
    villages.names,
    villages.townships,
    villages.checked,
    editions.chain,
    editions.codes,
    editions.former_slugs,
    editions.records,
    editions.ledger,
    editions.addresses,
    editions.unreleased,
)


def check_all(library: Library, scope: Scope) -> tuple[Problem, ...]:
    """Run every rule; the library may be incomplete while some file could not be typed."""
    return in_order(veiled(problem) for rule in CHECKS for problem in rule(library, scope))


def check_clock(library: Library, scope: Scope, today: date) -> tuple[Problem, ...]:
    """Run the rules that look at the clock; they only warn."""
    return in_order(veiled(one) for one in freshness.against_clock(library, scope, today))


def check_texts(library: Library, scope: Scope, folder: Path) -> texts.Compared:
    """Compare citations and quotes with the official texts in a folder."""
    compared = texts.compare(library, scope, folder)
    compared.problems = [veiled(problem) for problem in compared.problems]
    return compared
