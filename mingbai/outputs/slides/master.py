"""The master and the layouts of our presentations: python-pptx's own file made 16:9 and ours.

What its maker left in it goes: layouts of 4:3, English prompts, dates, a thumbnail, printer
settings. Whoever edits a slide later finds Chinese names and the colours of the tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from mingbai.outputs.office.properties import LANGUAGE, describe
from mingbai.outputs.slides.layouts import GROUNDS, HEIGHT, LAYOUTS, MASTER, WIDTH
from mingbai.outputs.slides.shapes import tree
from mingbai.outputs.slides.text import faces
from mingbai.outputs.slides.theme import themed

if TYPE_CHECKING:
    from datetime import date

    from pptx.presentation import Presentation as Deck

LEFT_BEHIND = {RT.EXTENDED_PROPERTIES, RT.THUMBNAIL, RT.PRINTER_SETTINGS, RT.VIEW_PROPS}
USED = (0, 1, 5, 8)
"""Which of the template's layouts become ours, in the order of ``LAYOUTS``."""

ADDED_TO_NOTES = ("hdr", "dt", "ftr", "sldNum")
NOTES = ((381000, 685800, 6096000, 3429000), (381000, 4343400, 6096000, 4500000))
"""EMU of the slide and of the words on a page of notes."""

PROMPT = "单击此处添加文字"


def deck(title: str, day: date) -> Deck:
    """Return an empty presentation of ours; ``day`` is the only date in its properties."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(WIDTH), Pt(HEIGHT)
    root: Any = made.part._element  # noqa: SLF001 - python-pptx has no name for what follows
    del root.find(qn("p:sldSz")).attrib["type"]
    package: Any = made.part.package
    for owner in (made.part, package):
        leave_behind(owner)
    describe(made.core_properties, title, day)
    layouts(made)
    master(made)
    notes(made)
    for one in root.iter(qn("a:defRPr")):
        one.set("lang", LANGUAGE)
    return made


def leave_behind(owner: Any) -> None:
    """Drop the parts that tell of the template's maker."""
    relations = owner._rels  # noqa: SLF001 - python-pptx lists them nowhere else
    for name in [one.rId for one in relations.values() if one.reltype in LEFT_BEHIND]:
        relations.pop(name)


def replaced(element: Any, content: str) -> None:
    """Put shapes into an element in place of those that it has."""
    shapes = element.find(qn("p:cSld")).find(qn("p:spTree"))
    made: Any = parse_xml(f"<p:spTree {nsdecls('p', 'a', 'r')}>{content}</p:spTree>")
    shapes.getparent().replace(shapes, made)


def layouts(made: Deck) -> None:
    """Make the layouts ours, and remove those that we do not use."""
    found = list(made.slide_layouts)
    for number, one in enumerate(found):
        if number not in USED:
            made.slide_layouts.remove(one)
    for number, (key, (name, kind, holders)) in zip(USED, LAYOUTS.items(), strict=True):
        element: Any = found[number]._element  # noqa: SLF001 - as above
        replaced(element, tree(GROUNDS[key], holders))
        element.find(qn("p:cSld")).set("name", name)
        del element.attrib["type"]
        if kind:
            element.set("type", kind)
        element.set("userDrawn", "1")


def master(made: Deck) -> None:
    """Make the master and its theme ours."""
    found = made.slide_masters[0]
    element: Any = found._element  # noqa: SLF001 - as above
    replaced(element, tree((), MASTER))
    theme: Any = found.part.part_related_by(RT.THEME)
    theme._blob = themed(theme.blob.decode()).encode()  # noqa: SLF001 - a theme is bytes to python-pptx
    for one in element.iter(qn("a:defRPr")):
        one.set("lang", LANGUAGE)
    first = element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    first.set("algn", "l")


def notes(made: Deck) -> None:
    """Make room for the words of a slide of 16:9 on the pages of notes."""
    found = made.notes_master
    listed = made.part.relate_to(found.part, RT.NOTES_MASTER)
    root: Any = made.part._element  # noqa: SLF001 - as above
    entry = f'<p:notesMasterIdLst {nsdecls("p", "r")}><p:notesMasterId r:id="{listed}"/>'
    root.find(qn("p:sldMasterIdLst")).addnext(parse_xml(f"{entry}</p:notesMasterIdLst>"))
    for one in list(found.placeholders):
        element: Any = one._element  # noqa: SLF001 - as above
        if element.ph.get("type") in ADDED_TO_NOTES:
            element.getparent().remove(element)
    for one, box in zip(found.placeholders, NOTES, strict=True):
        one.left, one.top, one.width, one.height = (Emu(edge) for edge in box)
        holder: Any = one._element  # noqa: SLF001 - as above
        for text in holder.iter(qn("a:t")):
            text.text = PROMPT
    theme: Any = found.part.part_related_by(RT.THEME)
    written: Any = theme._element  # noqa: SLF001 - as above
    theme._element = parse_xml(themed(written.xml).encode())  # noqa: SLF001 - as above
    pages: Any = found._element  # noqa: SLF001 - as above
    for one in pages.iter(qn("a:rPr"), qn("a:endParaRPr")):
        faces(one)
    for one in pages.iter(qn("a:defRPr")):
        one.set("lang", LANGUAGE)
