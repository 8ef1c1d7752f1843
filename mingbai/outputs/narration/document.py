"""All texts of a policy as one Word document, long ones on a page of their own; always the same."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.shared import Pt

from mingbai.outputs.narration.files import BASIS
from mingbai.outputs.office.word import foot, prepare, rule, say
from mingbai.outputs.office.zipped import same_zip
from mingbai.views.speaking.handed import TITLE, handed, sealed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docx.document import Document as Doc
    from docx.text.paragraph import Paragraph

    from mingbai.views.speaking.handed_parts import Block, Handed
    from mingbai.views.speaking.narration import NarrationView

SIZES = {"Normal": 10.5, "Footer": 9, "Heading 1": 20, "Heading 2": 16, "Heading 3": 11}
SAID, COPIED = 14, 12
"""Points of words: read out standing, at arm's length; copied at a desk."""

PITCH = 1.25
SHORT = 200
"""Characters of a text that shares its page with others as short."""

PAGE = ("第 ", " 页，共 ", " 页")


def document(view: NarrationView, day: date) -> bytes:
    """Return the file; ``day`` is the only date in its properties."""
    made = Document()
    title = f"{view.name}：{TITLE}"
    page = prepare(made, title, day, sizes=SIZES, upright=True)
    foot(page, f"{view.name}　{view.region}　{view.as_of}", PAGE)
    say(made.add_heading(level=1), title)
    if sealed(view):
        say(made.add_paragraph(), sealed(view), grey=True)
    texts = tuple(handed(view))
    for number, one in enumerate(texts):
        alone = number and (long(one) or long(texts[number - 1]))
        add(made, one, new_page=bool(alone))
    stream = io.BytesIO()
    made.save(stream)
    return same_zip(stream.getvalue())


def long(one: Handed) -> bool:
    """Tell whether a text needs a page of its own."""
    return sum(len(words) for block in one.blocks for words in block.lines) > SHORT


def add(made: Doc, one: Handed, *, new_page: bool) -> None:
    """Add a text: its head small, then the words large between two lines, what they rest on."""
    heading = made.add_heading(level=2)
    heading.paragraph_format.page_break_before = new_page
    say(heading, one.title)
    for label, words in (*one.facts[1:], ("", one.how)):
        line = made.add_paragraph()
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.keep_with_next = True
        say(line, f"{label}：" if label else "", grey=True)
        say(line, words, bold=not label)
    size = SAID if one.aloud else COPIED
    said = [line for block in one.blocks for line in written(made, block, size)]
    rule(said[0], "top")
    rule(said[-1], "bottom")
    say(made.add_heading(level=3), BASIS)
    for words in one.basis:
        say(made.add_paragraph(), words, grey=True)


def written(made: Doc, block: Block, size: float) -> Iterator[Paragraph]:
    """Add the words that are used, under their label, and yield each paragraph."""
    if block.label:
        label = made.add_heading(level=3)
        say(label, block.label)
        yield label
    for words in block.lines:
        line = made.add_paragraph()
        line.paragraph_format.line_spacing = PITCH
        say(line, words)
        line.runs[0].font.size = Pt(size)
        yield line
