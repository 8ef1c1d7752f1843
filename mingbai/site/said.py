"""What the site generator says, at the line that it is about.

Comes in: its sentences and the project. Goes out: problems; at the settings if nobody knows where.
"""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TRACEBACK = re.compile(r"\s+File \"|\s+Traceback ")
SETTINGS = "mkdocs.yml"
PACKAGE = Path(__file__).parent.parent
PAGE = re.compile(r"Doc file '([^']+)'")
QUOTED = re.compile(r"['\"‘’“”]([^'\"‘’“”]+)['\"‘’“”]")


def is_theirs(failure: BaseException) -> bool:
    """Tell whether the site generator, its theme or a plugin failed without any part of ours.

    A setting that they do not check themselves ends there; what passes through us is our mistake.
    """
    frames = [Path(one.f_code.co_filename) for one, _ in traceback.walk_tb(failure.__traceback__)]
    below = [PACKAGE in one.parents and one.suffix == ".py" for one in frames]
    return len(below) > 1 and not any(below[1:])


def problems_said(said: Iterable[str], root: Path) -> Iterator[Problem]:
    """Yield a problem for each sentence."""
    for sentence in said:
        line = " ".join(TRACEBACK.split(sentence)[0].split())
        yield Problem("site-generator", where(line, root), {"said": line})


def where(sentence: str, root: Path) -> Place:
    """Return the place of what a sentence quotes: in the page that it names, or in the settings."""
    page = PAGE.search(sentence)
    name = f"docs/{page[1]}" if page else SETTINGS
    path = root / name
    lines = path.read_text("utf-8", "replace").split("\n") if path.is_file() else []
    if page and not lines:
        return Place(SETTINGS)
    quoted = [one for one in QUOTED.findall(sentence) if not page or one != page[1]]
    for word in sorted(quoted, key=len, reverse=True):
        for number, line in enumerate(lines, start=1):
            if word in line:
                return Place(name, number, line.index(word) + 1)
    return Place(name)
