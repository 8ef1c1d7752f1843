"""The answer as a picture for a phone, to long-press, keep and forward: a PNG, 1080 px wide.

Typst sets it, pdfium draws it: the same input gives the same bytes.
"""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import pypdfium2

from mingbai.outputs import job
from mingbai.outputs.qr import qr_data
from mingbai.views.answer import answer_view

if TYPE_CHECKING:
    from mingbai.model.scope import Scope
    from mingbai.problems import Place, Problem
    from mingbai.views.policy import PolicyView

FORM = "答案图片"
DOTS = 4
"""Pixels a point: the page is 270 points wide."""

SHADES = 32
"""Colours of the picture: few enough for a small file, enough for the edges of large type."""


def job_of(policy: PolicyView, scope: Scope, place: Place) -> job.Job:
    """Return what the picture of a policy is set from."""
    view = answer_view(policy, scope)
    code = qr_data(view.code_content, "M") if view.code_content else None
    return job.Job(
        form=FORM,
        template="answer/answer.typ",
        data=json.dumps({"view": asdict(view), "qr": code}, ensure_ascii=False, sort_keys=True),
        title=f"{policy.name}{FORM}",
        day=scope.as_of,
        place=place,
        pages=1,
    )


def render(order: job.Job) -> bytes | tuple[Problem, ...]:
    """Return the picture as PNG, or a problem for all that does not fit or cannot be shown."""
    made = job.render(order)
    return picture(made) if isinstance(made, bytes) else made


def picture(content: bytes) -> bytes:
    """Draw the first page of a PDF."""
    page = pypdfium2.PdfDocument(content)[0]
    drawn = page.render(scale=DOTS).to_pil().quantize(SHADES)
    png = io.BytesIO()
    drawn.save(png, "PNG", optimize=True)
    return png.getvalue()
