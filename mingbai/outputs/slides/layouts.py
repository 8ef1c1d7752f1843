"""Where things stand on our slides: each layout as its shapes, from the sizes of the tokens.

A placeholder has its place and its look here alone; slides only say words. ``idx`` ties the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mingbai.design import tokens
from mingbai.outputs.slides.fit import Box

Layout = Literal["cover", "points", "table", "end"]
POINT = 12700
"""EMU of a point."""

SIZES = tokens().forms["pptx"]
WIDTH, HEIGHT, MARGIN = SIZES["width"], SIZES["height"], SIZES["margin"]
INNER = WIDTH - 2 * MARGIN

TITLE, BODY, FOOT, NUMBER, OVER, BASIS, STAMP, PLACE = 0, 1, 11, 12, 13, 14, 15, 16
"""The ``idx`` of each placeholder."""

OVER_BOX = Box(MARGIN, 28, INNER - 170, 28)
TITLE_BOX = Box(MARGIN, 54, INNER, 58)
RULE_BOX = Box(MARGIN, 116, INNER, 2)
BODY_BOX = Box(MARGIN, 136, INNER, 318)
BASIS_BOX = Box(MARGIN, 460, INNER, 38)
FOOT_BOX = Box(MARGIN, 504, 600, 20)
NUMBER_BOX = Box(WIDTH - MARGIN - 90, 504, 90, 20)
STAMP_BOX = Box(WIDTH - MARGIN - 150, 24, 150, 26)

BAND_BOX = Box(0, 0, WIDTH, 336)
COVER_BOX = Box(MARGIN, 84, INNER, 220)
AUDIENCE_BOX = Box(MARGIN, 364, INNER, 46)
PLACE_BOX = Box(MARGIN, 416, INNER, 34)

ASK_BOX = Box(MARGIN, 130, INNER, 122)
PANEL_BOX = Box(MARGIN, 260, INNER, 232)
CODE_BOX = Box(MARGIN + 16, 276, SIZES["code"], SIZES["code"])
BESIDE_BOX = Box(MARGIN + 40 + SIZES["code"], 276, INNER - 56 - SIZES["code"], SIZES["code"])


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder: its type as the file names it, its prompt, its place and its look.

    ``colour`` is a name of the theme; ``frame`` draws a line around it in that colour.
    """

    kind: str
    idx: int
    name: str
    box: Box
    size: float
    colour: str = "tx1"
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["l", "ctr", "r"] = "l"
    bold: bool = False
    frame: bool = False


def title(box: Box = TITLE_BOX, kind: str = "title", colour: str = "tx2") -> Holder:
    """Return the title of a slide."""
    return Holder(kind, TITLE, "标题", box, SIZES["titles"][0], colour, "b", bold=True)


def stamp(colour: str = "accent3") -> Holder:
    """Return the stamp in the corner."""
    return Holder(
        "body", STAMP, "样稿", STAMP_BOX, SIZES["stamp"], colour, "ctr", "ctr", frame=True
    )


def number(colour: str = "accent3") -> Holder:
    """Return the number of the slide."""
    return Holder("sldNum", NUMBER, "页码", NUMBER_BOX, SIZES["fine"], colour, "ctr", "r")


def body(box: Box = BODY_BOX) -> Holder:
    """Return the points."""
    return Holder("body", BODY, "要点", box, 28)


FOOTER = Holder("ftr", FOOT, "地方和日期", FOOT_BOX, SIZES["fine"], "accent3", "ctr")
OVER_HOLDER = Holder("body", OVER, "政策", OVER_BOX, SIZES["over"], "accent3", "b", bold=True)
BASIS_HOLDER = Holder("body", BASIS, "依据", BASIS_BOX, SIZES["fine"], "accent3", "b")
AUDIENCE = Holder("subTitle", BODY, "讲给谁听", AUDIENCE_BOX, SIZES["audience"], "tx1", "ctr")
WHERE = Holder("body", PLACE, "地方和日期", PLACE_BOX, SIZES["over"], "accent3", "ctr")

LAYOUTS: dict[Layout, tuple[str, str, tuple[Holder, ...]]] = {
    "cover": (
        "封面",
        "title",
        (title(COVER_BOX, "ctrTitle", "bg1"), AUDIENCE, WHERE, stamp("bg1"), number()),
    ),
    "points": (
        "要点",
        "",
        (OVER_HOLDER, title(), body(), BASIS_HOLDER, stamp(), FOOTER, number()),
    ),
    "table": ("表格", "", (OVER_HOLDER, title(), BASIS_HOLDER, stamp(), FOOTER, number())),
    "end": ("结尾", "", (title(), body(ASK_BOX), stamp(), FOOTER, number())),
}
"""Each layout: its name, its type as the file names it, its placeholders in reading order."""

MASTER = (title(), body(), FOOTER, number())
GROUNDS: dict[Layout, tuple[tuple[Box, str], ...]] = {
    "cover": ((BAND_BOX, "tx2"),),
    "points": ((RULE_BOX, "tx2"),),
    "table": ((RULE_BOX, "tx2"),),
    "end": ((RULE_BOX, "tx2"), (PANEL_BOX, "bg2")),
}
"""What is drawn below the words of each layout."""


def placed(box: Box) -> str:
    """Return the place of a shape."""
    left, top, wide, high = (
        round(one * POINT) for one in (box.left, box.top, box.width, box.height)
    )
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def filled(colour: str) -> str:
    """Return a fill in a colour of the theme."""
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
