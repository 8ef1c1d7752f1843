"""The page behind the code of a card: every policy once, found by what has happened."""

from __future__ import annotations

import dataclasses
import gzip
import re
from typing import TYPE_CHECKING

import pytest

from mingbai.model.words import LifeEvents
from mingbai.outputs import scan
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.policy import policy_views
from mingbai.views.scan_index import scan_index_view

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records

MOST_BYTES = 14_600
"""Gzipped: what the first round trips of a connection carry."""
ENTRY = re.compile(r'<a class="policy" href="(\d\d)/index\.html">(.*?)</a>', re.DOTALL)
LINK = re.compile(r'href="([^"#]+)"')


@pytest.fixture
def policies(records: Records) -> tuple[PolicyView, ...]:
    return policy_views(records.library, records.scope)


def page(records: Records, policies: tuple[PolicyView, ...], library: Library | None = None) -> str:
    view = scan_index_view(policies, library or records.library, records.scope)
    content = scan.render(Target("site", "s/index.html", ("index", view), Place("mkdocs.yml")))
    assert isinstance(content, bytes)
    return content.decode()


def test_it_stands_at_the_address_that_cards_carry(dist: Path, records: Records) -> None:
    path = records.scope.address("").removeprefix(f"{records.scope.public_url}/")
    written = (dist / "site" / path / "index.html").read_text("utf-8")

    assert written == page(records, policy_views(records.library, records.scope))


def test_every_link_resolves_in_the_built_site(dist: Path) -> None:
    folder = dist / "site" / "s"
    links = LINK.findall((folder / "index.html").read_text("utf-8"))

    assert len(set(links)) >= 7
    assert [] == [one for one in links if not (folder / one).resolve().is_file()]
    assert all(one.endswith((".html", ".png")) for one in links), "file:// opens no folder"


def test_every_policy_stands_there_once_with_its_answer(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    entries = ENTRY.findall(page(records, policies))
    told = dict(entries)

    assert sorted(one.code for one in policies) == sorted(code for code, _ in entries)
    assert all(one.answer in told[one.code] for one in policies)
    assert all(one.name in told[one.code] for one in policies)
    assert all(f"编号 {one.code}" in told[one.code] for one in policies)


def test_every_situation_can_be_jumped_to_and_leads_to_a_policy(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    html = page(records, policies)
    named = {name for one in records.library.policies for name in one.life_events}
    for event in records.library.life_events.events:
        assert event.name in named
        assert f'<a href="#{event.id}">{event.name}</a>' in html
        part = html.split(f'<h2 id="{event.id}">')[1].split("<h2")[0].split("</main>")[0]
        codes = set(re.findall(r'href="(\d\d)/index\.html"', part))
        assert codes == {
            one.code for one in records.library.policies if event.name in one.life_events
        }


def test_a_situation_without_a_policy_is_not_asked_for(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    events = records.library.life_events.events
    lone = events[0].model_copy(update={"id": "qita", "name": "别的难处"})
    library = dataclasses.replace(records.library, life_events=LifeEvents(events=(*events, lone)))

    assert "别的难处" not in page(records, policies, library)


def test_the_hotline_is_there_once_somebody_dialled_it(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    def asked(number: str) -> tuple[PolicyView, ...]:
        return tuple(
            dataclasses.replace(
                one,
                ask=tuple(
                    dataclasses.replace(call, dialled=call.number == number) for call in one.ask
                ),
            )
            for one in policies
        )

    assert "tel:" not in page(records, policies)
    assert 'href="tel:12345"' in page(records, asked("12345"))
    assert 'href="tel:12393"' in page(records, asked("12393"))


def test_the_number_that_answers_for_the_most_policies_comes_first(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    both = tuple(
        dataclasses.replace(
            one, ask=tuple(dataclasses.replace(call, dialled=True) for call in reversed(one.ask))
        )
        for one in policies
    )
    assert {"12393"} < {call.number for one in both for call in one.ask}

    assert 'href="tel:12345"' in page(records, both)


def test_it_warns_and_says_that_it_is_a_draft_and_how_old(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    html = page(records, policies)
    reviewed = tuple(dataclasses.replace(one, draft="") for one in policies)

    assert "扫码只看政策，不填身份证银行卡，不收钱。" in html
    assert f"内容截至 {policies[0].as_of}" in html
    assert "还没有经过主管部门审核" in html
    assert "还没有经过主管部门审核" not in page(records, reviewed)


def test_an_answer_nobody_verified_is_marked(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    first = policies[0]
    sources = tuple(dataclasses.replace(one, verified=False) for one in first.summary[0].sources)
    line = dataclasses.replace(first.summary[0], sources=sources)
    odd = dataclasses.replace(first, summary=(line, *first.summary[1:]))

    assert "待核" in dict(ENTRY.findall(page(records, (odd, *policies[1:]))))[first.code]
    assert "待核" not in page(records, policies)


def test_words_of_a_record_never_turn_into_markup(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    odd = dataclasses.replace(policies[0], answer='<b onclick="x">粗</b> & {{ 7 }}')
    html = page(records, (odd, *policies[1:]))

    assert "&lt;b onclick=&#34;x&#34;&gt;粗&lt;/b&gt; &amp; {{ 7 }}" in html


def test_alone_on_a_portal_it_leads_to_no_site(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    view = scan_index_view(policies, records.library, records.scope, site="")
    content = scan.render(Target("site", "s/index.html", ("index", view), Place("mkdocs.yml")))
    assert isinstance(content, bytes)

    assert 'href="../policies/index.html"' in page(records, policies)
    assert "../" not in content.decode().split("</style>")[1]


def test_every_code_can_be_typed(records: Records, policies: tuple[PolicyView, ...]) -> None:
    html = page(records, policies)
    found = re.search(r'data-codes="([^"]+)"', html)

    assert found is not None
    assert {one.split(":")[0] for one in found[1].split()} == {one.code for one in policies}
    assert '<form class="box" id="box" action="index.html"' in html


def test_it_is_small_and_whole(records: Records, policies: tuple[PolicyView, ...]) -> None:
    many = tuple(
        dataclasses.replace(one, code=f"{a}{b}") for a in "23456" for b, one in enumerate(policies)
    )
    for listed in (policies, many):
        html = page(records, listed)

        assert len(gzip.compress(html.encode())) <= MOST_BYTES
        assert html.count("<script") == 1
        assert not re.search(r'(src|href)="?(https?:)?//', html)
    assert "@media(prefers-color-scheme:dark)" in page(records, policies)
