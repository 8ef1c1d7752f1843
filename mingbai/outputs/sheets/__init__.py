"""The 明白纸: one A4 page a policy and place, or both sides of one in large type."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mingbai.outputs.form import Form
from mingbai.outputs.qr import qr_data
from mingbai.views.local_copy import local_copy
from mingbai.views.paper import paper_view

if TYPE_CHECKING:
    from mingbai.outputs.form import Order


def sheet_data(order: Order) -> dict[str, Any]:
    """Return each policy's sheet with its copies, one a place, each with its code at level M."""
    return {
        "sheets": [
            {
                "view": asdict(paper_view(policy, order.scope, proof=order.is_proof)),
                "copies": [
                    asdict(copy) | {"qr": qr_data(copy.code_content, "M")}
                    for copy in (local_copy(policy, order.scope, one) for one in order.villages)
                ],
            }
            for policy in order.policies
        ]
    }


def pages(order: Order) -> int:
    """Return the pages of an order: one a policy and place."""
    return len(order.policies) * len(order.villages)


def both_sides(order: Order) -> int:
    """Return the pages of an order in large type: two a policy and place."""
    return 2 * pages(order)


SHEET = Form(
    name="sheet",
    title="明白纸",
    paper="A4",
    how="A4 纸单面打印，比例选“实际大小”或 100%。",
    template="sheets/sheet.typ",
    each=True,
    data=sheet_data,
    pages=pages,
    local=True,
)
SHEET_LARGE = Form(
    name="sheet-large",
    title="大字明白纸",
    paper="A4",
    how="A4 纸双面打印，沿长边翻转，比例选“实际大小”或 100%。",
    template="sheets/sheet-large.typ",
    each=True,
    data=sheet_data,
    pages=both_sides,
    local=True,
)
FORMS = (SHEET, SHEET_LARGE)
