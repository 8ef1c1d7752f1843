"""The review sheet as PDF and DOCX. For staff, so no form of ``FORMS``: no build plans it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from mingbai.outputs.job import Job, render
from mingbai.outputs.review.document import document
from mingbai.problems import ProblemsFound

if TYPE_CHECKING:
    from datetime import date

    from mingbai.problems import Place
    from mingbai.views.review_parts import ReviewSheet

TEMPLATE = "review/review.typ"


def review_files(sheet: ReviewSheet, day: date, place: Place) -> dict[str, bytes]:
    """Return the sheet as files by name; ``place`` is the record that is blamed.

    Raises:
        ProblemsFound: for characters that cannot be printed.

    """
    made = render(
        Job(
            form=sheet.title,
            template=TEMPLATE,
            data=json.dumps(asdict(sheet), ensure_ascii=False, sort_keys=True),
            title=f"{sheet.title}（{sheet.region}）",
            day=day,
            place=place,
            pages=None,
        )
    )
    if not isinstance(made, bytes):
        raise ProblemsFound(made)
    name = f"{sheet.slug}-review"
    return {f"{name}.pdf": made, f"{name}.docx": document(sheet, day)}
