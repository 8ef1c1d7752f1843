"""Pagefind over the same finished pages, with its own box."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from .boxes import Box
from .tools import pagefind

if TYPE_CHECKING:
    from pathlib import Path

PAGEFIND = Box(
    field=".pagefind-ui__search-input",
    place=".pagefind-ui__result",
    link=".pagefind-ui__result-link",
    said=".pagefind-ui__message",
    rest=300,
)
START = "box.html"
PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>Pagefind</title>
<link href="pagefind/pagefind-ui.css" rel="stylesheet">
<script src="pagefind/pagefind-ui.js"></script>
<div id="box"></div><script>
new PagefindUI({element: "#box", pageSize: 10, debounceTimeoutMs: 0, showImages: false});
</script></html>
"""
ASIDE = ("s", "print", "assets", "search")
"""Folders of our site that Material's search does not see either."""


def pagefind_site(site: Path, folder: Path, tools: Path) -> Path:
    """Copy a built site's pages into ``folder``, index them, and add a page with the box."""
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site)
        if name.parts[0] not in ASIDE:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    subprocess.run(
        [str(pagefind(tools)), "--silent", "--site", str(folder), "--root-selector", "article"],
        check=True,
    )
    (folder / START).write_text(PAGE, "utf-8")
    return folder
