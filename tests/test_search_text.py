"""Words become the same tokens where the index is made and where it is asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mingbai.outputs.search.letters import plain, plain_for, sounds_for
from mingbai.outputs.search.sounds import heard
from mingbai.outputs.search.text import folded, number, pairs, runs
from tests.search_core import ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Records

ODD = (
    "",
    " ",
    "吃低保，要啥条件？",
    "特困人員救助供養",
    "ＤＩＢＡＯ　ｄｉｂａｏ",
    "二〇二六年七月一日、十五天、一百二十元、两项补贴、百姓",
    "12345热线 12349",
    "低保2级a1b",
    "㐀𠮷村 ﬁ ① ㎡ Ⅳ",
    "e\u0301\u200b低\u00a0保",
    "__proto__ constructor",
)


def both(texts: tuple[str, ...], folder: Path) -> list[list[object]]:
    """Return what JavaScript makes of texts: the folded text and its pairs."""
    table = folder / "plain.js"
    table.write_text(f"var plain = new Map(Object.entries({json.dumps(plain())}));", "utf-8")
    code = """(given) => {
      const text = mingbaiSearch.text.folded(given, plain);
      const runs = mingbaiSearch.text.runs(text);
      const tokens = runs.map((one) => mingbaiSearch.text.pairs(one).map((pair) => pair[0]));
      return [text, [].concat(...tokens)];
    }"""
    return ask(folder, code, texts, [table])


def test_python_and_javascript_make_the_same_tokens(records: Records, tmp_path: Path) -> None:
    said = [one for policy in records.library.policies for one in (*policy.says, policy.name)]
    bodies = [case.body for case in records.library.cases]
    texts = (*ODD, *said, *bodies)
    made = both(texts, tmp_path)

    for text, (words, tokens) in zip(texts, made, strict=True):
        simple = folded(text, plain())
        assert simple == words
        assert [one for units in runs(simple) for one in pairs(units)] == tokens


@pytest.mark.parametrize(
    ("numeral", "digits"),
    [
        ("十", "10"),
        ("十五", "15"),
        ("六十", "60"),
        ("一百二十", "120"),
        ("二〇二六", "2026"),
        ("两", "2"),
    ],
)
def test_a_chinese_number_is_a_number(numeral: str, digits: str) -> None:
    assert number(numeral) == digits


def test_what_one_hears_is_the_same_in_both(tmp_path: Path) -> None:
    rows = [["zhong", "bing"], ["di", "bao"], ["chang", "shang", "lv"]]
    code = """(row) => row.slice(1).map((one, at) => mingbaiSearch.sounds.token(row[at], one))"""

    assert ask(tmp_path, code, rows) == [list(heard(row)) for row in rows]


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [
        ("dibao", ["di", "bao"]),
        ("tekunrenyuan", ["te", "kun", "ren", "yuan"]),
        ("dibaoq", ["di", "bao"]),
        ("xyz", []),
        ("db", []),
    ],
)
def test_letters_are_split_into_syllables(
    letters: str, syllables: list[str], tmp_path: Path
) -> None:
    known = list(sounds_for(()))
    code = f"(letters) => mingbaiSearch.sounds.spelt(letters, new Set({known!r}))"

    assert ask(tmp_path, code, [letters]) == [syllables]


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("dibao", "dibao", 0), ("dibap", "dibao", 1), ("idbao", "dibao", 1), ("dibao", "tekun", 2)],
)
def test_slips_are_counted_up_to_what_may_be(
    one: str, other: str, slips: int, tmp_path: Path
) -> None:
    code = "(pair) => mingbaiSearch.sounds.distance(pair[0], pair[1], 1)"

    assert [min(2, found) for found in ask(tmp_path, code, [[one, other]])] == [slips]


def test_only_characters_in_use_are_told_to_the_phone() -> None:
    assert plain_for("个") == {"個": "个", "箇": "个"}
    assert "𠮷" not in "".join(sounds_for("𠮷低").values())
