"""The QR codes of a finished PDF: where they stand, what they say, how they wear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import zxingcpp
from PIL import Image, ImageDraw

from tests.seen import DPI, Page
from tests.vectors import Box
from tests.wear import QR, WHITE, Reading, blotted, blurred, copied, read, tilted

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIET = 4
"""Modules of white around a code that ISO/IEC 18004 asks for."""
PALEST = 250
DOT = 25.4 / DPI
FREE = tuple(quarter / 4 for quarter in range(4 * QUIET, 0, -1))
MOST_PIXELS = 300
"""Width of a code in a picture: the phone steps back from a larger one."""
SQUARE = re.compile(r"M(\d+) (\d+)h(\d+)v1")


@dataclass(frozen=True)
class Code:
    """A code on a page: the box of its dark square, and what both readers see there."""

    page: Page
    box: Box

    @cached_property
    def symbol(self) -> Any:
        """What zxing-cpp tells of it: text, version, level; None if it reads nothing."""
        found = zxingcpp.read_barcodes(self.picture, formats=QR)
        return found[0] if len(found) == 1 else None

    @property
    def text(self) -> str:
        return str(self.symbol.text) if self.symbol else ""

    @property
    def level(self) -> str:
        return str(self.symbol.extra["ECLevel"]) if self.symbol else ""

    @property
    def size(self) -> int:
        """Modules on a side, without the quiet zone."""
        return 17 + 4 * int(self.symbol.extra["Version"]) if self.symbol else 0

    @property
    def module(self) -> float:
        """Width of a module in mm, from the vectors of the file."""
        return self.box.width / self.size if self.size else 0.0

    @cached_property
    def picture(self) -> Image.Image:
        """The code and what stands around it, at 150 dpi or from further off."""
        dpi = min(DPI, MOST_PIXELS * 25.4 / self.box.width)
        return self.page.picture(self.box.grown(self.margin), dpi)

    @property
    def margin(self) -> float:
        """What a picture shows around the dark square: more than the quiet zone."""
        return self.box.width / 5

    @cached_property
    def clean(self) -> Reading:
        return read(self.picture)

    @cached_property
    def quiet(self) -> float:
        """How many modules of white there are around it, four at most."""
        return max((one for one in FREE if self.is_free(one)), default=0.0)

    def is_free(self, modules: float) -> bool:
        """Tell whether so many modules around it are white."""
        around = self.box.grown(modules * self.module)
        sheet = Box(0, 0, self.page.width, self.page.height)
        if not sheet.grown(DOT).holds(around):
            return False
        zone = self.page.picture(around)
        inner = round(modules * self.module * DPI / 25.4)
        cover = (inner - 2, inner - 2, zone.width - inner + 1, zone.height - inner + 1)
        ImageDraw.Draw(zone).rectangle(cover, fill=WHITE)
        ring = zone.crop((2, 2, zone.width - 2, zone.height - 2))
        return int(ring.getextrema()[0]) >= PALEST  # type: ignore[arg-type]  # grey

    def worn(self, seed: int) -> Iterator[tuple[str, Reading]]:
        """Yield each condition with what both readers still read."""
        yield "blur", read(blurred(self.picture))
        yield "tilt", read(tilted(self.picture))
        yield "photocopy", read(copied(self.picture, seed))

    def blots(self, seeds: range) -> Iterator[Reading]:
        """Yield what both readers read of the code with a blot, a blot a seed."""
        wide = self.picture.width / self.box.grown(self.margin).width
        start = self.margin * wide
        for seed in seeds:
            yield read(blotted(self.picture, start, self.module * wide, self.size, seed))


def codes(page: Page) -> tuple[Code, ...]:
    """Return the codes of a page."""
    return tuple(Code(page, one) for one in page.code_boxes)


@cache
def content_of(svg: str) -> str:
    """Return what a drawn code says, read from its squares and not from whoever drew it."""
    squares = [(int(x), int(y), int(w)) for x, y, w in SQUARE.findall(svg)]
    size = max(x + w for x, _, w in squares) + QUIET
    drawn = Image.new("L", (size, size), WHITE)
    for x, y, w in squares:
        ImageDraw.Draw(drawn).line((x, y, x + w - 1, y), fill=0)
    found = zxingcpp.read_barcodes(drawn.resize((size * 4, size * 4), Image.Resampling.NEAREST))
    return found[0].text if len(found) == 1 else ""
