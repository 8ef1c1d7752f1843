"""What may not be printed.

Drafts and example addresses as anything but proofs, paper without a number that somebody dialled,
and orders for what is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem
from mingbai.views.policy import policy_views
from mingbai.views.proof import gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.model.village import Village
    from mingbai.villages.wanted import Wanted

COMMAND = Place("mingbai print", 0, 0)
"""Where a wrong word of the command itself is reported."""


def refusals(library: Library, scope: Scope, wanted: Wanted) -> Iterator[Problem]:
    """Yield every reason not to print an order."""
    villages = library.villages_in(scope.region)
    yield from unknown_names(library, villages, wanted)
    if any(form.local for form in wanted.forms) and not villages:
        yield Problem("print-no-villages", COMMAND, {"region": scope.region})
    for form in wanted.forms:
        if wanted.press and form.imposition == "tiles":
            yield Problem("print-press-tiles", COMMAND, {"form": form.title})
    if not wanted.proof:
        yield from not_final(library, scope, wanted)


def unknown_names(
    library: Library, villages: tuple[Village, ...], wanted: Wanted
) -> Iterator[Problem]:
    """What the filters name is there."""
    towns = {one.township_code for one in villages} | {one.township for one in villages}
    names = {one.code for one in villages} | {one.name for one in villages}
    yield from unknown("--policy", wanted.policies, set(library.policy_by_slug))
    yield from unknown("--township", wanted.townships, towns)
    yield from unknown("--village", wanted.villages, names)


def unknown(option: str, given: Iterable[str], known: set[str]) -> Iterator[Problem]:
    """Yield a problem for each name that is not known; a few known ones show the form."""
    for name in given:
        if name not in known:
            some = "、".join(sorted(known)[:8]) or "没有"
            values = {"option": option, "found": name, "known": some}
            yield Problem("print-unknown", COMMAND, values)


def not_final(library: Library, scope: Scope, wanted: Wanted) -> Iterator[Problem]:
    """Final paper rests on reviewed records, a real address, and a number somebody dialled."""
    if scope.is_example:
        yield Problem("print-example-address", Place("mkdocs.yml"), {"found": scope.public_url})
    silent: dict[str, list[str]] = {}
    listed = [
        one
        for one in policy_views(library, scope)
        if not wanted.policies or one.slug in wanted.policies
    ]
    together = not any(form.each for form in wanted.forms)
    pointers = gathered(listed, scope).pointers if together else frozenset[str]()
    for policy in listed:
        record = library.policy_by_slug[policy.slug]
        if policy.draft and policy.slug not in pointers:
            yield Problem("print-draft", record.at("review"), {"name": record.name})
        elif not policy.edition and not policy.draft:
            yield Problem("print-unreleased", record.at("name"), {"name": record.name})
        if policy.call is None:
            silent.setdefault(record.lead.office, []).append(record.short_name)
    region = library.region_by_code[scope.region]
    for office, names in silent.items():
        values = {"office": office, "names": "、".join(names)}
        yield Problem("print-no-hotline", region.at("hotlines"), values)
