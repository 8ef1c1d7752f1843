"""The same pages by Material alone, with its own search as it is documented for Chinese.

Comes in: a project. Goes out: the folder of a site. Our pages and pieces are the Markdown, below
Material as it comes: none of our scripts, styles or blocks; jieba cuts the words.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from mingbai.site.handwritten import with_pieces
from mingbai.site.sitemap import navigation

from .made import made
from .tools import jieba

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.make import Made

SETTINGS = r"""
site_name: stock
docs_dir: docs
exclude_docs: pictures/
use_directory_urls: false
theme: {name: material, language: zh, font: false, features: [navigation.prune]}
markdown_extensions: [attr_list, toc: {toc_depth: 2}]
plugins: [search: {lang: zh, separator: '[\s\u200b\-]'}]
"""
"""As Material's page on Chinese search has it; the rest as in our own mkdocs.yml."""

WORDS_FOR_SEARCH = re.compile(r"^(?:tags|search): .*\n", re.MULTILINE)
"""What the head of a page may say to Material's search."""


def write_pages(project: Path, pages: Made, docs: Path) -> list[str]:
    """Write every page as Markdown, and return the paths of those written by hand."""
    shutil.copytree(project / "docs", docs)
    written = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    for name in written:
        page = docs / name
        page.write_text(with_pieces(page.read_text("utf-8"), pages.parts), "utf-8")
    for name, content in {**pages.pages, **pages.site}.items():
        target = docs / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return written


def set_tags(pages: Made, docs: Path, *, everyday: bool) -> None:
    """Give each policy's page its everyday words as tags, or none: whatever our own pages say."""
    for policy in pages.library.policies:
        path = docs / "policies" / policy.slug / "index.md"
        words = (policy.short_name, policy.slug, *policy.synonyms, *policy.misnomers, *policy.says)
        text = WORDS_FOR_SEARCH.sub("", path.read_text("utf-8"))
        if everyday:
            text = text.replace("---\n", f"---\ntags: {json.dumps(words, ensure_ascii=False)}\n", 1)
        path.write_text(text, "utf-8")


def stock_site(project: Path, folder: Path, tools: Path, *, everyday: bool = False) -> Path:
    """Build the pages of a project into ``folder``, and return where the site is.

    ``everyday`` tags each policy with its names, what people say, and its slug, as an author would
    who writes by hand what our records know.

    Raises:
        ValueError: if the project's records cannot be read, or MkDocs fails.

    """
    pages = made(project)
    nav = navigation(pages.library, write_pages(project, pages, folder / "docs"))
    set_tags(pages, folder / "docs", everyday=everyday)
    settings = f"{SETTINGS}nav: {json.dumps(nav, ensure_ascii=False)}\n"
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", str(folder / "site")],
        cwd=folder,
        env={**os.environ, **quiet, "PYTHONPATH": str(jieba(tools))},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(done.stderr)
    return folder / "site"
