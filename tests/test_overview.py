"""一张表看懂: every policy once, with its page's own figures and the time until a decision."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest

from mingbai.model.statement import TimeLimit
from mingbai.outputs import pages
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.flow import Stage, days
from mingbai.views.overview import OverviewView, overview_view, sums
from mingbai.views.policy import policy_views
from mingbai.views.time_limits import REST_UNKNOWN, UNKNOWN, Waiting, waiting

if TYPE_CHECKING:
    from tests.conftest import Records


@pytest.fixture
def view(records: Records) -> OverviewView:
    return overview_view(records.library, records.scope)


def stage(number: int, actor: str, short: str, limit: TimeLimit | str = "") -> Stage:
    counted = days(limit) if isinstance(limit, TimeLimit) else None
    when = limit if isinstance(limit, str) else ""
    return Stage(number, actor, f"{short}。", short, "", counted, when, (), "")


def limit(n: int, start: str) -> TimeLimit:
    return TimeLimit.model_validate({"n": str(n), "unit": "工作日", "from": start})


def words(found: Waiting) -> list[str]:
    return [f"{one.step}：{one.words}" if one.step else one.words for one in found.limits]


def test_every_policy_stands_in_the_table_once(records: Records, view: OverviewView) -> None:
    listed = [row.slug for part in view.parts for row in part.rows]

    assert sorted(listed) == sorted(one.slug for one in records.library.policies)


def test_a_row_says_what_the_policys_own_page_says(records: Records, view: OverviewView) -> None:
    policies = {one.slug: one for one in policy_views(records.library, records.scope)}
    for row in (row for part in view.parts for row in part.rows):
        told = [one for group in row.sums for one in group.amounts]

        assert sorted(map(str, told)) == sorted(map(str, policies[row.slug].amounts))
        assert all(one.note == group.note for group in row.sums for one in group.amounts)
        assert row.answer == policies[row.slug].summary[0]
        assert row.accepts == policies[row.slug].accepts


def test_known_figures_come_first_and_are_told_together(records: Records) -> None:
    amount = policy_views(records.library, records.scope)[0].amounts[0]
    known = dataclasses.replace(amount, value="1", state="last_known", note="甲")
    other = dataclasses.replace(known, note="乙")
    unknown = dataclasses.replace(amount, value="", state="unknown", note="丙")

    assert [("甲", 2), ("乙", 1), ("丙", 2)] == [
        (one.note, len(one.amounts)) for one in sums([unknown, known, known, unknown, other])
    ]


def test_a_limit_from_the_application_is_the_whole_of_it() -> None:
    steps = [
        stage(1, "镇街", "调查", limit(3, "受理之日")),
        stage(2, "县级民政部门", "审核决定", limit(20, "受理之日")),
    ]

    assert ["自受理之日起 20 个工作日内"] == words(waiting(steps))


def test_limits_of_steps_are_told_one_by_one_and_not_added_up() -> None:
    steps = [
        stage(1, "镇街", "查验", limit(15, "收到申请之日")),
        stage(2, "县级民政部门", "确认", limit(15, "收到材料之日")),
    ]

    assert waiting(steps).rest == ""
    assert [
        "查验：自收到申请之日起 15 个工作日内",
        "确认：自收到材料之日起 15 个工作日内",
    ] == words(waiting(steps))


def test_what_nobody_has_found_is_said() -> None:
    steps = [stage(1, "镇街", "核实", "10 个工作日内"), stage(2, "民政部门", "认定")]

    assert waiting(steps).rest == REST_UNKNOWN
    assert ["核实：10 个工作日内"] == words(waiting(steps))
    assert waiting([stage(1, "镇街", "发放")]) == Waiting((), UNKNOWN)


def test_days_after_the_decision_and_those_of_the_applicant_are_left_out() -> None:
    steps = [
        stage(1, "残疾军人", "申请", limit(60, "移交")),
        stage(2, "办案机关", "决定给不给", "10 个工作日内"),
        stage(3, "办案机关", "通知领钱", limit(2, "收到拨付款")),
    ]

    assert ["10 个工作日内"] == [one.words for one in waiting(steps).limits]


def test_the_time_until_a_decision_in_the_records(view: OverviewView) -> None:
    told = {row.slug: words(row.waiting) for part in view.parts for row in part.rows}

    assert told["dibao"] == ["自受理之日起 20 个工作日内，特殊情况最长 45 个工作日"]
    assert told["gangxing-zhichu"] == ["自受理之日起 30 个工作日内，特殊情况最长 45 个工作日"]
    assert told["falv-yuanzhu"] == ["自收到申请之日起 7 天内"]
    assert told["youfu"] == []
    assert not [slug for slug, found in told.items() if "自作出决定" in "".join(found)]


def test_the_page_reads_without_scripts_and_names_each_cell(view: OverviewView) -> None:
    target = Target("page", "overview/index.md", ("overview", view), Place("mkdocs.yml"))
    made = pages.render(target)
    assert isinstance(made, bytes)
    page = made.decode()

    cells = re.findall(r"<td[^>]*>", page)
    assert cells
    assert all('data-label="' in one for one in cells)
    assert len(cells) == 4 * sum(len(part.rows) for part in view.parts)
    assert "<script" not in page
