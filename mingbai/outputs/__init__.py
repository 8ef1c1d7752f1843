"""The forms, one folder each, all with the same two functions.

``plan(library, scope, made)`` says which files a form makes; ``render(target)`` makes one of them,
as bytes or as problems. Outputs are pure: the same target gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from mingbai.outputs import pages, paper, pictures, scan, talks
from mingbai.outputs.talks import pictures as talk_pictures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.outputs.target import Target
    from mingbai.problems import Problem


class Output(Protocol):
    """What every form's module offers.

    ``plan`` yields the files to make (``made`` holds the paper made so far, by path); ``render``
    makes one of them, or says why it cannot be made.
    """

    def plan(self, library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
        """Yield the files to make."""

    def render(self, target: Target) -> bytes | tuple[Problem, ...]:
        """Make one file, or say why it cannot be made."""


OUTPUTS: tuple[Output, ...] = (paper, pictures, talks, talk_pictures, scan, pages)
"""In order: paper and talks before pages, since a page states the size of what it offers."""

TALKS: tuple[Output, ...] = (talks, talk_pictures)
"""What ``mingbai talks`` makes, in order."""
