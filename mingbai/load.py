"""Trees to records: reads every source file, types it, and gathers every problem on the way.

Comes in: the project folder. Goes out: the records, or problems with file, line and column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from os.path import lexists
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from mingbai.fields import field_problems
from mingbai.model.base import Record
from mingbai.model.campaign import CampaignTalk
from mingbai.model.case import Case
from mingbai.model.disclosure import Disclosure
from mingbai.model.edition import Ledger, LedgerLine
from mingbai.model.legal_basis import LegalBasis
from mingbai.model.library import Library
from mingbai.model.policy import Policy, Withdrawn
from mingbai.model.region import Region
from mingbai.model.words import LifeEvents, Terms
from mingbai.privacy.veil import veiled
from mingbai.problems import Place, Problem
from mingbai.read.markdown import parse_markdown
from mingbai.read.names import unusable
from mingbai.read.text import linked, read_text
from mingbai.read.tree import Mapping, Node, Scalar, Sequence
from mingbai.read.yaml import parse_yaml
from mingbai.table_files import read_tables, with_tables

if TYPE_CHECKING:
    from pathlib import Path


R = TypeVar("R", bound=Record)
NOT_POLICIES = frozenset({"legal_basis", "life_events", "terms", "editions", "disclosure"})
SLUG = re.compile("[a-z]+(-[a-z]+)*")
CODE = re.compile("[0-9]+")
TALKS = "campaign/talks"
MAY_BE_MISSING = frozenset({"cases", TALKS})
FOLDERS = frozenset({"policies/regions", "policies/schema"})
RESEMBLING = {
    ".yml": re.compile(r"\.(ya?ml|md)", re.IGNORECASE),
    ".md": re.compile(r"\.(md|markdown|ya?ml)", re.IGNORECASE),
}
"""Names like ``dibao.yaml`` or ``dibao.yml.txt``: whoever wrote them meant a record."""

TABLES = frozenset({".xlsx", ".xls", ".et", ".csv"})
WRITTEN = frozenset({".doc", ".docx", ".wps", ".rtf", ".txt", ".pdf", ".json", ".htm", ".html"})
"""Files that somebody wrote to be read; tables have their place beside the regions."""


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
        self.misnamed: set[Path] = set()
        self.whole = True

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def text(self, path: Path) -> str | None:
        elsewhere = linked(path, self.name(path))
        text, problems = (None, (elsewhere,)) if elsewhere else read_text(path, self.name(path))
        self.problems.extend(problems)
        return text

    def tree(self, path: Path) -> Mapping | None:
        text = self.text(path)
        if text is None:
            return None
        tree, problems = parse_yaml(text, self.name(path))
        self.problems.extend(problems)
        return tree

    def yaml(self, path: Path, kind: type[R]) -> R | None:
        tree = self.tree(path)
        return self.typed(tree, kind) if tree is not None else None

    def single(self, path: Path, kind: type[R]) -> R | None:
        if not path.is_file() and not path.is_symlink():
            name = self.name(path)
            self.problems.append(Problem("file-missing", Place(name), {"file": name}))
            return None
        return self.yaml(path, kind)

    def typed(self, tree: Mapping, kind: type[R], extra: dict[str, Any] | None = None) -> R | None:
        extra = extra or {}
        given = {unknown(key) if key in extra else key: value for key, value in plain(tree).items()}
        try:
            return kind.model_validate({**given, **extra})
        except ValidationError as failure:
            errors = failure.errors(include_url=False)
            self.problems.extend(field_problems(errors, tree, kind))
            return None

    def policy(self, path: Path) -> Policy | Withdrawn | None:
        tree = self.tree(path)
        if tree is None:
            return None
        policy: Policy | Withdrawn | None
        policy = self.typed(tree, Withdrawn) if is_withdrawn(tree) else self.typed(tree, Policy)
        if policy is not None:
            self.same(policy.slug, path, policy.at("slug"), "拼音名")
        return policy

    def ledger(self, path: Path) -> tuple[LedgerLine, ...] | None:
        """Return what was released: nothing so far if there is no file.

        Whatever lies there in its place is no empty ledger: what went out would be forgotten.
        """
        if not lexists(path):
            return ()
        ledger = self.yaml(path, Ledger)
        return ledger.lines if ledger else None

    def directory(self, path: Path) -> Disclosure | None:
        """Return the directory of what must be made public: a project may have none."""
        if not lexists(path):
            return None
        found = self.yaml(path, Disclosure)
        self.whole = self.whole and found is not None
        return found

    def region(self, path: Path) -> Region | None:
        region = self.yaml(path, Region)
        if region is not None:
            self.same(region.division_code, path, region.at("division_code"), "区划代码")
        return region

    def same(self, name: str, path: Path, place: Place, label: str) -> None:
        if name != path.stem and path not in self.misnamed:
            values = {"label": label, "found": name, "file": path.name}
            self.problems.append(Problem("slug-not-file", place, values))

    def case(self, path: Path) -> Case | None:
        text = self.text(path)
        if text is None:
            return None
        page, problems = parse_markdown(text, self.name(path))
        self.problems.extend(problems)
        if page is None:
            return None
        slug = "x" if path in self.misnamed else path.stem
        extra = {"slug": slug, "body": page.body, "body_line": page.body_line}
        return self.typed(page.front, Case, extra)

    def talk(self, path: Path) -> CampaignTalk | None:
        tree = self.tree(path)
        slug = "x" if path in self.misnamed else path.stem
        return self.typed(tree, CampaignTalk, {"slug": slug}) if tree is not None else None

    def files(self, folder: str, suffix: str, stem: re.Pattern[str]) -> list[Path]:
        place = self.root / folder
        elsewhere = linked(place, folder)
        if elsewhere:
            self.problems.append(elsewhere)
            self.whole = False
            return []
        if not place.exists() and folder in MAY_BE_MISSING:
            return []
        if not place.is_dir():
            self.problems.append(Problem("folder-missing", Place(folder), {"folder": folder}))
            self.whole = False
            return []
        found = sorted(path for path in place.iterdir() if not path.name.startswith((".", "~")))
        for path in found:
            if path.suffix == suffix and (path.stem in NOT_POLICIES or stem.fullmatch(path.stem)):
                self.portable(path)
            elif RESEMBLING[suffix].search(path.name) and not path.name.endswith("~"):
                self.misnamed.add(path)
                self.whole = False
                problem = Problem("file-name", Place(self.name(path)), {"found": path.name})
                self.problems.append(problem)
            elif path.suffix.lower() in (WRITTEN if folder in FOLDERS else {*WRITTEN, *TABLES}):
                values = {"found": path.name}
                self.problems.append(Problem("file-ignored", Place(self.name(path)), values))
        self.deeper(found, folder, suffix)
        return [path for path in found if path.suffix == suffix]

    def portable(self, path: Path) -> None:
        """Note a record that Windows would not open."""
        why = unusable(path.name)
        if why:
            self.whole = False
            values = {"found": path.name, "why": why}
            self.problems.append(Problem("name-unusable", Place(self.name(path)), values))

    def deeper(self, found: list[Path], folder: str, suffix: str) -> None:
        """Note the records in folders where nobody reads them."""
        below = [one for one in found if one.is_dir() and self.name(one) not in FOLDERS]
        for path in sorted(one for above in below for one in above.rglob(f"*{suffix}")):
            self.whole = False
            place = Place(self.name(path))
            self.problems.append(Problem("file-place", place, {"folder": folder}))


def load(root: Path, contacts: Path | None = None) -> Loaded:
    """Read all records below ``root``; the library is None if any record could not be typed.

    ``contacts`` is read in place of the project's own tables of villages.
    """
    project = _Project(root)
    folder = root / "policies"
    basis = project.single(folder / "legal_basis.yml", LegalBasis)
    events = project.single(folder / "life_events.yml", LifeEvents)
    terms = project.single(folder / "terms.yml", Terms)
    paths = project.files("policies", ".yml", SLUG)
    policies = [project.policy(path) for path in paths if path.stem not in NOT_POLICIES]
    regions = [project.region(path) for path in project.files("policies/regions", ".yml", CODE)]
    cases = [project.case(path) for path in project.files("cases", ".md", SLUG)]
    talks = [project.talk(path) for path in project.files(TALKS, ".yml", SLUG)]
    ledger = project.ledger(folder / "editions.yml")
    directory = project.directory(folder / "disclosure.yml")
    tables = read_tables(root, contacts)
    project.problems.extend(tables.problems)
    if basis is None or events is None or terms is None or ledger is None:
        return Loaded(None, [veiled(problem) for problem in project.problems])
    library = Library(
        policies=tuple(one for one in policies if isinstance(one, Policy)),
        withdrawn=tuple(one for one in policies if isinstance(one, Withdrawn)),
        ledger=ledger,
        cases=tuple(one for one in cases if one is not None),
        talks=tuple(one for one in talks if one is not None),
        regions=tuple(one for one in regions if one is not None),
        legal_basis=basis,
        life_events=events,
        terms=terms,
        disclosure=directory,
        complete=project.whole
        and all(one is not None for one in (*policies, *regions, *cases, *talks)),
    )
    library, problems = with_tables(library, tables)
    return Loaded(library, [veiled(problem) for problem in (*project.problems, *problems)])


def is_withdrawn(tree: Mapping) -> bool:
    """Tell whether a file is what is left of a policy: its status says so."""
    status = tree.entries.get("status")
    return isinstance(status, Scalar) and (status.text or "").strip() == "停用"


def plain(node: Node) -> Any:
    """Turn a tree into what pydantic reads; every mapping carries its node, so records know places.

    Blanks around a value mean nothing, not even in quotes.
    """
    if isinstance(node, Scalar):
        return node.text.strip() if node.text is not None else None
    if isinstance(node, Sequence):
        return tuple(plain(item) for item in node.items)
    entries = {
        unknown(key) if key in INTERNAL else key: plain(value)
        for key, value in node.entries.items()
    }
    entries["node"] = node
    return entries


def unknown(key: str) -> str:
    """Return a key that no record has, for an author's key that only the loader may use."""
    return f"{key} "


INTERNAL = frozenset({"node", "origin"})
"""Fields of every record that the loader fills."""
