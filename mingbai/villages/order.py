"""From the words of the command to an order that may be printed, or every reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mingbai.make import checked
from mingbai.outputs.forms import FORMS
from mingbai.problems import Problem, ProblemsFound
from mingbai.settings import read_scope
from mingbai.villages.refuse import COMMAND, refusals
from mingbai.villages.wanted import Wanted, sheaves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.outputs.form import Form
    from mingbai.villages.wanted import Sheaf

USUAL = "sheet"
"""The form that is made when none is named."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order that may be printed; ``notices`` are the 提醒 of its records."""

    library: Library
    scope: Scope
    wanted: Wanted
    notices: tuple[Problem, ...]

    def sheaves(self) -> Iterator[Sheaf]:
        """Yield every PDF to be."""
        return sheaves(self.library, self.scope, self.wanted)

    @property
    def copies(self) -> int:
        """Return how many sheets the order comes to."""
        return sum(one.copies for one in self.sheaves())


def read_order(
    root: Path, as_of: date | None, contacts: Path | None, *, forms: tuple[str, ...], **filters: Any
) -> Ordered:
    """Return the order for a project; ``contacts`` takes the place of the region's table.

    Raises:
        ProblemsFound: with every reason why it may not be printed.

    """
    scope, notices = read_scope(root, as_of)
    library, more = checked(root, scope, contacts)
    chosen, unknown = known_forms(forms or (USUAL,))
    wanted = Wanted(forms=chosen, **filters)
    found = [*unknown, *refusals(library, scope, wanted)]
    if found:
        raise ProblemsFound(found)
    return Ordered(library, scope, wanted, (*notices, *more))


def known_forms(names: tuple[str, ...]) -> tuple[tuple[Form, ...], list[Problem]]:
    """Return forms by their names, and a problem for each name there is no form of."""
    by_name = {one.name: one for one in FORMS}
    known = "、".join(f"{one.name}（{one.title}）" for one in FORMS)
    problems = [
        Problem("print-unknown", COMMAND, {"option": "--form", "found": name, "known": known})
        for name in names
        if name not in by_name
    ]
    return tuple(by_name[name] for name in dict.fromkeys(names) if name in by_name), problems
