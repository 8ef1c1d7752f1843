"""The site's navigation, from the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingbai.views.front import categories

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.library import Library


def navigation(library: Library, written: Iterable[str]) -> list[Any]:
    """Return MkDocs' ``nav``: policies by kind, cases, paper, contacts, sources, words, pages."""
    kinds = [
        {kind.name: [f"policies/{policy.slug}/index.md" for policy in kind.policies]}
        for kind in categories(library)
    ]
    directory = ["disclosure/index.md"] if library.disclosure else []
    return [
        {"首页": "index.md"},
        {"政策": ["policies/index.md", "overview/index.md", "changes/index.md", *kinds]},
        {"案例": ["cases/index.md", *(f"cases/{case.slug}/index.md" for case in library.cases)]},
        {"下载打印": "paper/index.md"},
        {"联系方式": "contacts/index.md"},
        {"政策依据": ["legal-basis/index.md", *directory]},
        {"名词解释": "glossary/index.md"},
        {"俗称索引": "names/index.md"},
        *speakers(library),
        *(page for page in sorted(written) if page != "index.md"),
    ]


def speakers(library: Library) -> list[Any]:
    """Return the part for speakers and staff: two lists, each leading to its many pages.

    Every page carries the whole of the navigation, a resident's too: those pages stay off it.
    """
    talks = [one for one in library.policies if one.talk]
    texts = [one for one in library.policies if one.narration]
    listed = [
        *([{"宣讲稿": "talks/index.md"}] if talks or library.talks else []),
        *([{"广播、短信和短视频": "narration/index.md"}] if texts else []),
    ]
    return [{"宣讲": listed}] if listed else []
