"""The pages of a talk for the phone as pictures, to forward where PDFs are not opened."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

from mingbai.outputs.target import Target
from mingbai.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Problem

WIDTH = 1080
"""Pixels across: what phones show without scaling."""

SHADES = 16
"""Colours: few enough for a small file, enough for the edges of type.

They are chosen from an octree: a fifth of the time of other ways, and files of three quarters.
"""

PHONE = "/phone.pdf"


def plan(library: Library, scope: Scope, made: Mapping[str, bytes]) -> Iterator[Target]:
    """Yield ``<slug>/phone-01.png`` and on for every page that was made for the phone."""
    for path in sorted(made):
        if path.startswith("talks/") and path.endswith(PHONE):
            talk = path.removeprefix("talks/").removesuffix(PHONE)
            pages = len(pypdfium2.PdfDocument(made[path]))
            for number in range(pages):
                name = f"{talk}/phone-{number + 1:02}.png"
                yield Target("talks", name, (made[path], number), Place("mkdocs.yml"))


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Return a page as PNG."""
    content, number = target.view
    page = pypdfium2.PdfDocument(content)[number]
    picture = page.render(scale=WIDTH / page.get_width()).to_pil()
    png = io.BytesIO()
    picture.quantize(SHADES, method=Image.Quantize.FASTOCTREE).save(png, "PNG")
    return png.getvalue()
