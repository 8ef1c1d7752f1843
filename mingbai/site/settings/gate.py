"""The gate for mkdocs.yml: what runs, loads from elsewhere or moves what we rest on is refused.

Comes in: the tree of the settings. Goes out: problems at their lines, before the site generator has
read them: it would run some, and tell of others without a line. The lists say what may be written,
not what may not: what nobody has tried is not let through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.privacy.gate import judge
from mingbai.privacy.told import problems_of
from mingbai.read.tree import scalars
from mingbai.site.settings.keys import extra, keys, names, places
from mingbai.site.settings.loaded import extensions, plugins, scripts
from mingbai.site.settings.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.problems import Problem
    from mingbai.read.tree import Mapping

RULES = (keys, names, places, theme, scripts, extensions, plugins, extra)


def gate(tree: Mapping) -> Iterator[Problem]:
    """Yield what is refused, each at its line."""
    for rule in RULES:
        yield from rule(tree)
    yield from persons(tree)


def persons(tree: Mapping) -> Iterator[Problem]:
    """No number of a person stands in the settings, comments included."""
    for node in (*scalars(tree), *tree.comments):
        text = node.text or ""
        yield from problems_of(judge(text, "comment"), text, node.place)
