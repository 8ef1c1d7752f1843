"""The 标准表: the region's figures alone, on one side of A4."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mingbai.outputs.form import Form
from mingbai.outputs.qr import qr_data
from mingbai.views.standards import standards_view

if TYPE_CHECKING:
    from mingbai.outputs.form import Order


def standards_data(order: Order) -> dict[str, Any]:
    """Return the sheet with its code at level Q."""
    gathered = order.gathered
    view = standards_view(gathered.policies, order.library, order.scope, proof=gathered.proof)
    return {"view": asdict(view), "qr": qr_data(view.code_content, "Q")}


STANDARDS = Form(
    name="standards",
    title="标准表",
    paper="A4",
    how="A4 纸单面打印，比例选“实际大小”或 100%；标准变了，只换这一张，塑封的明白纸不用换。",
    template="standards/standards.typ",
    each=False,
    data=standards_data,
    pages=lambda _: 1,
    local=False,
)
FORMS = (STANDARDS,)
