"""Rules of sources: a cited document is listed and holds here, and so does the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.checks.links import whole_chain
from mingbai.model.citation import Point, parse_locator
from mingbai.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.base import Record
    from mingbai.model.citation import Citation, Locator
    from mingbai.model.legal_basis import ArticleNote, Document
    from mingbai.model.library import Library
    from mingbai.model.region import Region
    from mingbai.model.scope import Scope

Cited = tuple["Citation", Place]


def cited(library: Library) -> Iterator[Cited]:
    """Yield every citation of every record as written, with its place."""
    for policy in library.policies:
        for record, cites in (*policy.citations(), *policy.spoken_citations()):
            yield from placed(cites, record)
    for region in library.regions:
        yield from regional(region)
    for case in library.cases:
        yield from placed(case.cite, case)
    for term in library.terms.terms:
        yield from placed(term.cite, term)
    if library.disclosure:
        yield from placed(library.disclosure.cite, library.disclosure)


def regional(region: Region) -> Iterator[Cited]:
    """Yield the citations of a region: its figures, hotlines, names on boards and local rules."""
    for figure in region.figures:
        for value in figure.values:
            yield from placed(value.cite or (), value)
    for line in region.hotlines:
        yield from placed(line.cite or (), line)
    if region.notice_names:
        yield from placed(region.notice_names.cite, region.notice_names)
    for local in region.policies:
        for record, cites in local.citations():
            yield from placed(cites, record)


def placed(cites: tuple[Citation, ...], record: Record) -> Iterator[Cited]:
    """Yield citations with the place of each: one text, or items of a list."""
    single = len(cites) == 1
    for number, cite in enumerate(cites):
        yield cite, record.at("cite") if single else record.at("cite", number)


def documents(library: Library, scope: Scope) -> Iterator[Problem]:
    """A cited document is listed, not replaced, and in force on the build's date."""
    for cite, place in cited(library):
        document = library.documents.get(cite.document)
        values = {"found": cite.document}
        if document is None:
            known = runs_together(cite.document, library)
            yield Problem("cite-syntax" if known else "document-unknown", place, values)
        elif document.status == "失效" or document.replaced_by:
            instead = document.replaced_by or "现行文件"
            yield Problem("document-replaced", place, {**values, "instead": instead})
        elif document.effective_from and document.effective_from > scope.as_of:
            yield Problem("document-not-yet", place, {**values, "day": document.effective_from})
        elif document.verified and not cite.locators:
            yield Problem("cite-no-article", place, values)


def runs_together(words: str, library: Library) -> bool:
    """Tell whether a listed document and an article were written without the blank between."""
    return any(
        words.startswith(name) and parse_locator(words.removeprefix(name).strip("\u3000\u00a0"))
        for name in library.documents
    )


def articles(library: Library, scope: Scope) -> Iterator[Problem]:
    """A cited article has not run out and does not yield to a newer law."""
    for cite, place in cited(library):
        for locator, note in noted(cite, library):
            values = {"found": f"{cite.document} {locator.words}", "why": note.note}
            if note.until and note.until < scope.as_of:
                yield Problem("article-expired", place, {**values, "day": note.until})
            if note.yields_to:
                instead = "；".join(str(one) for one in note.yields_to)
                yield Problem("article-yields", place, {**values, "instead": instead})


def provinces(library: Library, scope: Scope) -> Iterator[Problem]:
    """What is told in a region does not rest on an article that does not hold there."""
    if not whole_chain(library, scope):
        return
    here = {region.division_code for region in library.chain(scope.region)}
    for slug in library.policy_by_slug:
        policy = library.local_policy(slug, scope.region)
        for record, cites in (*policy.citations(), *policy.spoken_citations()):
            for cite, place in placed(cites, record):
                for locator, note in noted(cite, library):
                    if note.where and here & set(note.where.except_):
                        values = {"found": f"{cite.document} {locator.words}", "why": note.note}
                        yield Problem("article-elsewhere", place, values)


def noted(cite: Citation, library: Library) -> Iterator[tuple[Locator, ArticleNote]]:
    """Yield what is noted about the articles that a citation touches."""
    document = library.documents.get(cite.document)
    for note in document.articles if document else ():
        marked = parse_locator(note.article)
        for locator in cite.locators if marked else ():
            if any(touches(a, b) for a in locator.points for b in marked.points):  # type: ignore[union-attr]
                yield locator, note


def touches(one: Point, other: Point) -> bool:
    """Tell whether one place lies within the other."""
    pairs = zip(parts(one), parts(other), strict=True)
    return all(a == b or not a or not b for a, b in pairs)


def parts(point: Point) -> tuple[int, ...]:
    """Return a place's numbers; an article and an outline section never meet."""
    kind = 1 if point.article else 2
    return (kind, point.article or point.part, point.paragraph or point.section, point.item)


def basis(library: Library, scope: Scope) -> Iterator[Problem]:
    """legal_basis.yml itself: what replaces and what prevails is listed; who read has a text."""
    for document in library.legal_basis.documents:
        yield from one_document(document, library)


def one_document(document: Document, library: Library) -> Iterator[Problem]:
    """Yield the problems of one document's entry."""
    if document.replaced_by and document.replaced_by in (document.name, document.number):
        yield Problem("document-itself", document.at("replaced_by"))
    elif document.replaced_by and document.replaced_by not in library.documents:
        values = {"found": document.replaced_by}
        yield Problem("document-unknown", document.at("replaced_by"), values)
    if document.verified and not document.text:
        yield Problem("verified-no-text", document.at("verified"), {"found": document.name})
    if " " in document.name:
        yield Problem("document-name", document.at("name"), {"found": document.name})
    for note in document.articles:
        if parse_locator(note.article) is None:
            yield Problem("article-syntax", note.at("article"), {"found": note.article})
        for cite in note.yields_to or ():
            if cite.document not in library.documents:
                values = {"found": cite.document}
                yield Problem("document-unknown", note.at("yields_to"), values)
