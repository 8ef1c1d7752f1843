"""How often the search finds the right policy: questions typed into the site's own box.

    python benchmarks/search.py QUERIES.yml [--site dist/site] [--half gate|tuning] [--file]
        [--with stock --with stock-tags --with pagefind --tools FOLDER] [--old --tools FOLDER]
        [--chromium PROGRAM] [--every-link] [--misses] [--json]

Opens the built site in Chromium over http (or from the disk), types each question of the file, and
judges the addresses of the hits in their order. A question and a step are places like any other;
so are cases and other pages, which are never right. Beside it, on the same pages: Material as it
comes, with jieba (stock), with everyday words as tags, too (stock-tags), and Pagefind. ``--old``
asks in a real Chromium 69.

FOLDER is one outside the project to which npm and pip bring what is compared; needs node.
The half that judges is told in figures only. Same site and questions, same figures.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from searching import ROOT
from searching.boxes import MATERIAL, answers
from searching.old import old_answers
from searching.pagefind import PAGEFIND, START, pagefind_site
from searching.queries import HALVES, read_queries
from searching.score import by_kind, misses, plain, policy_of, table
from searching.stock import stock_site

from tests.browser.served import plain as plainly_served
from tests.browser.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from searching.boxes import Box
    from searching.queries import Query

OURS, STOCK, TAGGED, FOUND = "ours", "stock", "stock-tags", "pagefind"
BESIDE = (STOCK, TAGGED, FOUND)


def options() -> argparse.Namespace:
    """Read what was asked on the command line."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("queries", type=Path)
    asked.add_argument("--site", type=Path, default=ROOT / "dist" / "site")
    asked.add_argument("--project", type=Path, default=ROOT, help="whose pages stock Material gets")
    asked.add_argument("--half", choices=HALVES)
    asked.add_argument("--with", dest="beside", action="append", choices=BESIDE, default=[])
    asked.add_argument("--only-beside", action="store_true", help="leave our own site out")
    asked.add_argument("--tools", type=Path, help="a folder for what is fetched")
    asked.add_argument("--file", action="store_true", help="from the disk, not over http")
    asked.add_argument("--old", action="store_true", help="in Chromium 69")
    asked.add_argument("--chromium", type=Path, help="another browser's program")
    asked.add_argument("--every-link", action="store_true", help="each link of a hit is a place")
    asked.add_argument("--misses", action="store_true")
    asked.add_argument("--json", dest="as_json", action="store_true")
    told = asked.parse_args()
    if told.tools is None and (told.beside or told.old):
        asked.error("--tools FOLDER is needed for what is fetched")
    if told.misses and told.half == "gate":
        asked.error("the half that judges is told in figures only")
    return told


@dataclass(frozen=True, slots=True)
class Asked:
    """A site to ask: its folder, the page with the box, and how to read the box."""

    name: str
    folder: Path
    page: str
    box: Box

    @contextmanager
    def address(self, *, on_disk: bool) -> Iterator[str]:
        """Give the address of the page with the box; ours is served as offices serve it."""
        if on_disk:
            yield f"{self.folder.as_uri()}/{self.page}"
        else:
            with (served if self.name == OURS else plainly_served)(self.folder) as address:
                yield f"{address}{self.page}"


@contextmanager
def sites(told: argparse.Namespace) -> Iterator[list[Asked]]:
    """Give the sites to ask, those beside ours made for the while."""
    with tempfile.TemporaryDirectory() as name:
        site, tools = told.site.resolve(), told.tools and told.tools.resolve()
        asked = [] if told.only_beside else [Asked(OURS, site, "index.html", MATERIAL)]
        for kind in filter(told.beside.__contains__, (STOCK, TAGGED)):
            folder = Path(name, kind)
            built = stock_site(told.project.resolve(), folder, tools, everyday=kind == TAGGED)
            asked.append(Asked(kind, built, "index.html", MATERIAL))
        if FOUND in told.beside:
            folder = pagefind_site(site, Path(name, FOUND), tools)
            asked.append(Asked(FOUND, folder, START, PAGEFIND))
        yield asked


def places_of(one: Asked, told: argparse.Namespace, words: Sequence[str]) -> list[list[list[str]]]:
    """Ask one site everything, in the browser that was named."""
    with one.address(on_disk=told.file) as address:
        if told.old:
            return old_answers(address, one.box, words, told.tools.resolve())
        return answers(address, one.box, words, told.chromium)


def hits(places: Sequence[Sequence[str]], *, every_link: bool) -> list[str]:
    """Return the address of each place: its first link, or all links as places of their own."""
    return [link for place in places for link in (place if every_link else place[:1])]


def main() -> None:
    """Ask, judge, print."""
    told = options()
    queries: list[Query] = read_queries(told.queries, told.half)
    words = [query.words for query in queries]
    result: dict[str, Any] = {}
    with sites(told) as asked:
        for one in asked:
            places = places_of(one, told, words)
            found = [hits(place, every_link=told.every_link) for place in places]
            judged = by_kind(queries, found)
            result[one.name] = {"figures": plain(judged)}
            if told.misses:
                result[one.name]["misses"] = misses(queries, found)
            if not told.as_json:
                show(table(one.name, judged), result[one.name].get("misses", []))
    if told.as_json:
        json.dump(result, sys.stdout, ensure_ascii=False, indent=2)
        print()


def show(figures: str, missed: Sequence[dict[str, Any]]) -> None:
    """Print for people."""
    print(figures, end="\n\n", flush=True)
    for one in missed:
        got = ", ".join(policy_of(hit) or hit.rpartition("://")[2] for hit in one["hits"]) or "-"
        print(f"  {one['rank'] or '-'!s:>3}  {one['q']}  [{', '.join(one['right'])}]  {got}")


if __name__ == "__main__":
    main()
