"""Our site against the same pages as plain Markdown by Material alone: CPU time, in turn.

    python benchmarks/site.py [--pages 1000] [--rounds 3]

Makes synthetic records for PAGES pages (site only, no paper), lets our compiler and MkDocs build
them, and lets MkDocs with the same mkdocs.yml, less our plugin and with pruned navigation, build
the same Markdown from disk.
Prints the ratio of CPU seconds of each round, pages a second, peak memory, and our own share.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "dibao-bianyuan"


def synthetic(folder: Path, pages: int) -> None:
    """Write a project with about ``pages`` pages: policies and cases, half each."""
    shutil.copytree(ROOT / "policies", folder / "policies")
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "cases").mkdir()
    for old in (folder / "policies").glob("*.yml"):
        if old.stem not in {"legal_basis", "life_events", "terms"}:
            old.unlink()
    record = (ROOT / "policies" / f"{SAMPLE}.yml").read_text("utf-8")
    case = next((ROOT / "cases").glob("*.md")).read_text("utf-8")
    for region in (folder / "policies" / "regions").glob("*.yml"):
        text = region.read_text("utf-8")
        region.write_text(re.split(r"^(?:figures|policies):", text, flags=re.MULTILINE)[0], "utf-8")
    for number in range(pages // 2):
        slug = "x-" + "".join(chr(97 + int(digit)) for digit in f"{number:04}")
        write_policy(folder, record, slug)
        told = re.sub(r"^policies: .*$", f"policies: [{slug}]", case, flags=re.MULTILINE)
        (folder / "cases" / f"{slug}.md").write_text(told, "utf-8")


def write_policy(folder: Path, record: str, slug: str) -> None:
    """Write one policy like the sample; its figures and local rules are left out."""
    text = re.sub(r"^slug: .*$", f"slug: {slug}", record, flags=re.MULTILINE)
    text = re.sub(r"^figures:\n(?:[ -].*\n)+", "figures: []\n", text, flags=re.MULTILINE)
    text = re.sub(r"\{figure:[a-z-]+\}", "", text)
    (folder / "policies" / f"{slug}.yml").write_text(text, "utf-8")


RUN = """
import os, resource, sys, time, json
os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
import logging; logging.disable(logging.WARNING)
from pathlib import Path
from mkdocs.config import load_config
from mkdocs.commands.build import build
kind, root, site = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
shares = {}
before = time.process_time()
if kind == "ours":
    import mingbai.outputs, mingbai.make, mingbai.checks
    from mingbai.outputs import pages, scan
    mingbai.make.OUTPUTS = (pages,)
    skipped = {"codes", "items"}
    kept = (rule for rule in mingbai.checks.CHECKS if rule.__name__ not in skipped)
    mingbai.checks.CHECKS = tuple(kept)
    from mingbai.settings import read_scope

    def shared(name, work):
        def run(*given):
            start = time.process_time()
            try:
                return work(*given)
            finally:
                shares[name] = shares.get(name, 0) + time.process_time() - start
        return run

    mingbai.make.load = shared("reading", mingbai.make.load)
    mingbai.make.check_all = shared("checking", mingbai.make.check_all)
    start = time.process_time()
    made = mingbai.make.Press().make(root, read_scope(root)[0])
    shares["wording and Markdown"] = time.process_time() - start - sum(shares.values())
    config = load_config(str(root / "mkdocs.yml"), site_dir=site, strict=False)
    config.plugins["mingbai"].prepared = made
else:
    config = load_config(str(root / "mkdocs.yml"), site_dir=site, strict=False)
build(config)
cpu = time.process_time() - before
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"cpu": cpu, "peak": peak, "shares": shares}))
"""


def plain(ours: Path, folder: Path) -> int:
    """Write the pages that we would make as files below ``folder``; return how many there are."""
    sys.path.insert(0, str(ROOT))
    import mingbai.checks  # noqa: PLC0415
    import mingbai.make  # noqa: PLC0415
    from mingbai.outputs import pages  # noqa: PLC0415
    from mingbai.settings import read_scope  # noqa: PLC0415
    from mingbai.site.sitemap import navigation  # noqa: PLC0415

    mingbai.make.OUTPUTS = (pages,)
    kept = [one for one in mingbai.checks.CHECKS if one.__name__ not in {"codes", "items"}]
    mingbai.checks.CHECKS = tuple(kept)
    made = mingbai.make.Press().make(ours, read_scope(ours)[0])
    shutil.copytree(ours / "docs", folder / "docs")
    index = folder / "docs" / "index.md"
    marked = index.read_text("utf-8")
    index.write_text(
        marked.replace("<!-- mingbai: front -->", made.parts["front"].decode()), "utf-8"
    )
    for path, content in {**made.pages, **made.site}.items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    settings = (ours / "mkdocs.yml").read_text("utf-8").replace("  - mingbai\n", "", 1)
    pruned = "name: material\n  features: [navigation.prune]"
    settings = settings.replace("name: material", pruned, 1)
    nav = "nav: " + json.dumps(navigation(made.library, ["about.md"]), ensure_ascii=False) + "\n"
    (folder / "mkdocs.yml").write_text(settings + nav, "utf-8")
    return len(made.pages)


def timed(kind: str, root: Path, site: Path) -> dict[str, Any]:
    """Build once in a process of its own."""
    command = [sys.executable, "-c", RUN, kind, str(root), str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def main() -> None:
    """Build in turn and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pages", type=int, default=1000)
    asked.add_argument("--rounds", type=int, default=3)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        ours, theirs = Path(temporary, "ours"), Path(temporary, "theirs")
        ours.mkdir()
        theirs.mkdir()
        synthetic(ours, options.pages)
        pages = plain(ours, theirs)
        ratios: list[float] = []
        for number in range(options.rounds):
            mine = timed("ours", ours, Path(temporary, "site-ours"))
            base = timed("plain", theirs, Path(temporary, "site-plain"))
            ratios.append(mine["cpu"] / base["cpu"])
            told = ", ".join(f"{key} {value:.1f} s" for key, value in mine["shares"].items())
            print(
                f"round {number + 1}: "
                f"ours {mine['cpu']:.1f} s ({pages / mine['cpu']:.0f} pages/s, "
                f"{mine['peak']:.0f} MB), "
                f"Material alone {base['cpu']:.1f} s ({base['peak']:.0f} MB), "
                f"ratio {ratios[-1]:.2f}; of ours: {told}"
            )
        same = compare(Path(temporary, "site-ours"), Path(temporary, "site-plain"))
        print(f"{pages} pages; HTML pages equal in both sites: {same}")
        print(f"median ratio {statistics.median(ratios):.2f} (at most 1.30)")


def compare(one: Path, other: Path) -> str:
    """Say how many pages both sites have, and whether they are as many."""
    mine, theirs = (sum(1 for _ in site.rglob("*.html")) for site in (one, other))
    return f"{mine} and {theirs}"


if __name__ == "__main__":
    main()
