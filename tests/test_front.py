"""The front page: its box knows every code that paper carries, and works without a script."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.model.edition import LedgerLine
from mingbai.outputs import pages
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.front import front_view

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from tests.conftest import Records

THEME = Path(pages.__file__).parents[2] / "theme"


def line(code: str, edition: int) -> LedgerLine:
    """Return a line of a ledger that gives a code's paper an edition."""
    return LedgerLine(
        number=edition,
        on=date(2026, 11, 21),
        kind="新版",
        code=code,
        policy="dibao",
        name="最低生活保障",
        edition=edition,
        hash="0" * 64,
    )


class Form(HTMLParser):
    """The tags of the box, by name."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        target = Target("part", "front", ("front", front_view(library)), Place("mkdocs.yml"))
        content = pages.render(target)
        assert isinstance(content, bytes)
        self.words = content.decode()
        found = re.search(r"<form.*?</form>\s*<script[^\n]*", self.words, re.DOTALL)
        assert found
        self.feed(found[0])

    def one(self, name: str) -> dict[str, str | None]:
        (found,) = (attrs for tag, attrs in self.tags if tag == name)
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_box_knows_every_policy_before_anything_was_released(records: Records) -> None:
    codes = front_view(records.library).box.codes.split()

    assert [f"{code}:0" for code in sorted(one.code for one in records.library.policies)] == codes


def test_the_box_knows_the_latest_edition_and_codes_that_are_no_more(records: Records) -> None:
    code, kept = records.library.policies[0].code, records.library.policies[1:]
    ledger = (line(code, 1), line(code, 2), line("99", 1))
    library = dataclasses.replace(records.library, policies=kept, ledger=ledger)
    codes = front_view(library).box.codes.split()

    assert f"{code}:2" in codes
    assert "99:1" in codes
    assert len(kept) + 2 == len(codes)
    assert sorted(codes) == codes


def test_without_a_script_the_box_opens_the_list_of_all(records: Records) -> None:
    form = Form(records.library)

    assert form.one("form")["action"] == "s/index.html"
    assert "method" not in form.one("form")
    assert "name" not in form.one("input"), "what somebody types goes to no server"
    assert form.one("button")["type"] == "submit"


def test_the_box_has_a_label_and_a_place_where_errors_are_announced(records: Records) -> None:
    form = Form(records.library)
    alert = next(attrs for _, attrs in form.tags if attrs.get("role") == "alert")

    assert form.one("label")["for"] == form.one("input")["id"]
    assert form.one("input")["aria-describedby"] == alert["id"]
    assert form.one("a")["href"] == "s/index.html"
    assert "纸上的编号（两位数字）" in form.words


def test_the_script_of_the_box_is_a_file_of_the_theme(records: Records) -> None:
    script = Form(records.library).one("script")

    assert (THEME / str(script["src"])).is_file()
    assert not re.search(r"<script(?![^>]*\ssrc=)", Form(records.library).words)
