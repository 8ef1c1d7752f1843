"""Imposed paper shows all of the pages it was made from: folded or glued, they are there again."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image, ImageChops, ImageStat

from tests.made import Made, made_of
from tests.paper_codes import codes
from tests.seen import Page, bare
from tests.vectors import Box, inverse, moved, placed_forms
from tests.wear import QR

if TYPE_CHECKING:
    from collections.abc import Iterator

GLUE_DPI = 75
UNLIKE = 8.0
"""Grey levels by which a glued poster may differ: half a dot; a millimetre aside makes it 12."""
ROUNDED = 2
PAPER = 255
BARE = 128


def imposed(made: Made) -> Iterator[str]:
    """What is folded or glued is the form again, page by page."""
    if not made.form.imposition:
        return
    job = dataclasses.replace(made.job, imposition="")
    form = dataclasses.replace(made.form, imposition="")
    source = made_of(form, made.order, job)
    yield from {"booklet": folded, "tiles": glued}[made.form.imposition](made, source)


def folded(made: Made, source: Made) -> Iterator[str]:
    """The sheets, stitched in the middle, have the pages in their order."""
    count = len(source.pages)
    if count != 2 * len(made.pages) or count % 4:
        yield f"{count} pages on {len(made.pages)} sides"
        return
    for side, page in enumerate(made.pages):
        outer, inner = count - 1 - side, side
        left, right = (outer, inner) if side % 2 == 0 else (inner, outer)
        for name, half, number in (("left", 0, left), ("right", 1, right)):
            if half_of(page, half) != source.pages[number].text:
                yield f"side {side + 1}: not page {number + 1} on the {name}"


def half_of(page: Page, half: int) -> str:
    """Return the text of the left or the right half of a page."""
    middle = page.width / 2
    inside = (one for one in page.characters if (one.box.left + one.box.right > 2 * middle) == half)
    return bare("".join(one.text for one in inside))


def glued(made: Made, source: Made) -> Iterator[str]:
    """The sheets of a poster, cut and glued, are the poster, and its code is read."""
    per_page, rest = divmod(len(made.pages), len(source.pages))
    if rest or not per_page:
        yield f"{len(made.pages)} sheets for {len(source.pages)} posters"
        return
    for number, poster in enumerate(source.pages):
        sheets = made.pages[number * per_page : (number + 1) * per_page]
        found, seen = together(sheets, poster)
        edge = (ROUNDED, ROUNDED, seen.width - ROUNDED, seen.height - ROUNDED)
        if seen.crop(edge).getextrema()[0] == 0:
            yield f"poster {number + 1}: a part of it is on no sheet"
        original = poster.picture(dpi=GLUE_DPI)
        apart = ImageStat.Stat(ImageChops.difference(coarse(original), coarse(found))).mean[0]
        if apart > UNLIKE:
            yield f"poster {number + 1}: glued, it is {apart:.1f} grey levels from itself"
        read = [one.text for one in zxingcpp.read_barcodes(found, formats=QR)]
        if read != [one.text for one in codes(poster)]:
            yield f"poster {number + 1}: glued, its code is read as {read}"


def coarse(picture: Image.Image) -> Image.Image:
    """Return a picture in which a dot more or less is not seen, but a sheet in a wrong place is."""
    return picture.resize((picture.width // 6, picture.height // 6), Image.Resampling.BOX)


def together(sheets: tuple[Page, ...], poster: Page) -> tuple[Image.Image, Image.Image]:
    """Glue what the sheets show of a poster; also tell where something was glued."""
    size = poster.picture(dpi=GLUE_DPI).size
    found, seen = Image.new("L", size, BARE), Image.new("L", size, 0)
    scale = size[0] / poster.width
    for sheet in sheets:
        for matrix, window in placed_forms(sheet.page):
            part = moved(window, inverse(matrix)).common(Box(0, 0, poster.width, poster.height))
            shown = moved(part, matrix)
            left, top = round(part.left * scale), round((poster.height - part.top) * scale)
            right, bottom = round(part.right * scale), round((poster.height - part.bottom) * scale)
            drawn = sheet.picture(shown).resize((right - left, bottom - top))
            found.paste(drawn, (left, top))
            seen.paste(PAPER, (left, top, right, bottom))
    return found, seen
