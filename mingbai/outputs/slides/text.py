"""Words on a slide: runs with both typefaces, lists, the foot, tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from mingbai.outputs.office.properties import EASTERN, LANGUAGE, WESTERN
from mingbai.outputs.slides.layouts import FOOT, FOOTER, NUMBER, POINT, filled
from mingbai.outputs.slides.shapes import RUN, number_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide
    from pptx.text.text import TextFrame

NONE, DOT, CROSS, NUMBERED = "", "•", "×", "1."
"""What stands before a point."""

HANG = {NONE: 0.0, DOT: 1.0, CROSS: 1.0, NUMBERED: 1.5}
"""How far its words stand from the left, in heights of its type."""


def say(frame: TextFrame, words: Sequence[str], size: float = 0, *, bold: bool = False) -> None:
    """Put paragraphs into a frame, each a run with both typefaces; without a size as laid out."""
    lines: Any = frame
    for number, one in enumerate(words):
        line = lines.add_paragraph() if number else lines.paragraphs[0]
        run = line.add_run()
        run.text = one
        if size:
            run.font.size = Pt(size)
        if bold:
            run.font.bold = True
        faces(run._r.get_or_add_rPr())  # noqa: SLF001 - python-pptx has no East Asian face


def coloured(frame: TextFrame, colour: str) -> None:
    """Give the words of a frame a colour of the theme."""
    for line in frame.paragraphs:
        for run in line.runs:
            properties: Any = run._r.get_or_add_rPr()  # noqa: SLF001 - as above
            properties.insert(0, parse_xml(fill_of(colour)))


def fill_of(colour: str) -> str:
    """Return a fill in a colour of the theme, as an element of its own."""
    return filled(colour).replace("<a:solidFill>", f"<a:solidFill {nsdecls('a')}>")


def faces(properties: Any) -> None:
    """Name the language and the typefaces of a run: Han is set in ``ea`` alone."""
    properties.set("lang", LANGUAGE)
    properties.set("altLang", "en-US")
    for name, face in (("a:latin", WESTERN), ("a:ea", EASTERN), ("a:cs", WESTERN)):
        made = properties.makeelement(qn(name), {"typeface": face})
        properties.append(made)


@dataclass(frozen=True, slots=True)
class Listing:
    """How paragraphs are listed: what stands before each, in which colour of the theme.

    ``hang`` is how far in they begin and ``apart`` how far one is from the next, both in heights
    of their type.
    """

    before: str = NONE
    colour: str = "tx2"
    hang: float = 0
    apart: float = 0.4


def listed(frame: TextFrame, size: float, how: Listing) -> None:
    """Make paragraphs a list."""
    hang = round(how.hang * size * POINT)
    for number, line in enumerate(frame.paragraphs):
        properties: Any = line._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no lists
        properties.set("marL", str(hang))
        properties.set("indent", str(-hang))
        line.space_before = Pt(size * how.apart) if number else Pt(0)
        for one in marks(how.before, how.colour):
            properties.append(parse_xml(one))


def marks(before: str, colour: str) -> list[str]:
    """Return what stands before a point, as the file says it."""
    space = nsdecls("a")
    if before == NONE:
        return [f"<a:buNone {space}/>"]
    face = f'<a:buFont {space} typeface="{WESTERN}"/>'
    shown = f'<a:buClr {space}><a:schemeClr val="{colour}"/></a:buClr>'
    if before == NUMBERED:
        return [shown, face, f'<a:buAutoNum {space} type="arabicPeriod"/>']
    return [shown, face, f'<a:buChar {space} char="{before}"/>']


def foot(slide: Slide, place: str, number: int) -> None:
    """Add the foot of a slide: the place and the day, if the cover does not say them, a number."""
    face = f'<a:latin typeface="{WESTERN}"/><a:ea typeface="{EASTERN}"/>'
    words = f"<a:p><a:r><a:rPr {RUN}>{face}</a:rPr><a:t/></a:r></a:p>"
    if place:
        added = holder(slide, "ftr", FOOT, FOOTER.name, words)
        added.find(".//" + qn("a:t")).text = place
    holder(slide, "sldNum", NUMBER, "页码", number_field(str(number)))


def holder(slide: Slide, kind: str, idx: int, name: str, words: str) -> Any:
    """Add a placeholder that python-pptx does not take over from the layout."""
    shapes: Any = slide.shapes._spTree  # noqa: SLF001 - as above
    taken = max(int(one.get("id")) for one in shapes.iter(qn("p:cNvPr")))
    made = parse_xml(
        f"<p:sp {nsdecls('p', 'a', 'r')}><p:nvSpPr>"
        f'<p:cNvPr id="{taken + 1}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )
    shapes.append(made)
    return made
