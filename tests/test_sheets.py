"""The 明白纸 in both sizes of type: one village a page, all that is said, and how large.

What holds for every printed form (standards, fonts, codes, words, wear) is in ``test_paper_gates``,
how a sheet is planned and what happens when it is too much in ``test_sheet_plans``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp

from mingbai.outputs.sheets import SHEET, SHEET_LARGE
from mingbai.views.local_copy import local_copy
from mingbai.views.policy import policy_views
from mingbai.views.village import GENERAL
from tests.made import make
from tests.seen import bare
from tests.sheet_orders import (
    SIDES,
    VILLAGES,
    each_form,
    each_policy,
    order,
    released,
    saying,
    told,
    view_of,
)
from tests.villages import EXTREMES, LONG_NAME, SHORT_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mingbai.outputs.form import Form
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records
    from tests.seen import Page


@pytest.fixture(scope="module")
def policies(records: Records) -> Mapping[str, PolicyView]:
    return {one.slug: one for one in policy_views(records.library, records.scope)}


def codes(page: Page) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(page.picture())]


def sizes(page: Page, words: str) -> set[float]:
    """Return the sizes in which words are set, in pt."""
    seen = [one for one in page.characters if one.seen]
    start = page.text.find(bare(words))
    assert start >= 0, words
    return {round(one.size, 1) for one in seen[start : start + len(bare(words))]}


# --- pages and villages -------------------------------------------------------------------------


@each_form
def test_each_policy_and_village_has_its_own_pages_and_code(
    records: Records, policies: Mapping[str, PolicyView], form: Form
) -> None:
    chosen = (policies["tekun"], policies["yiliao-jiuzhu"])
    made = make(form, order(records, *chosen, villages=VILLAGES[:3]))
    pairs = [(policy, village) for policy in chosen for village in VILLAGES[:3]]
    sides = SIDES[form.name]

    assert len(pairs) * sides == len(made.pages)
    for number, (policy, village) in enumerate(pairs):
        pages = made.pages[number * sides : (number + 1) * sides]
        text = pages[0].text
        assert all(bare(village.title) in one.text and policy.name in one.text for one in pages)
        assert [village.phone in text, village.contact in text] == [True, True]
        others = [one.phone for one in VILLAGES if one is not village]
        assert [] == [one for one in others if one in text]
        copy = local_copy(policy, records.scope, village)
        assert [copy.code_content] == [one for page in pages for one in codes(page)]


@each_form
def test_a_page_does_not_depend_on_its_neighbours(
    records: Records, policies: Mapping[str, PolicyView], form: Form
) -> None:
    mixed = (LONG_NAME, VILLAGES[0], SHORT_NAME, GENERAL)
    batch = make(form, order(records, policies["dibao"], villages=mixed))
    back = make(form, order(records, policies["dibao"], villages=mixed[::-1]))
    sides = SIDES[form.name]
    for number, village in enumerate(mixed):
        alone = make(form, order(records, policies["dibao"], villages=(village,)))
        for side, page in enumerate(alone.pages):
            here = batch.pages[number * sides + side].picture(dpi=72).tobytes()
            there = back.pages[(len(mixed) - 1 - number) * sides + side].picture(dpi=72).tobytes()
            assert page.picture(dpi=72).tobytes() == here == there


@each_form
def test_the_same_bytes_again_after_other_work(
    records: Records, policies: Mapping[str, PolicyView], form: Form
) -> None:
    first = make(form, order(records, policies["dibao"], villages=VILLAGES[:2])).content
    make(form, order(records, policies["tekun"], villages=EXTREMES))
    make(form, order(records, policies["dibao"], villages=VILLAGES[2:]))

    assert first == make(form, order(records, policies["dibao"], villages=VILLAGES[:2])).content


@each_policy
def test_the_code_leads_to_a_page_of_the_built_site(
    dist: Path, slug: str, records: Records
) -> None:
    policy = records.library.policy_by_slug[slug]
    path = records.scope.address(policy.code).removeprefix(f"{records.scope.public_url}/")
    page = (dist / "site" / path / "index.html").read_text("utf-8")

    assert policy.name in page
    assert f"policies/{slug}/index.html" in page


# --- what is said and how large -------------------------------------------------------------------


@each_form
@each_policy
def test_every_word_of_the_view_is_on_the_sheet(
    records: Records, policies: Mapping[str, PolicyView], form: Form, slug: str
) -> None:
    made = make(form, order(records, policies[slug]))
    view = view_of(made)
    lines = [*told(view), view["name"], view["answer"], view["foot"]["warning"]]
    lines += [view["foot"]["address"], view["foot"]["basis"], view["foot"]["as_of"]]

    assert [] == [one for one in lines if bare(one) not in made.text]
    assert all("样稿不得张贴" in one.text for one in made.pages)


@each_policy
def test_large_type_is_large(
    records: Records, policies: Mapping[str, PolicyView], slug: str
) -> None:
    made = make(SHEET_LARGE, order(records, policies[slug], villages=VILLAGES[:1]))
    front, back = made.pages
    view = view_of(made)
    in_front = [one["text"] for name in ("who", "not_who", "amount") for one in view[name]["items"]]
    in_front += [one["label"] for one in view["sums"]] + [one["unit"] for one in view["sums"]]
    in_front += [one["label"] for one in made.data["sheets"][0]["copies"][0]["blanks"]]
    behind = [one["text"] for name in ("bring", "after") for one in view[name]["items"]]
    behind += [one[key] for one in view["stops"] for key in ("actor", "text") if one[key]]
    least = [min(sizes(front, one)) for one in (*in_front, VILLAGES[0].phone, VILLAGES[0].contact)]
    least += [min(sizes(back, one)) for one in behind]

    assert min(least) >= 16
    assert min(one.size for page in made.pages for one in page.characters if one.seen) >= 11.95


def test_a_number_is_large_and_the_hours_beside_it_whole(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    (page,) = make(SHEET, order(records, policies["dibao"], villages=VILLAGES[:1])).pages

    assert min(sizes(page, VILLAGES[0].phone)) > max(sizes(page, VILLAGES[0].hours))
    start = page.text.find(bare(VILLAGES[0].hours))
    hours = [one for one in page.characters if one.seen][start : start + len("周一至周五8:30")]
    bottoms = [one.box.bottom for one in hours]
    assert max(bottoms) - min(bottoms) < 2, "on one line"


def test_without_a_public_address_the_code_carries_text(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    for policy in policies.values():
        (page,) = make(SHEET, released(records, policy, url=None)).pages
        (content,) = codes(page)

        assert content.startswith(policy.short_name)
        assert len(content.encode()) <= 120
        assert "12345" not in content, "nobody has dialled it"
        assert "http" not in content


def test_words_of_a_record_are_printed_and_never_run(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    odd = "#strong[甲] $x$ *乙* _丙_ @丁"
    made = saying(SHEET, order(records, policies["dibao"]), odd)

    assert bare(odd) in made.text


@each_form
@each_policy
def test_released_paper_says_nothing_that_nobody_verified(
    records: Records, policies: Mapping[str, PolicyView], form: Form, slug: str
) -> None:
    policy = policies[slug]
    text = make(form, released(records, policy)).text
    lines: list[Any] = [*policy.conditions.all, *policy.benefits.all]
    lines += [*policy.bring, *policy.fetched]
    lines += [one.line for one in policy.exclusions.all]
    lines += [one.line for one in policy.rules]
    unread = list(unread_of([*lines, *policy.stages]))

    assert [] == [one for one in unread if bare(one) in text]
    assert unread or slug != "linshi-jiuzhu", "its quick relief rests on a document nobody has read"
    assert "样稿" not in text
    assert "待核" not in text
    assert f"yanzhou.gov.cn/jz/s/{policy.code}/" in text


def unread_of(lines: list[Any]) -> Iterator[str]:
    """Yield the short lines that rest only on what nobody has read."""
    verified = {one.short for one in lines if not one.unverified}
    for one in lines:
        if one.unverified and one.short and one.short not in verified:
            yield one.short


def test_a_figure_nobody_confirmed_is_a_blank_line(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    made = make(SHEET, order(records, policies["dibao"]))

    assert {""} == {one["value"] for one in view_of(made)["sums"]}
    assert "993" not in made.text
