"""The words of the articles that a policy rests on, from a folder of official texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.checks.texts import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mingbai.model.citation import Citation
    from mingbai.model.library import Library

MISSING = "（原文里没有找到这一条，请核对条款号）"
NO_TEXT = "（没有原文，请对照文件）"
NO_ARTICLE = "（没有写条款，请对照文件）"
UNREAD = (MISSING, NO_TEXT, NO_ARTICLE)


def articles(library: Library, folder: Path) -> Callable[[Citation], str]:
    """Return what says the words of a citation; in brackets where they cannot be had."""
    shelf = Shelf(library, folder)

    def words(cite: Citation) -> str:
        text = shelf.text(cite.document)
        if text is None:
            return NO_TEXT
        if not cite.locators:
            return NO_ARTICLE
        points = [point for locator in cite.locators for point in locator.points]
        return "\n".join(text.find(one) or MISSING for one in points)

    return words
