"""The tables beside the regions' records, and what they add to the library.

Comes in: ``policies/regions/<code>-contacts`` and ``-figures``, .csv or .xlsx. Goes out: a library
with villages, with new values behind the old ones, and with the documents these rest on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mingbai.model.figures import Figure
from mingbai.problems import Place, Problem
from mingbai.read.text import linked
from mingbai.tables import contacts, figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mingbai.model.figures import FigureRow
    from mingbai.model.legal_basis import Document
    from mingbai.model.library import Library
    from mingbai.model.region import Region
    from mingbai.model.village import Village

NAME = re.compile(r"([0-9]+)-(contacts|figures)\.(csv|xlsx)")
RESEMBLING = re.compile(r"\.(csv|tsv|xlsx?|xlsm|xlsb|et|ods|numbers)(\.|$)", re.IGNORECASE)
"""What a spreadsheet may have saved: whoever put it here meant a table."""


@dataclass(slots=True)
class Tables:
    """All that the tables of a project say; ``whole`` while no value of a figure is missing."""

    villages: list[Village] = field(default_factory=list)
    rows: dict[str, tuple[FigureRow, ...]] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True


def read_tables(root: Path, instead: Path | None = None) -> Tables:
    """Read the tables of a project; ``instead`` takes the place of all its contacts."""
    found = Tables()
    named: dict[tuple[str, str], Place] = {}
    for path in table_paths(root / "policies" / "regions"):
        place = Place(path.relative_to(root).as_posix())
        name = NAME.fullmatch(path.name)
        if name is None:
            found.problems.append(Problem("table-name", place, {"found": path.name}))
            continue
        code, kind = name[1], name[2]
        first = named.setdefault((code, kind), place)
        if first is not place:
            found.problems.append(Problem("table-twice", place, {"found": first.file}))
        elif linked(path, place.file):
            found.problems.append(Problem("file-linked", place, {"found": path.name}))
        elif kind == "figures":
            add_figures(found, code, path, place)
        elif instead is None:
            add_contacts(found, path, place.file)
        found.places.setdefault(code, place)
    if instead is not None:
        add_contacts(found, instead, instead.as_posix())
    return found


def table_paths(folder: Path) -> list[Path]:
    """Return the files that a spreadsheet may have saved."""
    listed = sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    return [
        path
        for path in listed
        if RESEMBLING.search(path.name)
        and not path.name.startswith((".", "~"))
        and not path.name.endswith("~")
    ]


def add_contacts(found: Tables, path: Path, name: str) -> None:
    """Read one table of villages."""
    villages, problems = contacts(path, name)
    found.villages.extend(villages)
    found.problems.extend(problems)


def add_figures(found: Tables, code: str, path: Path, place: Place) -> None:
    """Read one table of figures."""
    new = figures(path, place.file)
    found.rows[code] = new.rows
    found.documents.extend(new.documents)
    found.problems.extend(new.problems)
    found.whole = found.whole and new.whole


def with_tables(library: Library, found: Tables) -> tuple[Library, tuple[Problem, ...]]:
    """Return the library with what the tables add, and the rows that lead nowhere."""
    problems: list[Problem] = []
    rows = found.rows
    if library.complete:
        known = {one.name for policy in library.policies for one in policy.figures}
        problems += [
            Problem("region-unknown", place, {"found": code})
            for code, place in found.places.items()
            if code not in library.region_by_code
        ]
        problems += [
            Problem("figure-row-unknown", row.at("name"), {"row": row.at().line, "found": row.name})
            for listed in rows.values()
            for row in listed
            if row.name not in known
        ]
        rows = {
            code: tuple(row for row in listed if row.name in known) for code, listed in rows.items()
        }
    documents = (*library.legal_basis.documents, *found.documents)
    added = replace(
        library,
        regions=regions(library, rows),
        legal_basis=library.legal_basis.model_copy(update={"documents": documents}),
        villages=tuple(found.villages),
        complete=library.complete and found.whole,
    )
    return added, tuple(problems)


def regions(library: Library, rows: Mapping[str, tuple[FigureRow, ...]]) -> tuple[Region, ...]:
    """Return the regions with their new values, the highest first: those below go on from them."""
    for code in sorted(rows, key=lambda one: len(library.chain(one))):
        changed = (
            with_figures(library, one, rows[code]) if one.division_code == code else one
            for one in library.regions
        )
        library = replace(library, regions=tuple(changed))
    return library.regions


def with_figures(library: Library, region: Region, rows: Iterable[FigureRow]) -> Region:
    """Return a region with new values behind those that hold there so far.

    A value that begins later must not hide what holds until then, though it comes from above.
    """
    given = {one.name: one for one in region.figures}
    for row in rows:
        before = given.get(row.name) or library.figure(row.name, region.division_code)
        if before is None:
            given[row.name] = Figure(name=row.name, values=(row,), node=row.node)
        else:
            values = (*before.values, row)
            given[row.name] = before.model_copy(update={"values": values})
    return region.model_copy(update={"figures": tuple(given.values())})
