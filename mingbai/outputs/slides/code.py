"""The code on the last slide: a picture with sharp modules, and beside it what it is for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from PIL import Image
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Pt

from mingbai.outputs.qr import QUIET, matrix
from mingbai.outputs.slides.fit import sized
from mingbai.outputs.slides.layouts import BESIDE_BOX, CODE_BOX, SIZES
from mingbai.outputs.slides.text import Listing, coloured, listed, say

if TYPE_CHECKING:
    from pptx.slide import Slide

    from mingbai.views.speaking.slides import Slides

NAME = "二维码"
DRAWN = "二维码。{invitation}：{carried}"


def code(added: Slide, talk: Slides) -> None:
    """Add the code and its words.

    Raises:
        TooFull: if the words do not fit beside it.

    """
    content = io.BytesIO(picture(talk.code_content))
    left, top, side = Pt(CODE_BOX.left), Pt(CODE_BOX.top), Pt(CODE_BOX.width)
    shape = added.shapes.add_picture(content, left, top, side, side)
    carried = talk.address or talk.code_content
    said: Any = shape._element.find(".//" + qn("p:cNvPr"))  # noqa: SLF001 - python-pptx has no alt text
    said.set("name", NAME)
    said.set("descr", DRAWN.format(invitation=talk.invitation, carried=carried))
    words = [one for one in (talk.invitation, talk.address) if one]
    size = sized([*words, talk.warning], SIZES["invitations"], BESIDE_BOX)
    box = (BESIDE_BOX.left, BESIDE_BOX.top, BESIDE_BOX.width, BESIDE_BOX.height)
    beside = added.shapes.add_textbox(*(Pt(one) for one in box))
    beside.name = "扫码说明"
    frame = beside.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    say(frame, [*words, talk.warning], size)
    listed(frame, size, Listing())
    coloured(frame, "tx2")
    first, last = frame.paragraphs[0].runs[0], frame.paragraphs[-1].runs[0]
    first.font.bold = True
    last.font.size = Pt(SIZES["warning"])


def picture(content: str) -> bytes:
    """Return a code as PNG, its quiet zone included: so many pixels a module, none blurred."""
    rows = matrix(content, "M")
    side = len(rows) + 2 * QUIET
    drawn = Image.new("1", (side, side), 1)
    for top, row in enumerate(rows, QUIET):
        for left, dark in enumerate(row, QUIET):
            if dark:
                drawn.putpixel((left, top), 0)
    large = side * SIZES["module"]
    out = io.BytesIO()
    drawn.resize((large, large), Image.Resampling.NEAREST).save(out, "PNG", optimize=True)
    return out.getvalue()
