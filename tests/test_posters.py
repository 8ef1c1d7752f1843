"""Posters, panels and banners: what they say, how large, and what happens when it is too much.

What holds for every printed form (standards, fonts, codes, words, contrast) is in
``test_paper_gates``.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest

from mingbai.outputs import posters
from mingbai.outputs.form import Order
from mingbai.outputs.job import Blamed, job_of, render
from mingbai.outputs.qr import qr_modules
from mingbai.problems import Place
from mingbai.views.policy import policy_views
from mingbai.views.poster import banner_view, panel_view, poster_copy, poster_view
from mingbai.views.village import GENERAL, VillageView
from tests.conftest import SIX
from tests.made import Made, make
from tests.seen import bare, pages_of
from tests.villages import EXTREMES, LONG_NAME, SHORT_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mingbai.outputs.form import Form
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records

FORMS = {one.name: one for one in posters.FORMS}
RELEASED = "https://yanzhou.gov.cn/jz"
NUMBER = "0537-1000001"
each_policy = pytest.mark.parametrize("slug", SIX)
STRUCTURE = (15, 76, 92)


@pytest.fixture(scope="module")
def policies(records: Records) -> Mapping[str, PolicyView]:
    return {one.slug: one for one in policy_views(records.library, records.scope)}


def order(
    records: Records, policy: PolicyView, *villages: VillageView, url: str | None = ""
) -> Order:
    scope = records.scope
    if url != "":
        scope = dataclasses.replace(scope, public_url=url)
        policy = dataclasses.replace(policy, draft="", edition=2)
    return Order((policy,), records.library, scope, villages or (GENERAL,))


def confirmed(policy: PolicyView) -> PolicyView:
    amounts = (dataclasses.replace(one, value="1,234", state="confirmed") for one in policy.amounts)
    return dataclasses.replace(policy, amounts=tuple(amounts))


def dialled(policy: PolicyView) -> PolicyView:
    office = dataclasses.replace(policy.ask[0], number=NUMBER, dialled=True)
    return dataclasses.replace(policy, ask=(office, *policy.ask[1:]))


def sizes(made: Made, words: str) -> set[float]:
    """Return the sizes of the type in which words are set, in pt."""
    found = set()
    for page in made.pages:
        start = page.text.find(bare(words))
        seen = [one for one in page.characters if one.seen]
        assert start >= 0, words
        found |= {round(one.size, 1) for one in seen[start : start + len(bare(words))]}
    return found


# --- what is said ----------------------------------------------------------------------------


@each_policy
def test_a_poster_keeps_every_condition_and_the_first_exclusions(
    records: Records, policies: Mapping[str, PolicyView], slug: str
) -> None:
    policy = policies[slug]
    view = poster_view(policy, records.scope, proof=True)
    conditions = [one.short for one in policy.conditions.all if one.short]
    exclusions = [one.line.short for one in policy.exclusions.all if one.line.short]

    assert conditions == [one.text for one in view.who.items]
    assert exclusions[:3] == [one.text for one in view.not_who.items]
    assert view.not_who.more == ("其余见网页" if len(exclusions) > 3 else "")
    assert [policy.desks[0].name] == [one.text for one in view.where.items]
    assert view.where.title == "到哪申请？"


def test_a_poster_without_a_page_sends_people_to_the_window(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    scope = dataclasses.replace(records.scope, public_url=None)

    assert poster_view(policies["dibao"], scope, proof=True).not_who.more == "其余请问窗口"


def test_figures_stand_on_a_poster_once_they_are_confirmed(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    without = poster_view(policies["tekun"], records.scope, proof=True)
    view = poster_view(confirmed(policies["tekun"]), records.scope, proof=True)

    assert () == without.sums
    assert ["城市基本生活", "农村基本生活"] == [one.label for one in view.sums]
    assert ["1,234", "1,234"] == [one.value for one in view.sums]


@each_policy
def test_a_poster_with_figures_still_fits(
    records: Records, policies: Mapping[str, PolicyView], slug: str
) -> None:
    made = make(FORMS["poster"], order(records, confirmed(policies[slug])))

    assert "1,234" in made.text


@each_policy
def test_released_paper_leaves_out_where_to_apply_until_somebody_verified_it(
    records: Records, policies: Mapping[str, PolicyView], slug: str
) -> None:
    policy = policies[slug]
    sources = tuple(dataclasses.replace(one, verified=False) for one in policy.desks[0].sources)
    desk = dataclasses.replace(policy.desks[0], sources=sources)
    policy = dataclasses.replace(policy, desks=(desk, policy.desks[1]))

    assert poster_view(policy, records.scope, proof=False).where.items == ()
    assert poster_view(policy, records.scope, proof=True).where.items[0].unverified
    assert desk.name not in banner_view(policy, records.scope, proof=False).line
    assert "待核" in make(FORMS["poster"], order(records, policy)).text


def test_a_copy_has_the_village_and_one_number_that_somebody_dialled(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    blank = poster_copy(policies["dibao"], records.scope, LONG_NAME).blanks
    copy = poster_copy(dialled(policies["dibao"]), records.scope, LONG_NAME).blanks

    assert [("兖州区民政局", "")] == [(one.label, one.value) for one in blank[3:]]
    assert [("兖州区民政局", NUMBER)] == [(one.label, one.value) for one in copy[3:]]
    assert copy[0].value == LONG_NAME.contact
    assert [
        one.value for one in panel_view(dialled(policies["dibao"]), records.scope, proof=True).calls
    ] == [NUMBER]


@each_policy
def test_without_an_address_the_code_stays_small_enough_for_large_modules(
    records: Records, policies: Mapping[str, PolicyView], slug: str
) -> None:
    scope = dataclasses.replace(records.scope, public_url=None)
    content = poster_copy(policies[slug], scope, GENERAL).code_content

    assert content.startswith(policies[slug].short_name)
    assert qr_modules(content, "Q") <= 41
    assert panel_view(policies[slug], scope, proof=True).code_content == content


# --- the banner ------------------------------------------------------------------------------


@each_policy
def test_a_banner_says_where_to_apply_in_the_words_of_the_record(
    records: Records, policies: Mapping[str, PolicyView], slug: str
) -> None:
    view = banner_view(policies[slug], records.scope, proof=False)
    question, office = view.line.split("？")

    assert question == policies[slug].desks[0].label
    assert office == policies[slug].desks[0].name.replace("（镇街）", "")
    assert view.word == policies[slug].short_name
    assert view.number == ""


def test_a_banner_takes_the_first_line_that_is_short_and_whole(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    def line(policy: PolicyView) -> str:
        return banner_view(policy, records.scope, proof=False).line

    policy = policies["dibao"]
    said = dataclasses.replace(policy.summary[0], text="家里收入低的，按月发低保金。")
    far = dataclasses.replace(policy.desks[0], name="某" * 18)
    long = dataclasses.replace(policy.stages[0], short="某" * 23)
    away = dataclasses.replace(policy, desks=(far, policy.desks[1]))

    assert line(dataclasses.replace(policy, summary=(said,))) == "家里收入低的，按月发低保金"
    assert line(away) == policy.stages[0].short
    assert line(dataclasses.replace(away, stages=(long,))) == ""


def test_a_banner_has_a_telephone_once_somebody_dialled_it(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    policy = dialled(policies["gangxing-zhichu"])
    made = make(FORMS["banner"], order(records, policy, url=RELEASED))

    assert f"兖州区民政局{NUMBER}" in made.text
    assert "样稿" not in made.text


def test_a_banner_that_is_too_long_is_refused(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    policy = dataclasses.replace(policies["dibao"], short_name="某" * 60)
    found = render(job_of(FORMS["banner"], order(records, policy), Place("policies/dibao.yml")))

    assert isinstance(found, tuple)
    assert ["paper-too-wide"] == [one.code for one in found]


# --- how large -------------------------------------------------------------------------------

READABLE = {"poster": (14, 24), "panel": (24, 42), "banner": (9, 59)}
"""The smallest print and the smallest body in pt, the banner's at a tenth of its size."""


