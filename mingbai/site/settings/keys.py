"""The keys of mkdocs.yml: those that may be written, and why others may not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.problems import Problem
from mingbai.read.tree import Mapping, Scalar
from mingbai.site.settings.nodes import ORDER, missing_at, not_what, refused, text_of, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

ELSEWHERE = "它会链接到别的网站"
MADE = "导航由记录做出来"
OWN_PROGRAMS = "它会运行别的程序"
NO_PUBLISHER = "网站由 mingbai publish 发布"
REFUSED = {
    "hooks": OWN_PROGRAMS,
    "INHERIT": "设置只写在这一个文件里",
    "remote_branch": NO_PUBLISHER,
    "remote_name": NO_PUBLISHER,
    "edit_uri": ELSEWHERE,
    "edit_uri_template": ELSEWHERE,
    "repo_url": ELSEWHERE,
    "repo_name": ELSEWHERE,
    "site_dir": "做网站会清空那个文件夹；放在哪里，用 mingbai build --out 说",
    "extra_templates": "它把文件不经检查就放到网站上",
    "extra_javascript": "网页只运行本工具自己的脚本",
    "draft_docs": "它会让页面不声不响地不上网站；没写完的页面，放在 docs/ 外面",
    "nav": MADE,
    "not_in_nav": MADE,
    "validation": "它会让断了的链接不报错",
    "watch": "mingbai serve 自己知道看哪些文件夹",
    "dev_addr": "端口用 mingbai serve --port 说",
    "google_analytics": "网站不统计来看的人",
}
TEXTS = ("site_name", "site_url", "site_description", "site_author", "copyright", "docs_dir")
YES_OR_NO = ("use_directory_urls", "strict")
WRITTEN = frozenset({"true", "false", "yes", "no", "on", "off"})
LONGEST = 200
"""Characters of a text that stands in the head of every page."""

SHOWN = ("site_name", "site_description", "site_author", "copyright")
MARKUP = re.compile(r"<[a-zA-Z/!?]|&#?\w+;")
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/-]*)?")
EXTRA = ("mingbai", "generator")
EXTRA_REFUSED = {
    "social": ELSEWHERE,
    "homepage": ELSEWHERE,
    "alternate": ELSEWHERE,
    "version": "网站只有一个版本",
    "consent": "网站不收集任何东西，不用征求同意",
    "manifest": "网站不装到手机上",
    "annotate": OWN_PROGRAMS,
    "polyfills": OWN_PROGRAMS,
}


def keys(tree: Mapping) -> Iterator[Problem]:
    """Only settings are written that are known, each with a value of its kind."""
    for key, place in tree.keys.items():
        if key == "extra_javascript":
            continue  # judged by where it leads
        if key in REFUSED:
            yield refused(key, place, REFUSED[key])
        elif key not in ORDER:
            yield unknown(key, place, ORDER)
    for key in (*TEXTS, "exclude_docs"):
        found = tree.entries.get(key, Scalar("", tree.place))
        words = text_of(found).strip()
        broken = "\n" in words and key in TEXTS
        if not isinstance(found, Scalar) or broken or (key in SHOWN and len(words) > LONGEST):
            yield not_what(key, tree.keys[key], f"一行文字，不超过 {LONGEST} 个字")
    for key in YES_OR_NO:
        if key in tree.entries and text_of(tree.entries[key]).lower() not in WRITTEN:
            yield not_what(key, tree.keys[key], "true 或者 false")


def places(tree: Mapping) -> Iterator[Problem]:
    """Pages lie in docs/, where everything else looks for them; the address of the site is one."""
    docs = tree.entries.get("docs_dir")
    if docs is not None and text_of(docs).strip("./") != "docs":
        yield refused("docs_dir", docs.place, "手写页面只放在 docs/ 里")
    address = tree.entries.get("site_url")
    if address is not None and not ADDRESS.fullmatch(text_of(address) or "http://a"):
        yield not_what("site_url", address.place, "http:// 或者 https:// 开头的网址")


def names(tree: Mapping) -> Iterator[Problem]:
    """The site has a name, and its names hold no markup: no page escapes them."""
    if not text_of(tree.entries.get("site_name", Scalar("", tree.place))).strip():
        yield Problem("settings-name", missing_at(tree, "site_name"))
    for key in SHOWN:
        found = MARKUP.search(text_of(tree.entries.get(key)))
        if found:
            yield Problem("markup", tree.entries[key].place, {"found": found[0]})


def extra(tree: Mapping) -> Iterator[Problem]:
    """What pages may be given: our own settings, and whether they name their generator."""
    found = tree.entries.get("extra")
    if not isinstance(found, Mapping):
        return
    for key, place in found.keys.items():
        if key == "analytics":
            instead = "删掉它；网站不统计来看的人。"
            yield Problem("settings-outside", place, {"found": key, "instead": instead})
        elif key in EXTRA_REFUSED:
            yield refused(f"extra.{key}", place, EXTRA_REFUSED[key])
        elif key not in EXTRA:
            yield unknown(key, place, EXTRA)
        elif key == "generator" and text_of(found.entries[key]).lower() not in WRITTEN:
            yield not_what("extra.generator", place, "true 或者 false")
