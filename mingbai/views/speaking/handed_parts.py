"""A text as it is handed over: what must be known before using it, its words, what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.views.sources import Source
    from mingbai.views.speaking.narration import NarrationView

DRAFT = "样稿，还没有经过主管部门审核，不要播、不要发"
UNVERIFIED = "待核"


@dataclass(frozen=True, slots=True)
class Block:
    """Words that are used as they stand; ``label`` says what they are where there are several."""

    lines: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """One text: ``name`` is its file's, ``facts`` what somebody must know before using it.

    ``how`` says which words are used; ``basis`` is nothing that is read out;
    ``aloud`` texts are read from the paper.
    """

    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    how: str
    blocks: tuple[Block, ...]
    basis: tuple[str, ...]
    aloud: bool = False


def head(
    view: NarrationView, title: str, long: str, until: tuple[str, str] | None = None
) -> tuple[tuple[str, str], ...]:
    """Return what must be known before a text is used; ``long`` is how long it is."""
    day = until or (("用到", f"{view.use_until}，过了这天先核对再用") if view.use_until else None)
    return (
        ("内容", f"{view.name}：{title}"),
        ("地区", view.region),
        ("规定截至", view.as_of),
        *([day] if day else []),
        ("长短", long),
        *([("状态", DRAFT)] if view.draft else []),
        *([("电话", view.calling.note)] if view.calling.note else []),
    )


def basis(cited: Iterable[Source]) -> tuple[str, ...]:
    """Return what a text rests on, each once."""
    each = dict.fromkeys(cited)
    return tuple(one.words if one.verified else f"{one.words}（{UNVERIFIED}）" for one in each)
