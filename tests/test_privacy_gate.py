"""Where a text goes decides; the gate answers other programs; no text makes it slow."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from mingbai.cli import main
from mingbai.privacy.gate import judge
from tests.privacy.made_numbers import identity, mobile

if TYPE_CHECKING:
    from mingbai.privacy.contexts import Context

CHANCE = random.Random(2026)  # noqa: S311 - the same numbers each time, no secret
ID, MOBILE = identity(CHANCE), mobile(CHANCE)
SLIPS = 60_000


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        ("刘桂兰，低保，2人，810元/月", {"sheet": "pass", "html": "warn", "case": "warn"}),
        ("刘桂兰，示例东村", {"sheet": "pass", "contact": "pass", "table": "warn"}),
        ("刘桂兰患尿毒症", {"sheet": "warn", "contact": "warn", "policy": "warn"}),
        ("刘桂兰改了一个错字", {"comment": "pass", "policy": "pass", "case": "warn"}),
        ("村主任刘桂兰来了", {"policy": "pass", "case": "warn"}),
        (f"村会计 {MOBILE} publish: 网", {"contact": "pass", "html": "block", "sheet": "block"}),
        (f"村会计 {MOBILE} publish: 不公布", {"contact": "block"}),
        ("示例区民政局 0537-1000001", {"case": "pass", "contact": "pass", "html": "pass"}),
        ("她家 0537-1000001", {"case": "block", "contact": "block", "sheet": "block"}),
        ("刘桂兰 154****1234", {"sheet": "pass", "contact": "pass", "policy": "warn"}),
        ("王玉国 1412345 家", {"case": "block", "contact": "block", "sheet": "block"}),
        ("村,电话,publish\n甲村,0537-1000001,网", {"contact": "pass", "table": "block"}),
        ("村,电话,publish\n甲村,0537-1000001,网\n乙村,0537-1000002,", {"contact": "block"}),
        ("刘桂兰，1950年3月2日生", {"sheet": "block", "case": "block", "comment": "block"}),
    ],
)
def test_the_same_words_may_stand_here_and_not_there(
    text: str, decisions: dict[Context, str]
) -> None:
    assert {where: judge(text, where).decision for where in decisions} == decisions


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "1234567890" * 100_000,
        "镇街受理以后，十个工作日内入户核对，公示七天。" * 45_000,
        "37081219000101" * (SLIPS // 14),
        "138 0013 8000 " * (SLIPS // 14),
        "1 " * (SLIPS // 2),
        "一" * SLIPS,
        "王" * SLIPS,
        "王桂" * (SLIPS // 2),
        "村" * SLIPS,
        "示例东村3组" * (SLIPS // 6),
        "电话" * (SLIPS // 2),
        "身份证" * (SLIPS // 3),
        "出生日期：" * (SLIPS // 5),
        "全村唯一" * (SLIPS // 4),
        "全村只有一户五保" * (SLIPS // 8),
        "姓名：刘桂兰，1950年3月2日生。" * (SLIPS // 19),
        "身份证" + "1 " * (SLIPS // 2),
        "卡号" + "4111 " * (SLIPS // 5),
        "<td>" * (SLIPS // 4),
        "<a " * (SLIPS // 3),
        "&#49;" * (SLIPS // 5),
        "姓名,电话\n" * (SLIPS // 6),
        "*" * SLIPS,
        "1*" * (SLIPS // 2),
        "局" * SLIPS,
        "（" * SLIPS,
        "（1" * (SLIPS // 2),
        "刘桂兰\t800元\t" * (SLIPS // 9),
        "姓名：乐" * (SLIPS // 4),
        "扎西" * (SLIPS // 2),
        "买·" * (SLIPS // 2),
        '<a b="刘桂兰" c="2">' * (SLIPS // 17),
        "刘桂兰_" * (SLIPS // 4),
        "低保-刘桂兰.docx" * (SLIPS // 12),
        "和平路12号" * (SLIPS // 6),
        "l5 4OO" * (SLIPS // 6),
        "\n" * SLIPS,
    ],
    ids=lambda text: text[:8].strip() or "blank",
)
def test_no_text_makes_it_stand_still(text: str) -> None:
    judge(text, "html")


@pytest.mark.parametrize(
    "unit",
    [
        "甲村,0537-1000001,网\n",
        "村,电话,publish\n甲村,0537-1000001,\n",
        "流水号,金额\n",
        "1,15400001111\n",
        "20261121-15400001111 ",
        "15400001111（微信）",
        '<a href="tel:05371000001">',
        "刘桂兰 3708**********8607\n",
        "1***",
        "王玉国 1412345 家\n",
        "关于康维民同志",
        "许家桥→",
    ],
)
def test_no_table_of_contacts_makes_it_stand_still(unit: str) -> None:
    judge(unit * (SLIPS // len(unit)), "contact")


def asked(*lines: str) -> Result:
    """Ask the command on its standard input."""
    return CliRunner().invoke(main, ["privacy", "--jsonl"], input="\n".join(lines))


def test_a_line_is_answered_by_a_line_with_offsets_only() -> None:
    text = f"她叫李某，号码{MOBILE}。"
    done = asked(json.dumps({"id": "a", "text": text, "context": "case"}, ensure_ascii=False))
    (answer,) = map(json.loads, done.stdout.splitlines())

    assert done.exit_code == 0
    assert answer == {
        "id": "a",
        "decision": "block",
        "findings": [{"start": 7, "end": 18, "level": "block", "kind": "mobile"}],
    }
    assert text[7:18] == MOBILE


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "{}",
        '{"id": "a", "text": 1, "context": "case"}',
        '{"id": "a", "text": "", "context": "web"}',
        '{"id": null, "text": "", "context": "case"}',
        '{"id": "a", "text": "", "context": ["case"]}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_named_and_the_others_are_answered(line: str) -> None:
    good = json.dumps({"id": 7, "text": ID, "context": "sheet"})
    done = asked(good, "", line, good)

    assert done.exit_code == 2
    assert [json.loads(one)["decision"] for one in done.stdout.splitlines()] == ["block"] * 2
    assert done.stderr.startswith("第 3 行：")
    assert len(done.stderr.splitlines()) == 1
