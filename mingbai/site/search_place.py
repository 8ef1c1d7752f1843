"""The one place where Material's page names the code of its search: ours takes it.

Comes in: a finished page. Goes out: the page with our address; a theme that says it otherwise would
bring back a search that finds nothing in Chinese, so that is a problem.
"""

from __future__ import annotations

import re

from mingbai.problems import Place, Problem, ProblemsFound

NAMED = re.compile(
    r'("search": ")((?:\.\./|\./)*)assets/javascripts/workers/search\.[0-9a-z]+\.min\.js"'
)
CONFIG = '<script id="__config"'
OURS = "search/search.js"


def our_search(page: str, name: str) -> str:
    """Return a page whose search is ours; ``name`` tells which page it is.

    Raises:
        ProblemsFound: if a page of the theme does not name its search exactly once.

    """
    if CONFIG not in page:
        return page
    changed, count = NAMED.subn(rf'\g<1>\g<2>{OURS}"', page)
    if count != 1:
        raise ProblemsFound([Problem("search-place", Place(name), {"count": count})])
    return changed
