"""The 明白纸: one A4 page of one policy, typeset from its sheet view."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mingbai.outputs.qr import qr_modules, qr_svg
from mingbai.outputs.target import Target
from mingbai.outputs.typeset import UnprintableCharacters, typeset
from mingbai.problems import Problem
from mingbai.views.policy import policy_views
from mingbai.views.sheet import sheet_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.outputs.typeset import Overflow
    from mingbai.problems import Place
    from mingbai.views.sheet import SheetView

TEMPLATE = Path(__file__).with_name("sheet.typ")
CODES = {"tall": "sheet-overflow", "wide": "sheet-too-wide"}


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield ``<division_code>/<slug>-sheet.pdf`` for every policy."""
    for policy in policy_views(library, scope):
        view = (sheet_view(policy, scope), scope.as_of)
        place = library.policy_by_slug[policy.slug].at("name")
        yield Target("print", f"{scope.region}/{policy.slug}-sheet.pdf", view, place)


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Return the PDF, or a problem for every box that does not fit."""
    view, day = target.view
    title = f"{view.name}明白纸（{view.region}）"
    try:
        made = typeset(TEMPLATE, sheet_data(view), title=title, day=day)
    except UnprintableCharacters as error:
        found = {"found": "、".join(error.characters)}
        return (Problem("sheet-characters", target.place, found),)
    if isinstance(made, bytes):
        return made
    return tuple(too_large(one, view, target.place) for one in made)


def sheet_data(view: SheetView) -> dict[str, Any]:
    """Return what the template reads: the view and its code at level M."""
    content = view.code_content
    code = {"svg": qr_svg(content, "M"), "modules": qr_modules(content, "M")}
    return {**asdict(view), "qr": code}


def too_large(overflow: Overflow, view: SheetView, place: Place) -> Problem:
    """Say that a box does not fit."""
    values = {"title": overflow.title, "over": overflow.over_mm}
    return Problem(CODES[overflow.way], place, values)
