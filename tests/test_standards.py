"""The 标准表: confirmed figures with their document, blank lines for others; its own address."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.load import load
from mingbai.outputs import scan
from mingbai.outputs.form import Order
from mingbai.outputs.job import job_of, render
from mingbai.outputs.standards import STANDARDS, standards_data
from mingbai.problems import Place
from mingbai.promises import EVERY, broken, promised
from mingbai.views.code import MOST_BYTES
from mingbai.views.policy import PolicyView, policy_views
from mingbai.views.proof import pointer
from mingbai.views.standards import ADDRESS, standards_view
from tests.checked import copy_base
from tests.seen import pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.model.region import Region
    from tests.conftest import Records


def confirmed(region: Region) -> Region:
    """Return a region whose known figures the office has confirmed."""
    figures = tuple(
        one.model_copy(
            update={
                "values": tuple(
                    value.model_copy(update={"confirmed_by": "示例局"} if value.value else {})
                    for value in one.values
                )
            }
        )
        for one in region.figures
    )
    return region.model_copy(update={"figures": figures})


@pytest.fixture
def library(records: Records) -> Library:
    regions = tuple(confirmed(one) for one in records.library.regions)
    return dataclasses.replace(records.library, regions=regions)


@pytest.fixture
def policies(records: Records) -> tuple[PolicyView, ...]:
    return policy_views(records.library, records.scope)


def test_every_figure_that_paper_names_stands_there_once(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    view = standards_view(policies, records.library, records.scope, proof=True)
    told = [row.label for one in view.policies for each in one.groups for row in each.rows]
    named = [figure.short for one in records.library.policies for figure in one.figures]

    assert sorted(told) == sorted(filter(None, named))


def test_what_nobody_confirmed_is_a_line_to_fill_in(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    view = standards_view(policies, records.library, records.scope, proof=True)
    groups = [each for one in view.policies for each in one.groups]

    assert all(not row.value for each in groups for row in each.rows)
    assert all((each.since, each.document, len(each.rows)) == ("", "", 1) for each in groups)
    assert view.filled


def test_a_confirmed_figure_says_since_when_and_by_which_document(
    library: Library, records: Records, policies: tuple[PolicyView, ...]
) -> None:
    view = standards_view(policies, library, records.scope, proof=True)
    dibao = next(one for one in view.policies if one.slug == "dibao")
    (group,) = dibao.groups

    assert [("993", "元/人·月"), ("816", "元/人·月")] == [
        (row.value, row.unit) for row in group.rows
    ]
    assert (group.since, group.document) == ("2024 年 1 月 1 日", "济民字〔2024〕8号")


def test_one_page_holds_all_figures_confirmed_or_not(
    library: Library, records: Records, policies: tuple[PolicyView, ...]
) -> None:
    for one in (library, records.library):
        made = render(job_of(STANDARDS, Order(policies, one, records.scope), Place("mkdocs.yml")))

        assert isinstance(made, bytes), made
        (page,) = pages_of(made)
        assert ("993" in page.text) == (one is library)


def test_a_policy_that_its_office_has_not_signed_is_left_out_and_that_is_said(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    told = [pointer(one) if one.slug == "yiliao-jiuzhu" else one for one in policies]
    view = standards_view(told, records.library, records.scope, proof=False)

    assert "yiliao-jiuzhu" not in {one.slug for one in view.policies}
    assert view.left_out
    assert not standards_view(policies, records.library, records.scope, proof=False).left_out


def test_the_code_leads_to_a_page_of_this_build_or_says_whom_to_ask(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    address = records.scope.address(ADDRESS)
    data = standards_data(Order(policies, records.library, records.scope))
    paths = {one.path for one in scan.plan(records.library, records.scope, {})}
    alone = {one.path for one in scan.standing_alone(records.library, records.scope)}
    without = dataclasses.replace(records.scope, public_url=None)
    text = standards_data(Order(policies, records.library, without))["view"]["code_content"]

    assert data["view"]["code_content"] == address
    path = address.removeprefix(f"{records.scope.public_url}/") + "index.html"
    assert path in paths & alone
    assert "镇街" in text
    assert len(text.encode()) <= MOST_BYTES


def test_the_address_is_promised_with_the_first_paper(tmp_path: Path) -> None:
    root = copy_base(tmp_path / "project")
    assert not promised(read(root))
    done = CliRunner().invoke(main, ["release", "--project", str(root)])
    released = read(root)
    kept = {path: b"" for path in promised(released) if path not in EVERY}

    gone = {one.values["path"] for one in broken(released, kept) if one.code == "promise-broken"}

    assert released.ledger, done.output
    assert gone == set(EVERY)
    assert f"s/{ADDRESS}/index.html" in EVERY


def read(root: Path) -> Library:
    library = load(root).library
    assert library is not None
    return library


def test_the_page_behind_the_code_says_every_figure(
    records: Records, policies: tuple[PolicyView, ...]
) -> None:
    targets = scan.plan(records.library, records.scope, {})
    page = scan.render(next(one for one in targets if one.path == f"s/{ADDRESS}/index.html"))
    assert isinstance(page, bytes)
    text = page.decode()

    for one in policies:
        for amount in one.amounts:
            assert amount.label in text
            assert not amount.value or f">{amount.value}<" in text
    assert "尚未经主管部门确认" in text
