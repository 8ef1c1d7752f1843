"""A5 pages two by two on A4, in the order in which they are folded and stitched through the fold.

The sheets are printed on both sides and flipped on the short edge. Creep is ignored: inner sheets
stand out a little, and the outer edge is trimmed after stitching. Both pages are drawn on the sheet
itself, so fonts are stored once and their text stays text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

SHEET = (297 * 72 / 25.4, 210 * 72 / 25.4)
"""A4 lying; beside two pages of A5 it leaves half a millimetre at either end."""
LEAF = 4
"""Pages of a folded sheet."""
NAMED = {
    "Tf": "/Font",
    "Do": "/XObject",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "BDC": "/Properties",
    "DP": "/Properties",
}
"""Operators that name a resource of the page, and where it is listed."""


def stitch_pages(pdf: pikepdf.Pdf) -> None:
    """Put the sheets of the booklet in place of its pages."""
    pages = list(pdf.pages)
    for left, right in spreads(len(pages)):
        add_sheet(pdf, pages[left - 1], pages[right - 1])
    del pdf.pages[: len(pages)]


def spreads(count: int) -> Iterator[tuple[int, int]]:
    """Yield left and right page of each side, front and back in turn: (16, 1), (2, 15), ….

    Raises:
        ValueError: for a number of pages that folded sheets do not have.

    """
    if count % LEAF:
        message = f"{count} pages are no multiple of {LEAF}"
        raise ValueError(message)
    for first in range(1, count // 2, 2):
        last = count + 1 - first
        yield last, first
        yield first + 1, last - 1


def add_sheet(pdf: pikepdf.Pdf, *halves: pikepdf.Page) -> None:
    """Add a side of a sheet: two pages that meet in the fold, with what bleeds over its edges."""
    trim = [float(one) for one in halves[0].trimbox]
    bleed = trim[0] - float(halves[0].mediabox[0])
    width, height = (side + 2 * bleed for side in SHEET)
    sheet = pdf.add_blank_page(page_size=(width, height))
    sheet.trimbox = pikepdf.Array([bleed, bleed, width - bleed, height - bleed])
    sheet.obj.Resources = pikepdf.Dictionary()
    fold = width / 2
    places = ((0, fold - trim[2]), (fold, fold - trim[0]))
    for number, (half, (start, left)) in enumerate(zip(halves, places, strict=True)):
        drawn = renamed(half, sheet.obj.Resources, f"/p{number}-")
        clip = f"q {start:.4f} 0 {fold:.4f} {height:.4f} re W n"
        sheet.contents_add(f"{clip} 1 0 0 1 {left:.4f} {bleed - trim[1]:.4f} cm".encode())
        sheet.contents_add(drawn)
        sheet.contents_add(b"Q")
    sheet.contents_coalesce()


def renamed(page: pikepdf.Page, resources: pikepdf.Dictionary, prefix: str) -> bytes:
    """Return what draws a page, with its resources under names of their own in ``resources``."""
    for kind, listed in page.resources.items():
        if isinstance(listed, pikepdf.Dictionary):
            if kind not in resources:
                resources[kind] = pikepdf.Dictionary()
            for name, value in listed.items():
                resources[kind][prefix + name[1:]] = value
    drawn: list[Any] = []
    for one in pikepdf.parse_content_stream(page):
        known = page.resources.get(NAMED.get(str(one.operator), ""))
        operands = [
            pikepdf.Name(prefix + str(value)[1:])
            if known is not None and isinstance(value, pikepdf.Name) and str(value) in known
            else value
            for value in one.operands
        ]
        drawn.append((operands, one.operator))
    return pikepdf.unparse_content_stream(drawn)
