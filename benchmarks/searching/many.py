"""A project with many more pages than there are policies: copies of the records, each its own.

Comes in: a project. Goes out: a folder with a project whose copies have other slugs, names, words,
and half of the questions. Invented words grow the vocabulary; the same project, the same copies.
"""

from __future__ import annotations

import random
import re
import shutil
from itertools import cycle, islice, product
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LETTERS = "bcdfghjklmnpqrstvwxz"
MARKS = "松柏桃李梅兰竹菊荷莲枫榆槐柳杉桐枣杏梨桂云雨雪霜风山川河海湖泉溪石沙岭坡湾港城镇"
NOT_POLICIES = {"legal_basis", "life_events", "terms", "editions", "disclosure"}
TEXTS = {"text", "a", "do"}
"""Keys of the sentences of a record, none of which anything else refers to."""

PEOPLES_WORDS = ("synonyms", "says", "misnomers")
FIXED = 12
"""Pages of a site that are neither policies nor cases, about."""


def names() -> Iterator[tuple[str, str]]:
    """Yield the end of a slug and a word, ever others."""
    ends = ("".join(one) for one in product(LETTERS, repeat=3))
    words = ("".join(one) for one in product(MARKS, repeat=2))
    yield from zip(ends, words, strict=False)


def multiplied(project: Path, folder: Path, pages: int) -> Path:
    """Write a project of about ``pages`` pages into ``folder``, and return it."""
    for name in ("policies", "cases", "docs"):
        shutil.copytree(project / name, folder / name)
    shutil.copy(project / "mkdocs.yml", folder)
    found = sorted((project / "policies").glob("*.yml"))
    policies = [path for path in found if path.stem not in NOT_POLICIES]
    cases = sorted((project / "cases").glob("*.md"))
    for path in policies:
        written(folder / "policies" / path.name, record_of(path))
    missing = max(0, pages - FIXED - len(policies) - len(cases))
    copied: list[str] = []
    for path, (end, word) in zip(cycle(policies), islice(names(), missing // 2), strict=False):
        record = varied(path, end, word)
        copied.append(record["slug"])
        written(folder / "policies" / f"{record['slug']}.yml", record)
    for path, slug, (end, word) in zip(cycle(cases), copied, names(), strict=False):
        text = re.sub(
            r"^policies: .*$", f"policies: [{slug}]", path.read_text("utf-8"), flags=re.MULTILINE
        )
        text = re.sub(r"^title: ", f"title: {word}", text, flags=re.MULTILINE)
        (folder / "cases" / f"{path.stem}-{end}.md").write_text(text, "utf-8")
    return folder


def record_of(path: Path) -> dict[str, Any]:
    """Return a policy's record without its lines for speaking, which the search does not know."""
    record: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    return {key: value for key, value in record.items() if key not in {"talk", "narration"}}


def written(path: Path, record: dict[str, Any]) -> None:
    """Write a record."""
    path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")


def varied(path: Path, end: str, word: str) -> dict[str, Any]:
    """Return a policy's record with another slug and name, and other words in its sentences."""
    record = record_of(path)
    draw = random.Random(f"{path.stem} {end}")  # noqa: S311 - the same copies every time
    record |= {"slug": f"{record['slug']}-{end}", "name": word + record["name"]}
    record["short_name"] = word + record.get("short_name", record["name"])
    record |= {"former_slugs": [], "changes": []}
    record["faq"] = draw.sample(record["faq"], k=(len(record["faq"]) + 1) // 2)
    for key in PEOPLES_WORDS:
        said = record.get(key, [])
        kept = draw.sample(said, k=(len(said) + 1) // 2)
        record[key] = [word + one if draw.random() < 1 / 2 else one for one in kept]
    return {key: worded(value, draw) for key, value in record.items()}


def worded(value: Any, draw: random.Random) -> Any:
    """Return a tree in which every second sentence holds one more invented word."""
    if isinstance(value, list):
        return [worded(one, draw) for one in value]
    if not isinstance(value, dict):
        return value
    changed = {key: worded(one, draw) for key, one in value.items()}
    for key in TEXTS & changed.keys():
        if isinstance(changed[key], str) and draw.random() < 1 / 2:
            changed[key] = f"{''.join(draw.sample(MARKS, k=2))}的{changed[key]}"
    return changed
