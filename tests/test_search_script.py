"""The words for the search box: a script, since nothing can be fetched from file://."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mingbai.outputs.search import index_script

if TYPE_CHECKING:
    from pathlib import Path

START, END = b"window.mingbaiIndex=", b";\n"


def words(script: bytes) -> bytes:
    assert script.startswith(START)
    assert script.endswith(END)
    return script[len(START) : -len(END)]


def test_the_site_has_its_words_as_a_script_alone(dist: Path) -> None:
    folder = dist / "site" / "search"
    index = json.loads(words((folder / "search_index.js").read_bytes()))

    assert [path.name for path in folder.iterdir()] == ["search_index.js"]
    assert {"config", "docs"} <= set(index)
    assert any(one["location"] == "policies/dibao/index.html" for one in index["docs"])


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "</script>", "\\", '"', "𬭚镇", "\x00"])
def test_any_character_comes_through_and_none_ends_a_line(odd: str) -> None:
    script = index_script(json.dumps({"docs": [{"text": odd}]}).encode())

    assert json.loads(words(script)) == {"docs": [{"text": odd}]}
    assert len(script.decode().splitlines()) == 1


def test_chinese_stays_chinese_and_takes_half_the_room() -> None:
    index = json.dumps({"docs": [{"text": "特困人员" * 100}]}).encode()

    assert "特困人员" in index_script(index).decode()
    assert len(index_script(index)) < len(index) * 0.6
