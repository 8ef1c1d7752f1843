"""The pages of the site as the search sees them: pages, their parts, and the fields of words.

Comes in: the index that MkDocs made of all finished pages, and the view of the records. Goes out:
pages and parts in order, each part with its words by field.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mingbai.views.search import SearchView, SoughtPolicy

TAG = re.compile(r"<[^>]*>")
POLICY, CASE, OTHER = range(3)
"""Kinds of pages: policies come first, then cases, whatever the words."""

LEFT_OUT = frozenset({"basis", "cases", "faq"})
"""Parts of a policy that say where to read on; its questions come from the record."""


MOST = 200
"""Characters that count of a page which lists what other pages say."""

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it is, what it is called, of which kind; ``policy`` counts from 0, else -1."""

    location: str
    title: str
    kind: int
    policy: int
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page; an empty anchor is the page itself. ``words`` are by field."""

    page: int
    anchor: str
    title: str
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def laid_out(docs: Sequence[dict[str, Any]], view: SearchView) -> tuple[list[Page], list[Part]]:
    """Return pages and parts in the order of MkDocs; the first parts are the pages themselves."""
    sought = {f"policies/{one.slug}/index.html": one for one in view.policies}
    pages: list[Page] = []
    parts: list[Part] = []
    for doc in docs:
        location, _, anchor = doc["location"].partition("#")
        text = words_of(doc["text"])
        if not anchor:
            pages.append(page(location, html.unescape(doc["title"]), text, view))
            parts.extend(whole(len(pages) - 1, pages[-1], text, sought.get(location)))
        elif pages[-1].kind == POLICY and anchor not in LEFT_OUT:
            title = html.unescape(doc["title"])
            words: dict[str, tuple[str, ...]] = {"body": (text,)}
            parts.append(Part(len(pages) - 1, anchor, title, words))
        elif pages[-1].kind == CASE:
            parts[-1].words["body"] += (text,)
    return pages, sorted(parts, key=lambda one: bool(one.anchor))


def page(location: str, title: str, text: str, view: SearchView) -> Page:
    """Return a page, with what a hit says of it."""
    for number, one in enumerate(view.policies):
        if location == f"policies/{one.slug}/index.html":
            return Page(location, title, POLICY, number, one.answer)
    kind = CASE if location.startswith("cases/") and location != "cases/index.html" else OTHER
    return Page(location, title, kind, -1, first(text))


def whole(number: int, made: Page, text: str, policy: SoughtPolicy | None) -> Iterator[Part]:
    """Yield a page as a part of its own, and the questions and steps of a policy."""
    if policy is None:
        yield Part(number, "", made.title, {"title": (made.title,), "body": (text[:MOST],)})
        return
    words = {
        "title": (policy.name, policy.short_name),
        "names": policy.names,
        "misnomers": policy.misnomers,
        "says": policy.says,
        "body": (policy.answer,),
    }
    yield Part(number, "", made.title, words)
    for one in policy.parts:
        fields: dict[str, tuple[str, ...]] = {"question": (one.title,), "body": (one.text,)}
        yield Part(number, one.anchor, one.title, fields)


def first(text: str) -> str:
    """Return the first sentence of a page, cut where it is long."""
    sentence = text.split("。", 1)[0]
    return sentence if len(sentence) <= SHOWN else f"{sentence[:SHOWN]}…"


def words_of(markup: str) -> str:
    """Return the text of a piece of a page."""
    return " ".join(html.unescape(TAG.sub(" ", markup)).split())
