"""The review sheet as a Word document, on which a clerk writes other words; the same bytes always.

A row a statement: what the record says, its article, boxes to tick, and a column 改成.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.shared import Mm

from mingbai.outputs.office.word import fill, foot, prepare, say, table
from mingbai.outputs.office.zipped import same_zip

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docx.document import Document as Doc
    from docx.table import Table, _Cell

    from mingbai.views.review_parts import Cited, FigureRow, Named, ReviewSheet, Row, Signature

BOX = "□"
ROOM = 12
"""Millimetres of a row that is written on."""

LONG = 400
"""Characters of articles from which on a row may go on on the next page."""


def document(sheet: ReviewSheet, day: date) -> bytes:
    """Return the file; ``day`` is the only date in its properties."""
    made = Document()
    foot(prepare(made, sheet.title, day), sheet.foot, sheet.page)
    head(made, sheet)
    questions(made, sheet)
    names(made, sheet)
    labels = [sheet.labels[one] for one in ("number", "said", "basis", "verdict", "instead")]
    for section in sheet.sections:
        say(made.add_heading(level=2), section.title)
        rows = table(made, labels, (11, 80, 90, 20, 70))
        for one in section.rows:
            statement(rows, one, sheet)
    signature(made, sheet.signature)
    if sheet.figures:
        figures(made, sheet)
    stream = io.BytesIO()
    made.save(stream)
    return same_zip(stream.getvalue())


def head(made: Doc, sheet: ReviewSheet) -> None:
    """Add what the sheet is of, and how to go about it."""
    say(made.add_heading(level=1), sheet.title)
    facts(made, sheet.facts)
    for words in sheet.how:
        say(made.add_paragraph(), words)


def facts(made: Doc, listed: Iterable[Named]) -> None:
    """Add what the sheet is of, two facts a line."""
    pairs = list(listed)
    for number in range(0, len(pairs), 2):
        line = made.add_paragraph()
        for one in pairs[number : number + 2]:
            say(line, f"{one.label}：", grey=True)
            say(line, f"{one.words}　　", bold=True)


def questions(made: Doc, sheet: ReviewSheet) -> None:
    """Add what is to be confirmed before all else."""
    if not sheet.questions:
        return
    labels = sheet.labels
    say(made.add_heading(level=2), labels["questions"])
    heads = [labels[one] for one in ("number", "question", "answer")]
    rows = table(made, heads, (14, 120, 137))
    for number, question in enumerate(sheet.questions, 1):
        fill(rows, (f"{labels['asked']}{number}", question, ""))
        rows.rows[-1].height = Mm(ROOM)


def names(made: Doc, sheet: ReviewSheet) -> None:
    """Add the words that rest on no article."""
    say(made.add_heading(level=2), sheet.labels["names"])
    heads = [sheet.labels[one] for one in ("which", "words", "verdict", "instead")]
    rows = table(made, heads, (28, 133, 20, 90))
    for one in sheet.names:
        fill(rows, (one.label, one.words, verdict(sheet), ""))


def verdict(sheet: ReviewSheet) -> str:
    """Return the two boxes to tick."""
    return f"{BOX} {sheet.labels['right']}\n{BOX} {sheet.labels['mend']}"


def statement(rows: Table, one: Row, sheet: ReviewSheet) -> None:
    """Add a statement."""
    labels = sheet.labels
    length = sum(len(words) for cite in one.cites for words in cite.words)
    cells = fill(rows, (str(one.number), "", "", verdict(sheet), ""), together=length <= LONG)
    line = cells[1].paragraphs[0]
    for words in (one.label, one.local):
        if words:
            say(line, f"{words}　", bold=True)
    say(line, one.text)
    if one.unverified:
        say(line, f"　【{labels['unverified']}】", bold=True)
    for words in one.below:
        say(cells[1].add_paragraph(), words)
    if one.short:
        say(cells[1].add_paragraph(), f"{labels['short']}{one.short}", grey=True)
    for number, cite in enumerate(one.cites):
        basis(cells[2], cite, sheet, first=not number)
    for words in one.quotes:
        say(cells[2].add_paragraph(), f"{labels['quote']}{words}", grey=True)


def basis(cell: _Cell, cite: Cited, sheet: ReviewSheet, *, first: bool) -> None:
    """Add a citation with the words of its article."""
    line = cell.paragraphs[0] if first else cell.add_paragraph()
    say(line, cite.title, bold=True)
    if cite.unverified:
        say(line, f"　【{sheet.labels['unverified']}】", bold=True)
    if cite.see:
        say(line, f"　{cite.see}")
    for words in cite.words:
        say(cell.add_paragraph(), words)


def figures(made: Doc, sheet: ReviewSheet) -> None:
    """Add the figures with their own signature, on a page of their own."""
    heading = made.add_heading(level=2)
    heading.paragraph_format.page_break_before = True
    say(heading, sheet.labels["figures"])
    say(made.add_paragraph(), sheet.figures_how)
    names = ("which", "value", "start", "published", "basis", "verdict", "instead")
    rows = table(made, [sheet.labels[one] for one in names], (46, 36, 34, 34, 50, 25, 46))
    for one in sheet.figures:
        fill(rows, figure_cells(one, sheet))
    signature(made, sheet.figure_signature)


def figure_cells(one: FigureRow, sheet: ReviewSheet) -> tuple[str, ...]:
    """Return a figure as cells."""
    tag = f"　【{sheet.labels['unverified']}】" if one.unverified else ""
    short = f"\n{sheet.labels['short']}{one.short}" if one.short else ""
    return (
        f"{one.label}{tag}{short}",
        f"{one.value} {one.unit}".strip(),
        one.start,
        one.published,
        "\n".join(one.cites),
        one.confirmed or verdict(sheet),
        "",
    )


def signature(made: Doc, one: Signature) -> None:
    """Add a block to sign, all of it on one page."""
    say(made.add_heading(level=2), one.title)
    words = made.add_paragraph()
    say(words, one.words)
    words.paragraph_format.keep_with_next = True
    rows = table(made, ("", ""), (40, 150))
    for number, line in enumerate(one.lines, 1):
        cells = fill(rows, (line.label, line.words))
        rows.rows[-1].height = Mm(ROOM)
        for cell in cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = number < len(one.lines)
