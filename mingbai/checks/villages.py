"""Rules of villages: each once, in its own township, asked after within the year."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.model.village import Village

OLD = timedelta(days=365)


def codes(library: Library, scope: Scope) -> Iterator[Problem]:
    """A village's code is its own, and begins with its township's."""
    first: dict[str, Village] = {}
    for one in library.villages:
        row = one.at("code").line
        before = first.setdefault(one.code, one)
        if before is not one:
            values = {"row": row, "found": one.code, "first": before.at("code").line}
            yield Problem("village-twice", one.at("code"), values)
        elif not inside(one):
            values = {"row": row, "found": one.code, "township": one.township_code}
            yield Problem("village-elsewhere", one.at("code"), values)


def inside(village: Village) -> bool:
    """Tell whether a village's code is below its township's; three zeros are the township."""
    last = village.code.removeprefix(village.township_code)
    return len(last) == len("201") and last != "000"


def names(library: Library, scope: Scope) -> Iterator[Problem]:
    """No two villages of a township have one name."""
    first: dict[tuple[str, str], Village] = {}
    for one in library.villages:
        before = first.setdefault((one.township_code, one.name), one)
        if before.code != one.code:
            values = {
                "row": one.at("name").line,
                "found": one.name,
                "first": before.at("name").line,
            }
            yield Problem("village-name-twice", one.at("name"), values)


def townships(library: Library, scope: Scope) -> Iterator[Problem]:
    """A township is one of its region's, under the name it has there; each is said once."""
    if not library.complete:
        return
    known = {one.code: one.name for region in library.regions for one in region.townships}
    written = Counter((one.township_code, one.township) for one in library.villages)
    coded = Counter(one.township_code for one in library.villages)
    said: set[tuple[str, str]] = set()
    for one in library.villages:
        code, name = one.township_code, one.township
        row = one.at("township_code").line
        if code not in known and (code, "") not in said:
            said.add((code, ""))
            values = {"row": row, "found": code, "count": coded[code]}
            yield Problem("village-township-unknown", one.at("township_code"), values)
        elif code in known and name != known[code] and (code, name) not in said:
            said.add((code, name))
            values = {"row": row, "found": name, "code": code, "name": known[code]}
            values["count"] = written[code, name]
            yield Problem("village-township-name", one.at("township"), values)


def checked(library: Library, scope: Scope) -> Iterator[Problem]:
    """A contact was asked after before the build's date, and within the year before it."""
    for one in library.villages:
        if one.checked_on is None:
            continue
        values = {"row": one.at("checked_on").line, "found": one.checked_on}
        if one.checked_on > scope.as_of:
            yield Problem("checked-future", one.at("checked_on"), values)
        elif scope.as_of - one.checked_on > OLD:
            yield Problem("checked-old", one.at("checked_on"), values)
