"""Where things are drawn on the pages of a PDF: boxes, paths, windows onto other pages, in mm."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

Matrix = tuple[float, float, float, float, float, float]

MM = 25.4 / 72


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
