"""What each part of the search adds: S@1, S@3 and MRR with the part taken out.

    python benchmarks/search_parts.py [QUERIES.yml …]

Ranks in Node with the core as it is, on our own records. A part is taken out of the index (a field
has no words) or of the core (a constant is nothing). Says nothing of speed or the box: search.py.
Pairs of characters have a line in the core's place: without them only names are found.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from playwright._impl._driver import compute_driver_executable
from searching import ROOT
from searching.made import our_site

from mingbai.outputs import search

if TYPE_CHECKING:
    from mingbai.views.search import SearchView

RUN = ROOT / "tests" / "search" / "run.js"
OWN = ROOT / "tests" / "search" / "queries.yml"
CODE = "(typed) => mingbaiSearch.rank.ranked(typed, store).found.map((one) => one.page.location)"
FEW = 3
POLICY = re.compile(r"policies/([a-z-]+)/")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the search and how it is taken out: fields of the index, words of the core."""

    name: str
    fields: tuple[str, ...] = ()
    core: dict[str, str] = field(default_factory=dict)


PARTS = (
    Part("nothing"),
    Part(
        "pairs of characters",
        (),
        {"for (const pair of mingbai.text.pairs(units))": "for (const pair of [])"},
    ),
    Part("single characters", (), {"const SINGLE = 0.7;": "const SINGLE = 0;"}),
    Part(
        "sounds",
        (),
        {"const SOUND = 1;": "const SOUND = 0;", "const HEARD = 0.7;": "const HEARD = 0;"},
    ),
    Part("titles", ("title",)),
    Part("names", ("names",)),
    Part("wrong names", ("misnomers",)),
    Part("what people say", ("says",)),
    Part("questions", ("question",)),
    Part("bodies", ("body",)),
    Part("a whole name in the words", (), {"const NAMED = [0.5, 0.4];": "const NAMED = [0, 0];"}),
    Part("words that only ask", (), {"const ASKING = 0.35;": "const ASKING = 1;"}),
)


def main() -> None:
    """Print a line a part."""
    files = [Path(one) for one in sys.argv[1:]] or [OWN]
    queries = [one for path in files for one in yaml.safe_load(path.read_text("utf-8"))]
    index, view = read_site()
    print(f"{len(queries)} queries, without …         S@1    S@3    MRR")
    for part in PARTS:
        with tempfile.TemporaryDirectory() as folder:
            places = ranked(files_without(part, index, view), queries, Path(folder))
        firsts = sum(one == 1 for one in places) / len(places)
        threes = sum(one <= FEW for one in places) / len(places)
        mean = sum(1 / one for one in places) / len(places)
        print(f"{part.name:28} {firsts:6.1%} {threes:6.1%} {mean:6.3f}", flush=True)


def read_site() -> tuple[bytes, SearchView]:
    """Make the pages of our own records once; return what the search is made from."""
    heard: list[tuple[bytes, SearchView]] = []
    real = search.search_files

    def listening(index: bytes, view: SearchView) -> dict[str, bytes]:
        heard.append((index, view))
        return real(index, view)

    search.search_files = listening
    try:
        with tempfile.TemporaryDirectory() as folder:
            our_site(ROOT, Path(folder) / "site")
    finally:
        search.search_files = real
    return heard[-1]


def files_without(part: Part, index: bytes, view: SearchView) -> dict[str, bytes]:
    """Return the files of the search with a part taken out.

    Raises:
        ValueError: if the core has not the words that are to be changed.

    """
    real = search.laid_out

    def laid_out(docs: list[dict[str, Any]], seen: SearchView) -> tuple[list[Any], list[Any]]:
        pages, parts = real(docs, seen)
        kept = [
            replace(one, words={k: v for k, v in one.words.items() if k not in part.fields})
            for one in parts
        ]
        return pages, kept

    search.laid_out = laid_out
    try:
        files = search.search_files(index, view)
    finally:
        search.laid_out = real
    core = files["search/search.js"].decode()
    for words, instead in part.core.items():
        if words not in core:
            raise ValueError(f"not in the core: {words}")
        core = core.replace(words, instead)
    return {**files, "search/search.js": core.encode()}


def ranked(files: dict[str, bytes], queries: list[dict[str, Any]], folder: Path) -> list[int]:
    """Return the place of the first right policy of each query from 1, 999 for none."""
    for path, content in files.items():
        (folder / Path(path).name).write_bytes(content)
    told = [folder / "head.js", *sorted(one for one in folder.iterdir() if one.stem.isdigit())]
    node, _ = compute_driver_executable()
    done = subprocess.run(
        [node, str(RUN), str(folder / "search.js"), *map(str, told)],
        input=json.dumps([[CODE, one["q"]] for one in queries]),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [place(*one) for one in zip(queries, answers, strict=True)]


def place(query: dict[str, Any], locations: list[str]) -> int:
    """Return the place of the first right policy among the policies."""
    right = {*query["expect"], *query.get("also", ())}
    found = [match[1] for one in locations if (match := POLICY.match(one))]
    return next((at for at, slug in enumerate(found, start=1) if slug in right), 999)


if __name__ == "__main__":
    main()
