"""The 404 page: it leads to the search and to 俗称索引 from any depth, or nowhere at all."""

from __future__ import annotations

import re
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mingbai.site.config import THEME

AT = "http://10.0.0.8/jiuzhu/"


def links(site_url: str | None, plugins: tuple[str, ...] = ("material/search",)) -> list[str]:
    config = SimpleNamespace(
        site_name="网站", site_url=site_url, plugins=plugins, extra=SimpleNamespace(tokens="")
    )
    templates = Environment(
        loader=FileSystemLoader(THEME), undefined=StrictUndefined, autoescape=True
    )
    page = templates.get_template("404.html").render(config=config)
    return re.findall(r'(?:href|src|action)="([^"]*)"', page)


def test_it_leads_to_the_search_the_front_page_and_the_index_of_names() -> None:
    assert links(AT) == [f"{AT}#search", AT, f"{AT}names/index.html"]


def test_a_site_without_a_search_promises_none() -> None:
    assert links(AT, ()) == [AT, f"{AT}names/index.html"]


def test_a_site_that_does_not_know_its_host_has_no_link_that_could_be_wrong() -> None:
    assert links(None) == []
