"""A person's name on a notice board: whole where a document of the region says so, else veiled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.name_characters import DOUBLE
from mingbai.views.sources import sources, unverified

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

VEIL = "某"
SURNAME = re.compile(rf"(?:{DOUBLE})(?=.)")


def whole_names(library: Library, scope: Scope) -> bool:
    """Tell whether the nearest region's setting is whole names, from a document somebody read.

    Without a setting privacy comes first.
    """
    for region in reversed(library.chain(scope.region)):
        if region.notice_names is not None:
            read = not unverified(sources(region.notice_names.cite, library))
            return region.notice_names.show == "全名" and read
    return False


def shown_name(name: str, *, whole: bool) -> str:
    """Return a name as a board shows it: veiled, the character behind the surname is 某.

    A long name of unknown build keeps its first two characters, and one veiled already stays.
    """
    if whole or VEIL in name:
        return name
    surname = SURNAME.match(name)
    longest_usual = 3
    kept = surname.end() if surname else 1 if len(name) <= longest_usual else 2
    return f"{name[:kept]}{VEIL}{name[kept + 1 :]}"
