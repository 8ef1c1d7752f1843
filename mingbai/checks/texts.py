"""Citations against official texts: does each cited place exist, does each quote stand there?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mingbai.checks import told_numbers
from mingbai.checks.before import cited_before
from mingbai.checks.citations import cited
from mingbai.checks.cited_forms import noted
from mingbai.checks.modal import modality
from mingbai.checks.shares import Share, together
from mingbai.problems import Place, Problem
from mingbai.read.official_text import OfficialText, parse_official_text
from mingbai.read.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mingbai.model.base import Record
    from mingbai.model.citation import Citation, Point
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.region import LocalPolicy
    from mingbai.model.scope import Scope


@dataclass(slots=True)
class Compared:
    """What was compared, and how it went."""

    problems: list[Problem] = field(default_factory=list)
    checked: int = 0
    found: int = 0
    without: set[str] = field(default_factory=set)
    shares: list[Share] = field(default_factory=list)
    unknown: int = 0
    figures: int = 0

    @property
    def words(self) -> str:
        """Say the counts."""
        counted = f"核对依据 {self.checked} 条：在原文里找到 {self.found} 条；"
        rest = f"{len(self.without)} 个文件没有原文，涉及 {self.checked - self.found} 条。"
        lines = [f"{counted}{rest}"]
        lines.append(together(self.shares).words)
        lines.append(f"数字 {self.figures} 个，{self.unknown} 个没有公布（null）。")
        return "\n".join([*lines, *(f"    {one.words}" for one in self.shares)])


class Shelf:
    """The official texts of a folder, read when first asked for."""

    def __init__(self, library: Library, folder: Path) -> None:
        """Start with nothing read."""
        self.library, self.folder = library, folder
        self.texts: dict[str, OfficialText | None] = {}
        self.problems: list[Problem] = []

    def text(self, name: str) -> OfficialText | None:
        """Return the text of a document by its cited name, or None if there is none here."""
        document = self.library.documents.get(name)
        if document is None or document.text is None:
            return None
        if document.name not in self.texts:
            self.texts[document.name] = self.open(document.text, document.at("text"))
        return self.texts[document.name]

    def open(self, file: str, place: Place) -> OfficialText | None:
        """Read one text; a name that leads out of the folder or to no file is a problem."""
        path = self.folder / file
        if "/" in file or "\\" in file or not is_file(path):
            self.problems.append(Problem("text-missing", place, {"found": file[:60]}))
            return None
        text, problems = read_text(path, file)
        self.problems.extend(problems)
        return parse_official_text(text) if text is not None else None


def is_file(path: Path) -> bool:
    """Tell whether there is such a file; a name too long for the system is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def compare(library: Library, scope: Scope, folder: Path) -> Compared:
    """Compare every citation and quote of the records with the texts in ``folder``."""
    shelf = Shelf(library, folder)
    compared = Compared()
    for cite, place in (*cited(library), *cited_before(library)):
        compared.checked += 1
        text = shelf.text(cite.document)
        if text is None:
            compared.without.add(cite.document)
            continue
        if stands(cite, shelf):
            compared.found += 1
        elif cite.locators:
            compared.problems.append(Problem("article-missing", place, {"found": str(cite)}))
    compared.problems.extend(notes(library, shelf))
    compared.problems.extend(quotes(library, shelf))
    compared.problems.extend(modality(library, shelf.text))
    compared.problems.extend(told_numbers.compared(library, shelf.text))
    compared.shares = [share(slug, library, scope, shelf) for slug in library.policy_by_slug]
    names = [one.name for policy in library.policies for one in policy.figures]
    values = [library.value_in_force(name, scope.region, scope.as_of) for name in names]
    compared.figures = len(names)
    compared.unknown = sum(one is None or one.value is None for one in values)
    compared.problems.extend(shelf.problems)
    return compared


def notes(library: Library, shelf: Shelf) -> Iterator[Problem]:
    """Yield each article of legal_basis.yml that the text of its document does not have."""
    for cite, place in noted(library):
        if shelf.text(cite.document) is not None and cite.locators and not stands(cite, shelf):
            yield Problem("article-missing", place, {"found": str(cite)})


def share(slug: str, library: Library, scope: Scope, shelf: Shelf) -> Share:
    """Count the statements of a policy, as it holds here."""
    count: Counter[str] = Counter()
    for _, cites in library.local_policy(slug, scope.region).citations():
        known = [library.documents.get(cite.document) for cite in cites]
        if all(stands(cite, shelf) for cite in cites):
            count["resting"] += 1
        elif any(one is not None and not one.verified for one in known):
            count["waiting"] += 1
        else:
            count["neither"] += 1
    return Share(slug, count.total(), count["resting"], count["waiting"])


def stands(cite: Citation, shelf: Shelf) -> bool:
    """Tell whether every place of a citation is in a text."""
    text = shelf.text(cite.document)
    points = [point for locator in cite.locators for point in locator.points]
    return text is not None and bool(points) and all(text.find(one) for one in points)


def quotes(library: Library, shelf: Shelf) -> Iterator[Problem]:
    """Yield each quote that does not stand word for word in a cited article of texts we have."""
    local = [one for place in library.regions for one in place.policies]
    owners: list[Policy | LocalPolicy] = [*library.policies, *local]
    for owner in owners:
        for record, cites in owner.citations():
            for number, quote in enumerate(getattr(record, "quote", ())):
                unread = any(shelf.text(cite.document) is None for cite in cites)
                if not unread and not any(quoted(quote, cite, shelf) for cite in cites):
                    place = quote_place(record, number)
                    yield Problem("quote-differs", place, {"found": quote[:20]})


def quoted(quote: str, cite: Citation, shelf: Shelf) -> bool:
    """Tell whether a quote stands in a cited place, blanks aside."""
    text = shelf.text(cite.document)
    if text is None:
        return False
    words = re.sub(r"\s", "", quote)
    points: list[Point] = [point for locator in cite.locators for point in locator.points]
    return any(words in (text.find(point) or "") for point in points)


def quote_place(record: Record, number: int) -> Place:
    """Return the place of a quote: one text, or an item of a list."""
    return record.at("quote", number)
