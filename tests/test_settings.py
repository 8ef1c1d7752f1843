"""The settings in mkdocs.yml, and faults of the model that are known and not mended yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic_core import PydanticCustomError

from mingbai.model.citation import parse_citation
from mingbai.settings import read_scope
from tests.checked import BASE, copy_base, problems_of
from tests.test_reading import told

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://jiuzhu.shili.invalid"


def with_change(folder: Path, file: str, old: str, new: str) -> list[str]:
    root = copy_base(folder)
    text = (BASE / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")
    return told(problems_of(root))


def test_the_scope_is_what_the_settings_say() -> None:
    scope, notices = read_scope(BASE)

    assert notices == ()
    assert (scope.region, scope.as_of.isoformat(), scope.public_url) == (
        "990101",
        "2026-11-01",
        URL,
    )


@pytest.mark.parametrize("url", ["null", f"{URL}/", f"{URL}/jz", "https://a.invalid"])
def test_an_address_that_a_phone_opens_is_taken(url: str, tmp_path: Path) -> None:
    assert with_change(tmp_path, "mkdocs.yml", URL, url) == []


@pytest.mark.parametrize("url", ["https://[x", "https://jiu\u2100zhu.invalid"])
def test_an_address_nobody_can_read_is_a_problem_and_no_traceback(url: str, tmp_path: Path) -> None:
    assert with_change(tmp_path, "mkdocs.yml", URL, f"'{url}'") == [
        "mkdocs.yml:13 address-not-https"
    ]


def test_a_key_written_twice_in_the_settings_is_said(tmp_path: Path) -> None:
    twice = "as_of: 2026-11-01\n    as_of: 2026-11-02"

    assert with_change(tmp_path, "mkdocs.yml", "as_of: 2026-11-01", twice) == [
        "mkdocs.yml:13 duplicate-key"
    ]


def test_a_blank_in_an_address_is_said(tmp_path: Path) -> None:
    assert with_change(tmp_path, "mkdocs.yml", URL, f"'{URL}/a b'") == [
        "mkdocs.yml:13 address-characters"
    ]


def test_the_settings_may_hold_tags_of_mkdocs_outside_our_own(tmp_path: Path) -> None:
    tagged = "site_dir: !ENV [SITE, site]\nplugins:"

    assert with_change(tmp_path, "mkdocs.yml", "plugins:", tagged) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("policies/regions/990101.yml", "'12345'", "'１２３４５'", "15 not-telephone"),
        ("policies/regions/990100.yml", "'120'", "'１２０'", "13 not-number"),
        (
            "policies/regions/990101.yml",
            "'990101100'",
            "'９９０１０１１００'",
            "26 not-division-code",
        ),
        ("policies/legal_basis.yml", "2026-10-01", "２０２６-10-01", "46 not-date"),
    ],
)
def test_wide_digits_are_no_digits(
    file: str, old: str, new: str, expected: str, tmp_path: Path
) -> None:
    assert with_change(tmp_path, file, old, new) == [f"{file}:{expected}"]


def test_a_range_of_articles_is_no_longer_than_a_law() -> None:
    with pytest.raises(PydanticCustomError):
        parse_citation("示例法 第1条至第99999条")
