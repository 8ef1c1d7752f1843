"""What a printed form is, and what somebody orders of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from mingbai.views.proof import Gathered, gathered, is_proof
from mingbai.views.village import GENERAL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView
    from mingbai.views.village import VillageView

Imposition = Literal["", "booklet", "tiles"]
"""How finished pages are put on larger or smaller paper: as they are, saddle-stitched, tiled."""


@dataclass(frozen=True, slots=True)
class Order:
    """What one PDF is about: these policies, a copy for each of these places.

    ``villages`` holds ``GENERAL`` alone for the edition of the whole region. ``proof`` asks for the
    stamp; drafts and an example address get it anyway.
    """

    policies: tuple[PolicyView, ...]
    library: Library
    scope: Scope
    villages: tuple[VillageView, ...] = (GENERAL,)
    proof: bool = False

    @property
    def is_proof(self) -> bool:
        """Tell whether paper of these policies, each whole by itself, carries the stamp."""
        return is_proof(self.policies, self.scope, asked=self.proof)

    @property
    def gathered(self) -> Gathered:
        """Return the policies as one paper of them all tells them, and whether it is a proof."""
        return gathered(self.policies, self.scope, asked=self.proof)


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form.

    ``name`` is what staff type and files end on; ``title`` what people call it; ``paper`` and
    ``how`` what a clerk needs to print it. ``template`` lies below ``outputs/``. ``each`` forms
    have one file a policy, others one file for all. ``data`` turns an order into what the template
    reads; ``pages`` is how many pages it must give, None where the text decides. ``local`` forms
    have a copy for every village.
    """

    name: str
    title: str
    paper: str
    how: str
    template: str
    each: bool
    data: Callable[[Order], Mapping[str, Any]]
    pages: Callable[[Order], int | None]
    local: bool
    imposition: Imposition = ""

    def file_name(self, slug: str) -> str:
        """Return the name of the PDF of a policy, or of all policies."""
        return f"{slug}-{self.name}.pdf" if self.each else f"{self.name}.pdf"
