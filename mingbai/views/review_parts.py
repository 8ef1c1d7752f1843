"""What a review sheet is made of: rows to tick, figures, blocks to sign, and the words around."""

from __future__ import annotations

from dataclasses import dataclass

LABELS = {
    "number": "号",
    "questions": "先请确认",
    "asked": "问",
    "question": "拿不准的",
    "answer": "答复",
    "names": "名称和说法",
    "which": "哪一项",
    "words": "记录里的写法",
    "said": "记录里怎么写",
    "basis": "依据和条文",
    "verdict": "核对",
    "right": "对",
    "mend": "要改",
    "instead": "改成",
    "unverified": "待核",
    "short": "纸上：",
    "quote": "摘录：",
    "figures": "数字",
    "value": "数值",
    "start": "从哪天起",
    "published": "公布日期",
}
"""What stands at the head of columns and beside marks."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation; ``words`` of its article stand once, later rows say in ``see`` where."""

    title: str
    words: tuple[str, ...]
    see: str
    unverified: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One statement to tick."""

    number: int
    label: str
    text: str
    below: tuple[str, ...]
    short: str
    local: str
    quotes: tuple[str, ...]
    cites: tuple[Cited, ...]
    unverified: bool
    under: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The statements of one part."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure to confirm; an empty value is to be filled in."""

    label: str
    short: str
    value: str
    unit: str
    start: str
    published: str
    cites: tuple[str, ...]
    confirmed: str
    unverified: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Words with what they are; without words, a line to write on."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A block to sign: what is signed, and the lines."""

    title: str
    words: str
    lines: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """The whole sheet. ``page`` are the words around a page's number and how many there are."""

    slug: str
    title: str
    region: str
    facts: tuple[Named, ...]
    seal: str
    how: tuple[str, ...]
    questions: tuple[str, ...]
    names: tuple[Named, ...]
    sections: tuple[Section, ...]
    signature: Signature
    figures: tuple[FigureRow, ...]
    figures_how: str
    figure_signature: Signature
    foot: str
    page: tuple[str, str, str]
    labels: dict[str, str]

    @property
    def count(self) -> int:
        """Return how many statements are to be ticked."""
        return sum(len(one.rows) for one in self.sections)
