"""What mkdocs.yml may not say: whatever runs, loads from elsewhere, or moves what we rest on.

Comes in: the tree of the settings. Goes out: problems at their lines, before the site generator has
read them: it would run some, and tell of others without a line. What is not there, it tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.gate import judge
from mingbai.privacy.told import problems_of
from mingbai.problems import Problem
from mingbai.read.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.read.tree import Node

REFUSED = {
    "hooks": "它会运行别的程序",
    "INHERIT": "设置只写在这一个文件里",
    "remote_branch": "网站由 mingbai publish 发布",
    "edit_uri": "它会链接到别的网站",
    "repo_url": "它会链接到别的网站",
}
LOADED = ("extra_javascript", "extra_css")
OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
SHOWN = ("site_name", "site_description", "site_author", "copyright")
MARKUP = re.compile(r"<[a-zA-Z/!?]|&#?\w+;")
CHINESE = re.compile("zh(-(Hant|TW))?")
NO = frozenset({"false", "no", "off"})


def gate(tree: Mapping) -> Iterator[Problem]:
    """Yield what is refused, each at its line."""
    for key, why in REFUSED.items():
        if key in tree.entries:
            yield Problem("settings-key", tree.keys[key], {"found": key, "why": why})
    yield from folders(tree)
    yield from names(tree)
    yield from theme(tree)
    yield from outside(tree)
    yield from plugins(tree)
    yield from persons(tree)


def folders(tree: Mapping) -> Iterator[Problem]:
    """Pages lie in docs/, where everything else looks for them."""
    docs = tree.entries.get("docs_dir")
    if docs is not None and text_of(docs).strip("./") != "docs":
        values = {"found": "docs_dir", "why": "手写页面只放在 docs/ 里"}
        yield Problem("settings-key", docs.place, values)


def names(tree: Mapping) -> Iterator[Problem]:
    """The site has a name, and its names hold no markup: no page escapes them."""
    if "site_name" in tree.entries and not text_of(tree.entries["site_name"]).strip():
        yield Problem("settings-name", tree.keys["site_name"])
    for key in SHOWN:
        found = MARKUP.search(text_of(tree.entries.get(key)))
        if found:
            yield Problem("markup", tree.entries[key].place, {"found": found[0]})


def theme(tree: Mapping) -> Iterator[Problem]:
    """The theme is Material, and takes its letters from the reader's device."""
    found = tree.entries.get("theme")
    if found is None:
        return
    given = found.entries if isinstance(found, Mapping) else {}
    name = text_of(given.get("name") if given else found)
    if name != "material":
        yield Problem("settings-theme", given["name"].place if "name" in given else found.place)
    elif text_of(given.get("font")).lower() not in NO:
        font = given["font"].place if "font" in given else found.place
        yield Problem("settings-outside", font, {"found": "字体", "instead": "写 font: false。"})
    language = given.get("language")
    if language is not None and not CHINESE.fullmatch(text_of(language)):
        values = {"found": text_of(language)[:20]}
        yield Problem("settings-language", language.place, values)


def outside(tree: Mapping) -> Iterator[Problem]:
    """Scripts and styles lie in docs/, and nobody is counted."""
    instead = "删掉它；要用的文件放进 docs/，写文件名。"
    for key in LOADED:
        for node in values(tree.entries.get(key)):
            if OUTSIDE.match(node.text or ""):
                found = {"found": (node.text or "")[:60], "instead": instead}
                yield Problem("settings-outside", node.place, found)
    extra = tree.entries.get("extra")
    if isinstance(extra, Mapping) and "analytics" in extra.entries:
        found = {"found": "analytics", "instead": "删掉它；网站不统计来看的人。"}
        yield Problem("settings-outside", extra.keys["analytics"], found)


def plugins(tree: Mapping) -> Iterator[Problem]:
    """Our own plugin is there; without it no record becomes a page."""
    found = tree.entries.get("plugins")
    if found is None:
        return
    listed = found.items if isinstance(found, Sequence) else ()
    named = {text_of(one) for one in listed}
    named |= {key for one in (found, *listed) if isinstance(one, Mapping) for key in one.entries}
    if "mingbai" not in named:
        yield Problem("plugin-missing", tree.keys["plugins"])


def persons(tree: Mapping) -> Iterator[Problem]:
    """No number of a person stands in the settings, comments included."""
    for node in (*values(tree), *tree.comments):
        text = node.text or ""
        yield from problems_of(judge(text, "comment"), text, node.place)


def values(node: Node | None) -> Iterator[Scalar]:
    """Yield the texts below a node."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for one in node.items:
            yield from values(one)
    elif isinstance(node, Mapping):
        for one in node.entries.values():
            yield from values(one)


def text_of(node: Node | None) -> str:
    """Return a text, nothing if it is none."""
    return (node.text or "") if isinstance(node, Scalar) else ""
