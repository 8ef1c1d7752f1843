"""The box for the code printed on paper: which codes there are, and what is said of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.model.library import Library

LABEL = "纸上的编号（两位数字）"
OPEN = "打开"
UNKNOWN = ("没有“", "”这个编号。请照着纸上的两位数字再填一次。")
LIST = "找不到就看全部政策"


@dataclass(frozen=True, slots=True)
class CodeBox:
    """The box on the front page.

    ``codes`` lists what has a page, for a script: ``23:4`` is code 23, on paper in editions 1 to 4
    (0: not released yet); codes of withdrawn policies among them. ``unknown`` is what is said
    before and after a code that has none; ``list_words`` leads to the page of all policies.
    """

    label: str
    button: str
    unknown: tuple[str, str]
    list_words: str
    codes: str


def code_box(library: Library) -> CodeBox:
    """Return the box for every code that this library has a page for."""
    latest = {code: line.edition for code, line in library.released.items()}
    codes = sorted({*library.record_by_code, *latest})
    return CodeBox(
        LABEL, OPEN, UNKNOWN, LIST, " ".join(f"{one}:{latest.get(one, 0)}" for one in codes)
    )
