"""A poster on sheets of A4 to glue together: four of them make it a quarter larger than A3.

Each sheet shows its part of the poster, marks where to cut and where the next sheet comes to lie,
and its place. All sheets of a poster draw the same form object, so nothing is stored twice; the
marks are typeset and bring a few letters of the font of their own.
"""

from __future__ import annotations

import io
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import product
from typing import TYPE_CHECKING

import pikepdf

from mingbai.design import tokens
from mingbai.outputs.typeset import typeset
from mingbai.views.tile import COLUMNS, ROWS, Tile, label, tile

if TYPE_CHECKING:
    from datetime import date

TEMPLATE = "posters/tiles.typ"
NAME = pikepdf.Name("/Poster")
"""One name on all sheets; pikepdf would invent another each time."""
MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the parts of a poster lie, in mm: on every sheet the same window onto the poster.

    ``scale`` is how much larger the poster gets, ``step`` how far the next window is on it.
    """

    scale: float
    left: float
    top: float
    width: float
    height: float
    overlap: float

    @property
    def step(self) -> tuple[float, float]:
        """Return how far the windows of neighbours lie apart."""
        return self.width - self.overlap, self.height - self.overlap


def grid(width: float, height: float) -> Grid:
    """Return the windows of a poster of this size in mm: as large as the printer's edges allow."""
    size = tokens().forms["tiles"]
    inset, overlap = size["edge"] + size["band"], size["overlap"]
    room = (size["width"] - 2 * inset, size["height"] - 2 * inset)
    covered = ((COLUMNS - 1) * overlap, (ROWS - 1) * overlap)
    scale = min(
        (COLUMNS * room[0] - covered[0]) / width,
        (ROWS * room[1] - covered[1]) / height,
    )
    window = ((width * scale + covered[0]) / COLUMNS, (height * scale + covered[1]) / ROWS)
    return Grid(
        scale=scale,
        left=(size["width"] - window[0]) / 2,
        top=(size["height"] - window[1]) / 2,
        width=window[0],
        height=window[1],
        overlap=overlap,
    )


def tile_pages(pdf: pikepdf.Pdf) -> None:
    """Put the sheets of every page in place of the page itself."""
    posters = list(pdf.pages)
    trim = [float(one) for one in posters[0].trimbox]
    laid = grid((trim[2] - trim[0]) / MM, (trim[3] - trim[1]) / MM)
    tiles = [tile(row, column) for row, column in product(range(ROWS), range(COLUMNS))]
    with pikepdf.open(io.BytesIO(marks(pdf, laid, tiles))) as sheets:
        pdf.pages.extend(sheets.pages)
    added = list(pdf.pages)[len(posters) :]
    for number, poster in enumerate(posters):
        form = poster.as_form_xobject()
        form.BBox = poster.trimbox
        shared = pdf.make_indirect(form)
        for index, one in enumerate(tiles):
            draw(added[number * len(tiles) + index], shared, laid, one, trim)
    del pdf.pages[: len(posters)]


def marks(pdf: pikepdf.Pdf, laid: Grid, tiles: list[Tile]) -> bytes:
    """Return the sheets with their marks alone.

    Raises:
        TypeError: if the marks do not fit on their sheet, which is a bug of ours.

    """
    copies = len(pdf.pages)
    data = {
        "grid": asdict(laid),
        "tiles": [asdict(one) for one in tiles],
        "labels": [label(one, copy, copies) for copy in range(1, copies + 1) for one in tiles],
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    made = typeset(TEMPLATE, text, title=str(pdf.docinfo["/Title"]), day=day_of(pdf))
    if not isinstance(made, bytes):
        raise TypeError(made)
    return made


def day_of(pdf: pikepdf.Pdf) -> date:
    """Return the date that a file says it was made on: D:20261121120000Z."""
    digits = str(pdf.docinfo["/CreationDate"]).removeprefix("D:")[:8]
    return datetime.strptime(digits, "%Y%m%d").replace(tzinfo=UTC).date()


def draw(
    sheet: pikepdf.Page, poster: pikepdf.Object, laid: Grid, one: Tile, trim: list[float]
) -> None:
    """Draw a part of the poster below the marks of its sheet: so large, moved, through a window."""
    height = tokens().forms["tiles"]["height"]
    window = (laid.left, height - laid.top - laid.height, laid.width, laid.height)
    across, down = one.column * laid.step[0], one.row * laid.step[1]
    origin = (
        (laid.left - across) * MM - trim[0] * laid.scale,
        (height - laid.top + down) * MM - trim[3] * laid.scale,
    )
    name = sheet.add_resource(poster, pikepdf.Name.XObject, NAME)
    clip = numbers(*(side * MM for side in window))
    moved = numbers(laid.scale, 0, 0, laid.scale, *origin)
    drawn = f"q {clip} re W n {moved} cm {name} Do Q"
    sheet.contents_add(drawn.encode(), prepend=True)


def numbers(*values: float) -> str:
    """Write numbers as PDF operators take them."""
    return " ".join(f"{one:.5f}" for one in values)
