"""The shapes of the master and of layouts as XML: placeholders with their look, and grounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.outputs.office.properties import EASTERN, LANGUAGE, WESTERN
from mingbai.outputs.slides.layouts import filled, placed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.outputs.slides.fit import Box
    from mingbai.outputs.slides.layouts import Holder

FACES = f'<a:latin typeface="{WESTERN}"/><a:ea typeface="{EASTERN}"/><a:cs typeface="{WESTERN}"/>'
RUN = f'lang="{LANGUAGE}" altLang="en-US"'
NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
NUMBER_FIELD = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"


def words(holder: Holder) -> str:
    """Return the paragraph of a placeholder: its prompt, or the number of the slide."""
    if holder.kind == "sldNum":
        return number_field("‹#›")
    if holder.kind == "ftr":
        return f"<a:p><a:endParaRPr {RUN}>{FACES}</a:endParaRPr></a:p>"
    return f"<a:p><a:r><a:rPr {RUN}>{FACES}</a:rPr><a:t>{holder.name}</a:t></a:r></a:p>"


def number_field(shown: str) -> str:
    """Return a paragraph with the number of the slide."""
    return (
        f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr {RUN}>{FACES}</a:rPr>'
        f"<a:t>{shown}</a:t></a:fld></a:p>"
    )


def look(holder: Holder) -> str:
    """Return the look of a placeholder's words."""
    bold = ' b="1"' if holder.bold else ""
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{holder.align}"><a:buNone/>'
        f'<a:defRPr lang="{LANGUAGE}" sz="{round(holder.size * 100)}"{bold}>'
        f"{filled(holder.colour)}{FACES}</a:defRPr></a:lvl1pPr>"
    )


def place(holder: Holder, number: int) -> str:
    """Return a placeholder; ``number`` is its own on its slide."""
    line = f'<a:ln w="12700">{filled(holder.colour)}</a:ln>' if holder.frame else ""
    idx = f' idx="{holder.idx}"' if holder.idx else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{holder.name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{holder.kind}"{idx}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{placed(holder.box)}{RECTANGLE}{line}</p:spPr>"
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" {NO_INSETS} rtlCol="0"'
        f' anchor="{holder.anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{look(holder)}</a:lstStyle>{words(holder)}</p:txBody></p:sp>"
    )


def ground(box: Box, colour: str, number: int) -> str:
    """Return a rectangle behind words."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="底色 {number}"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{placed(box)}{RECTANGLE}{filled(colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def tree(grounds: Iterable[tuple[Box, str]], holders: Iterable[Holder]) -> str:
    """Return the shapes of a layout, what lies below first."""
    drawn = [ground(box, colour, number) for number, (box, colour) in enumerate(grounds, 2)]
    drawn += [place(one, number) for number, one in enumerate(holders, 2 + len(drawn))]
    return (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        + "".join(drawn)
    )
