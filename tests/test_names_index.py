"""俗称索引: every word that leads to help stands in it once a policy, below its letter."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest

from mingbai.model.policy import Withdrawn
from mingbai.model.words import Terms
from mingbai.outputs import pages
from mingbai.outputs.target import Target
from mingbai.pinyin import letter
from mingbai.problems import Place
from mingbai.views.names_index import (
    ENDED,
    MAYBE,
    NOW,
    SHOWN,
    Entry,
    NamesIndex,
    entries,
    names_index,
)

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from tests.conftest import Records

TERMS = Terms.model_validate(
    {
        "terms": [
            {
                "term": "特困人员",
                "meaning": "说明。",
                "cite": "社会救助法 第十六条第一款",
                "also": ["三无人员"],
                "instead_of": ["五保", "五保户"],
            }
        ]
    }
)


@pytest.fixture
def view(records: Records) -> NamesIndex:
    return names_index(records.library)


def changed(library: Library, slug: str, **values: tuple[str, ...]) -> Library:
    """Return a library whose policy has other words."""
    policies = tuple(
        one.model_copy(update=values) if one.slug == slug else one for one in library.policies
    )
    return dataclasses.replace(library, policies=policies, terms=TERMS)


def found(library: Library, word: str, slug: str) -> Entry:
    (entry,) = (one for one in entries(library) if (one.word, one.slug) == (word, slug))
    return entry


def test_every_word_of_a_policy_leads_to_it_once(records: Records, view: NamesIndex) -> None:
    listed = [(entry.word, entry.slug) for one in view.letters for entry in one.entries]
    wanted = {
        (word, one.slug)
        for one in records.library.policies
        for word in (one.name, one.short_name, *one.synonyms, *one.misnomers)
    }

    assert wanted == set(listed)
    assert len(listed) == len(wanted)


def test_words_stand_below_their_letter_in_one_order(records: Records, view: NamesIndex) -> None:
    names = [one.name for one in view.letters]
    twice = changed(
        changed(records.library, "dibao", synonyms=("同名",)), "youfu", synonyms=("同名",)
    )
    mixed = dataclasses.replace(twice, policies=tuple(reversed(twice.policies)))

    assert sorted(set(names), key="数字ABCDEFGHIJKLMNOPQRSTUVWXYZ其他".index) == names
    assert all(letter(entry.word) == one.name for one in view.letters for entry in one.entries)
    assert names_index(mixed).letters == names_index(twice).letters


def test_what_people_say_first_stands_below_one_situation(
    records: Records, view: NamesIndex
) -> None:
    told = {said.slug: said.words for one in view.situations for said in one.policies}

    assert told == {one.slug: one.says[:SHOWN] for one in records.library.policies}
    assert sum(len(one.policies) for one in view.situations) == len(told)
    for one in view.situations:
        for said in one.policies:
            first = records.library.policy_by_slug[said.slug].life_events[0]

            assert one.name == first


def test_a_situation_in_which_nothing_is_said_is_left_out(records: Records) -> None:
    library = changed(records.library, "youfu", says=())

    assert "youfu" not in {
        said.slug for one in names_index(library).situations for said in one.policies
    }
    assert all(one.policies for one in names_index(library).situations)


@pytest.mark.parametrize(
    ("word", "remark"),
    [
        ("五保供养", NOW),
        ("五保户", "现在叫特困人员，看"),
        ("三无人员", "现在叫特困人员，看"),
        ("五保孤儿", MAYBE),
        ("孤老钱", MAYBE),
    ],
)
def test_a_word_is_said_to_be_called_otherwise_only_where_the_terms_say_so(
    records: Records, word: str, remark: str
) -> None:
    library = changed(records.library, "tekun", misnomers=(word,))

    assert found(library, word, "tekun") == Entry(word, remark, "特困人员供养", "tekun")


def test_a_synonym_is_no_guess_and_a_name_needs_no_arrow(records: Records) -> None:
    library = changed(records.library, "tekun", synonyms=("进敬老院",))

    assert not found(library, "进敬老院", "tekun").remark
    assert found(library, "特困人员供养", "tekun") == Entry("特困人员供养", "", "", "tekun")


def test_the_name_of_a_policy_that_ended_leads_to_what_is_said_of_it(records: Records) -> None:
    ended = Withdrawn.model_validate(
        {
            "slug": "jiu-buzhu",
            "name": "旧补助",
            "short_name": "旧补助",
            "code": "99",
            "status": "停用",
            "ended_on": "2026-01-01",
            "text": "停了。",
            "replaced_by": ["dibao"],
            "cite": "社会救助法 第一条",
        }
    )
    library = dataclasses.replace(records.library, withdrawn=(ended,))

    assert found(library, "旧补助", "jiu-buzhu") == Entry("旧补助", ENDED, "旧补助", "jiu-buzhu")


def test_the_page_has_a_row_a_word_and_only_links_to_policies(
    records: Records, view: NamesIndex
) -> None:
    content = pages.render(Target("page", "names/index.md", ("names", view), Place("mkdocs.yml")))
    assert isinstance(content, bytes)
    words = content.decode()
    rows = re.findall(r'<li><a href="\.\./policies/([a-z-]+)/index\.html"><strong', words)
    jumps = re.findall(r'<li><a href="#([a-z]+)">', words)

    assert len(rows) == sum(len(one.entries) for one in view.letters)
    assert set(rows) == {one.slug for one in records.library.policies}
    assert [one.anchor for one in view.letters] == jumps
    assert jumps == re.findall(r"^### .* \{#([a-z]+) \.mb-letter\}$", words, re.MULTILINE)
    assert "search: {exclude: true}" in words
