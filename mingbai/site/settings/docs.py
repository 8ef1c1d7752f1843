"""What mkdocs.yml does to the site: no page is lost, what it asks for is there, one can search.

Comes in: the project and the paths of what will be on the site. Goes out: problems of the settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from mingbai.problems import Problem
from mingbai.read.text import read_text
from mingbai.read.tree import Mapping, Scalar, scalars
from mingbai.read.yaml import parse_yaml
from mingbai.site.settings.nodes import OUTSIDE, named, not_what, text_of
from mingbai.site.settings.theme import PICTURES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

FILE = "mkdocs.yml"
HIDES = "exclude_docs"


def settings_of(root: Path) -> Mapping | None:
    """Return the tree of the settings, None if nobody can read them: then that has been said."""
    text, _ = read_text(root / FILE, FILE)
    return parse_yaml(text, FILE, tags=True)[0] if text is not None else None


def hidden(tree: Mapping | None) -> GitIgnoreSpec:
    """Return which files of docs/ stay off the site, as the site generator reads it.

    Raises:
        ValueError: if a pattern cannot be read.

    """
    asked = tree.entries.get(HIDES) if tree else None
    return GitIgnoreSpec.from_lines(text_of(asked).splitlines())


def stays_off(tree: Mapping | None) -> Callable[[str], bool]:
    """Return what tells whether a file, by its path below docs/, is left off the site."""
    try:
        return hidden(tree).match_file
    except ValueError:
        return GitIgnoreSpec.from_lines([]).match_file  # said by ``about_docs``


def about_docs(root: Path, tree: Mapping | None, needed: Iterable[str]) -> Iterator[Problem]:
    """Yield what settings take away of ``needed``, paths below docs/, and files that are not there.

    A code on paper leads to a page: no setting may take it off the site without a word.
    """
    if tree is None:
        return
    try:
        spec = hidden(tree)
    except ValueError:
        yield not_what(HIDES, tree.keys[HIDES], "docs/ 里的文件夹或者文件名，每行一个")
    else:
        lost = sorted(one for one in needed if spec.match_file(one))
        if lost:
            found = {"key": HIDES, "found": lost[0], "count": len(lost)}
            yield Problem("settings-hides", tree.keys[HIDES], found)
    plugins = tree.entries.get("plugins")
    if plugins is not None and "search" not in (name for name, _, _ in named(plugins)):
        yield Problem("settings-no-search", tree.keys["plugins"])
    theme = tree.entries.get("theme")
    pictures = [theme.entries.get(key) for key in PICTURES] if isinstance(theme, Mapping) else []
    for node in (*scalars(tree.entries.get("extra_css")), *pictures):
        yield from missing_file(root, node)


def missing_file(root: Path, node: object) -> Iterator[Problem]:
    """Yield a file that pages would ask for in vain, or that lies outside of docs/."""
    text = text_of(node) if isinstance(node, Scalar) else ""
    if not isinstance(node, Scalar) or not text or OUTSIDE.match(text):
        return
    docs = (root / "docs").resolve()
    path = (docs / text).resolve()
    if docs not in path.parents or not path.is_file():
        yield Problem("settings-file", node.place, {"found": text[:60]})
