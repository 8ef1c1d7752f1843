"""The words of all pages for the search box, as a script: nothing can be fetched from file://."""

from __future__ import annotations

import json

MADE = "search/search_index.json"
"""Where MkDocs' search plugin puts its index, below the site; ours ends on ``.js``."""

BREAKS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Ends of lines to a script of an old browser, characters like any other in JSON."""


def index_script(index: bytes) -> bytes:
    """Return the index that MkDocs made as a script that leaves it in ``mingbaiIndex``."""
    words = json.dumps(json.loads(index), ensure_ascii=False, separators=(",", ":"))
    for character, escaped in BREAKS.items():
        words = words.replace(character, escaped)
    return f"window.mingbaiIndex={words};\n".encode()
