"""How a sheet is planned: as tall as drawn, nothing on anything else, never clipped in silence."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING

import pytest
import typst

from mingbai.load import load
from mingbai.outputs.form import Order
from mingbai.outputs.job import Blamed, job_of, render
from mingbai.outputs.sheets import SHEET, SHEET_LARGE
from mingbai.outputs.typeset import new_compiler, sources
from mingbai.problems import Place
from mingbai.settings import read_scope
from mingbai.views.policy import policy_views
from mingbai.views.village import GENERAL, VillageView
from tests.conftest import ROOT
from tests.longer import longer_job
from tests.made import Made, Refused, make
from tests.seen import bare
from tests.sheet_orders import (
    VILLAGES,
    each_form,
    each_policy,
    order,
    saying,
    told,
    touching,
    view_of,
)
from tests.villages import EXTREMES, LONG_NAME, SHORT_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mingbai.outputs.form import Form
    from mingbai.problems import Problem
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records

ROW = Place("policies/regions/370812-contacts.csv", 7, 4)
LAYOUTS = {"sheet": "a4", "sheet-large": "large"}


@pytest.fixture(scope="module")
def policies(records: Records) -> Mapping[str, PolicyView]:
    return {one.slug: one for one in policy_views(records.library, records.scope)}


def refused(form: Form, order: Order) -> tuple[Problem, ...]:
    """Return what is wrong with an order whose village stands in a row of a table."""
    blamed = tuple(Blamed(one.code, ROW, one.name) for one in order.villages)
    found = render(job_of(form, order, Place("policies/dibao.yml"), blamed=blamed))
    assert isinstance(found, tuple), "it fits"
    return found


# --- what is planned and what is drawn ------------------------------------------------------------


@each_form
@pytest.mark.parametrize("villages", [(GENERAL,), EXTREMES[1:2], VILLAGES[:1]])
def test_every_box_is_as_tall_as_planned_at_every_density(
    records: Records,
    policies: Mapping[str, PolicyView],
    form: Form,
    villages: tuple[VillageView, ...],
) -> None:
    job = job_of(form, order(records, *policies.values(), villages=villages), Place("x.yml"))
    source = MEASURES.replace("LAYOUT", LAYOUTS[form.name])
    with pytest.raises(typst.TypstError) as raised:
        new_compiler(press=False).compile(
            {**sources("", job.data, "例"), "main.typ": source.encode()},
        )
    measured = json.loads(raised.value.message.partition("measured ")[2])

    assert measured["boxes"] > 6 * 7 * 8
    assert [] == measured["wrong"]


MEASURES = """
#import "/outputs/sheets/plan.typ": *
#import "/outputs/sheets/LAYOUT.typ": sides
#show: form.with(job().title)
#context {
  let (count, wrong) = (0, ())
  for sheet in job().data.sheets {
    for side in sides {
      let own = (side.own)(sheet.view, sheet.copies.first())
      for density in side.densities {
        let widths = (:)
        for row in (side.rows)(density) {
          let width = row-widths(row.columns.len()).first()
          for name in row.columns.join() { widths.insert(name, width) }
        }
        for (name, box) in made((side.shared)(sheet.view) + own, density) {
          let drawn = block(width: widths.at(name), set-at(density, (box.draw)(0pt)))
          let real = measure(drawn).height
          count += 1
          if calc.abs((real - box.height) / 1mm) > 0.01 { wrong.push((sheet.view.slug, name)) }
        }
      }
    }
  }
  assert(false, message: "measured " + json.encode((boxes: count, wrong: wrong)))
}
"""


@each_form
@each_policy
def test_nothing_lies_on_anything_else(
    records: Records, policies: Mapping[str, PolicyView], form: Form, slug: str
) -> None:
    villages = (GENERAL, LONG_NAME, SHORT_NAME, VILLAGES[0])
    made = make(form, order(records, policies[slug], villages=villages))

    assert [] == [pair for page in made.pages for pair in touching(page)]


def test_what_fits_in_no_other_way_changes_columns(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    usual, crossed = (
        make(SHEET, order(records, policies[slug], villages=(LONG_NAME,))).pages[0].text
        for slug in ("dibao", "youfu")
    )

    assert usual.index("定下来之后") < usual.index("怎么办？") < usual.index("有疑问找谁？")
    assert crossed.index("有疑问找谁？") < crossed.index("怎么办？") < crossed.index("定下来之后")


# --- what does not fit ----------------------------------------------------------------------------


@each_form
@each_policy
def test_a_record_with_30_per_cent_more_to_say_is_never_clipped(
    records: Records, policies: Mapping[str, PolicyView], form: Form, slug: str
) -> None:
    given = order(records, policies[slug])
    job = longer_job(job_of(form, given, Place("x.yml")))
    content = render(job)
    if isinstance(content, bytes):
        made = Made(form, given, job, content)
        assert [] == [one for one in told(view_of(made)) if bare(one) not in made.text]
        assert [] == [pair for page in made.pages for pair in touching(page)]
        assert form is SHEET_LARGE or slug != "tekun", "it has the most to say, and one side"
        content = render(longer_job(job))

    assert isinstance(content, tuple), "it still fits"
    assert {"paper-overflow"} == {one.code for one in content}
    assert all(re.search(r"超出 \d+(\.\d)? 毫米", one.message) for one in content)


def test_what_does_not_fit_is_named_with_its_box_and_how_much(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    with pytest.raises(Refused) as refusal:
        saying(SHEET, order(records, policies["dibao"]), *["字" * 28] * 30)

    assert "谁能申请？" in [one.values["title"] for one in refusal.value.problems]
    assert {"paper-overflow"} == {one.code for one in refusal.value.problems}
    assert {"policies/dibao.yml"} == {one.place.file for one in refusal.value.problems}


@each_form
@each_policy
def test_the_longest_names_of_villages_fit(
    records: Records, policies: Mapping[str, PolicyView], form: Form, slug: str
) -> None:
    made = make(form, order(records, policies[slug], villages=(LONG_NAME,)))

    assert bare(LONG_NAME.title) in made.text
    assert bare(LONG_NAME.contact) in made.text
    assert bare(LONG_NAME.window) in made.text


@each_form
def test_words_of_a_village_that_do_not_fit_are_blamed_on_its_row(
    records: Records, policies: Mapping[str, PolicyView], form: Form
) -> None:
    endless = dataclasses.replace(VILLAGES[0], contact="示例古丽·" * 60)
    found = refused(form, order(records, policies["tekun"], villages=(VILLAGES[1], endless)))

    assert [("paper-overflow", ROW, "有疑问找谁？")] == [
        (one.code, one.place, one.values["title"]) for one in found
    ]


@each_form
def test_a_name_that_cannot_be_broken_is_blamed_on_its_row(
    records: Records, policies: Mapping[str, PolicyView], form: Form
) -> None:
    latin = dataclasses.replace(VILLAGES[0], name="示例" + "W" * 90)
    found = refused(form, order(records, policies["dibao"], villages=(latin, VILLAGES[1])))

    assert {("paper-too-wide", ROW)} == {(one.code, one.place) for one in found}


def test_a_character_that_cannot_be_printed_is_an_error(
    records: Records, policies: Mapping[str, PolicyView]
) -> None:
    odd = dataclasses.replace(VILLAGES[0], name="示例\U0002a6a5村")
    found = refused(SHEET, order(records, policies["dibao"], villages=(odd,)))

    assert [("paper-characters", ROW)] == [(one.code, one.place) for one in found]


def test_a_policy_with_little_to_say_is_set_smaller_where_a_number_would_not_fit() -> None:
    root = ROOT / "tests" / "examples" / "base"
    scope, library = read_scope(root)[0], load(root).library
    assert library is not None
    little = next(one for one in policy_views(library, scope) if one.slug == "jizhen")
    village = VillageView("990101001201", "示例甲村", "示例街道", "张示例", "0537-1000001")
    made = make(SHEET, Order((little,), library, scope, (village,)))

    assert village.phone in made.text
