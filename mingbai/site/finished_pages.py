"""Finished pages on their way to the disk: judged, given their policy; then the site as a whole.

Comes in: HTML as MkDocs made it, then the folder of the site. Goes out: HTML with its security
policy, the index of the search as a script; nothing at all if a page holds what it may not.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mingbai.disk.write import write_whole
from mingbai.outputs import search
from mingbai.problems import Place, Problem, ProblemsFound, report
from mingbai.site.content_security import with_policy
from mingbai.site.page_gate import refused
from mingbai.site.search_place import our_search
from mingbai.site.styles import thin_styles

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.views.search import SearchView

log = logging.getLogger("mkdocs.plugins.mingbai")
NOT_PUBLISHED = "改好以前不能发布"


@dataclass(slots=True)
class FinishedPages:
    """The pages of one build; ``serving`` while people write."""

    serving: bool = False
    found: dict[str, list[str]] = field(default_factory=dict)

    def take(self, page: str, name: str) -> str:
        """Return a page as it is published; ``name`` tells whoever has to mend it.

        While serving there is no policy: MkDocs puts a script into the page that reloads it.
        """
        if not name.endswith((".md", ".html")):
            return page
        for one in refused(page):
            self.found.setdefault(one, []).append(name)
        page = our_search(page, name)
        return page if self.serving else with_policy(page)

    def settle(self, site: Path, view: SearchView) -> None:
        """Finish the folder of the site; to be called when everything is in it.

        Raises:
            ProblemsFound: if a page held what it may not; while serving it is only said.

        """
        index = site / search.MADE
        if index.is_file():
            for path, content in search.search_files(index.read_bytes(), view).items():
                write_whole(site / path, content)
            index.unlink()
        if not self.serving:
            thin_styles(site)
        problems = tuple(
            Problem("page-unsafe", Place(names[0]), {"found": one, "count": len(names)})
            for one, names in self.found.items()
        )
        self.found.clear()
        if problems and self.serving:
            log.error("\n%s", report(problems, NOT_PUBLISHED))
        elif problems:
            raise ProblemsFound(problems)
