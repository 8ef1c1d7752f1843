"""Pages: a record's words stay words, in headings, front matter and text."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import markdown
import pytest
import yaml

from mingbai.outputs import pages
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.case import case_view
from mingbai.views.policy import policy_views

if TYPE_CHECKING:
    from mingbai.views.case import CaseView
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records

ODD = "失火 *当天* _先_ {: #lesson} `救助` [去](x) <b>粗</b> 𬭚镇 & \\ # {#x}"


def page(name: str, view: object) -> tuple[dict[str, str], str]:
    """Return a page's front matter and its HTML."""
    content = pages.render(Target("page", "x/index.md", (name, view, None), Place("x.yml")))
    assert isinstance(content, bytes)
    _, front, body = content.decode().split("---\n", 2)
    return yaml.safe_load(front), markdown.markdown(body, extensions=["attr_list", "toc"])


@pytest.fixture
def case(records: Records) -> CaseView:
    return case_view(records.library.cases[0], records.library)


@pytest.fixture
def policy(records: Records) -> PolicyView:
    return next(one for one in policy_views(records.library, records.scope) if one.slug == "dibao")


def test_a_title_never_turns_into_markup(case: CaseView) -> None:
    front, html = page("case", dataclasses.replace(case, title=ODD))
    heading = html.split("</h1>")[0].split(">", 1)[1]

    assert front["title"] == ODD
    assert "<" not in heading
    assert heading.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == ODD
    assert html.count('id="lesson"') == 1


def test_a_sentence_never_turns_into_markup(policy: PolicyView) -> None:
    odd = dataclasses.replace(policy.summary[0], text=ODD)
    _, html = page("policy", dataclasses.replace(policy, summary=(odd,)))

    assert "<b>粗</b>" not in html
    assert (
        "*当天* _先_ {: #lesson} `救助` [去](x) &lt;b&gt;粗&lt;/b&gt; 𬭚镇 &amp; \\ # {#x}" in html
    )


def test_who_decides_by_an_unread_document_is_marked(policy: PolicyView) -> None:
    assert policy.desks[1].unverified
    _, html = page("policy", policy)
    desks = html.split('<dl class="mb-desks">')[1].split("</dl>")[0]

    assert "待核" in desks


def test_a_figure_shows_the_document_it_stands_in(policy: PolicyView) -> None:
    _, html = page("policy", policy)
    sums = html.split('<dl class="mb-sums">')[1].split("</dl>")[0]

    assert "济民字〔2024〕8号" in sums
