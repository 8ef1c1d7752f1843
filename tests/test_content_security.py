"""Policies of pages, the gate behind them, and what people may not write into records and pages."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.problems import ProblemsFound, errors
from mingbai.site.content_security import needed, page_policy, site_policy, with_policy
from mingbai.site.finished_pages import FinishedPages
from mingbai.site.handwritten import plainly_written
from mingbai.site.handwritten_markup import markup
from mingbai.site.links_out import LinkOut, links_out
from mingbai.site.page_gate import refused, scheme_of
from mingbai.views.search import SearchView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mingbai.build import Built

HEAD = '<!doctype html><html><head><meta charset="utf-8">'
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def directives(policy: str) -> dict[str, set[str]]:
    named = (one.split() for one in policy.split(";"))
    return {name: set(sources) for name, *sources in named}


def sha(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def pages(tree: dict[str, bytes]) -> dict[str, str]:
    """Every HTML page of the site."""
    return {path: one.decode() for path, one in tree.items() if path.endswith(".html")}


def test_a_page_that_loads_nothing_may_load_nothing() -> None:
    policy = directives(page_policy("<p>话</p>"))

    assert policy.pop("default-src") == {"'none'"}
    assert set().union(*policy.values()) == {"'none'"}
    assert {"base-uri", "connect-src", "form-action", "frame-src", "object-src"} == set(policy)


@pytest.mark.parametrize(
    ("page", "directive", "sources"),
    [
        ("<script src=a.js></script>", "script-src", {"'self'"}),
        ("<script>run()</script>", "script-src", {sha("run()")}),
        ("<style>p{}</style><style>b{}</style>", "style-src", {sha("p{}"), sha("b{}")}),
        ("<link rel=stylesheet href=a.css>", "style-src", {"'self'"}),
        ("<link rel=stylesheet href=a.css>", "img-src", {"'self'", "data:"}),
        ("<img src=a.png>", "img-src", {"'self'"}),
        ("<audio src=a.mp3></audio>", "media-src", {"'self'"}),
        ("<form action=s/index.html></form>", "form-action", {"'self'"}),
        ("<form></form>", "form-action", {"'none'"}),
        ("<div data-md-component=search></div>", "worker-src", {"'self'"}),
    ],
)
def test_a_page_may_what_it_has(page: str, directive: str, sources: set[str]) -> None:
    assert directives(page_policy(page))[directive] == sources


def test_data_in_a_page_is_no_script() -> None:
    assert "script-src" not in needed('<script type="application/json">{"a": 1}</script>')


def test_the_policy_stands_before_anything_is_loaded() -> None:
    page = with_policy(f"{HEAD}<script src=a.js></script>")

    assert page.startswith(f'{HEAD}\n<meta http-equiv="Content-Security-Policy"')
    assert with_policy(page) == page
    with pytest.raises(ValueError, match="character set"):
        with_policy("<p>话</p>")


def test_the_header_allows_what_the_pages_allow_together() -> None:
    pages = (b"<style>p{}</style>", b"<script src=a.js></script><style>b{}</style>")
    policy = directives(site_policy(pages))

    assert policy["style-src"] == {sha("p{}"), sha("b{}")}
    assert policy["script-src"] == {"'self'"}
    assert policy["frame-ancestors"] == {"'self'"}
    assert site_policy(pages) == site_policy(reversed(pages))


def test_every_page_of_the_site_has_a_strict_policy(pages: dict[str, str]) -> None:
    allowed = re.compile(r"'none'|'self'|data:|'sha256-[A-Za-z0-9+/]{43}='")
    for path, page in pages.items():
        found = POLICY.findall(page)
        assert len(found) == 1, path
        assert re.search(r"<(script|style|link|img)\b", page).start() > page.index(found[0]), path  # type: ignore[union-attr]
        policy = directives(found[0])
        assert policy["default-src"] == {"'none'"}, path
        assert policy["base-uri"] == {"'none'"}, path
        assert [] == [one for one in set().union(*policy.values()) if not allowed.fullmatch(one)]
        for directive, sources in needed(page).items():
            assert sources <= policy[directive], (path, directive)


def test_a_page_of_material_needs_no_hash(pages: dict[str, str]) -> None:
    made = [page for page in pages.values() if 'data-md-component="search"' in page]

    assert len(made) > 20
    assert {"'self'"} == set().union(*(needed(one)["script-src"] for one in made))
    assert {"'self'"} == set().union(*(needed(one)["style-src"] for one in made))


def test_no_page_of_the_site_runs_draws_or_loads_anything_of_its_own(
    pages: dict[str, str],
) -> None:
    assert len(pages) > 30
    assert {} == {path: found for path, page in pages.items() if (found := refused(page))}


def test_the_header_of_our_site_is_short_and_covers_every_page(pages: dict[str, str]) -> None:
    together = site_policy(page.encode() for page in pages.values())
    policy = directives(together)

    assert "unsafe" not in together
    assert len(together) < 1000
    for page in pages.values():
        for directive, sources in needed(page).items():
            assert sources <= policy[directive]


def test_no_stylesheet_of_the_site_loads_from_elsewhere(tree: dict[str, bytes]) -> None:
    styles = {path: one.decode() for path, one in tree.items() if path.endswith(".css")}
    asked = re.compile(r"url\(\s*['\"]?(?!data:)([^)'\"]+)|@import[^;]+")

    assert len(styles) >= 3
    assert {} == {path: found for path, text in styles.items() if (found := asked.findall(text))}


@pytest.mark.parametrize(
    "page",
    [
        "<script>run()</script>",
        '<script type="module">run()</script>',
        "<SCRIPT SRC=//elsewhere.example/a.js></SCRIPT>",
        '<img src="https://elsewhere.example/a.png">',
        '<img srcset="a.png 1x, https://elsewhere.example/b.png 2x">',
        '<img src="data:image/svg+xml,%3Csvg%3E">',
        '<link rel="stylesheet" href="https://elsewhere.example/a.css">',
        '<link rel="preconnect" href="https://elsewhere.example">',
        "<p onclick=run()>话</p>",
        '<p style="color:red">话</p>',
        '<a href="javascript:run()">话</a>',
        '<a href=" java\tscript&#58;run()">话</a>',
        '<a href="&#x6A;avascript:run()">话</a>',
        '<a href="data:text/html,x">话</a>',
        '<a href="//elsewhere.example/">话</a>',
        '<a href="\\\\elsewhere.example/">话</a>',
        '<a href="a.html" ping="https://elsewhere.example">话</a>',
        '<iframe src="a.html"></iframe>',
        '<object data="a.pdf"></object>',
        '<embed src="a.pdf">',
        '<base href="b/">',
        '<meta http-equiv="refresh" content="0; url=https://elsewhere.example">',
        '<form action="https://elsewhere.example"><input></form>',
        '<button formaction="javascript:run()">话</button>',
        '<svg><a xlink:href="javascript:run()">话</a></svg>',
        '<video poster="https://elsewhere.example/a.png"></video>',
    ],
)
def test_the_gate_refuses(page: str) -> None:
    assert refused(page)


@pytest.mark.parametrize(
    "page",
    [
        '<a href="a.html#b">话</a><a href="../s/23/index.html">话</a><a href="#b">话</a>',
        '<a href="https://elsewhere.example">话</a><a href="tel:0537-1000001">话</a>',
        '<link rel="canonical" href="https://jiuzhu.example/a.html">',
        '<script type="application/json">{"a": 1}</script><script src="a.js"></script>',
        '<meta http-equiv="refresh" content="0; url=../24/index.html">',
        '<img src="a.png" srcset="a.png 1x, b.png 2x"><p class="on">话</p>',
    ],
)
def test_the_gate_lets_through(page: str) -> None:
    assert refused(page) == ()


def test_a_scheme_is_read_as_a_browser_reads_it() -> None:
    assert scheme_of("JAVA\nSCRIPT:x") == "javascript"
    assert scheme_of("a/b:c") == ""
    assert scheme_of("/\\elsewhere.example") == "//"


def test_what_the_gate_finds_is_said_and_nothing_is_finished(tmp_path: Path) -> None:
    finished = FinishedPages()
    finished.take(f"{HEAD}<p onclick=run()>话</p>", "docs/about.md")
    with pytest.raises(ProblemsFound) as found:
        finished.settle(tmp_path, SearchView((), (), (), ()))

    assert [("docs/about.md", "page-unsafe")] == [
        (one.place.file, one.code) for one in found.value.problems
    ]


def test_while_serving_a_page_may_reload_itself_and_the_gate_only_tells(tmp_path: Path) -> None:
    finished = FinishedPages(serving=True)
    page = f"{HEAD}<p onclick=run()>话</p>"

    assert finished.take(page, "docs/about.md") == page
    finished.settle(tmp_path, SearchView((), (), (), ()))
    assert finished.found == {}


REFUSED = [
    ("<b>粗</b>", "page-html"),
    ("话<script src=a.js></script>", "page-html"),
    ("<iframe src=x>", "page-html"),
    ("</div>", "page-html"),
    ("<?php x ?>", "page-html"),
    ("<!-- 备注 -->", "page-html"),
    ("<javascript:run()>", "page-html"),
    ("[话](javascript:run())", "page-link"),
    ("[话]( java&#115;cript:run())", "page-link"),
    ("[话](javascript\\:run())", "page-link"),
    ("[话](<JavaScript:run()>)", "page-link"),
    ("[话](vbscript:run)", "page-link"),
    ("[话](data:text/html,x)", "page-link"),
    ("[话](file:///C:/x)", "page-link"),
    ("[话](//elsewhere.example)", "page-link"),
    ("[话]: javascript:run()", "page-link"),
    ("[![图](a.png)](javascript:run())", "page-link"),
    ("![图](https://elsewhere.example/a.png)", "page-picture"),
    ("![图](data:image/png;base64,x)", "page-picture"),
    ('话{: onclick="run()" }', "page-attribute"),
    ("# 题 {#how style=color:red}", "page-attribute"),
    ("[话](about.md){target=_blank}", "page-attribute"),
    ("[话](https://elsewhere.example)", "link-out"),
    ("<https://elsewhere.example>", "link-out"),
    ("[话]: http://elsewhere.example", "link-out"),
]


@pytest.mark.parametrize(("line", "code"), REFUSED, ids=[line for line, _ in REFUSED])
def test_a_page_may_not_say(line: str, code: str) -> None:
    found = list(markup(f"---\ntitle: 关于\n---\n\n# 关于\n\n{line}\n", "docs/about.md"))

    assert {("docs/about.md", 7)} == {(one.place.file, one.place.line) for one in found}
    assert code in {one.code for one in found}
    assert found[0].message
    assert found[0].hint


@pytest.mark.parametrize(
    "text",
    [
        "<!-- mingbai: front -->",
        "话\n{: .mb-answer }",
        "## 怎么看 {#how .mb-kind}",
        "[话](about.md#how) [电](tel:0537-1000001) [信](mailto:a@b.example) <a@b.example>",
        "![图](pictures/a.png)",
        "收入 <500 元、a < b、1 << 2",
        "写 `<script>` 和 ``{: onclick=x }`` 这样的字",
        "```\n<script>\n[a](javascript:b)\n```\n\n话",
        "~~~ nginx\nlocation / { return 404; }\n~~~",
    ],
)
def test_a_page_may_say(text: str) -> None:
    assert [] == list(markup(text, "docs/about.md"))


def test_what_stands_after_code_is_read_again() -> None:
    text = "```\n<b>\n```\n<i>\n````\n```\n<b>\n````\n<u>"

    assert [4, 9] == [one.place.line for one in markup(text, "docs/about.md")]


@pytest.mark.parametrize("name", ["a.html", "a.js", "a.svg", "a.htm", "b/c.xml", "a"])
def test_a_folder_of_pages_holds_no_page_of_its_own(tmp_path: Path, name: str) -> None:
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True)
    path.write_text("话", "utf-8")

    assert [("page-file", f"docs/{name}")] == [
        (one.code, one.place.file) for one in plainly_written(tmp_path)
    ]


def test_a_link_out_of_the_folder_is_no_page(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (tmp_path / "secret.md").write_text("# 名单\n", "utf-8")
    (folder / "list.md").symlink_to(tmp_path / "secret.md")
    (folder / "a.PNG").write_bytes(b"\x89PNG\r\n\x1a\n")

    assert ["page-file"] == [one.code for one in plainly_written(tmp_path)]


ABOUT = """# 关于

