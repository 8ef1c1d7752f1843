"""What can be seen on the pages of a finished PDF: characters, codes, grounds, pictures of them.

Everything is read back from the file by pdfium; nothing comes from the templates or the tokens.
Lengths are in mm from the lower left corner of the page.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdfium2 import raw

from tests.vectors import MM, Box, bounds, clip_of, paths

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[int, int, int]

DPI = 150
"""Dots per inch at which codes are read."""
MOST_DOTS = 2500
"""The longest side of a picture of a page: A3 at 150 dpi. Larger paper is seen from further off."""
FEWEST_SEGMENTS = 400
"""Lines of the path of the smallest QR code; no other drawing of ours has so many and is square."""
ROUNDING = 0.1
UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff\ufffe\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Character:
    """One character and the box of its ink; ``run`` is the text object that draws it."""

    text: str
    box: Box
    run: int
    upright: bool
    size: float
    fill: Colour
    seen: bool


@dataclass(frozen=True, slots=True)
class Run:
    """What the characters of one text object share."""

    upright: bool
    size: float
    fill: Colour


def bare(text: str) -> str:
    """Return a text without spaces and marks that nobody sees."""
    return UNSEEN.sub("", text)


def pages_of(content: bytes) -> tuple[Page, ...]:
    """Return the pages of a PDF."""
    document = pypdfium2.PdfDocument(content)
    return tuple(Page(content, number) for number in range(len(document)))


class Page:
    """One page of a PDF, read as far as somebody asks."""

    def __init__(self, content: bytes, number: int) -> None:
        self.content = content
        self.number = number
        self.page = pypdfium2.PdfDocument(content)[number]
        self.width, self.height = (side * MM for side in self.page.get_size())

    @cached_property
    def characters(self) -> tuple[Character, ...]:
        """Every character that is drawn, in the order of the text layer."""
        layer = self.page.get_textpage()
        runs: dict[int, Run] = {}
        count = range(layer.count_chars())
        return tuple(character(layer, one, runs) for one in count if is_drawn(layer, one))

    @cached_property
    def text(self) -> str:
        """The text layer."""
        return bare("".join(one.text for one in self.characters))

    @cached_property
    def code_boxes(self) -> tuple[Box, ...]:
        """The dark squares of the codes: their finder patterns stand in three corners."""
        found = (box for box, segments in paths(self.page) if segments >= FEWEST_SEGMENTS)
        return tuple(box for box in found if abs(box.width / box.height - 1) < 0.01)

    @cached_property
    def hidden(self) -> tuple[Box, ...]:
        """The boxes of text that a clipping path cuts off, whole or in part."""
        found = self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1)
        text = ((bounds(one.raw), clip_of(one.raw)) for one in found)
        return tuple(box for box, clip in text if clip and not clip.grown(ROUNDING).holds(box))

    def picture(self, box: Box | None = None, dpi: float = DPI) -> Image:
        """Draw the page, or a part of it, in grey."""
        part = box or Box(0, 0, self.width, self.height)
        cut = (part.left, part.bottom, self.width - part.right, self.height - part.top)
        crop = tuple(max(0.0, side / MM) for side in cut)
        drawn = self.page.render(scale=dpi / 72, crop=crop, grayscale=True)
        return drawn.to_pil()  # type: ignore[no-any-return]  # pdfium's wrapper is untyped

    def seen_at(self, dpi: float) -> float:
        """Return the dots per inch of the whole page: fewer where paper is larger than A3."""
        longest = float(max(self.width, self.height)) / 25.4
        return min(dpi, MOST_DOTS / longest)

    def ground(self, below: frozenset[Colour], dpi: float) -> Image:
        """Draw in colour what text stands on: the page without its text, save that in ``below``."""
        page = Page(self.content, self.number).page
        for one in list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1)):
            if fill_of(one.raw) not in below:
                page.remove_obj(one)
        return page.render(scale=dpi / 72).to_pil().convert("RGB")  # type: ignore[no-any-return]  # as above


def address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def fill_of(run: Any) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(run, *parts)
    return parts[0].value, parts[1].value, parts[2].value


def is_drawn(layer: Any, index: int) -> bool:
    """Tell whether a character is in the file, not a space or line end that pdfium adds."""
    return int(raw.FPDFText_IsGenerated(layer, index)) == 0


def character(layer: Any, index: int, runs: dict[int, Run]) -> Character:
    """Return a character; what all of its run share is asked for only once."""
    left, bottom, right, top = layer.get_charbox(index)
    text = chr(raw.FPDFText_GetUnicode(layer, index))
    thing = raw.FPDFText_GetTextObject(layer, index)
    name = address(thing)
    if name not in runs:
        upright = abs(raw.FPDFText_GetCharAngle(layer, index)) < 0.01
        runs[name] = Run(upright, raw.FPDFText_GetFontSize(layer, index), fill_of(thing))
    return Character(
        text=text,
        box=Box(left * MM, bottom * MM, right * MM, top * MM),
        run=name,
        upright=runs[name].upright,
        size=runs[name].size,
        fill=runs[name].fill,
        seen=not UNSEEN.match(text),
    )
