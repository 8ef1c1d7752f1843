"""Makes small libraries for tests of the model and the views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingbai.model.legal_basis import Document, LegalBasis
from mingbai.model.library import Library
from mingbai.model.region import Region
from mingbai.model.words import LifeEvent, LifeEvents, Term, Terms

if TYPE_CHECKING:
    from mingbai.model.figures import Figure

DOCUMENT: dict[str, Any] = {
    "name": "示例法",
    "title": "示例法",
    "number": None,
    "issuer": "示例机关",
    "issued_on": "2026-01-01",
    "effective_from": "2026-01-01",
    "text": "示例法.md",
    "status": "现行",
    "verified": "true",
}


def library_with(
    figures: tuple[Figure, ...] = (), regions: tuple[Region, ...] = (), **records: Any
) -> Library:
    """Return a library with one district that has these figures."""
    place = Region(
        division_code="990101", name="示例区", short_name="示例", parent=None, figures=figures
    )
    return Library(
        policies=records.get("policies", ()),
        cases=records.get("cases", ()),
        regions=regions or (place,),
        legal_basis=LegalBasis(documents=(Document(**DOCUMENT),)),
        life_events=LifeEvents(
            events=(LifeEvent(id="a", name="家里收入低", icon="material/home", hint="日子难"),)
        ),
        terms=Terms(terms=(Term(term="示例", meaning="例子。", cite="示例法 第一条"),)),
    )
