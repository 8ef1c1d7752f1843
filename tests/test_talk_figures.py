"""A figure that changes in its region changes in every form of a talk, and in every text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from docx import Document
from pptx import Presentation

from mingbai.make import Press
from mingbai.settings import read_scope
from tests.checked import copy_base
from tests.test_talks import CAMPAIGN, ROOT

if TYPE_CHECKING:
    from pathlib import Path

SHORT = (ROOT / "tests" / "problems" / "narration-short.yml").read_text("utf-8")
RECORD = SHORT.partition("\n")[2].replace("  # 提醒 narration-short", "")
SAID = "标准，{figure:biaozhun}。"
PLACES = {
    "    - {text: 遇到火灾、车祸的家庭可以申请。, cite: 示例办法 第二条}": (
        f"    - text: {SAID}\n      cite: 示例办法 第二条"
    ),
    "        - 遇到火灾、车祸的家庭，可以申请救助。": f"        - {SAID}",
    "[家里突然出了急事的，先告诉镇街。]": f'["{SAID}"]',
    "      - 先说第一件。": f"      - {SAID}",
    "lines: [出了急事先找镇街]": 'lines: ["标准，{figure:biaozhun}"]',
    "voice: 家里突然出了急事，请先告诉镇街。": f'voice: "{SAID}"',
    "words: 遇到火灾、车祸的家庭，可以申请救助。}": f'words: "{SAID}"}}',
}
BEFORE, AFTER = ("120 元", "一百二十元"), ("137 元", "一百三十七元")
TOLD = frozenset({"sign-in.pdf", "feedback.pdf", "rehearsal.pdf", "quiz.pdf"})
"""Papers that tell no line of the talk."""


def words_of(name: str, content: bytes) -> str:
    """Return every word of a file, without blanks, notes of slides included."""
    if name.endswith(".pdf"):
        pages = pypdfium2.PdfDocument(content)
        text = "".join(page.get_textpage().get_text_range() for page in pages)
    elif name.endswith(".pptx"):
        slides = Presentation(io.BytesIO(content)).slides
        told = [one.notes_slide.notes_text_frame for one in slides if one.has_notes_slide]
        shapes = [one.text_frame for each in slides for one in each.shapes if one.has_text_frame]
        text = "".join(one.text for one in (*shapes, *told) if one is not None)
    elif name.endswith(".docx"):
        made = Document(io.BytesIO(content))
        text = "".join(one.text for one in made.paragraphs)
    else:
        text = content.decode("utf-8-sig")
    return "".join(text.split())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copy_base(tmp_path)
    record = RECORD
    record = record.replace("告诉镇街。遇到火灾、车祸的家庭，可以申请救助。}", "告诉镇街。}")
    for old, new in PLACES.items():
        assert old in record
        record = record.replace(old, new)
    (root / "policies" / "jizhen.yml").write_text(record, "utf-8")
    (root / "campaign" / "talks").mkdir(parents=True)
    (root / "campaign" / "talks" / "yi.yml").write_text(CAMPAIGN, "utf-8")
    return root


def texts(root: Path) -> dict[str, str]:
    _, files, _ = Press().make_talks(root, read_scope(root)[0])
    return {name: words_of(name, one) for name, one in files.items() if not name.endswith(".png")}


def test_a_figure_changes_in_every_form(project: Path) -> None:
    region = project / "policies" / "regions" / "990100.yml"
    before = texts(project)
    region.write_text(region.read_text("utf-8").replace("value: '120'", "value: '137'"), "utf-8")
    after = texts(project)

    telling = {name for name in before if name.rpartition("/")[2] not in TOLD}
    assert {name.rpartition(".")[2] for name in telling} == {"pdf", "pptx", "docx", "txt", "srt"}
    for name in sorted(telling):
        assert holds(before[name], BEFORE), name
        assert holds(after[name], AFTER), name
    for name, text in after.items():
        assert not holds(text, BEFORE), name
    assert before.keys() == after.keys()


def holds(text: str, values: tuple[str, ...]) -> bool:
    return any("".join(one.split()) in text for one in values)
