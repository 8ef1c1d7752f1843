"""The head of a hand-written page: title, description, what is not shown; nothing that runs.

Comes in: the text of a page. Goes out: problems at the lines of its head. The theme would take more
from there: another template, an icon's path, orders for search engines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.read.tree import Mapping, Scalar, Sequence
from mingbai.read.yaml import parse_yaml
from mingbai.site.handwritten_text import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.read.tree import Node

TEXTS = ("title", "description")
HIDE = "hide"
HIDDEN = frozenset({"navigation", "toc", "path", "footer"})
LOOSE = re.compile(r"[ ]{0,3}([A-Za-z0-9_-]+):\s")
"""A first line that the site generator takes for settings though no line stands before it."""

TORN = re.compile(r"(\s*\n)*[ \t]*-{3,}[ \t]*\n[A-Za-z_]+:[ \n]")
"""Lines that were meant as a head: not at the beginning, or without an end."""


def head(text: str, name: str) -> Iterator[Problem]:
    """Yield what is wrong in the head of a page; tags and references are refused there too."""
    found = FRONT.match(text)
    if found is None:
        yield from headless(text, name)
    elif found[1].strip():
        tree, problems = parse_yaml(found[1], name, first_line=2)
        yield from problems
        for key, place in tree.keys.items() if tree else ():
            yield from entry(key, place, tree)


def headless(text: str, name: str) -> Iterator[Problem]:
    """Yield lines at the beginning that would be taken for a head, or were meant as one."""
    loose = LOOSE.match(text.split("\n", 1)[0] + "\n")
    if loose:
        why = f"第一行像「{loose[1]}: 值」，会被当成设置，不出现在网页上"
        yield Problem("page-head", Place(name), {"why": why})
    torn = TORN.match(text)
    if torn:
        line = text.count("\n", 0, torn.end()) + (0 if text[torn.end() - 1] == "\n" else 1)
        why = "没有结束的 ---" if text.startswith("---") else "开始的 --- 不在第一行"
        values = {"why": f"{why}，会照样印在网页上"}
        yield Problem("page-head", Place(name, max(line - 1, 1)), values)


def entry(key: str, place: Place, tree: Mapping | None) -> Iterator[Problem]:
    """Yield what is wrong with one setting of a page."""
    value = tree.entries[key] if tree else None
    if key not in (*TEXTS, HIDE):
        yield Problem("page-head-key", place, {"found": key[:40]})
    elif (key in TEXTS and not isinstance(value, Scalar)) or (key == HIDE and not hides(value)):
        yield Problem("page-head-key", place, {"found": f"{key} 这样的值"})


def hides(value: Node | None) -> bool:
    """Tell whether a value lists parts of a page that may be left out."""
    listed = value.items if isinstance(value, Sequence) else ()
    texts = [one.text for one in listed if isinstance(one, Scalar)]
    return bool(texts) and len(texts) == len(listed) and HIDDEN.issuperset(filter(None, texts))
