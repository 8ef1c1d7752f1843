"""The settings in mkdocs.yml, and faults of the model that are known and not mended yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel, set_exclusions
from pydantic_core import PydanticCustomError

from mingbai.model.citation import parse_citation
from mingbai.plugin import generated
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


@pytest.mark.parametrize(
    "more",
    [
        "site_description: !!str 123",
        "site_url: http://10.0.0.8/jiuzhu/",
        "exclude_docs: pictures/",
        "markdown_extensions: [attr_list, tables, markdown.extensions.def_list]",
        "markdown_extensions:\n  - toc: {title: 本页, toc_depth: 2-3, permalink: true}",
        "markdown_extensions:\n  attr_list:\n  toc: {toc_depth: 2}",
        "extra_css: [a.css]",
    ],
)
def test_what_the_settings_may_hold(more: str, tmp_path: Path) -> None:
    assert with_change(tmp_path, "mkdocs.yml", "plugins:", f"{more}\nplugins:") == []


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [mingbai]",
        "plugins:\n  search: {lang: zh}\n  mingbai:\n",
        "plugins:\n  - mingbai: {}",
    ],
)
def test_plugins_may_be_listed_in_every_way(plugins: str, tmp_path: Path) -> None:
    assert with_change(tmp_path, "mkdocs.yml", "plugins:\n  - mingbai", plugins) == []


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("site_name: !ENV [HOME, 救助]", "yaml-tag"),
        ("nav: 3", "settings-key"),
        ("not_in_nav: about.md", "settings-key"),
        ("draft_docs: policies/", "settings-key"),
        ("site_dir: /srv", "settings-key"),
        ("extra_templates: [x.html]", "settings-key"),
        ("extra_javascript: [a.js]", "settings-key"),
        ("validation: {links: {anchors: ignore}}", "settings-key"),
        ("watch: [/]", "settings-key"),
        ("unknown_key: 1", "settings-unknown"),
        ("site_url: 不是网址", "settings-value"),
        ("site_author: [一, 二]", "settings-value"),
        ("exclude_docs: [a]", "settings-value"),
        ("extra_css: a.css", "settings-value"),
        ("markdown_extensions: attr_list", "settings-value"),
        ("markdown_extensions: [nope]", "settings-key"),
        ("markdown_extensions: [pymdownx.snippets]", "settings-key"),
        ("markdown_extensions: [{pymdownx.snippets: {base_path: [/]}}]", "settings-key"),
        ("markdown_extensions: [{toc: {toc_depth: 三}}]", "settings-value"),
        ("markdown_extensions: [{toc: {slugify: x}}]", "settings-unknown"),
        ("markdown_extensions: [{attr_list: 是}]", "settings-value"),
    ],
)
def test_what_the_settings_may_not_hold(more: str, code: str, tmp_path: Path) -> None:
    assert with_change(tmp_path, "mkdocs.yml", "plugins:", f"{more}\nplugins:") == [
        f"mkdocs.yml:7 {code}"
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  - mingbai", "  - mingbai\n  - offline", "9 settings-key"),
        ("  - mingbai", "  - mingbai\n  - mingbai", "9 settings-key"),
        ("  - mingbai", "  - mingbai\n  - search: {lang: en}", "9 settings-language"),
        ("  - mingbai", "  - mingbai\n  - search: {separator: x}", "9 settings-unknown"),
        ("plugins:\n  - mingbai", "plugins: mingbai", "7 settings-value"),
        ("plugins:\n  - mingbai\n", "", "7 plugin-missing"),
        ("font: false}", "font: false, custom_dir: nowhere}", "6 settings-key"),
        ("font: false}", "font: false, features: 3}", "6 settings-key"),
        ("font: false}", "font: false, langauge: zh}", "6 settings-unknown"),
        ("theme: {name: material, language: zh, font: false}\n", "", "6 settings-theme"),
        ("site_name: 示例救助\n", "", "2 settings-name"),
        ("strict: true", "strict: 是", "5 settings-value"),
        ("extra:\n", "extra:\n  homepage: https://a.example\n", "10 settings-key"),
        ("extra:\n", "extra:\n  colour: 红\n", "10 settings-unknown"),
        ("extra:\n", "extra: 无\nother:\n", "9 settings-missing"),
    ],
)
def test_each_part_of_the_settings_is_known(
    old: str, new: str, expected: str, tmp_path: Path
) -> None:
    assert f"mkdocs.yml:{expected}" in with_change(tmp_path, "mkdocs.yml", old, new)


def test_no_setting_takes_away_what_records_make(monkeypatch: pytest.MonkeyPatch) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "示例", "exclude_docs": "*", "plugins": []})
    config.validate()
    monkeypatch.setattr(config.plugins, "_current_plugin", "mingbai", raising=False)
    page = generated(config, "s/23/index.html", b"")
    set_exclusions([page], config)

    assert page.inclusion is InclusionLevel.INCLUDED


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
