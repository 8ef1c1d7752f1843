"""The directory of what must be made public, and how far each record answers it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.case import PolicyLink, policy_link
from mingbai.views.dates import day_words
from mingbai.views.disclosure_answers import STATES, Told, told
from mingbai.views.policy import policy_views
from mingbai.views.sources import Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.disclosure import Item
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView

LEAD = "哪些内容要公开、在哪里看、还缺什么，逐项写在这里。"
WHOLE_SITE = "综合业务"
NOT_LISTED = "不在目录"
COLUMNS = ("公开事项", "公开内容和在哪里看", "依据、时限、主体", "渠道、对象、层级")


@dataclass(frozen=True, slots=True)
class ItemView:
    """One row of the directory, as one policy or the whole site answers it."""

    number: int
    matter: str
    item: str
    policy: PolicyLink | None
    elements: tuple[Told, ...]
    basis: str
    within: str
    by: str
    channels: str
    to: str
    way: str
    level: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far one record answers the directory.

    ``slug`` is empty for what is asked of the site as a whole.
    """

    slug: str
    name: str
    elements: tuple[tuple[int, str, Told], ...]

    @property
    def listed(self) -> bool:
        """Tell whether the directory names it."""
        return bool(self.elements)

    @property
    def words(self) -> str:
        """Say the counts: 12 项，8 项有，2 项不全，1 项缺，1 项不在网上."""
        if not self.listed:
            return NOT_LISTED
        found = Counter(one.state for _, _, one in self.elements)
        counted = [f"{found[key]} 项{word}" for key, word in STATES.items() if found[key]]
        return "，".join([f"{len(self.elements)} 项内容", *counted])


@dataclass(frozen=True, slots=True)
class DisclosureView:
    """The page."""

    title: str
    lead: str
    note: str
    sources: tuple[Source, ...]
    columns: tuple[str, ...]
    items: tuple[ItemView, ...]
    coverage: tuple[Coverage, ...]
    others: tuple[PolicyLink, ...]
    others_words: str
    as_of: str


def disclosure_view(library: Library, scope: Scope) -> DisclosureView | None:
    """Return the page, None where the project has no directory."""
    directory = library.disclosure
    if directory is None:
        return None
    found = coverage(library, scope)
    return DisclosureView(
        title=directory.title,
        lead=LEAD,
        note=directory.note,
        sources=sources(directory.cite, library),
        columns=COLUMNS,
        items=tuple(items(directory.items, library, scope)),
        coverage=tuple(one for one in found if one.listed),
        others=tuple(policy_link(one.slug, library) for one in found if not one.listed),
        others_words=NOT_LISTED,
        as_of=day_words(scope.as_of),
    )


def items(listed: Iterable[Item], library: Library, scope: Scope) -> Iterable[ItemView]:
    """Yield the rows, one a policy that a row is about."""
    for item in listed:
        for policy in asked_of(item, library, scope):
            yield ItemView(
                number=item.number,
                matter=item.matter,
                item=item.item,
                policy=policy_link(policy.slug, library) if policy else None,
                elements=tuple(told(one, policy, library, scope) for one in item.elements),
                basis=item.basis,
                within=item.within,
                by=item.by,
                channels="、".join(item.channels),
                to=item.to,
                way=item.way,
                level=item.level,
            )


def asked_of(item: Item, library: Library, scope: Scope) -> tuple[PolicyView | None, ...]:
    """Return the policies that a row asks, or None for the whole site."""
    if not item.policies:
        return (None,)
    return tuple(one for one in policy_views(library, scope) if one.slug in item.policies)


def coverage(library: Library, scope: Scope) -> tuple[Coverage, ...]:
    """Return how far the site and each record answer the directory: the site, then by code."""
    listed = library.disclosure.items if library.disclosure else ()
    policies = sorted(policy_views(library, scope), key=lambda one: one.code)
    asked: dict[PolicyView | None, list[Item]] = {policy: [] for policy in (None, *policies)}
    for item in listed:
        for policy in asked_of(item, library, scope):
            asked[policy].append(item)
    return tuple(
        Coverage(
            slug=policy.slug if policy else "",
            name=library.policy_by_slug[policy.slug].short_name if policy else WHOLE_SITE,
            elements=tuple(
                (item.number, f"{item.matter}·{item.item}", told(one, policy, library, scope))
                for item in items_of
                for one in item.elements
            ),
        )
        for policy, items_of in asked.items()
        if policy or items_of
    )
