"""Rules of links: every name in a record leads to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.design.icons import icon_svg
from mingbai.model.policy import LISTS
from mingbai.problems import Place, Problem
from mingbai.views.questions import ANCHORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.region import Region
    from mingbai.model.scope import Scope


def life_events(library: Library, scope: Scope) -> Iterator[Problem]:
    """A policy's life events stand in life_events.yml, and each event's icon exists."""
    known = [event.name for event in library.life_events.events]
    for policy in library.policies:
        for number, name in enumerate(policy.life_events):
            if name not in known:
                values = {"found": name, "known": "、".join(known)}
                yield Problem("life-event-unknown", policy.at("life_events", number), values)
    for event in library.life_events.events:
        if icon_svg(event.icon) is None:
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
    if scope.region not in library.region_by_code:
        yield Problem("region-unknown", Place("mkdocs.yml"), {"found": scope.region})
    for region in library.regions:
        if region.parent and region.parent not in library.region_by_code:
            yield Problem("region-unknown", region.at("parent"), {"found": region.parent})
        elif library.chain(region.division_code)[0].parent in library.region_by_code:
            yield Problem("region-circle", region.at("parent"), {"found": region.parent})


def local_policies(library: Library, scope: Scope) -> Iterator[Problem]:
    """A region's rules are about policies that exist, and what it takes away is there."""
    for region in library.regions:
        for local in region.policies:
            yield from unknown_policy(library, local.policy, local.at("policy"))
            yield from unknown_removals(library, region, local.policy)


def unknown_removals(library: Library, region: Region, slug: str) -> Iterator[Problem]:
    """Yield each ``removes`` that names no item of the policy."""
    policy = library.policy_by_slug.get(slug)
    if policy is None:
        return
    known = {item.id for name in LISTS for item in getattr(policy, name) if item.id}
    for local in region.policies:
        if local.policy == slug:
            for number, name in enumerate(local.removes):
                if name not in known:
                    values = {"found": name, "known": "、".join(sorted(known)) or "没有"}
                    yield Problem("item-unknown", local.at("removes", number), values)


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
    offices = {one.office for place in library.chain(scope.region) for one in place.bureaus}
    for policy in library.policies:
        if policy.lead.office not in offices and offices:
            yield Problem("bureau-missing", policy.lead.at("office"), {"found": policy.lead.office})


def unknown_policy(library: Library, slug: str, place: Place) -> Iterator[Problem]:
    """Yield a problem if there is no such policy (in a library that could be read whole)."""
    if library.complete and slug not in library.policy_by_slug:
        values = {"found": slug, "known": "、".join(library.policy_by_slug)}
        yield Problem("policy-unknown", place, values)
