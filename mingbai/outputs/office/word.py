"""Pages, runs and tables of a Word document, as Chinese text needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from mingbai.outputs.office.properties import EASTERN, LANGUAGE, WESTERN, describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from docx.document import Document as Doc
    from docx.section import Section as Page
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

GREY = RGBColor(0x51, 0x60, 0x6A)
SIZES = {"Normal": 10.5, "Heading 1": 20, "Heading 2": 13}
"""Points of each style used; the smallest is as small as staff read at a desk."""

WIDTH, HEIGHT, MARGIN, FOOT = 297, 210, 13, 17
"""Millimetres of A4 across, of three margins, and of the one below."""

UPRIGHT = 20
"""Millimetres of all margins of A4 upright: room to write beside what is read out."""


def prepare(
    made: Doc, title: str, day: date, *, sizes: Mapping[str, float] = SIZES, upright: bool = False
) -> Page:
    """Set the page, the styles and the properties, in which ``day`` is the only date."""
    describe(made.core_properties, title, day)
    for name, size in sizes.items():
        style: Any = made.styles[name]
        style.font.size, style.font.name = Pt(size), WESTERN
        style.font.color.rgb, style.font.bold = RGBColor(0, 0, 0), "Heading" in name
        style.paragraph_format.space_after = Pt(3)
        faces(style.element.get_or_add_rPr())
    for found in made.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), LANGUAGE)
        found.set(qn("w:eastAsia"), LANGUAGE)
    page = made.sections[0]
    if upright:
        page.page_width, page.page_height = Mm(HEIGHT), Mm(WIDTH)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(UPRIGHT)
        page.footer_distance = Mm(UPRIGHT / 2)
        return page
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(WIDTH), Mm(HEIGHT)
    page.left_margin = page.right_margin = page.top_margin = Mm(MARGIN)
    page.bottom_margin, page.footer_distance = Mm(FOOT), Mm(FOOT / 2)
    return page


def faces(properties: Any) -> None:
    """Name the typefaces of a run or a style: Word takes Han from ``eastAsia`` alone."""
    fonts = properties.get_or_add_rFonts()
    for name in [one for one in fonts.attrib if "heme" in one]:
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), WESTERN)
    fonts.set(qn("w:eastAsia"), EASTERN)
    fonts.set(qn("w:hint"), "eastAsia")


def say(line: Paragraph, words: str, *, bold: bool = False, grey: bool = False) -> Any:
    """Add words to a paragraph, and return what holds them."""
    run = line.add_run(words)
    faces(run._element.get_or_add_rPr())  # noqa: SLF001 - python-docx has no East Asian face
    if bold:
        run.bold = True
    if grey:
        run.font.color.rgb = GREY
    return run._element  # noqa: SLF001 - as above


def foot(page: Page, words: str, around: tuple[str, str, str]) -> None:
    """Put words, the number of the page and how many there are below each page."""
    line = page.footer.paragraphs[0]
    before, between, after = around
    say(line, f"{words}　　{before}", grey=True)
    field(line, "PAGE")
    say(line, between, grey=True)
    field(line, "NUMPAGES")
    say(line, after, grey=True)


def field(line: Paragraph, name: str) -> None:
    """Add a number that Word works out."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), name)
    made.append(say(line, "1", grey=True))
    line._element.append(made)  # noqa: SLF001 - python-docx has no fields


def table(made: Doc, heads: Sequence[str], widths: Sequence[int]) -> Table:
    """Add a table whose head is repeated on each page; widths in mm."""
    found: Table = made.add_table(rows=0, cols=len(heads))
    found.style = "Table Grid"
    found.autofit = False
    for column, width in zip(found.columns, widths, strict=True):
        column.width = Mm(width)
    if any(heads):
        for cell in fill(found, heads):
            cell.paragraphs[0].runs[0].bold = True
        mark(found, "w:tblHeader")
    return found


def fill(rows: Table, cells: Iterable[str], *, together: bool = True) -> tuple[_Cell, ...]:
    """Add a row of words; lines of a cell are paragraphs. It stays ``together`` on its page."""
    added: Any = rows.add_row()  # type: ignore[no-untyped-call]  # python-docx gives it no types
    for cell, words, column in zip(added.cells, cells, rows.columns, strict=True):
        cell.width = column.width
        for number, line in enumerate(words.split("\n")):
            say(cell.add_paragraph() if number else cell.paragraphs[0], line)
    if together:
        mark(rows, "w:cantSplit")
    return tuple(added.cells)


def mark(rows: Table, name: str) -> None:
    """Mark the last row: its table's head, or not to be split."""
    row: Any = rows.rows[-1]
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has neither


def rule(line: Paragraph, side: Literal["top", "bottom"]) -> None:
    """Draw a line above or below a paragraph."""
    borders = OxmlElement("w:pBdr")
    drawn = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "6"), ("color", "0F4C5C")):
        drawn.set(qn(f"w:{name}"), value)
    borders.append(drawn)
    properties: Any = line._element.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    before = (qn("w:keepNext"), qn("w:pStyle"), qn("w:pageBreakBefore"), qn("w:keepLines"))
    index = sum(one.tag in before for one in properties)
    properties.insert(index, borders)
