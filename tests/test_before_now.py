"""What changed: shared changes once, what held before with its text, old sheets; checks of both."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mingbai.model.citation import parse_citation
from mingbai.model.statement import Change
from mingbai.outputs import pages
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.basis import basis_page
from mingbai.views.before_now import FIRST, BeforeNowView, before_now_view, former, law_words
from mingbai.views.change_groups import MANY, grouped, leads
from mingbai.views.policy import policy_views
from mingbai.views.sources import anchor

if TYPE_CHECKING:
    from tests.conftest import Records


@pytest.fixture
def view(records: Records) -> BeforeNowView:
    return before_now_view(records.library, records.scope)


def test_every_change_is_told_once(records: Records, view: BeforeNowView) -> None:
    told = [one.slug for part in view.parts for row in part.rows for one in row.policies]
    groups = grouped(records.library)

    assert sum(len(one) for one in groups) == sum(
        len(one.changes) for one in records.library.policies
    )
    assert len(told) == sum(len({policy.slug for policy, _ in one}) for one in groups)


def test_what_matters_most_stands_first(records: Records, view: BeforeNowView) -> None:
    first, *rest = view.parts

    assert first.title == FIRST
    hearing = first.rows[0]
    assert "听取" in hearing.now
    assert len(hearing.policies) > MANY
    marked = [one for one in grouped(records.library) if leads(one)]
    assert len(first.rows) == len(marked)
    assert all(len(row.policies) < MANY for part in rest for row in part.rows)
    assert "刚性支出困难家庭" in "".join(row.now for row in first.rows)


def test_what_held_before_names_its_policies_where_others_had_another_rule(
    records: Records,
) -> None:
    one, two, three = records.library.policies[:3]
    cite = (parse_citation("社会救助暂行办法 第六十八条"),)

    def change(was: str | None) -> Change:
        return Change(
            on=date(2026, 7, 1),
            text="现在。",
            parts=("after",),
            old_sheets="换新",
            cite=cite,
            **({"was": was, "was_cite": cite} if was else {}),
        )

    same = [(policy, change("甲。")) for policy in (one, two, three)]
    some = [(one, change("甲。")), (two, change("乙。")), (three, change(None))]

    assert [("", "甲。")] == [(found.of, found.text) for found in former(same, records.library)]
    assert [(one.short_name, "甲。"), (two.short_name, "乙。")] == [
        (found.of, found.text) for found in former(some, records.library)
    ]
    assert former(some, records.library)[0].sources[0].title == "《社会救助暂行办法》"


def test_the_first_paragraph_names_the_law(records: Records) -> None:
    assert law_words(records.library) == "《中华人民共和国社会救助法》2026 年 7 月 1 日起施行。"


def test_a_policys_own_page_says_what_held_before(records: Records) -> None:
    policy = next(
        one for one in policy_views(records.library, records.scope) if one.slug == "jiuye-jiuzhu"
    )
    target = Target("page", "x", ("policy", policy, None), Place("mkdocs.yml"))
    page = pages.render(target)
    assert isinstance(page, bytes)

    assert "以前：向住所地街道、社区的公共就业服务机构提出。" in page.decode()


def test_every_source_of_the_page_stands_on_the_page_of_sources(
    records: Records, view: BeforeNowView
) -> None:
    listed = {one.anchor for one in basis_page(records.library, records.scope).documents}
    rows = [row for part in view.parts for row in part.rows]
    cited = {source.anchor for row in rows for source in row.sources}
    before = {source.anchor for row in rows for one in row.was for source in one.sources}

    assert before
    assert cited | before <= listed


def test_a_text_that_only_held_before_stands_on_the_page_of_sources(records: Records) -> None:
    policy = records.library.policies[0].model_copy(update={"changes": ()})
    library = dataclasses.replace(records.library, policies=(policy,), cases=())
    listed = {one.anchor for one in basis_page(library, records.scope).documents}
    documents = records.library.legal_basis.documents
    older = next(one for one in documents if anchor(library, one.name) not in listed)
    change = (
        records.library.policies[1]
        .changes[0]
        .model_copy(update={"was": "甲。", "was_cite": (parse_citation(f"{older.name} 第一条"),)})
    )
    told = policy.model_copy(update={"changes": (change,)})

    found = basis_page(dataclasses.replace(library, policies=(told,)), records.scope).documents

    assert anchor(library, older.name) in {one.anchor for one in found}
