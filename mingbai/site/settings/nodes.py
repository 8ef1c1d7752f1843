"""The tree of mkdocs.yml, as the rules for settings ask about it."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from mingbai.problems import Problem
from mingbai.read.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mingbai.problems import Place
    from mingbai.read.tree import Node

ORDER = (
    *("site_name", "site_url", "site_description", "site_author", "copyright", "docs_dir"),
    *("exclude_docs", "use_directory_urls", "strict", "theme", "extra_css", "markdown_extensions"),
    *("plugins", "extra"),
)
"""The settings that may be written, in the order in which our own project writes them."""

OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
"""How an address begins that leads out of the site."""


def missing_at(tree: Mapping, key: str) -> Place:
    """Return where a setting belongs that is not there: before what follows it, or last."""
    later = (tree.keys[one] for one in ORDER[ORDER.index(key) :] if one in tree.keys)
    return next(later, [tree.place, *tree.keys.values()][-1])


def text_of(node: Node | None) -> str:
    """Return a text, nothing if it is none."""
    return (node.text or "") if isinstance(node, Scalar) else ""


def named(node: Node) -> Iterator[tuple[str, Place, Node | None]]:
    """Yield name, place and options of each part that is switched on: listed, or as keys."""
    listed = node.items if isinstance(node, Sequence) else (node,)
    for one in listed:
        if isinstance(one, Mapping):
            for name, options in one.entries.items():
                yield name, one.keys[name], options
        elif isinstance(one, Scalar) and one.text:
            yield one.text, one.place, None


def refused(key: str, place: Place, why: str) -> Problem:
    """Say that something may not be written, and why."""
    return Problem("settings-key", place, {"found": key[:40], "why": why})


def unknown(key: str, place: Place, allowed: Collection[str]) -> Problem:
    """Say that nothing is called so, and what was probably meant."""
    close = difflib.get_close_matches(key, allowed, n=1)
    near = f"是不是想写「{close[0]}」？" if close else f"这里可以写：{'、'.join(allowed)}。"
    return Problem("settings-unknown", place, {"found": key[:40], "near": near})


def not_what(key: str, place: Place, what: str) -> Problem:
    """Say that a value is of another kind."""
    return Problem("settings-value", place, {"found": key[:40], "what": what})
