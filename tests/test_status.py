"""What the office is told: where each record stands on a day, and who does what."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.commands.status import width
from tests.checked import copy_base
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def run(root: Path, *words: str, day: str = "2026-11-01", status: int = 0) -> str:
    done = CliRunner().invoke(main, ["status", "--project", str(root), "--as-of", day, *words])
    assert done.exit_code == status, done.output
    return done.output


def record(root: Path, day: str = "2026-11-01") -> dict[str, object]:
    told = json.loads(run(root, "--json", day=day))
    found: dict[str, object] = next(one for one in told["records"] if one["slug"] == "jiating")
    return found


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-11-01", "已审"),
        ("2027-08-31", "已审"),
        ("2027-09-01", "该复核了"),
        ("2027-09-30", "该复核了"),
        ("2027-10-01", "过期"),
        ("2028-01-01", "过期"),
    ],
)
def test_a_signed_record_falls_due(tmp_path: Path, day: str, state: str) -> None:
    assert record(copy_base(tmp_path), day)["state"] == state


def test_the_counts_are_those_of_the_record(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    found = record(root)
    assert (found["statements"], found["open"]) == (22, 3)
    assert (found["unknown"], found["unconfirmed"], found["questions"]) == (0, 0, [])
    change(root, "policies/regions/990100.yml", "'120'", "'130'")
    change(
        root,
        "policies/regions/990100.yml",
        "07-01\n        cite: 示例办法 第五条\n        confirmed_by: 示例区民政局\n",
        "07-01\n        cite: 示例办法 第五条\n",
    )
    assert record(root)["unconfirmed"] == 1
    change(root, "policies/jiating.yml", "在村里公示七天。", "在村里张榜公示七天。")
    assert (record(root)["state"], record(root)["changed"]) == ("审后又改", "定下来之后")


def test_each_office_is_told_what_to_do(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    change(root, "policies/jizhen.yml", "  next_by:", "  to_confirm:\n    - 几天？\n  next_by:")
    change(root, "policies/jiating.yml", "在村里公示七天。", "在村里张榜公示七天。")
    said = run(root)
    assert "示例区民政局：" in said
    assert "示例家庭救助（jiating）：重新审核（改了：定下来之后）" in said
    assert "示例急难救助（jizhen）：审核；回答 1 个问题；补上 1 个没有的数字" in said
    assert "部门没有电话：示例区民政局、示例区医保局" in said
    assert "镇街没有窗口地址：示例街道、示例镇" in said
    assert "没有原文的文件 1 个" in said
    assert "已经失效或者被取代的文件：旧示例办法" in said
    assert "示例法 第七条（2026-06-30）" in said
    assert "还有 10 天" in run(root, day="2027-09-21")
    assert "已过 2 天" in run(root, day="2027-10-03")


def test_errors_in_the_sources_are_told_and_end_with_status_1(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    change(root, "policies/jizhen.yml", "cite: 示例办法 第五条", "cite: 示例办法")
    change(root, "policies/jizhen.yml", "cite: 示例法 第四条", "cite: 没有的法 第四条")
    change(root, "policies/jizhen.yml", "text: 能得到赔偿的，不能纳入。", "text: 能得到赔偿的")
    assert "先运行 mingbai check" in run(root, status=1)
    assert json.loads(run(root, "--json", status=1))["errors"] >= 1


def test_the_columns_stand_below_each_other() -> None:
    lines = run(ROOT, day="2026-11-21").split("\n")
    begin = next(number for number, one in enumerate(lines) if one.startswith("拼音名"))
    rows = lines[begin : begin + 22]
    assert len(rows) == 22
    place = width(rows[0].split("审核")[0])
    for row in rows[1:]:
        seen, at = 0, 0
        while seen < place:
            seen += 2 if unicodedata.east_asian_width(row[at]) in "WFA" else 1
            at += 1
        assert seen == place
        assert row[at:].startswith(("草稿", "已审", "审后又改", "该复核了", "过期"))


def test_help_is_chinese_and_has_an_example() -> None:
    assert "例：mingbai status" in CliRunner().invoke(main, ["status", "--help"]).output
