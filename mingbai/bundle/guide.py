"""The page that goes with a bundle: how to publish it by hand, with nothing but the system's tools.

Comes in: what was packed. Goes out: one HTML file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mingbai.design import css_variables, declarations, tokens
from mingbai.site.content_security import with_policy
from mingbai.templates import templates
from mingbai.views.dates import day_words

if TYPE_CHECKING:
    from jinja2 import Environment

    from mingbai.bundle.manifest import Manifest

NAME = "怎样发布.html"
CODE_PAGE = re.compile(r"(?:s/)?([2-9]{2})/index\.html")
MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Guide:
    """What the page is about: the zip's name, hash and list, where it will stand on a server.

    ``iis`` says that the settings of IIS are in it.
    """

    zip: str
    sha256: str
    manifest: Manifest
    folder: str
    path: str
    iis: bool


@dataclass(frozen=True, slots=True)
class GuideView:
    """The words of the page: facts as pairs, warnings, names for the commands, what to look at.

    ``above`` and ``live`` are the server's folder in two parts; ``groups`` the hash in eights.
    ``site`` is None where nobody knows an address yet, ``code`` where no policy has one.
    """

    zip: str
    facts: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    groups: tuple[str, ...]
    above: str
    live: str
    site: str | None
    code: str | None
    path: str
    iis: bool
    scan_only: bool


def guide(about: Guide) -> bytes:
    """Return the page."""
    light = css_variables().split("\n", maxsplit=1)[0]
    dark = declarations(tokens().dark)
    look = f"{light}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"
    page = environment().get_template("guide.html.j2").render(view=guide_view(about), look=look)
    return with_policy(page).encode()


def guide_view(about: Guide) -> GuideView:
    """Return the words of the page."""
    manifest = about.manifest
    size = sum(one.bytes for one in manifest.files) / MB
    above, _, live = about.folder.rpartition("/")
    public = f"{manifest.public_url}{'/s' * manifest.scan_only}/" if manifest.public_url else None
    codes = filter(None, (CODE_PAGE.fullmatch(one.path) for one in manifest.files))
    return GuideView(
        zip=about.zip,
        facts=(
            ("文件", about.zip),
            ("装着", "只有扫码页" if manifest.scan_only else "整个网站"),
            ("大小", f"{len(manifest.files)} 个文件，解开 {size:.1f} MB"),
            ("地区代码", manifest.region),
            ("内容截至", day_words(manifest.as_of)),
            ("发布账本", f"{manifest.serial} 行"),
            ("公开网址", manifest.public_url or "没有定"),
        ),
        warnings=tuple(warnings(manifest)),
        groups=tuple(about.sha256[at : at + 8] for at in range(0, 64, 8)),
        above=above or "/",
        live=live,
        site=public,
        code=next((one[1] for one in codes), None),
        path=about.path,
        iis=about.iis,
        scan_only=manifest.scan_only,
    )


def warnings(manifest: Manifest) -> list[str]:
    """Return what should be known before anybody can open the pages."""
    drafts = sum(one.state == "draft" for one in manifest.reviews)
    found = []
    if drafts:
        found.append(f"{len(manifest.reviews)} 项政策里有 {drafts} 项还没有审核，网页上标着草稿。")
    if (manifest.public_url or "").split("://")[-1].split("/")[0].endswith(".example"):
        found.append("公开网址是示例，手机打不开。张贴之前要换成真的，再做一个包。")
    return found


@cache
def environment() -> Environment:
    """Return the template."""
    return templates("bundle")
