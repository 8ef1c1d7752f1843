"""A table on a slide: a head on the deep colour, rows above lines, as large as fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from mingbai.outputs.slides.fit import LINE, TooFull, ems, lines
from mingbai.outputs.slides.layouts import BODY_BOX, SIZES, filled
from mingbai.outputs.slides.text import coloured, fill_of, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide as Drawn
    from pptx.table import _Cell

    from mingbai.views.speaking.slides import Slide

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""Of a table without a style of its own: what is not said here would be PowerPoint's blue."""

SIDES = ("a:lnL", "a:lnR", "a:lnT", "a:lnB")
RULED = ("a:lnT", "a:lnB")
INSET = 10
PADDING = 0.55
"""Of a row, above and below together, a share of its type."""

LEAST_SHARE = 0.3
"""Of the width, that each column has at least."""


def table(added: Drawn, slide: Slide) -> None:
    """Add a table.

    Raises:
        TooFull: if its rows do not fit at the smallest size.

    """
    rows = [slide.heads, *slide.rows]
    widths = columns(rows)
    size, heights = laid_out(rows, widths)
    box = (BODY_BOX.left, BODY_BOX.top, BODY_BOX.width, sum(heights))
    frame = added.shapes.add_table(len(rows), len(widths), *(Pt(one) for one in box))
    said: Any = frame._element.find(".//" + qn("p:cNvPr"))  # noqa: SLF001 - python-pptx has no alt text
    said.set("name", "表格")
    said.set("descr", f"{slide.title}：{'、'.join(slide.heads)}")
    made = frame.table
    made.horz_banding = False
    style: Any = made._tbl.tblPr  # noqa: SLF001 - python-pptx has one style alone
    style.find(qn("a:tableStyleId")).text = NO_STYLE
    for number, width in enumerate(widths):
        made.columns[number].width = Pt(width)
    for number, (words, high) in enumerate(zip(rows, heights, strict=True)):
        made.rows[number].height = Pt(high)
        for place, one in enumerate(words):
            cell(made.cell(number, place), one, size, head=not number)


def columns(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the widths of columns: as their longest words, none too narrow."""
    longest = [max(ems(one) for one in column) for column in zip(*rows, strict=True)]
    shares = [max(LEAST_SHARE, one / sum(longest)) for one in longest]
    return [BODY_BOX.width * one / sum(shares) for one in shares]


def laid_out(rows: Sequence[Sequence[str]], widths: Sequence[float]) -> tuple[float, list[float]]:
    """Return the first size at which all rows fit, and how high each is.

    Raises:
        TooFull: if there is none.

    """
    for size in SIZES["cells"]:
        room = [(width - 2 * INSET) / size for width in widths]
        counted = [max(map(lines, row, room)) for row in rows]
        heights = [(one * LINE + PADDING) * size for one in counted]
        if sum(heights) <= BODY_BOX.height:
            return size, heights
    raise TooFull


def cell(one: _Cell, words: str, size: float, *, head: bool) -> None:
    """Put words into a cell."""
    say(one.text_frame, [words], size, bold=head)
    coloured(one.text_frame, "bg1" if head else "tx1")
    one.margin_left = one.margin_right = Pt(INSET)
    one.margin_top = one.margin_bottom = Pt(0)
    properties: Any = one._tc.get_or_add_tcPr()  # noqa: SLF001 - python-pptx has no lines
    properties.set("anchor", "ctr")
    for side in SIDES:
        shown = filled("accent4") if side in RULED and not head else "<a:noFill/>"
        properties.append(parse_xml(f'<{side} {nsdecls("a")} w="12700">{shown}</{side}>'))
    properties.append(parse_xml(fill_of("tx2" if head else "bg1")))
