"""A small picture of the first page of every PDF that the site offers, drawn from the PDF."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2

from mingbai.outputs.paper import orders, record_place
from mingbai.outputs.target import Target
from mingbai.views.offers import picture_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Problem

LONGEST = 208
"""Pixels of the longer side: twice what a page shows, for sharp screens."""

SHADES = 16
"""Colours of the picture: few enough for a small file, enough for words on white."""


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield ``print/<division_code>/<name>.png`` beside every PDF."""
    for path, form, order in orders(library, scope):
        if path in made:
            place = record_place(order, form)
            yield Target("site", f"print/{picture_path(path)}", made[path], place)


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Return the picture as PNG."""
    page = pypdfium2.PdfDocument(target.view)[0]
    scale = LONGEST / max(page.get_size())
    picture = page.render(scale=scale).to_pil().quantize(SHADES)
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=True)
    return content.getvalue()