先看[条例](https://elsewhere.example/a?b=1&c=2)，再看[联系方式](contacts/index.md)。

| 事项 | 天数 |
| :-: | --: |
| 审核 | 3 |
"""


def test_links_to_other_sites_are_marked_listed_and_safe_and_tables_need_no_style(
    small: Path, built: Callable[[Path], Built]
) -> None:
    (small / "docs" / "about.md").write_text(ABOUT, "utf-8")
    result = built(small)
    page = (result.out / "site" / "about.html").read_bytes()
    text = page.decode()

    assert (
        'rel="noopener noreferrer external">条例<span class="mb-out">（外部网站）</span></a>'
        in text
    )
    assert '<a href="contacts/index.html">联系方式</a>' in text
    assert '<td align="right">3</td>' in text
    assert ("docs/about.md", 3, "link-out") in {
        (one.place.file, one.place.line, one.code) for one in result.problems
    }
    expected = LinkOut("about.html", "https://elsewhere.example/a?b=1&c=2", "条例")
    assert (expected,) == links_out({"about.html": page})


def test_what_gets_past_the_rules_for_writers_stops_the_build(
    small: Path,
    built: Callable[[Path], Built],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = small / "mkdocs.yml"
    outside = "extra_javascript: [https://elsewhere.example/a.js]"
    settings.write_text(f"{settings.read_text('utf-8')}\n{outside}\n", "utf-8")
    monkeypatch.setattr("mingbai.settings.gate", lambda _: ())
    (small / "docs" / "about.md").write_text(
        '---\ntitle: "\\x3C/title>\\x3Cscript>run()\\x3C/script>关于"\n---\n\n# 关于\n', "utf-8"
    )
    with pytest.raises(ProblemsFound) as found:
        built(small)

    said = {(one.code, one.values["found"]) for one in errors(found.value.problems)}
    assert said == {("page-unsafe", "src=https://elsewhere.example/a.js")}
    assert not (tmp_path / "dist" / "site").exists()


def test_check_reads_the_hand_written_pages_too(project: Path) -> None:
    (project / "docs" / "about.md").write_text(
        "# 关于\n\n<b>话</b>[外](https://a.example)\n", "utf-8"
    )
    run = CliRunner().invoke(main, ["check", "--project", str(project), "--json"])
    found = {(one["code"], one["file"], one["line"]) for one in json.loads(run.output)}

    assert run.exit_code == 1
    assert {("page-html", "docs/about.md", 3), ("link-out", "docs/about.md", 3)} <= found
