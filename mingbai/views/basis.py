"""The 政策依据 page: every document cited, whether it was read, and who cites which article."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from mingbai.views.case import PolicyLink, policy_link
from mingbai.views.dates import day_words
from mingbai.views.sources import anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.citation import Citation, Locator
    from mingbai.model.legal_basis import Document
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope


@dataclass(frozen=True, slots=True)
class Use:
    """A policy and the articles of one document it rests on."""

    policy: PolicyLink
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """One document."""

    anchor: str
    title: str
    number: str
    issuer: str
    dates: str
    verified: bool
    note: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class BasisPage:
    """The page; ``directory`` tells whether there is one of what must be made public."""

    documents: tuple[Basis, ...]
    directory: bool


def basis_page(library: Library, scope: Scope) -> BasisPage:
    """Return the page."""
    return BasisPage(basis_views(library, scope), library.disclosure is not None)


def basis_views(library: Library, scope: Scope) -> tuple[Basis, ...]:
    """Return every document that is cited anywhere, also for what held before a change."""
    cited: dict[str, dict[str, set[Locator]]] = {
        library.documents[cite.document].name: {} for cite in others(library, scope)
    }
    for slug in library.policy_by_slug:
        for _, cites in library.local_policy(slug, scope.region).citations():
            for cite in cites:
                uses = cited.setdefault(library.documents[cite.document].name, {})
                uses.setdefault(slug, set()).update(cite.locators)
    return tuple(
        basis(document, cited[document.name], library)
        for document in library.legal_basis.documents
        if document.name in cited
    )


def others(library: Library, scope: Scope) -> Iterator[Citation]:
    """Yield what is cited outside the policies' own statements."""
    for place in library.chain(scope.region):
        for figure in place.figures:
            for value in figure.values:
                yield from value.cite or ()
        for line in place.hotlines:
            yield from line.cite or ()
        yield from place.notice_names.cite if place.notice_names else ()
    for case in library.cases:
        yield from case.cite
    for term in library.terms.terms:
        yield from term.cite
    for policy in library.policies:
        for change in policy.changes:
            yield from change.was_cite
        for _, cites in policy.spoken_citations():
            yield from cites
    yield from library.disclosure.cite if library.disclosure else ()


def basis(document: Document, uses: dict[str, set[Locator]], library: Library) -> Basis:
    """Return one document with its uses."""
    return Basis(
        anchor=anchor(library, document.name),
        title=document.title,
        number=document.number or "",
        issuer=document.issuer,
        dates=dates(document),
        verified=document.verified,
        note=document.note or "",
        uses=tuple(
            Use(policy_link(slug, library), in_order(places)) for slug, places in uses.items()
        ),
    )


def in_order(places: set[Locator]) -> tuple[str, ...]:
    """Return places in the order in which they stand in the document."""
    listed = sorted(places, key=lambda one: (astuple(one.first), one.words))
    return tuple(one.words for one in listed)


def dates(document: Document) -> str:
    """Say when a document was issued and when it took force, as far as known."""
    parts: list[str] = []
    if document.issued_on:
        parts.append(f"{day_words(document.issued_on)}发布")
    if document.effective_from:
        parts.append(f"{day_words(document.effective_from)}施行")
    return "，".join(parts)
