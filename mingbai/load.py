"""Trees to records: reads every source file, types it, and gathers every problem on the way.

Comes in: the project folder. Goes out: the records, or problems with file, line and column.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from mingbai.model.base import Record
from mingbai.model.case import Case
from mingbai.model.legal_basis import LegalBasis
from mingbai.model.library import Library
from mingbai.model.policy import Policy
from mingbai.model.region import Region
from mingbai.model.words import LifeEvents, Terms
from mingbai.problems import Place, Problem
from mingbai.read.markdown import parse_markdown
from mingbai.read.text import read_text
from mingbai.read.tree import Mapping, Node, Scalar, Sequence, key_place, place_of
from mingbai.read.yaml import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

R = TypeVar("R", bound=Record)
NOT_POLICIES = ("legal_basis", "life_events", "terms", "editions")

CODES = {
    "missing": "missing-key",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "tuple_type": "not-list",
    "string_type": "not-text",
    "string_too_short": "empty-text",
    "string_too_long": "too-long",
    "too_short": "too-few",
    "literal_error": "not-one-of",
    "int_type": "not-integer",
    "date_type": "not-date",
    "decimal_type": "not-number",
    "is_instance_of": "not-number",
    "bool_type": "not-yes-no",
    "extra_forbidden": "unknown-key",
}
"""pydantic's error types in our words; a test walks every field of the model."""


@dataclass(slots=True)
class Loaded:
    """What was read: the library when everything could be typed, and every problem found."""

    library: Library | None
    problems: list[Problem]


class _Project:
    """One run over the folders of a project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def text(self, path: Path) -> str | None:
        text, problems = read_text(path, self.name(path))
        self.problems.extend(problems)
        return text

    def yaml(self, path: Path, kind: type[R]) -> R | None:
        text = self.text(path)
        if text is None:
            return None
        tree, problems = parse_yaml(text, self.name(path))
        self.problems.extend(problems)
        return self.typed(tree, kind) if tree is not None else None

    def single(self, path: Path, kind: type[R]) -> R | None:
        if not path.is_file():
            name = self.name(path)
            self.problems.append(Problem("file-missing", Place(name), {"file": name}))
            return None
        return self.yaml(path, kind)

    def typed(self, tree: Mapping, kind: type[R], extra: dict[str, Any] | None = None) -> R | None:
        try:
            return kind.model_validate({**plain(tree), **(extra or {})})
        except ValidationError as failure:
            for error in failure.errors(include_url=False):
                if not counts_broken_items(error):
                    self.problems.append(field_problem(error, tree, kind))
            return None

    def policy(self, path: Path) -> Policy | None:
        policy = self.yaml(path, Policy)
        if policy is not None and policy.slug != path.stem:
            found = {"found": policy.slug, "file": path.name}
            self.problems.append(Problem("slug-not-file", policy.at("slug"), found))
        return policy

    def region(self, path: Path) -> Region | None:
        region = self.yaml(path, Region)
        if region is not None and region.division_code != path.stem:
            found = {"found": region.division_code, "file": path.name}
            self.problems.append(Problem("slug-not-file", region.at("division_code"), found))
        return region

    def case(self, path: Path) -> Case | None:
        text = self.text(path)
        if text is None:
            return None
        page, problems = parse_markdown(text, self.name(path))
        self.problems.extend(problems)
        if page is None:
            return None
        extra = {"slug": path.stem, "body": page.body, "body_line": page.body_line}
        return self.typed(page.front, Case, extra)

    def files(self, folder: str, pattern: str) -> list[Path]:
        place = self.root / folder
        if not place.is_dir():
            self.problems.append(Problem("folder-missing", Place(folder), {"folder": folder}))
            return []
        found = sorted(place.glob(pattern))
        for path in found:
            if not re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", path.stem):
                problem = Problem("file-name", Place(self.name(path)), {"found": path.name})
                self.problems.append(problem)
        return found


def load(root: Path) -> Loaded:
    """Read all records below ``root``; the library is None if any record could not be typed."""
    project = _Project(root)
    folder = root / "policies"
    basis = project.single(folder / "legal_basis.yml", LegalBasis)
    events = project.single(folder / "life_events.yml", LifeEvents)
    terms = project.single(folder / "terms.yml", Terms)
    paths = [path for path in project.files("policies", "*.yml") if path.stem not in NOT_POLICIES]
    policies = [project.policy(path) for path in paths]
    regions = [project.region(path) for path in project.files("policies/regions", "*.yml")]
    cases = [project.case(path) for path in project.files("cases", "*.md")]
    if basis is None or events is None or terms is None:
        return Loaded(None, project.problems)
    library = Library(
        policies=tuple(one for one in policies if one is not None),
        cases=tuple(one for one in cases if one is not None),
        regions=tuple(one for one in regions if one is not None),
        legal_basis=basis,
        life_events=events,
        terms=terms,
        complete=not any(one is None for one in (*policies, *regions, *cases)),
    )
    return Loaded(library, project.problems)


def plain(node: Node) -> Any:
    """Turn a tree into what pydantic reads; every mapping carries its node, so records know places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return tuple(plain(item) for item in node.items)
    entries = {key: plain(value) for key, value in node.entries.items() if key not in INTERNAL}
    entries.update({f"{key} ": None for key in node.entries if key in INTERNAL})
    entries["node"] = node
    return entries


