"""A talk as a Word document that its speaker changes: the full text, and what it rests on.

What is said stands in large type; the numbers behind a line lead to the list at the end.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.shared import Mm, Pt

from mingbai.outputs.office.word import foot, prepare, say
from mingbai.outputs.office.zipped import same_zip

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document as Doc

    from mingbai.views.speaking.talk import TalkLine, TalkSection, TalkView

SIZES = {"Normal": 14, "Footer": 9, "Heading 1": 24, "Heading 2": 18, "Heading 3": 14}
SMALL = 10.5
"""Points of the list of sources, which is looked up at a desk."""

PAGE = ("第 ", " 页，共 ", " 页")
OPENINGS = {"ask": "问：", "answer": "答：", "note": "提示（不念）：", "quote": "原话："}
INSIDE = 8
"""Millimetres by which answers and words taken over stand in."""

BASIS = "依据"
UNVERIFIED = "（待核）"


def speaker_document(talk: TalkView, day: date) -> bytes:
    """Return the file; ``day`` is the only date in its properties."""
    made = Document()
    page = prepare(made, talk.title, day, sizes=SIZES, upright=True)
    foot(page, f"{talk.title}　{talk.region}　{talk.as_of}　{talk.stamp}", PAGE)
    head(made, talk)
    for one in talk.sections:
        section(made, one)
    if talk.sources:
        say(made.add_heading(level=2), BASIS)
    for number, source in enumerate(talk.sources, 1):
        end = "" if source.verified else UNVERIFIED
        line = made.add_paragraph()
        say(line, f"{number}. {source.words}{end}")
        line.runs[0].font.size = Pt(SMALL)
    stream = io.BytesIO()
    made.save(stream)
    return same_zip(stream.getvalue())


def head(made: Doc, talk: TalkView) -> None:
    """Add what the talk is and how long it takes."""
    say(made.add_heading(level=1), talk.title)
    facts = (
        ("讲给谁听", talk.audience),
        ("地区", talk.region),
        ("规定截至", talk.as_of),
        ("时间", f"定 {talk.minutes} 分钟，照念约 {talk.clock}，{talk.characters} 个字"),
        ("状态", talk.stamp),
        ("电话", talk.calling.note),
    )
    for label, words in facts:
        if words:
            line = made.add_paragraph()
            say(line, f"{label}：", grey=True)
            say(line, words)


def section(made: Doc, one: TalkSection) -> None:
    """Add a section: its parts, each with its lines."""
    say(made.add_heading(level=2), f"{one.name}（{one.clock}）")
    for part in one.parts:
        if part.title != one.name:
            say(made.add_heading(level=3), part.title)
        for line in part.lines:
            spoken(made, line)


def spoken(made: Doc, line: TalkLine) -> None:
    """Add a line with the numbers of its sources."""
    added = made.add_paragraph()
    added.paragraph_format.line_spacing = 1.4
    if line.role in {"answer", "quote"}:
        added.paragraph_format.left_indent = Mm(INSIDE)
    added.paragraph_format.keep_with_next = line.role == "ask"
    grey, bold = line.role == "note", line.role == "ask"
    say(added, f"{OPENINGS.get(line.role, '')}{line.text}", bold=bold, grey=grey)
    if line.marks:
        say(added, "、".join(str(one) for one in line.marks))
        added.runs[-1].font.superscript = True
