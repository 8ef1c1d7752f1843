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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

Colour = tuple[int, int, int]
Matrix = tuple[float, float, float, float, float, float]

MM = 25.4 / 72
DPI = 150
"""Dots per inch at which codes are read."""
MOST_DOTS = 2500
"""The longest side of a picture of a page: A3 at 150 dpi. Larger paper is seen from further off."""
FEWEST_SEGMENTS = 400
"""Lines of the path of the smallest QR code; no other drawing of ours has so many and is square."""
ROUNDING = 0.1
UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff\ufffe\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def common(self, other: Box) -> Box:
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return Box(left, bottom, min(self.right, other.right), min(self.top, other.top))

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def holds(self, other: Box) -> bool:
        wide = self.left <= other.left and other.right <= self.right
        return wide and self.bottom <= other.bottom and other.top <= self.top

    def __str__(self) -> str:
        return f"{self.left:.1f}-{self.right:.1f} x {self.bottom:.1f}-{self.top:.1f} mm"


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
        count = range(layer.count_chars())
        return tuple(character(layer, one) for one in count if is_drawn(layer, one))

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

    def whole(self) -> Image:
        """Draw the whole page at 150 dpi, or in as many dots as A3 has."""
        longest = max(self.width, self.height) / 25.4
        return self.picture(dpi=min(DPI, MOST_DOTS / longest))

    def ground(self, below: frozenset[Colour], dpi: float) -> Image:
        """Draw in colour what text stands on: the page without its text, save that in ``below``."""
        page = Page(self.content, self.number).page
        layer = page.get_textpage()
        fills = {
            run_of(layer, one): fill_of(layer, one)
            for one in range(layer.count_chars())
            if is_drawn(layer, one)
        }
        for one in list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1)):
            if fills.get(address(one.raw)) not in below:
                page.remove_obj(one)
        return page.render(scale=dpi / 72).to_pil().convert("RGB")  # type: ignore[no-any-return]  # as above


def address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def run_of(layer: Any, index: int) -> int:
    return address(raw.FPDFText_GetTextObject(layer, index))


def fill_of(layer: Any, index: int) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(layer, index, *parts)
    return parts[0].value, parts[1].value, parts[2].value


def is_drawn(layer: Any, index: int) -> bool:
    """Tell whether a character is in the file, not a space or line end that pdfium adds."""
    return int(raw.FPDFText_IsGenerated(layer, index)) == 0


def character(layer: Any, index: int) -> Character:
    left, bottom, right, top = layer.get_charbox(index)
    text = chr(raw.FPDFText_GetUnicode(layer, index))
    return Character(
        text=text,
        box=Box(left * MM, bottom * MM, right * MM, top * MM),
        run=run_of(layer, index),
        upright=abs(raw.FPDFText_GetCharAngle(layer, index)) < 0.01,
        size=raw.FPDFText_GetFontSize(layer, index),
        fill=fill_of(layer, index),
        seen=not UNSEEN.match(text),
    )


def bounds(thing: Any) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(thing, *sides)
    left, bottom, right, top = (side.value * MM for side in sides)
    return Box(left, bottom, right, top)


def clip_of(thing: Any) -> Box | None:
    """Return the box in which an object is drawn; None if nothing clips it."""
    clip = raw.FPDFPageObj_GetClipPath(thing)
    found = None
    for index in range(max(0, raw.FPDFClipPath_CountPaths(clip))):
        count = raw.FPDFClipPath_CountPathSegments(clip, index)
        points = [point(raw.FPDFClipPath_GetPathSegment(clip, index, one)) for one in range(count)]
        if points:
            wide, high = zip(*points, strict=True)
            box = Box(min(wide), min(high), max(wide), max(high))
            found = box.common(found) if found else box
    return found


def point(segment: Any) -> tuple[float, float]:
    across, up = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, across, up)
    return across.value * MM, up.value * MM


def paths(page: pypdfium2.PdfPage) -> Iterator[tuple[Box, int]]:
    """Yield the box and the number of segments of every path, also of those inside forms."""
    count = raw.FPDFPage_CountObjects(page)
    for index in range(count):
        yield from paths_of(raw.FPDFPage_GetObject(page, index), (1, 0, 0, 1, 0, 0))


def paths_of(thing: Any, outer: Matrix) -> Iterator[tuple[Box, int]]:
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield moved(bounds(thing), outer), raw.FPDFPath_CountSegments(thing)
    elif kind == raw.FPDF_PAGEOBJ_FORM:
        both = product(matrix_of(thing), outer)
        for index in range(raw.FPDFFormObj_CountObjects(thing)):
            yield from paths_of(raw.FPDFFormObj_GetObject(thing, index), both)


def placed_forms(page: pypdfium2.PdfPage) -> Iterator[tuple[Matrix, Box]]:
    """Yield where a page shows other pages, and through which window."""
    for index in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_FORM:
            matrix = matrix_of(thing)
            wide, high = (side * MM for side in page.get_size())
            yield matrix, clip_of(thing) or Box(0, 0, wide, high)


def matrix_of(thing: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    whole = a * d - b * c
    a, b, c, d = d / whole, -b / whole, -c / whole, a / whole
    return a, b, c, d, -(e * a + f * c), -(e * b + f * d)


def product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    linear = (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j)
    return (*linear, e * g + f * i + k, e * h + f * j + m)


def moved(box: Box, by: Matrix) -> Box:
    a, b, c, d, e, f = by
    corners = [(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    wide = [a * x + c * y + e * MM for x, y in corners]
    high = [b * x + d * y + f * MM for x, y in corners]
    return Box(min(wide), min(high), max(wide), max(high))
