"""Slides as a presentation that people edit in WPS, PowerPoint or LibreOffice; always the same.

Titles are titles, points are lists, figures are tables, and what is said meanwhile stands in the
notes. Every run names a typeface for Han, or Office takes one of its own.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from mingbai.outputs.office.zipped import same_zip
from mingbai.outputs.slides.fit import TooFull
from mingbai.outputs.slides.master import deck
from mingbai.outputs.slides.slides import draw
from mingbai.outputs.slides.text import say
from mingbai.problems import Problem

if TYPE_CHECKING:
    from datetime import date

    from mingbai.problems import Place
    from mingbai.views.speaking.slides import Slides


def presentation(slides: Slides, day: date, place: Place) -> bytes | tuple[Problem, ...]:
    """Return the file, or a problem for each slide that does not fit; ``place`` is the talk's.

    ``day`` is the only date in its properties.
    """
    made = deck(slides.title, day)
    found: list[Problem] = []
    for number, one in enumerate(slides.slides, 1):
        try:
            added = draw(made, one, number, slides)
        except TooFull:
            values = {"number": number, "title": one.title, "over": one.over}
            found.append(Problem("slide-overflow", place, values))
            continue
        frame = added.notes_slide.notes_text_frame
        if frame is not None:
            say(frame, one.notes)
    if found:
        return tuple(found)
    out = io.BytesIO()
    made.save(out)
    return same_zip(out.getvalue())
