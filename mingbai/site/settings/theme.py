"""The theme in mkdocs.yml: Material, in Chinese, with the letters of the reader's device."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.problems import Problem
from mingbai.read.tree import Mapping
from mingbai.site.settings.nodes import OUTSIDE, missing_at, refused, text_of, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.read.tree import Node

OURS = "网站的样子由本工具定，每一种都要在手机、读屏和打印上试过"
REFUSED = {
    "custom_dir": "页面的模板由本工具带，别处的模板会改掉每一页的话",
    "palette": "颜色由本工具定，深浅跟着手机走",
    "features": OURS,
    "icon": OURS,
    "direction": OURS,
    "admonition": OURS,
    "locale": "语言写 language: zh",
    "static_templates": "它把文件不经检查就放到网站上",
}
PICTURES = ("logo", "favicon")
ALLOWED = ("name", "language", "font", *PICTURES)
NO = frozenset({"false", "no", "off"})
CHINESE = re.compile("zh(-(Hant|TW))?")


def theme(tree: Mapping) -> Iterator[Problem]:
    """The theme is Material, takes its letters from the device, and is not changed further."""
    found = tree.entries.get("theme")
    if found is None:
        yield Problem("settings-theme", missing_at(tree, "theme"))
        return
    given = found.entries if isinstance(found, Mapping) else {}
    name = text_of(given.get("name") if given else found)
    if name != "material":
        yield Problem("settings-theme", given["name"].place if "name" in given else found.place)
    elif text_of(given.get("font")).lower() not in NO:
        font = given["font"].place if "font" in given else found.place
        yield Problem("settings-outside", font, {"found": "字体", "instead": "写 font: false。"})
    for key, place in found.keys.items() if isinstance(found, Mapping) else ():
        if key in REFUSED:
            yield refused(f"theme.{key}", place, REFUSED[key])
        elif key not in ALLOWED:
            yield unknown(key, place, ALLOWED)
    yield from language(given.get("language"))
    for key in PICTURES:
        if OUTSIDE.match(text_of(given.get(key))):
            values = {"found": text_of(given[key])[:60], "instead": "把图片放进 docs/，写文件名。"}
            yield Problem("settings-outside", given[key].place, values)


def language(found: Node | None) -> Iterator[Problem]:
    """Words of the theme and of the search are Chinese."""
    if found is not None and not CHINESE.fullmatch(text_of(found)):
        yield Problem("settings-language", found.place, {"found": text_of(found)[:20]})
