"""The A5 手册: every policy at full length, for whoever explains them; as pages and to stitch."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mingbai.design.icons import icon_svg
from mingbai.outputs.form import Form
from mingbai.outputs.qr import qr_data
from mingbai.views.handbook import handbook

if TYPE_CHECKING:
    from mingbai.outputs.form import Order


def handbook_data(order: Order) -> dict[str, Any]:
    """Return the book, with each chapter's code at level M and the drawings of the situations."""
    gathered = order.gathered
    view = handbook(gathered.policies, order.library, order.scope, proof=gathered.proof)
    return asdict(view) | {
        "codes": {one.slug: qr_data(one.code_box.code_content, "M") for one in view.chapters},
        "events": [asdict(one) | {"svg": white(icon_svg(one.icon) or "")} for one in view.events],
    }


def white(drawing: str) -> str:
    """Return an icon to stand on a dark ground: white needs no ink, in any edition."""
    return drawing.replace("<path ", '<path fill="#fff" ')


def pages(order: Order) -> None:
    """Return nothing: how long the book is, its text decides."""


HANDBOOK = Form(
    name="handbook",
    title="手册",
    paper="A5",
    how="A5 纸双面打印，沿长边翻转，比例选“实际大小”或 100%。",
    template="handbook/handbook.typ",
    each=False,
    data=handbook_data,
    pages=pages,
    local=False,
)
BOOKLET = Form(
    name="handbook-booklet",
    title="手册（骑马钉拼版）",
    paper="A4",
    how=(
        "A4 纸横向双面打印，沿短边翻转，比例选“实际大小”或 100%；印好叠齐，对折，在折线上钉两个钉。"
        "没有留爬移量，钉好后把外口裁齐；太厚钉不透的，改用胶装。"
    ),
    template="handbook/handbook.typ",
    each=False,
    data=handbook_data,
    pages=pages,
    local=False,
    imposition="booklet",
)
FORMS = (HANDBOOK, BOOKLET)
