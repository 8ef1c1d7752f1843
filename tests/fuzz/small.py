"""Small projects cut out of the real records: a few policies with all that they rest on, no error.

A run over all the records takes ten times as long, and ten times as many edits find more.
"""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from mingbai.load import NOT_POLICIES, load
from mingbai.settings import read_scope
from mingbai.workbooks.figures import figures_workbook
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

LISTED = re.compile(r"^  - (?:policy|name): (\S+)$")
NAMED = re.compile(r"^ *policies: \[([a-z, -]+)\]$", re.MULTILINE)
EMPTIED = re.compile(r"^(figures|policies):\n(?=\s*[a-z]+:|\s*\Z)", re.MULTILINE)
SLUGS = sorted(
    path.stem for path in (ROOT / "policies").glob("*.yml") if path.stem not in NOT_POLICIES
)
TOGETHER = 3
"""Policies of one small project."""

TRIPLES = [SLUGS[at : at + TOGETHER] for at in range(0, len(SLUGS), TOGETHER)]
FIGURES_FILE = "policies/regions/370812-figures.xlsx"
NEW = {"数值": "1000", "起始日期": "2026-09-01", "依据": "社会救助法 第十九条"}
"""A value that no document has: the projects are thrown away."""

CONTACTS = """镇街代码,镇街名称,村居代码,村居名称,联系人,联系电话,办公时间,核对日期,公布范围
370812001,鼓楼街道,370812001901,示例社区,张示例,0537-1000001,工作日 8:30—17:30,2026-09-01,网
370812001,鼓楼街道,370812001902,示例东社区,,,,,
"""


def cut_out(folder: Path, slugs: Collection[str]) -> Path:
    """Copy the records of some policies, what is common to all, and a table of two villages."""
    (folder / "policies" / "regions").mkdir(parents=True)
    for name in (*sorted(NOT_POLICIES), *slugs):
        text = (ROOT / "policies" / f"{name}.yml").read_text("utf-8")
        (folder / "policies" / f"{name}.yml").write_text(of_these(text, slugs), "utf-8")
    figures = set(re.findall(r"^  - name: ([a-z0-9-]+)$", texts_of(slugs), re.MULTILINE))
    for path in sorted((ROOT / "policies" / "regions").glob("*.yml")):
        kept = without(path.read_text("utf-8"), {*slugs, *figures})
        (folder / "policies" / "regions" / path.name).write_text(kept, "utf-8")
    towns = folder / "policies" / "regions" / "370812-contacts.csv"
    towns.write_text(CONTACTS, "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("pictures"))
    (folder / "cases").mkdir()
    for path in sorted((ROOT / "cases").glob("*.md")):
        told = re.search(r"^policies: \[(.*)\]$", path.read_text("utf-8"), re.MULTILINE)
        if told and set(told[1].split(", ")) <= set(slugs):
            shutil.copy(path, folder / "cases")
    (folder / FIGURES_FILE).write_bytes(filled_in(folder))
    return folder


def filled_in(folder: Path) -> bytes:
    """Return the project's table of figures with one new value."""
    scope, _ = read_scope(folder)
    library = load(folder).library
    assert library is not None
    book = load_workbook(io.BytesIO(figures_workbook(library, scope)))
    for sheet in book:
        for row in sheet.iter_rows():
            titles = {str(cell.value): cell.column for cell in row if cell.value}
            if "数值" in titles and "起始日期" in titles:
                below = (row[0].row or 0) + 1
                for title, value in NEW.items():
                    sheet.cell(below, titles[title], value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def of_these(text: str, slugs: Collection[str]) -> str:
    """Return a record without the items that name other policies."""
    head, *items = re.split(r"^(?=  - number: )", text, flags=re.MULTILINE)
    named = [{one for found in NAMED.findall(item) for one in found.split(", ")} for item in items]
    kept = [item for item, names in zip(items, named, strict=True) if names <= set(slugs)]
    return head + "".join(kept)


def texts_of(slugs: Collection[str]) -> str:
    """Return the text of some records."""
    return "\n".join((ROOT / "policies" / f"{slug}.yml").read_text("utf-8") for slug in slugs)


def without(text: str, names: Collection[str]) -> str:
    """Return a region without the figures and the local rules of other policies."""
    kept: list[str] = []
    keeping, section = True, ""
    for line in text.split("\n"):
        if re.match(r"[a-z]", line):
            keeping, section = True, line.partition(":")[0]
        found = LISTED.match(line) if section in {"figures", "policies"} else None
        if found:
            keeping = found[1] in names
        elif line.startswith("  - "):
            keeping = True
        if keeping:
            kept.append(line)
    whole = "\n".join([*kept, ""])
    return EMPTIED.sub(r"\1: []\n", whole)
