"""The theme's stylesheet without what no page of the site uses: half of what a first visit loads.

Comes in: the folder of the finished site. Goes out: the stylesheet under a name of its own content,
since browsers keep a file by its name for a year; every page loads that one. A rule stays if each
of its classes stands in a page, or a script has it or how it begins.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import tinycss2

from mingbai.disk.write import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tinycss2.ast import Node

THEME = "assets/stylesheets/main.*.min.css"
CLASSES = re.compile(r'class="?([^">]*)')
WORD = re.compile(r"[A-Za-z_]\w*(?:-[\w-]*)+")
"""Classes of the theme have a hyphen; other words of a script are its variables."""

VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
NESTED = frozenset({"media", "supports", "container", "layer"})


@dataclass(frozen=True, slots=True)
class Used:
    """What the pages and scripts of a site may ask of a stylesheet."""

    classes: frozenset[str]
    beginnings: tuple[str, ...]

    def has(self, name: str) -> bool:
        """Tell whether an element may have a class."""
        return name in self.classes or name.startswith(self.beginnings)


def thin_styles(site: Path) -> None:
    """Put the thinner stylesheet in the place of the theme's, in every page of the site."""
    found = sorted(site.glob(THEME))
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    used = used_by(pages.values(), [path.read_text("utf-8") for path in site.rglob("*.js")])
    others = [path.read_text("utf-8") for path in site.rglob("*.css") if path not in found]
    for path in found:
        css = thinner(path.read_text("utf-8"), used, others).encode()
        name = f"main.{hashlib.sha256(css).hexdigest()[:8]}.min.css"
        write_whole(path.with_name(name), css)
        for page, text in pages.items():
            if path.name in text:
                write_whole(page, text.replace(path.name, name).encode())
        path.with_name(f"{path.name}.map").unlink(missing_ok=True)
        path.unlink()


def used_by(pages: Iterable[str], scripts: Iterable[str]) -> Used:
    """Return the classes that pages have and scripts may give."""
    classes = {one for page in pages for found in CLASSES.findall(page) for one in found.split()}
    words = {word for script in scripts for word in WORD.findall(script)}
    beginnings = tuple(sorted(one for one in words if one.endswith("-")))
    return Used(frozenset(classes | words), beginnings)


def thinner(css: str, used: Used, others: Iterable[str]) -> str:
    """Return a stylesheet without rules for classes, and variables, that nothing uses."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = "".join(written(rules, used))
    wanted = {one for text in (kept, *others) for one in VARIABLE.findall(text)}
    return re.sub(VALUE, lambda found: found[0] if found[1] in wanted else "", kept)


VALUE = r"(?<=[{;])(--[\w-]+):(?:url\((?:\"[^\"]*\"|'[^']*'|[^)]*)\)|[^;{}])*(?:;|(?=\}))"
"""A variable with its value, in a stylesheet without white space or comments."""


def written(rules: Iterable[Node], used: Used) -> Iterator[str]:
    """Yield the rules that may hold for some element."""
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [one for one in selectors(rule.prelude) if all(map(used.has, classes(one)))]
            if kept:
                meant = ",".join(map(tinycss2.serialize, kept))
                yield f"{meant}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in NESTED and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            text = "".join(written(inner, used))
            if text:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{text}}}"
        elif rule.type == "at-rule":
            yield rule.serialize()


def selectors(prelude: list[Node]) -> Iterator[list[Node]]:
    """Yield the selectors of a rule."""
    one: list[Node] = []
    for piece in prelude:
        if piece == ",":
            yield one
            one = []
        else:
            one.append(piece)
    yield one


def classes(selector: list[Node]) -> Iterator[str]:
    """Yield the classes that an element must have; those in brackets are one of several."""
    for before, one in pairwise(selector):
        if before == "." and one.type == "ident":
            yield one.value
