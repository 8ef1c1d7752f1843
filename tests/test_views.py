"""What a reader is told: five lines a box, only verified ones on released paper, local rules."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from mingbai.model.questions import ANCHORS
from mingbai.model.statement import TimeLimit
from mingbai.views.code import MOST_BYTES, code_content
from mingbai.views.flow import days
from mingbai.views.lines import Line
from mingbai.views.paper import basis, box, paper_view
from mingbai.views.policy import PolicyView, policy_views
from mingbai.views.sources import Source

if TYPE_CHECKING:
    from tests.conftest import Records


def one_line(text: str, *, short: str = "短", verified: bool = True) -> Line:
    return Line(text, short, (Source("《示例法》", "《示例法》第一条", "d1", verified),))


@pytest.fixture
def policies(records: Records) -> dict[str, PolicyView]:
    return {one.slug: one for one in policy_views(records.library, records.scope)}


def test_the_eight_questions_have_their_anchors_in_order() -> None:
    assert ("what", "who", "not-who", "amount", "bring", "steps", "after", "ask") == ANCHORS


def test_a_box_takes_five_short_lines_and_says_that_there_are_more() -> None:
    told = box(
        "who",
        "谁能申请？",
        [one_line(str(n), short=f"短{n}") for n in range(7)],
        "其余见网页",
        proof=True,
    )

    assert ["短0", "短1", "短2", "短3", "短4"] == [one.text for one in told.items]
    assert told.more == "其余见网页"


def test_a_box_that_tells_all_says_nothing_of_more() -> None:
    assert box("who", "谁能申请？", [one_line("甲")], "其余见网页", proof=True).more == ""


def test_released_paper_leaves_out_what_nobody_verified() -> None:
    lines = [one_line("甲", short="甲"), one_line("乙", short="乙", verified=False)]

    assert ["甲", "乙"] == [one.text for one in box("who", "谁", lines, "", proof=True).items]
    assert ["甲"] == [one.text for one in box("who", "谁", lines, "", proof=False).items]


def test_a_proof_marks_what_nobody_verified() -> None:
    lines = [one_line("乙", short="乙", verified=False)]

    assert box("who", "谁", lines, "", proof=True).items[0].unverified


def test_an_answer_nobody_verified_is_marked_on_the_sheet(
    policies: dict[str, PolicyView], records: Records
) -> None:
    policy = policies["dibao"]
    open_line = one_line(policy.answer, verified=False)
    view = paper_view(dataclasses.replace(policy, summary=(open_line,)), records.scope, proof=True)

    assert view.answer == f"{policy.answer}（待核）"


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ({"n": "3", "unit": "工作日", "from": "受理之日"}, "自受理之日起 3 个工作日内"),
        (
            {"n": "20", "up_to": "45", "unit": "工作日", "from": "受理之日"},
            "自受理之日起 20 个工作日内，特殊情况最长 45 个工作日",
        ),
        ({"n": "24", "unit": "小时", "from": "发现之时"}, "自发现之时起 24 小时内"),
    ],
)
def test_time_limits_are_said_whole(limit: dict[str, str], words: str) -> None:
    assert words == days(TimeLimit.model_validate(limit)).words


def test_shandong_decides_at_the_township_within_20_days(policies: dict[str, PolicyView]) -> None:
    dibao = policies["dibao"]
    decided = [one for one in dibao.stages if one.local == "山东"]

    assert ["20"] == [one.days.number for one in decided if one.days]
    assert "镇" in dibao.desks[1].name
    assert "山东" == dibao.desks[1].local


def test_what_a_province_decides_for_one_policy_does_not_carry_over(
    policies: dict[str, PolicyView],
) -> None:
    assert "医" in policies["yiliao-jiuzhu"].desks[1].name
    assert policies["yiliao-jiuzhu"].desks[1].local == ""


def test_a_last_known_figure_is_said_as_such_on_screen_and_blank_on_paper(
    policies: dict[str, PolicyView], records: Records
) -> None:
    city = policies["dibao"].amounts[0]

    assert ("993", "last_known") == (city.value, city.state)
    assert "尚未经主管部门确认" in city.note
    assert "" == paper_view(policies["dibao"], records.scope, proof=True).sums[0].value


def test_text_codes_hold_at_most_120_bytes_and_no_number_nobody_dialled(
    policies: dict[str, PolicyView], records: Records
) -> None:
    scope = dataclasses.replace(records.scope, public_url=None)
    for policy in policies.values():
        text = code_content(policy, scope)

        assert len(text.encode()) <= MOST_BYTES
        assert "电话" not in text


def test_a_dialled_number_stands_in_the_text_code(
    policies: dict[str, PolicyView], records: Records
) -> None:
    scope = dataclasses.replace(records.scope, public_url=None)
    policy = policies["dibao"]
    ask = tuple(dataclasses.replace(one, dialled=bool(one.number)) for one in policy.ask)

    assert "电话12345" in code_content(dataclasses.replace(policy, ask=ask), scope)


def test_a_long_answer_is_cut_for_the_text_code(
    policies: dict[str, PolicyView], records: Records
) -> None:
    scope = dataclasses.replace(records.scope, public_url=None)
    long = dataclasses.replace(policies["dibao"], answer="很长的话" * 30)
    text = code_content(long, scope)

    assert len(text.encode()) <= MOST_BYTES
    assert text.endswith("…")


def test_every_line_of_every_policy_has_its_source(policies: dict[str, PolicyView]) -> None:
    for policy in policies.values():
        lines = [
            *policy.summary,
            *policy.conditions.all,
            *policy.benefits.all,
            *policy.bring,
            *policy.fetched,
        ]
        lines += [one.line for one in (*policy.exclusions.all, *policy.rules)]

        assert all(one.sources for one in lines)
        assert all(one.sources for one in (*policy.stages, *policy.answers, *policy.desks))


def test_paper_names_the_three_documents_that_most_rests_on(
    policies: dict[str, PolicyView],
) -> None:
    named = ("《示例甲法》", "《示例乙法》", "《示例丙法》", "《示例丁法》")
    sources = [Source(one, f"{one}第{n}条", "d1", verified=True) for n, one in enumerate(named)]
    more = [dataclasses.replace(sources[-1], words="《示例丁法》第九条")]
    unread = [Source("《示例戊法》", "《示例戊法》第一条", "d2", verified=False)] * 9
    policy = policies["dibao"]

    def told(*listed: Source) -> str:
        return basis(dataclasses.replace(policy, sources=listed))

    assert told(*sources[:2]) == "依据：《示例甲法》；《示例乙法》。"
    assert (
        told(*sources, *more, *unread)
        == "依据：《示例丁法》；《示例甲法》；《示例乙法》等 4 个文件。"
    )
    assert told(*unread) == ""
