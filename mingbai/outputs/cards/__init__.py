"""The 服务卡: ten cards on a sheet of A4, front and back, cut along crop marks.

Colour stays inside the cards and their edges are white: crop marks are all that a shop needs, no
card bleeds, and a cut that is a little off shows nothing.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mingbai.outputs.form import Form
from mingbai.outputs.qr import qr_data
from mingbai.views.card import card_copy, card_view

if TYPE_CHECKING:
    from mingbai.outputs.form import Order


def card_data(order: Order) -> dict[str, Any]:
    """Return the card with its copies, one a place, each with its code at level Q."""
    gathered = order.gathered
    what = (gathered.policies, order.library, order.scope)
    view = card_view(*what, proof=gathered.proof)
    copies = (card_copy(*what, one) for one in order.villages)
    return {
        "view": asdict(view),
        "copies": [asdict(one) | {"qr": qr_data(one.code_content, "Q")} for one in copies],
    }


def pages(order: Order) -> int:
    """Return the pages of an order: a front and a back a place."""
    return 2 * len(order.villages)


CARDS = Form(
    name="cards",
    title="服务卡",
    paper="A4",
    how="A4 厚纸双面打印，选“长边翻转”，比例选“实际大小”或 100%，再沿四边的短线裁成 10 张。",
    template="cards/cards.typ",
    each=False,
    data=card_data,
    pages=pages,
    local=True,
)
FORMS = (CARDS,)
