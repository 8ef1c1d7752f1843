"""The theme's stylesheet holds what some page uses, under a name of its own content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mingbai.site.styles import thin_styles, thinner, used_by

if TYPE_CHECKING:
    from pathlib import Path

USED = used_by(['<p class="md-a b">'], ['x.className = "md-opened md-kind--" + kind'])


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p{color:red}", "p{color:red}"),
        (".md-a{color:red}", ".md-a{color:red}"),
        (".md-gone{color:red}", ""),
        (".md-a .md-gone,.b>p{color:red}", ".b>p{color:red}"),
        (".md-opened{color:red}", ".md-opened{color:red}"),
        (".md-kind--late{color:red}", ".md-kind--late{color:red}"),
        ("p:not(.md-gone){color:red}", "p:not(.md-gone){color:red}"),
        (":is(.md-gone,.b) p{color:red}", ":is(.md-gone,.b) p{color:red}"),
        ("@media print{.md-gone{color:red}}", ""),
        ("@media print{.b{color:red}.md-gone{color:red}}", "@media print{.b{color:red}}"),
        ("@font-face{font-family:x}", "@font-face{font-family:x}"),
        ("@keyframes a{from{color:red}}", "@keyframes a{from{color:red}}"),
        (":root{--a:1;--b:2}p{top:var(--a)}", ":root{--a:1;}p{top:var(--a)}"),
        (':root{--a:url("data:a;b}")}p{color:red}', ":root{}p{color:red}"),
        ('[dir=ltr] .b:after{content:";}"}', '[dir=ltr] .b:after{content:";}"}'),
    ],
)
def test_a_rule_stays_if_something_uses_it(css: str, kept: str) -> None:
    assert thinner(css, USED, ()) == kept


def test_a_variable_of_another_stylesheet_stays() -> None:
    assert "--a:1" in thinner(":root{--a:1;--b:2}", USED, ["p{top:var( --a )}"])


def test_every_page_loads_the_thin_one(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "stylesheets"
    folder.mkdir(parents=True)
    (folder / "main.0123abcd.min.css").write_text(".b{color:red}.gone{color:red}", "utf-8")
    (folder / "main.0123abcd.min.css.map").write_text("{}", "utf-8")
    page = '<link href="{}assets/stylesheets/main.0123abcd.min.css"><p class="b">'
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(page.format(""), "utf-8")
    (tmp_path / "a" / "index.html").write_text(page.format("../"), "utf-8")
    thin_styles(tmp_path)
    (made,) = folder.iterdir()

    assert made.read_text("utf-8") == ".b{color:red}"
    assert made.name != "main.0123abcd.min.css"
    for path in tmp_path.rglob("*.html"):
        assert made.name in path.read_text("utf-8")
        assert "0123abcd" not in path.read_text("utf-8")
