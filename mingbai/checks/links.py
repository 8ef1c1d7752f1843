"""Rules of links: every name in a record leads to a record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.design.icons import icon_svg
from mingbai.model.policy import LISTS
from mingbai.model.questions import ANCHORS
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.region import Region
    from mingbai.model.scope import Scope

ICON = re.compile(r"[a-z0-9-]{1,40}(/[a-z0-9-]{1,100}){1,3}")
DISTRICT_DIGITS = 6


def life_events(library: Library, scope: Scope) -> Iterator[Problem]:
    """A policy's life events stand in life_events.yml, and each event's icon exists."""
    known = [event.name for event in library.life_events.events]
    for policy in library.policies:
        for number, name in enumerate(policy.life_events):
            if name not in known:
                values = {"found": name, "known": "、".join(known)}
                yield Problem("life-event-unknown", policy.at("life_events", number), values)
    for event in library.life_events.events:
        if not ICON.fullmatch(event.icon) or icon_svg(event.icon) is None:
            yield Problem("icon-unknown", event.at("icon"), {"found": event.icon})


def case_policies(library: Library, scope: Scope) -> Iterator[Problem]:
    """A case names policies that exist; one told with consent says where the paper is kept."""
    for case in library.cases:
        for number, slug in enumerate(case.policies):
            yield from unknown_policy(library, slug, case.at("policies", number))
        if (case.kind == "consent") != (case.consent is not None):
            yield Problem("consent-missing", case.at("kind"))


def region_tree(library: Library, scope: Scope) -> Iterator[Problem]:
    """A region's parent exists, the chain has no circle, and the build's region is there."""
    if library.complete and scope.region not in library.region_by_code:
        yield Problem(
            "region-unknown", Place("mkdocs.yml", scope.lines[0]), {"found": scope.region}
        )
    for region in library.regions:
        if region.parent and region.parent not in library.region_by_code:
            if library.complete:
                yield Problem("region-unknown", region.at("parent"), {"found": region.parent})
        elif closes_circle(library, region):
            yield Problem("region-circle", region.at("parent"), {"found": region.parent})


def closes_circle(library: Library, region: Region) -> bool:
    """Tell whether a region is the highest of a circle: the one whose parent must be wrong."""
    chain = library.chain(region.division_code)
    in_circle = chain[0].parent == region.division_code
    return in_circle and region.division_code == min(one.division_code for one in chain)


def whole_chain(library: Library, scope: Scope) -> bool:
    """Tell whether all that holds in the build's region was read, up to the province."""
    chain = library.chain(scope.region)
    return library.complete and bool(chain) and not chain[0].parent


def local_policies(library: Library, scope: Scope) -> Iterator[Problem]:
    """A region's rules are about policies that exist, and what it takes away is there."""
    for region in library.regions:
        for local in region.policies:
            yield from unknown_policy(library, local.policy, local.at("policy"))
            known = item_ids(library, region, local.policy)
            for number, name in enumerate(local.removes if library.complete else ()):
                if name not in known:
                    values = {"found": name, "known": "、".join(sorted(known)) or "没有"}
                    yield Problem("item-unknown", local.at("removes", number), values)


def item_ids(library: Library, region: Region, slug: str) -> set[str]:
    """Return the ``id`` of every item a region finds in a policy, those of regions above too."""
    above = library.chain(region.division_code)[:-1]
    owners = [
        *(policy for policy in library.policies if policy.slug == slug),
        *(local for place in above for local in place.policies if local.policy == slug),
    ]
    return {
        item.id for owner in owners for name in LISTS for item in getattr(owner, name) if item.id
    }


def changed_parts(library: Library, scope: Scope) -> Iterator[Problem]:
    """A change names the questions it touches by their anchors."""
    for policy in library.policies:
        for change in policy.changes:
            for number, part in enumerate(change.parts):
                if part not in ANCHORS:
                    values = {"found": part, "known": "、".join(ANCHORS)}
                    yield Problem("part-unknown", change.at("parts", number), values)


def lead_bureaus(library: Library, scope: Scope) -> Iterator[Problem]:
    """The office in charge of a policy has a bureau in the build's region."""
    if not whole_chain(library, scope):
        return
    offices = {one.office for place in library.chain(scope.region) for one in place.bureaus}
    for policy in library.policies:
        if policy.lead.office not in offices:
            yield Problem("bureau-missing", policy.lead.at("office"), {"found": policy.lead.office})


def townships(library: Library, scope: Scope) -> Iterator[Problem]:
    """A district that a project is for has townships: papers are made for each, people go there."""
    region = library.region_by_code.get(scope.region)
    is_district = len(scope.region) == DISTRICT_DIGITS and not scope.region.endswith("00")
    if region is not None and is_district and not region.townships:
        yield Problem("townships-none", region.at("townships"))


def unknown_policy(library: Library, slug: str, place: Place) -> Iterator[Problem]:
    """Yield a problem if there is no such policy (in a library that could be read whole)."""
    if library.complete and slug not in library.policy_by_slug:
        values = {"found": slug, "known": "、".join(library.policy_by_slug)}
        yield Problem("policy-unknown", place, values)
