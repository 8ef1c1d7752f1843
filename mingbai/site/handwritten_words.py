"""Words of hand-written pages, judged as those of records: no sums of money, no gaps, one term.

Comes in: the project and its records. Goes out: problems with file and line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.figures import MONEY
from mingbai.checks.leftovers import GAP
from mingbai.checks.wording import misnamed
from mingbai.problems import Place, Problem
from mingbai.site.handwritten import texts
from mingbai.site.handwritten_text import lines_outside_code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mingbai.model.library import Library

OPEN = re.compile(GAP)


def worded(root: Path, library: Library) -> Iterator[Problem]:
    """Yield the words of pages in docs/ that a record may not use either."""
    for name, text in texts(root):
        lines = [(line, Place(name, number)) for number, line in lines_outside_code(text)]
        yield from misnamed(library, lines)
        for line, place in lines:
            if "听证" in line:
                yield Problem("hearing", place)
            gap = OPEN.search(line)
            if gap:
                yield Problem("left-open", place, {"found": gap[0]})
            for found in MONEY.finditer(line):
                values = {"found": found[0]}
                yield Problem("page-figure", Place(name, place.line, found.start() + 1), values)
