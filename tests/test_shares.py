"""What a check against the texts counts: statements, those that rest on texts, those that wait."""

from __future__ import annotations

from pathlib import Path

from mingbai.checks.shares import Share, together
from mingbai.checks.texts import compare
from mingbai.load import load
from mingbai.settings import read_scope

BASE = Path(__file__).parent / "examples" / "base"


def test_a_statement_that_is_neither_is_said() -> None:
    assert Share("甲", 10, 7, 3).words == "甲：10 条内容，7 条有原文可查（70%），3 条待核（30%）。"
    assert "1 条两样都不是" in Share("甲", 10, 6, 3).words
    assert "0 条内容" in together([]).words


def test_every_statement_of_the_example_is_one_or_the_other() -> None:
    scope, _ = read_scope(BASE)
    library = load(BASE).library
    assert library is not None
    compared = compare(library, scope, BASE / "texts")
    whole = together(compared.shares)

    assert whole.told == whole.resting + whole.waiting
    assert whole.resting
    assert whole.waiting
    assert f"数字 {compared.figures} 个" in compared.words
