"""What mkdocs.yml lets the site generator run or load: plugins, Markdown extensions, styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.problems import Problem
from mingbai.read.tree import Mapping, Scalar, Sequence, scalars
from mingbai.site.settings.keys import REFUSED
from mingbai.site.settings.nodes import (
    OUTSIDE,
    missing_at,
    named,
    not_what,
    refused,
    text_of,
    unknown,
)
from mingbai.site.settings.theme import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.problems import Place
    from mingbai.read.tree import Node

LOADED = ("extra_javascript", "extra_css")
PLUGINS = {"mingbai": (), "search": ("lang",)}
EXTENSIONS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("attr_list", "tables", "fenced_code", "def_list", "sane_lists"), ()),
    "toc": ("title", "toc_depth", "permalink"),
}
"""Extensions that put neither files nor raw HTML into pages, and the options that they may have."""

BUILTIN = "markdown.extensions."
READS_FILES = "它会把电脑里别的文件放进网页"
NOT_TRIED = "没有试过它做出来的网页安不安全；现在能用的：{}"
WHY = {
    "pymdownx.snippets": READS_FILES,
    "pymdownx.b64": READS_FILES,
    "include-markdown": READS_FILES,
    "snippets": READS_FILES,
    "macros": "它会运行页面里写的程序",
    "offline": "它会让每一页到别的网站取东西；断网时网站本来就能看",
    "privacy": "做网站时它要上网；网页本来就不从别处取东西",
    "social": "做网站时它要上网取字体",
}
DEPTH = re.compile("[1-6](?:-[1-6])?")


def scripts(tree: Mapping) -> Iterator[Problem]:
    """Styles lie in docs/; scripts are ours alone."""
    instead = "删掉它；要用的样式文件放进 docs/，写文件名。"
    for key in LOADED:
        given = tree.entries.get(key)
        outside = [node for node in scalars(given) if OUTSIDE.match(node.text or "")]
        for node in outside:
            found = {"found": (node.text or "")[:60], "instead": instead}
            yield Problem("settings-outside", node.place, found)
        if given is not None and key in REFUSED and not outside:
            yield refused(key, tree.keys[key], REFUSED[key])
        elif given is not None and not isinstance(given, Sequence):
            yield not_what(key, tree.keys[key], "列表，每行一个文件")


def plugins(tree: Mapping) -> Iterator[Problem]:
    """Our own plugin is there, without it no record becomes a page; no other one runs."""
    found = tree.entries.get("plugins")
    if found is None:
        yield Problem("plugin-missing", missing_at(tree, "plugins"))
        return
    listed = [*named(found)]
    if "mingbai" not in (name for name, _, _ in listed):
        yield Problem("plugin-missing", tree.keys["plugins"])
    elif isinstance(found, Scalar):
        yield not_what("plugins", found.place, "列表，每行一个，前面加短横线和空格")
    for name, place, options in listed:
        if name not in PLUGINS:
            yield stranger(name, place, PLUGINS)
            continue
        yield from options_of(name, place, options, PLUGINS[name])
        if name == "search" and isinstance(options, Mapping):
            yield from language(options.entries.get("lang"))
    yield from twice(listed)


def extensions(tree: Mapping) -> Iterator[Problem]:
    """Markdown is read with extensions that bring in nothing from outside of the page."""
    found = tree.entries.get("markdown_extensions")
    if found is None:
        return
    if isinstance(found, Scalar):
        what = "列表，每行一个，前面加短横线和空格"
        yield not_what("markdown_extensions", tree.keys["markdown_extensions"], what)
        return
    for name, place, options in named(found):
        known = name.removeprefix(BUILTIN)
        if known not in EXTENSIONS:
            yield stranger(name, place, EXTENSIONS)
            continue
        yield from options_of(name, place, options, EXTENSIONS[known])
        depth = options.entries.get("toc_depth") if isinstance(options, Mapping) else None
        if depth is not None and not DEPTH.fullmatch(text_of(depth)):
            yield not_what("toc_depth", depth.place, "1 到 6 的数字")


def stranger(name: str, place: Place, allowed: dict[str, tuple[str, ...]]) -> Problem:
    """Say why a plugin or an extension is not used."""
    why = WHY.get(name, NOT_TRIED.format("、".join(allowed)))
    return refused(name, place, why)


def options_of(
    name: str, place: Place, options: Node | None, allowed: tuple[str, ...]
) -> Iterator[Problem]:
    """A plugin or an extension is given only options that are known."""
    if isinstance(options, Mapping):
        for key, where in options.keys.items():
            if key not in allowed:
                yield unknown(key, where, allowed or ("（没有可以写的）",))
    elif isinstance(options, Sequence) or text_of(options):
        yield not_what(name, place, "「键: 值」，或者什么也不写")


def twice(listed: list[tuple[str, Place, Node | None]]) -> Iterator[Problem]:
    """A plugin runs once."""
    seen: set[str] = set()
    for name, place, _ in listed:
        if name in seen:
            yield refused(name, place, "前面已经写过一次")
        seen.add(name)
