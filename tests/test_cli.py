"""The commands as people run them: exit status, Chinese, nothing written by a check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai import cli
from tests.conftest import ROOT, files_of

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = ("check", "build", "serve", "schema")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.main, words)
    return result.exit_code, result.output


def test_the_projects_own_records_have_no_error() -> None:
    status, output = run("check", "--project", str(ROOT))

    assert (0, "共 0 处错误") == (status, output.strip().split("\n")[-1][:7])


def test_strict_makes_a_notice_stop() -> None:
    assert run("check", "--project", str(ROOT), "--strict")[0] == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_chinese_and_has_an_example(command: str) -> None:
    status, output = run(command, "--help")

    assert status == 0
    assert f"例：mingbai {command}" in output


def test_a_mistake_is_reported_with_its_place_and_status_1(project: Path) -> None:
    record = project / "policies" / "dibao.yml"
    record.write_text(record.read_text("utf-8").replace("code: '23'", "code: '10'"), "utf-8")
    before = files_of(project)
    status, output = run("check", "--project", str(project))
    line = record.read_text("utf-8").split("\n").index("code: '10'") + 1

    assert status == 1
    assert f"policies/dibao.yml:{line}:7: 错误：" in output
    assert "[not-code]" in output
    assert before == files_of(project)


def test_json_is_for_programs(project: Path) -> None:
    (project / "policies" / "tekun.yml").write_text("slug: [", "utf-8")
    status, output = run("check", "--project", str(project), "--json")
    found = json.loads(output)

    assert status == 1
    assert {"code", "severity", "file", "line", "column", "message", "hint"} == set(found[0])
    assert "policies/tekun.yml" in {one["file"] for one in found}


def test_a_wrong_option_is_status_2() -> None:
    assert run("check", "--nonsense")[0] == 2
    assert run("check", "--as-of", "2026-02-30")[0] == 2


def test_texts_are_compared_and_counted(project: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    law = "\n\n".join(f"第{number}条 示例。" for number in ("一", "二", "三"))
    (texts / "中华人民共和国社会救助法.md").write_text(law, "utf-8")
    status, output = run("check", "--project", str(project), "--texts", str(texts))

    assert status == 1
    assert "[article-missing]" in output
    assert "[text-missing]" in output
    assert "核对依据" in output


def test_a_bug_of_ours_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "load", broken)
    result = CliRunner().invoke(cli.main, ["check", "--project", str(ROOT)])

    assert "这是明白自己的错误" in result.output
    assert isinstance(result.exception, ZeroDivisionError)


def test_the_clock_only_warns(monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(cli.date):  # type: ignore[misc,valid-type]
        @classmethod
        def today(cls) -> cli.date:
            return cli.date(2028, 1, 1)

    monkeypatch.setattr(cli, "date", Later)
    status, output = run("check", "--project", str(ROOT))

    assert status == 0
    assert "[as-of-old]" in output
    assert "[review-due]" in output
