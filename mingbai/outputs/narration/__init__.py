"""The texts of a policy to read out, to send and to print: as text, captions and Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.outputs.narration.document import document
from mingbai.outputs.narration.files import captions, text
from mingbai.outputs.target import Target
from mingbai.views.speaking.handed import CAPTIONS, handed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mingbai.problems import Place, Problem
    from mingbai.views.speaking.narration import NarrationView


def plan(told: NarrationView, day: date, place: Place) -> Iterator[Target]:
    """Yield every file of a policy's texts, below the folder of its own talk."""
    for one in handed(told):
        yield Target("talks", f"{told.slug}/{one.name}.txt", ("txt", one, day), place)
    cues = ("srt", told.video.captions, day)
    yield Target("talks", f"{told.slug}/{CAPTIONS}", cues, place)
    yield Target("talks", f"{told.slug}/narration.docx", ("narration", told, day), place)


def render(target: Target) -> bytes | tuple[Problem, ...]:
    """Make one file."""
    kind, view, day = target.view
    if kind == "txt":
        return text(view)
    if kind == "srt":
        return captions(view)
    return document(view, day)
