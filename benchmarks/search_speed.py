"""How long the search takes on a weak machine, as ratios to stock Material, and what it weighs.

    python benchmarks/search_speed.py --tools FOLDER [--pages 100 1000] [--rounds 7]
        [--project .] [--site dist/site] [--sizes-only]

Multiplies the project's records to about PAGES pages, builds them as ours and as Material comes
(with jieba, no paper), and visits both in turn in one browser whose processor is slowed:

- opened: focus as soon as the page has loaded, to the first hits. Material began to fetch and to
  index before that, ours begins now.
- rested: the same 1.5 s after the page has come to rest.
- key: each further question, from the key to its hits laid out.
- pause: the longest the main thread was busy at a stretch while searching; 0 is below 50 ms.

Where a row says "all", workers are slowed as well, as on a slow machine (signals, Linux alone);
"page" is slowed as DevTools do, which leaves workers, where Material searches, as fast as they are.

Ours is timed from the disk, too, where Material's search does not run. FOLDER is outside the
project: pip brings jieba there. Then what the first visit to a policy page loads, before and after
the box is used.
"""

from __future__ import annotations

import argparse
import math
import statistics
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from searching import ROOT
from searching.made import our_site
from searching.many import multiplied
from searching.pace import Visit, Way, loaded, packed, visit
from searching.stock import stock_site

from tests.browser.conftest import QUIET, chromium
from tests.browser.served import plain, served

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

SLOW, LESS_SLOW = 6, 4
WORDS = ("低保", "特困人员", "医疗救助", "临时救助", "高龄津贴")
"""Words of titles: stock Material finds them as well."""

POLICY = "policies/dibao/index.html"
OURS, STOCK, DISK = "ours", "stock", "ours, file://"


WAYS = {
    "opened": Way(at_rest=False, all_threads=SLOW),
    "rested": Way(all_threads=SLOW),
    "page": Way(page_alone=SLOW),
    "pause": Way(page_alone=LESS_SLOW),
}


@dataclass(slots=True)
class Times:
    """The visits of one site, by their way."""

    visits: dict[str, list[Visit]] = field(default_factory=lambda: {way: [] for way in WAYS})

    def ready(self, way: str) -> float:
        """Return the median of the milliseconds to the first answer."""
        return statistics.median(one.ready for one in self.visits[way])

    def key(self, *ways: str) -> float:
        """Return the median of the milliseconds to each other answer."""
        visits = [one for way in ways for one in self.visits[way]]
        return statistics.median([key for one in visits for key in one.keys] or [math.inf])

    def rows(self) -> dict[str, float]:
        """Return the milliseconds of each row."""
        pauses = [one.pause for one in self.visits["pause"]]
        return {
            f"opened, all, CPU/{SLOW}": self.ready("opened"),
            f"rested, all, CPU/{SLOW}": self.ready("rested"),
            f"rested, page, CPU/{SLOW}": self.ready("page"),
            f"key, all, CPU/{SLOW}": self.key("opened", "rested"),
            f"key, page, CPU/{SLOW}": self.key("page"),
            f"pause, CPU/{LESS_SLOW}": statistics.median(pauses),
            f"worst pause, CPU/{LESS_SLOW}": max(pauses),
        }


def race(browser: Browser, addresses: dict[str, str], rounds: int) -> dict[str, Times]:
    """Visit the sites in turn."""
    times = {name: Times() for name in addresses}
    for _ in range(rounds):
        for way, how in WAYS.items():
            for name, address in addresses.items():
                seen = visit(browser, f"{address}index.html", WORDS, how)
                times[name].visits[way].append(seen)
    return times


def show(times: dict[str, Times]) -> None:
    """Print the medians and the ratios of one size."""
    medians = {name: one.rows() for name, one in times.items()}
    print(f"{'ms':24}" + "".join(f"{name:>16}" for name in medians) + f"{'ours / stock':>16}")
    for row, ours in medians[OURS].items():
        stock = medians[STOCK][row]
        cells = "".join(f"{one[row]:16.1f}" for one in medians.values())
        print(f"{row:24}{cells}" + (f"{ours / stock:16.2f}" if stock else f"{'-':>16}"), flush=True)


def sized(pages: int, options: argparse.Namespace, browser: Browser) -> None:
    """Build both sites at one size, and time them."""
    with tempfile.TemporaryDirectory() as name:
        project = multiplied(options.project.resolve(), Path(name, "project"), pages)
        ours = our_site(project, Path(name, OURS))
        stock = stock_site(project, Path(name, STOCK), options.tools.resolve())
        count = sum(1 for path in ours.rglob("index.html") if path.parent != ours)
        print(f"\n{count} pages")
        with plain(ours) as first, plain(stock) as second:
            addresses = {OURS: first, STOCK: second, DISK: f"{ours.as_uri()}/"}
            show(race(browser, addresses, options.rounds))


def weigh(browser: Browser, site: Path) -> None:
    """Print what a first visit to a policy page loads."""
    with served(site) as address:
        parts = loaded(browser, address, POLICY, site, WORDS[0])
    sizes: Callable[[list[str]], int] = lambda names: sum(packed(site / one) for one in names)  # noqa: E731
    before, after = map(sizes, parts)
    print(f"\nfirst visit to {POLICY}, bytes packed")
    for names in parts:
        for name in names:
            print(f"  {packed(site / name):8}  {name}")
        when = "before the box is used" if names is parts[0] else "for the search"
        print(f"  {sizes(names):8}  {when}")
    print(f"  {before + after:8}  with the search (at most 75,000 without: {before})")


def main() -> None:
    """Build, visit, print."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--tools", type=Path, required=True)
    asked.add_argument("--pages", type=int, nargs="*", default=[100, 1000])
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--project", type=Path, default=ROOT)
    asked.add_argument("--site", type=Path, default=ROOT / "dist" / "site")
    asked.add_argument("--chromium", type=Path)
    asked.add_argument("--sizes-only", action="store_true", help="only what a visit loads")
    options = asked.parse_args()
    with sync_playwright() as playwright:
        path = options.chromium or chromium()
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        weigh(browser, options.site.resolve())
        for pages in [] if options.sizes_only else options.pages:
            sized(pages, options, browser)
        browser.close()


if __name__ == "__main__":
    main()