INTERNAL = frozenset({"node", "origin", "body", "body_line"})
"""Fields the loader fills; an author's key of that name is an unknown key."""


def counts_broken_items(error: Any) -> bool:
    """Tell whether a list only seems too short because its items have problems of their own."""
    least = error.get("ctx", {}).get("min_length", 0)
    return bool(error["type"] == "too_short" and len(error["input"]) >= least)


def field_problem(error: Any, tree: Mapping, kind: type[Record]) -> Problem:
    """Say one of pydantic's errors in our words, at the line of the value."""
    path = tuple(part.rstrip() if isinstance(part, str) else part for part in error["loc"])
    named = [part for part in path if isinstance(part, str) and part not in {"limit", "words"}]
    key = named[-1] if named else "文件"
    code = CODES.get(error["type"], error["type"] if "-" in error["type"] else "wrong-value")
    context = error.get("ctx", {})
    owner, label = describe(kind, path)
    values: dict[str, Any] = {"key": key, "label": label, "found": shown(error["input"])}
    if code == "unknown-key":
        values["near"] = nearest(key, owner)
        return Problem(code, key_place(tree, path), values)
    if code == "missing-key":
        return Problem(code, place_of(tree, path[:-1]), values)
    values["choices"] = str(context.get("expected", "")).replace("'", "").replace(" or ", "、")
    values["choices"] = values["choices"].replace(", ", "、")
    values["most"] = context.get("max_length", "")
    values["least"] = context.get("min_length", "")
    values["length"] = len(error["input"]) if isinstance(error["input"], (str, tuple)) else ""
    return Problem(code, place_of(tree, path), values)


def describe(kind: type[Record], path: tuple[str | int, ...]) -> tuple[type[Record] | None, str]:
    """Return the record type that owns the last key of ``path``, and that field's Chinese title."""
    owner: type[Record] | None = kind
    label = ""
    for part in path:
        if not isinstance(part, str) or owner is None:
            continue
        for name, field in owner.model_fields.items():
            if part == (field.alias or name):
                label = field.title or part
                inner = record_types(field.annotation)
                next_owner = inner[0] if inner else None
                if part != path[-1]:
                    owner = next_owner
                break
    return owner, label or str(path[-1] if path else "文件")


def record_types(annotation: Any) -> list[type[Record]]:
    """Find the record types inside an annotation such as ``tuple[Step, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    inner = [*getattr(annotation, "__args__", ()), getattr(annotation, "__origin__", None)]
    return [found for one in inner if one is not None for found in record_types(one)]


def nearest(key: str, owner: type[Record] | None) -> str:
    """Suggest the key that was meant, or list what may stand here."""
    if owner is None:
        return "删掉它。"
    allowed = [
        field.alias or name for name, field in owner.model_fields.items() if name not in INTERNAL
    ]
    close = difflib.get_close_matches(key, allowed, n=1)
    if close:
        return f"是不是想写「{close[0]}」？"
    return f"这里可以写：{'、'.join(allowed)}。"


def shown(value: object) -> str:
    """Show a wrong value shortly; never more than a line of it."""
    if value is None:
        return "空"
    if isinstance(value, str):
        return value if len(value) <= 30 else f"{value[:30]}…"
    return "列表" if isinstance(value, tuple) else "「键: 值」"
