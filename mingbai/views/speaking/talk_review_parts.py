"""What 宣讲内容审查表 is made of: statements with their articles, and a block to sign."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cited:
    """What a statement rests on; ``open`` is said where nobody has read the document."""

    words: str
    open: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One statement; ``label`` says who says it, ``slide`` what stands on the slide instead."""

    number: int
    label: str
    text: str
    slide: str
    cites: tuple[Cited, ...]
    bare: str


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """The statements of one part; without a title, those of a section that has no parts."""

    title: str
    rows: tuple[ReviewRow, ...]


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """The parts of one policy, or of the beginning or the end."""

    title: str
    parts: tuple[ReviewPart, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """The block to sign, and what is written into the record afterwards."""

    title: str
    words: str
    blanks: tuple[str, ...]
    enter: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TalkReview:
    """The whole sheet."""

    title: str
    facts: tuple[tuple[str, str], ...]
    how: tuple[str, ...]
    heads: tuple[str, ...]
    right: str
    mend: str
    sections: tuple[ReviewSection, ...]
    signing: Signing
    stamp: str
    foot: str
    page: tuple[str, str, str]
