"""Pages put on other paper: for the shop's saddle stitch, for an office with only an A4 printer.

Imposed files have no tags and claim no standard: they are for printing once, not for keeping.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf

from mingbai.outputs.handbook.stitching import stitch_pages
from mingbai.outputs.posters.tiling import tile_pages

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = {"/Type", "/Pages", "/Lang", "/ViewerPreferences"}
"""What still holds of a file once its pages are imposed; the rest tags, links or claims."""


def booklet(content: bytes) -> bytes:
    """Return A5 pages two by two on A4, in the order of a saddle-stitched booklet."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        stitch_pages(pdf)
        return plain(pdf)


def tiles(content: bytes) -> bytes:
    """Return every A3 page on A4 sheets to glue together."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        tile_pages(pdf)
        return plain(pdf)


def plain(pdf: pikepdf.Pdf) -> bytes:
    """Return a file with no tags, links, outline or claim of a standard: the same bytes twice."""
    for key in set(pdf.Root.keys()) - KEPT:
        del pdf.Root[key]
    written = io.BytesIO()
    pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


IMPOSITIONS: dict[str, Callable[[bytes], bytes]] = {"booklet": booklet, "tiles": tiles}
