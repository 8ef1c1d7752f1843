"""What stands at the foot of every page: for which place, and as of which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.dates import day_words

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope


@dataclass(frozen=True, slots=True)
class FootView:
    """The foot of a page."""

    region: str
    as_of: str


def foot_view(library: Library, scope: Scope) -> FootView:
    """Return the foot."""
    return FootView(library.region_by_code[scope.region].name, day_words(scope.as_of))
