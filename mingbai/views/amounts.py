"""Figures as a reader sees them: in force and confirmed, last known, or not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mingbai.views.dates import day_words
from mingbai.views.sources import Source, sources

if TYPE_CHECKING:
    from decimal import Decimal

    from mingbai.model.figures import FigureName, FigureValue
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

UNKNOWN = "以当地公布为准"


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure.

    ``short`` is its name on paper, empty for figures that only the page shows; ``value`` is empty
    when unknown; ``note`` says since when it holds and how sure it is.
    """

    label: str
    short: str
    value: str
    unit: str
    state: Literal["confirmed", "last_known", "unknown"]
    note: str
    sources: tuple[Source, ...] = ()


def amount(figure: FigureName, library: Library, scope: Scope) -> Amount:
    """Return a figure of a policy as it stands in the scope's region on its date."""
    value = library.value_in_force(figure.name, scope.region, scope.as_of)
    short = figure.short or ""
    if value is None or value.value is None:
        return Amount(figure.label, short, "", figure.unit, "unknown", UNKNOWN)
    state: Literal["confirmed", "last_known"] = "confirmed" if value.confirmed_by else "last_known"
    words = number_words(value.value)
    told = sources(value.cite or (), library)
    return Amount(figure.label, short, words, figure.unit, state, note(value), told)


def note(value: FigureValue) -> str:
    """Say since when the value holds, by whom it is confirmed, and whether arrears are paid."""
    parts: list[str] = []
    if value.effective_from:
        parts.append(f"{day_words(value.effective_from)}起执行")
    if value.effective_from and value.published_on and value.published_on > value.effective_from:
        parts.append(f"{day_words(value.published_on)}公布，之前的差额补发")
    if value.confirmed_by:
        parts.append(f"{value.confirmed_by}已确认")
        return "，".join(parts)
    if value.last_seen:
        parts.append(f"{day_words(value.last_seen)}仍有公开报道")
    parts.append(f"尚未经主管部门确认，{UNKNOWN}")
    return "，".join(parts)


def figure_words(name: str, library: Library, scope: Scope) -> str:
    """Return a figure inside a sentence: the confirmed value with its unit, or 以当地公布为准."""
    value = library.value_in_force(name, scope.region, scope.as_of)
    unit = next(
        (one.unit for policy in library.policies for one in policy.figures if one.name == name), ""
    )
    if value is None or value.value is None or not value.confirmed_by:
        return f"（{UNKNOWN}）"
    return f"{number_words(value.value)} {unit}"


def number_words(value: Decimal) -> str:
    """Write a number without needless zeros; thousands stay together, as on a form."""
    text = format(value.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
