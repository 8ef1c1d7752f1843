"""The directory of what must be public: each element answered, open, or held elsewhere; anchors."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.model.disclosure import Element
from mingbai.outputs import pages
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.site.sitemap import navigation
from mingbai.views.disclosure import coverage, disclosure_view
from mingbai.views.disclosure_answers import ANCHORS, MISSING, PAGES, told
from mingbai.views.policy import PolicyView, policy_views
from mingbai.views.told import Told

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.views.amounts import Amount
    from tests.conftest import Records

REQUIRED = {"": "综合业务", "dibao": "低保", "tekun": "特困供养", "linshi-jiuzhu": "临时救助"}


@pytest.fixture
def dibao(records: Records) -> PolicyView:
    return next(one for one in policy_views(records.library, records.scope) if one.slug == "dibao")


def element(*answers: str, held: str | None = None, missing: str | None = None) -> Element:
    return Element(name="某项", answers=answers, held=held, open=missing)


def test_only_what_the_directory_names_is_required(records: Records) -> None:
    found = {one.slug: one for one in coverage(records.library, records.scope)}

    assert REQUIRED == {slug: one.name for slug, one in found.items() if one.listed}
    assert found["falv-yuanzhu"].words == "不在目录"
    assert set(found) - {""} == set(records.library.policy_by_slug)


def test_an_element_is_there_incomplete_missing_or_held_elsewhere(
    records: Records, dibao: PolicyView
) -> None:
    known = (records.library, records.scope)
    empty = dataclasses.replace(dibao, conditions=Told((), (), ""))

    assert told(element("conditions"), dibao, *known).state == "there"
    assert told(element("conditions"), empty, *known).state == "missing"
    assert told(element("conditions"), empty, *known).paths == ()
    assert told(element("accepts", "windows"), dibao, *known).state == "partly"
    assert told(element(missing="没有。"), dibao, *known).state == "missing"
    assert told(element("notice", held="公示栏。"), dibao, *known).state == "held"


def test_figures_nobody_confirmed_are_incomplete_and_unknown_ones_missing(
    records: Records, dibao: PolicyView
) -> None:
    known = (records.library, records.scope)
    first = dibao.amounts[0]

    def state(*amounts: Amount) -> str:
        policy = dataclasses.replace(dibao, amounts=amounts)
        return told(element("figures"), policy, *known).state

    confirmed = dataclasses.replace(first, state="confirmed")
    unknown = dataclasses.replace(first, state="unknown", value="")
    assert ["there", "partly", "partly", "missing"] == [
        state(confirmed),
        state(confirmed, unknown),
        state(dataclasses.replace(first, state="last_known")),
        state(unknown),
    ]


def test_every_part_says_what_is_missing_and_where_it_stands() -> None:
    parts = set(MISSING)

    assert parts == set(ANCHORS) | set(PAGES)


def test_every_link_of_the_page_leads_to_an_anchor(records: Records) -> None:
    library, scope = records.library, records.scope
    made = {one.path: one for one in pages.plan(library, scope, {}) if one.room == "page"}
    rendered: dict[str, str] = {}
    for one in coverage(library, scope):
        for path in (path for _, _, element in one.elements for path in element.paths):
            page, _, anchor = path.partition("#")
            source = page.replace(".html", ".md")
            if source not in rendered:
                content = pages.render(made[source])
                assert isinstance(content, bytes)
                rendered[source] = content.decode()
            assert not anchor or re.search(rf"\{{:?\s*#{anchor}\s*\}}", rendered[source]), path


def test_the_page_says_that_its_text_is_unread(records: Records) -> None:
    view = disclosure_view(records.library, records.scope)
    target = Target("page", "disclosure/index.md", ("disclosure", view), Place("mkdocs.yml"))
    made = pages.render(target)
    assert isinstance(made, bytes)

    assert "待核" in made.decode()
    assert "原文没有读到" in made.decode()


def test_a_project_without_a_directory_has_no_page(records: Records) -> None:
    library = dataclasses.replace(records.library, disclosure=None)

    assert disclosure_view(library, records.scope) is None
    assert "disclosure" not in str(navigation(library, []))
    assert not any("disclosure" in one.path for one in pages.plan(library, records.scope, {}))


def test_the_command_lists_every_element(records: Records, project: Path) -> None:
    run = CliRunner().invoke(main, ["disclosure", "--project", str(project)])
    data = CliRunner().invoke(main, ["disclosure", "--json", "--project", str(project)])

    assert (run.exit_code, data.exit_code) == (0, 0), run.output + data.output
    found = coverage(records.library, records.scope)
    assert all(f"{one.name}：{one.words}" in run.output for one in found)
    listed = json.loads(data.output)
    assert [one.slug for one in found] == [one["slug"] for one in listed]
    assert {"there", "partly", "missing", "held"} == {
        element["state"] for one in listed for element in one["elements"]
    }


def test_the_command_says_when_there_is_no_directory(project: Path) -> None:
    (project / "policies" / "disclosure.yml").unlink()
    run = CliRunner().invoke(main, ["disclosure", "--project", str(project)])

    assert run.exit_code == 0
    assert "没有政务公开目录" in run.output
