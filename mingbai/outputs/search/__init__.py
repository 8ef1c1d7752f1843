"""The search of the site: a head, slices of the index, and the code that ranks, all as scripts.

Comes in: the index that MkDocs made of all pages, and the view of the records. Goes out: files
below ``search/``. Scripts, since nothing can be fetched from ``file://``; slices, since no phone is
to stop over one large file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mingbai.outputs.search.cues import ASKING, CUES
from mingbai.outputs.search.letters import plain, plain_for, sounds_for
from mingbai.outputs.search.pages import laid_out
from mingbai.outputs.search.postings import STEP, postings
from mingbai.outputs.search.scripts import core, cut, script
from mingbai.outputs.search.text import is_han

if TYPE_CHECKING:
    from mingbai.outputs.search.pages import Page
    from mingbai.views.search import SearchView, SoughtPolicy

MADE = "search/search_index.json"
"""Where MkDocs' search plugin puts its index, below the site; what we make takes its place."""

FOLDER = "search"


def search_files(index: bytes, view: SearchView) -> dict[str, bytes]:
    """Return the files of the search by their path below the site."""
    pages, parts = laid_out(json.loads(index)["docs"], view)
    found = postings(parts, plain())
    slices = list(cut(found))
    used = {one for token in found for one in token if is_han(one)}
    head = {
        "plain": plain_for(used),
        "sounds": sounds_for(used),
        "asking": [*ASKING, *view.places],
        "cues": CUES,
        "step": STEP,
        "pages": [page_row(one) for one in pages],
        "parts": [[one.page, one.anchor, one.title] for one in parts],
        "policies": [policy_row(one) for one in view.policies],
        "events": view.events,
        "calls": view.calls,
        "slices": [next(iter(one)) for one in slices],
    }
    files = {"search.js": core(), "head.js": script("head", head)}
    files |= {f"{number}.js": script("slice", number, one) for number, one in enumerate(slices)}
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def page_row(page: Page) -> list[object]:
    """Return a page as the browser reads it."""
    return [page.location, page.title, page.kind, page.policy, page.text]


def policy_row(policy: SoughtPolicy) -> list[object]:
    """Return a policy's own words as the browser reads them."""
    names = list(dict.fromkeys((policy.name, policy.short_name, *policy.names)))
    return [policy.short_name, policy.call, names, policy.misnomers]