@each_policy
@pytest.mark.parametrize("form", READABLE)
def test_type_is_as_large_as_the_distance_asks(
    records: Records, policies: Mapping[str, PolicyView], form: str, slug: str
) -> None:
    villages = EXTREMES if FORMS[form].local else ()
    made = make(FORMS[form], order(records, policies[slug], *villages))
    least, body = READABLE[form]
    view = poster_view(policies[slug], records.scope, proof=True)
    line = banner_view(policies[slug], records.scope, proof=True).line
    told = [line] if form == "banner" else [one.text for one in view.who.items]

    assert min(one.size for page in made.pages for one in page.characters if one.seen) >= least
    assert min(size for words in told for size in sizes(made, words)) >= body


@each_policy
def test_one_message_comes_first(
    records: Records, policies: Mapping[str, PolicyView], slug: str
) -> None:
    for form in ("poster", "panel"):
        made = make(FORMS[form], order(records, policies[slug]))
        view = poster_view(policies[slug], records.scope, proof=True)
        (word,) = sizes(made, view.word) - sizes(made, view.category)
        (answer,) = sizes(made, view.answer)
        body = max(sizes(made, view.who.items[-1].text))

        assert word >= 2 * body
        assert answer >= 1.2 * body


# --- the paper -------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["poster", "panel", "banner"])
def test_colour_at_the_edge_runs_over_it_for_the_shop(
    records: Records, policies: Mapping[str, PolicyView], form: str
) -> None:
    edition = order(records, policies["dibao"], url=RELEASED)
    (page,) = make(FORMS[form], edition, press=True).pages
    drawn = page.page.render(scale=0.5).to_pil().convert("L")
    upper = [drawn.getpixel((share * (drawn.width - 1) // 8, 0)) for share in range(9)]

    assert max(upper) < 250, "white at the upper edge"
    assert max(drawn.getpixel((x, drawn.height // 40)) for x in (0, drawn.width - 1)) < 250


def test_copies_share_the_upper_part_and_differ_below(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    villages = tuple(
        dataclasses.replace(SHORT_NAME, code=f"370812101{number:03}", name=f"示例{number}村")
        for number in range(12)
    )
    made = make(FORMS["poster"], order(records, policies["tekun"], *villages))
    upper = {page.text.split("有疑问找谁？")[0] for page in made.pages}

    assert len(made.pages) == 12
    assert len(upper) == 1
    assert all(one.title in page.text for one, page in zip(villages, made.pages, strict=True))
    assert len(made.content) / 12 < 40 * 1024


@each_policy
def test_a_longer_address_still_has_room(
    records: Records, policies: Mapping[str, PolicyView], slug: str
) -> None:
    url = "https://www.yanzhou.gov.cn/mzj/shehuijiuzhu"
    made = make(FORMS["poster"], order(records, policies[slug], url=url))

    assert f"www.yanzhou.gov.cn/mzj/shehuijiuzhu/s/{policies[slug].code}/" in made.text


# --- too much --------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["poster", "panel", "poster-tiles"])
def test_a_record_that_is_too_long_is_named_with_its_box(
    records: Records, policies: Mapping[str, PolicyView], form: str
) -> None:
    policy = policies["tekun"]
    first = dataclasses.replace(policy.conditions.first[0], short="某" * 180)
    told = dataclasses.replace(policy.conditions, first=(first, *policy.conditions.first[1:]))
    policy = dataclasses.replace(policy, conditions=told)
    place = Place("policies/tekun.yml", 3, 7)
    found = render(job_of(FORMS[form], order(records, policy), place))

    assert isinstance(found, tuple)
    assert {("paper-overflow", place.file)} == {(one.code, one.place.file) for one in found}
    (who,) = (one for one in found if one.values["title"] == "谁能申请？")
    listed = records.library.policy_by_slug["tekun"].conditions
    assert who.place in [one.at("short") for one in listed if one.short]
    assert all(re.search(r"超出 \d+(\.\d)? 毫米", one.message) for one in found)


def test_a_village_that_is_too_long_is_named_with_its_row(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    long = dataclasses.replace(LONG_NAME, window="某" * 150)
    blamed = tuple(
        Blamed(one.code, Place("contacts.csv", row), row=True)
        for row, one in enumerate((SHORT_NAME, long), start=2)
    )
    edition = order(records, policies["dibao"], SHORT_NAME, long)
    found = render(job_of(FORMS["poster"], edition, Place("x.yml"), blamed=blamed))

    assert isinstance(found, tuple)
    assert [("paper-row-overflow", 3)] == [(one.code, one.place.line) for one in found]
    assert found[0].values["title"] == "有疑问找谁？"


def test_a_run_that_cannot_break_is_named_too(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    wide = dataclasses.replace(SHORT_NAME, contact="W" * 40)
    edition = order(records, policies["dibao"], wide)
    found = render(job_of(FORMS["poster"], edition, Place("x.yml")))

    assert isinstance(found, tuple)
    assert ["paper-too-wide"] == [one.code for one in found]


def test_pages_of_one_file_are_as_many_as_planned(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    two = (policies["dibao"], policies["tekun"])
    edition = Order(two, records.library, records.scope, (SHORT_NAME, LONG_NAME))

    def count(form: Form) -> int:
        content = render(job_of(form, edition, Place("x.yml")))
        assert isinstance(content, bytes), content
        return len(pages_of(content))

    assert {name: count(form) for name, form in FORMS.items()} == {
        "poster": 4,
        "poster-tiles": 16,
        "panel": 2,
        "banner": 2,
    }
