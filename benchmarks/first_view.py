"""The first view on a weak phone: scan page against policy page, and what each page type loads.

    python benchmarks/first_view.py [--site dist/site] [--rounds 9]

Serves the built site with the settings that its bundle brings (nginx, gzip), and opens it in
Chromium as a phone does: 360 x 640, 1.6 Mbit/s, 150 ms, a processor four times slower, nothing
cached. Prints every scan page's size; bytes of the first load of the heaviest page of each type;
medians of the time to the first text and to the answer for one policy, in turn, and their ratio.

The throttling of DevTools delays answers, not packets: it adds no round trips for the name, TCP
and TLS (three, 450 ms: the second ratio has them) and knows no slow start.
"""

from __future__ import annotations

import argparse
import gzip
import re
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

ROOT = Path(__file__).resolve().parent.parent
PHONE = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SLOWER = 4
SETUP = 450
"""Milliseconds for the name, TCP and TLS at 150 ms each, which DevTools leaves out."""

SCAN_GZIP, SCAN_RAW, LOAD_GZIP, LOAD_RAW = 14_600, 60_000, 100_000, 200_000
MARK = """new MutationObserver((_, me) => {
  const answer = document.querySelector(".answer, .mb-answer");
  if (answer) { answer.setAttribute("elementtiming", "answer"); me.disconnect(); }
}).observe(document, {childList: true, subtree: true});"""
SEEN = """() => new Promise(done => new PerformanceObserver(list => done([
  performance.getEntriesByName("first-contentful-paint")[0].startTime,
  list.getEntries()[0].renderTime,
])).observe({type: "element", buffered: true}))"""
TYPES = (
    (r"s/\d\d/index\.html", "scan"),
    (r"s/\d\d/\d+/index\.html", "edition"),
    (r"policies/[^/]+/index\.html", "policy"),
    (r"cases/[^/]+/index\.html", "case"),
)


def kind(path: str) -> str:
    """Return the type of a page: a page that is alone of its type is named by its path."""
    return next((name for pattern, name in TYPES if re.fullmatch(pattern, path)), path)


def scan_sizes(site: Path) -> None:
    """Print the sizes of every page behind a code."""
    rows = []
    for path in sorted((site / "s").rglob("*.html")):
        content = path.read_bytes()
        packed = len(gzip.compress(content, 6, mtime=0))
        rows.append((packed, len(content), path.relative_to(site).as_posix()))
    print("\nscan page                      gzip     raw")
    for packed, raw, name in rows:
        print(f"{name:28} {packed:6} {raw:7}")
    print(f"{'largest':28} {max(rows)[0]:6} {max(raw for _, raw, _ in rows):7}")
    print(f"{'at most':28} {SCAN_GZIP:6} {SCAN_RAW:7}")


class Load:
    """What a page asks for until it rests: files, bytes of their bodies packed and unpacked."""

    def __init__(self, page: Page) -> None:
        """Watch a page."""
        self.files = self.packed = self.raw = 0
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.on("Network.responseReceived", self.began)
        self.session.on("Network.dataReceived", self.received)
        self.session.on("Network.loadingFinished", self.ended)

    def began(self, told: dict[str, Any]) -> None:
        """Count a file; its headers are not its body."""
        self.files += told["response"]["url"].startswith("http")
        self.packed -= told["response"]["encodedDataLength"]

    def received(self, told: dict[str, Any]) -> None:
        """Count bytes as the browser unpacked them."""
        self.raw += told["dataLength"]

    def ended(self, told: dict[str, Any]) -> None:
        """Count bytes as they came, headers and body."""
        self.packed += told["encodedDataLength"]


def loads(browser: Browser, address: str, site: Path) -> None:
    """Print what the heaviest page of each type loads."""
    heaviest: dict[str, tuple[int, int, int, str]] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        context = browser.new_context(**PHONE)
        page = context.new_page()
        load = Load(page)
        page.goto(address + name, wait_until="networkidle")
        found = (load.packed, load.raw, load.files, name)
        heaviest[kind(name)] = max(found, heaviest.get(kind(name), (0, 0, 0, "")))
        context.close()
    print("\nfirst load of the heaviest page       files    gzip     raw")
    for packed, raw, files, name in sorted(heaviest.values(), reverse=True):
        over = " over" if packed > LOAD_GZIP else " raw over" if raw > LOAD_RAW else ""
        print(f"{name:38} {files:4} {packed:7} {raw:7}{over}")
    print(f"{'at most':43} {LOAD_GZIP:7} {LOAD_RAW:7}")


def seen(browser: Browser, address: str) -> tuple[float, float]:
    """Return the milliseconds until the first text and until the answer, on a weak phone."""
    context = browser.new_context(**PHONE)
    context.add_init_script(MARK)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    first, answer = page.evaluate(SEEN)
    context.close()
    return first, answer


def race(browser: Browser, address: str, pages: tuple[str, str], rounds: int) -> None:
    """Print the medians of two pages opened in turn, and their ratio."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name in pages:
            times[name].append(seen(browser, address + name))
    print(
        f"\nms of {rounds} rounds: median (least)      first text        answer   with {SETUP} ms"
    )
    medians = []
    for name, found in times.items():
        first, answer = zip(*found, strict=True)
        medians.append(statistics.median(answer))
        print(f"{name:34} {middle(first)}   {middle(answer)}   {medians[-1] + SETUP:6.0f}")
    scan, policy = medians
    with_setup = (scan + SETUP) / (policy + SETUP)
    print(f"ratio scan / policy: {scan / policy:.2f}, with setup {with_setup:.2f}")


def middle(times: tuple[float, ...]) -> str:
    """Return the median, and the least: what the machine does when nobody else uses it."""
    return f"{statistics.median(times):5.0f} ({min(times):4.0f})"


def main() -> None:
    """Measure and print."""
    sys.path.insert(0, str(ROOT))
    from tests.browser.conftest import QUIET, chromium  # noqa: PLC0415
    from tests.browser.served import served  # noqa: PLC0415

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--site", type=Path, default=ROOT / "dist" / "site")
    asked.add_argument("--rounds", type=int, default=9)
    asked.add_argument("--scan", default="s/23/index.html")
    asked.add_argument("--policy", default="policies/dibao/index.html")
    options = asked.parse_args()
    site = options.site.resolve()
    scan_sizes(site)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        loads(browser, address, site)
        race(browser, address, (options.scan, options.policy), options.rounds)
        browser.close()


if __name__ == "__main__":
    main()
