"""Texts and captions as bytes.

``.txt`` is UTF-8 with its mark at the beginning: the notepad of Windows before 10 (1903), and much
software of offices that reads text aloud, takes Chinese without the mark for GBK; newer ones read
both. ``.srt`` is UTF-8 without it: players and cutting programs find UTF-8 by themselves, and some
take the mark for a part of the first number and lose the first caption. Lines end as on Windows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.views.speaking.captions import srt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.views.speaking.captions import Cue
    from mingbai.views.speaking.handed_parts import Handed

RULE = "─" * 20
BASIS = "依据（不念、不发）"


def text(one: Handed) -> bytes:
    """Return a text as a file: its head, the words between two lines, what they rest on."""
    return "".join(f"{line}\r\n" for line in written(one)).encode("utf-8-sig")


def written(one: Handed) -> Iterator[str]:
    """Yield the lines of a file."""
    yield from (f"{label}：{words}" for label, words in one.facts)
    yield one.how
    yield ""
    yield RULE
    for number, block in enumerate(one.blocks):
        if number:
            yield ""
        if block.label:
            yield f"【{block.label}】"
        yield from block.lines
    yield RULE
    yield ""
    yield f"{BASIS}："
    yield from one.basis


def captions(cues: Iterable[Cue]) -> bytes:
    """Return captions as a file."""
    return srt(cues).replace("\n", "\r\n").encode()
