"""All records together, immutable, and what a policy says in one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mingbai.model.inherit import localised

if TYPE_CHECKING:
    from datetime import date

    from mingbai.model.campaign import CampaignTalk
    from mingbai.model.case import Case
    from mingbai.model.disclosure import Disclosure
    from mingbai.model.edition import LedgerLine
    from mingbai.model.figures import Figure, FigureValue
    from mingbai.model.legal_basis import Document, LegalBasis
    from mingbai.model.policy import Policy, Withdrawn
    from mingbai.model.region import Region
    from mingbai.model.village import Village
    from mingbai.model.words import LifeEvents, Terms


@dataclass(frozen=True, eq=False)
class Library:
    """Every record of a project, told apart by identity.

    ``complete`` is false while some file could not be typed.
    """

    policies: tuple[Policy, ...]
    cases: tuple[Case, ...]
    regions: tuple[Region, ...]
    legal_basis: LegalBasis
    life_events: LifeEvents
    terms: Terms
    villages: tuple[Village, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    disclosure: Disclosure | None = None
    talks: tuple[CampaignTalk, ...] = ()
    complete: bool = True

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Return the documents by every name they are cited by."""
        listed = self.legal_basis.documents
        numbered = {one.number: one for one in listed if one.number}
        return {**numbered, **{one.name: one for one in listed}}

    @cached_property
    def document_order(self) -> dict[str, int]:
        """Return each document's place in the list, by its name."""
        return {one.name: number for number, one in enumerate(self.legal_basis.documents)}

    @cached_property
    def region_by_code(self) -> dict[str, Region]:
        """Return the regions by division code."""
        return {region.division_code: region for region in self.regions}

    @cached_property
    def policy_by_slug(self) -> dict[str, Policy]:
        """Return the policies, as the records have them, by slug."""
        return {policy.slug: policy for policy in self.policies}

    @cached_property
    def record_by_code(self) -> dict[str, Policy | Withdrawn]:
        """Return the policies, those withdrawn too, by the code that stands on paper."""
        records: tuple[Policy | Withdrawn, ...] = (*self.withdrawn, *self.policies)
        return {one.code: one for one in records}

    @cached_property
    def released(self) -> dict[str, LedgerLine]:
        """Return the latest edition of each code that was ever released."""
        return {one.code: one for one in self.ledger if one.kind == "新版"}

    @cached_property
    def local_policies(self) -> dict[tuple[str, str], Policy]:
        """Keep each policy as it holds in a region: many rules and views ask for it."""
        return {}

    def chain(self, code: str) -> tuple[Region, ...]:
        """Return the region and all above it, the highest first; stops at a gap or a circle."""
        found: list[Region] = []
        region = self.region_by_code.get(code)
        while region is not None and region not in found:
            found.append(region)
            region = self.region_by_code.get(region.parent or "")
        return tuple(reversed(found))

    def local_policy(self, slug: str, code: str) -> Policy:
        """Return the policy as it holds in a region."""
        key = (slug, code)
        if key not in self.local_policies:
            self.local_policies[key] = localised(self.policy_by_slug[slug], self.chain(code))
        return self.local_policies[key]

    def villages_in(self, code: str) -> tuple[Village, ...]:
        """Return the villages of a region, in the order of their codes.

        A province's code ends on four zeros, a city's on two.
        """
        start = code.removesuffix("00").removesuffix("00")
        inside = (one for one in self.villages if one.code.startswith(start))
        return tuple(sorted(inside, key=lambda one: one.code))

    def figure(self, name: str, code: str) -> Figure | None:
        """Return a figure's values as the nearest region gives them."""
        for region in reversed(self.chain(code)):
            for figure in region.figures:
                if figure.name == name:
                    return figure
        return None

    def value_in_force(self, name: str, code: str, day: date) -> FigureValue | None:
        """Return a figure's value in a region on a day: the latest that has begun and is public."""
        figure = self.figure(name, code)
        if figure is None:
            return None
        begun = [
            one
            for one in figure.values
            if one.start <= day and (one.published_on or one.start) <= day
        ]
        return max(begun, key=lambda one: one.start, default=None)
