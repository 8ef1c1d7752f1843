"""Each kind of slide, from its words: which layout, at which size, and whether all of it fits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mingbai.model.questions import NOT_WHO
from mingbai.outputs.slides.code import code
from mingbai.outputs.slides.fit import TooFull, between, fitting, sized
from mingbai.outputs.slides.layouts import (
    ASK_BOX,
    BASIS,
    BASIS_BOX,
    BODY,
    BODY_BOX,
    COVER_BOX,
    LAYOUTS,
    OVER,
    PLACE,
    SIZES,
    STAMP,
    TITLE_BOX,
    Layout,
)
from mingbai.outputs.slides.table import table
from mingbai.outputs.slides.text import (
    CROSS,
    DOT,
    HANG,
    NONE,
    NUMBERED,
    Listing,
    coloured,
    foot,
    listed,
    say,
)

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide as Drawn

    from mingbai.outputs.slides.fit import Box
    from mingbai.views.speaking.slides import Slide, Slides

KINDS: dict[str, Layout] = {"title": "cover", "table": "table", "end": "end"}
SAID = re.compile("第[一二三四五六]步")
ORDINAL = re.compile("第[一二三四五六]步?，")
BASES = "依据："


def draw(made: Deck, slide: Slide, number: int, talk: Slides) -> Drawn:
    """Add a slide with its words, and return it.

    Raises:
        TooFull: if some words do not fit at the smallest size.

    """
    key: Layout = KINDS.get(slide.kind, "points")
    added: Drawn = made.slides.add_slide(made.slide_layouts.get_by_name(LAYOUTS[key][0]))
    heading(added, slide, cover=key == "cover")
    small = {OVER: slide.over, STAMP: talk.stamp, PLACE: talk.place}
    small[BASIS] = f"{BASES}{slide.basis}" if slide.basis else ""
    if slide.basis and not fitting([small[BASIS]], [SIZES["fine"]], BASIS_BOX):
        raise TooFull
    if key == "cover":
        small[BODY] = slide.over
    elif key == "table":
        table(added, slide)
    elif key == "end":
        points(added, slide, ASK_BOX)
        code(added, talk)
    else:
        points(added, slide, BODY_BOX)
    for idx, words in small.items():
        fill(added, idx, words)
    foot(added, "" if key == "cover" else talk.place, number)
    return added


def holders(added: Drawn) -> dict[int, Any]:
    """Return the placeholders of a slide by their ``idx``."""
    return {one.placeholder_format.idx: one for one in added.placeholders}


def fill(added: Drawn, idx: int, words: str) -> None:
    """Put words into a placeholder if the slide has it; without words it goes."""
    found = holders(added).get(idx)
    if found is None:
        return
    if words:
        say(found.text_frame, [words])
    else:
        found._element.getparent().remove(found._element)  # noqa: SLF001 - python-pptx keeps all


def heading(added: Drawn, slide: Slide, *, cover: bool) -> None:
    """Put the title in its place, in the warm colour for what is not possible."""
    box, sizes = (COVER_BOX, SIZES["covers"]) if cover else (TITLE_BOX, SIZES["titles"])
    size = sized([slide.title], sizes, box)
    shape: Any = added.shapes.title
    say(shape.text_frame, [slide.title], size)
    if slide.title == NOT_WHO.title:
        coloured(shape.text_frame, "accent2")


def points(added: Drawn, slide: Slide, box: Box) -> None:
    """Put points into the list of a slide."""
    before, hang = sign(slide)
    size = sized(slide.points, SIZES["points"], box, hang)
    apart = between(slide.points, size, box, hang)
    frame = holders(added)[BODY].text_frame
    say(frame, slide.points, size)
    colour = "accent2" if before == CROSS else "tx2"
    listed(frame, size, Listing(before, colour, hang, apart))


def sign(slide: Slide) -> tuple[str, float]:
    """Return what stands before the points, and how far in they begin.

    Steps are numbered unless the words say 第一步; words that count themselves hang from their
    number.
    """
    counted = [found.end() for found in map(ORDINAL.match, slide.points) if found]
    if slide.kind == "end":
        return NONE, 0
    if len(counted) == len(slide.points):
        return NONE, max(counted)
    if slide.title == NOT_WHO.title:
        return CROSS, HANG[CROSS]
    steps = slide.kind == "steps" and not any(SAID.match(one) for one in slide.points)
    before = NUMBERED if steps else DOT
    return before, HANG[before]
