"""What hangs on a wall: the A3 poster, the same on A4 sheets, the panel, the banner."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from mingbai.outputs.form import Form
from mingbai.outputs.qr import qr_data
from mingbai.views.poster import banner_view, panel_view, poster_copy, poster_view

if TYPE_CHECKING:
    from mingbai.outputs.form import Order


def poster_data(order: Order) -> dict[str, Any]:
    """Return each policy's poster with its copies, one a place, each with its code at level Q."""
    return {
        "sheets": [
            {
                "view": asdict(poster_view(policy, order.scope, proof=order.is_proof)),
                "copies": [
                    asdict(copy) | {"qr": qr_data(copy.code_content, "Q")}
                    for copy in (poster_copy(policy, order.scope, one) for one in order.villages)
                ],
            }
            for policy in order.policies
        ]
    }


def panel_data(order: Order) -> dict[str, Any]:
    """Return each policy's panel with its code at level Q."""
    panels = [panel_view(one, order.scope, proof=order.is_proof) for one in order.policies]
    return {
        "sheets": [{"view": asdict(one), "qr": qr_data(one.code_content, "Q")} for one in panels]
    }


def banner_data(order: Order) -> dict[str, Any]:
    """Return each policy's banner."""
    views = [banner_view(one, order.scope, proof=order.is_proof) for one in order.policies]
    return {"banners": [asdict(one) for one in views]}


def copies(order: Order) -> int:
    """Return the pages of an order: one a policy and place."""
    return len(order.policies) * len(order.villages)


POSTER = Form(
    name="poster",
    title="海报",
    paper="A3",
    how="A3 纸竖着单面打印，比例选“实际大小”或 100%。",
    template="posters/poster.typ",
    each=True,
    data=poster_data,
    pages=copies,
    local=True,
)
PANEL = Form(
    name="panel",
    title="展板",
    paper="900×1200 毫米",
    how="交给广告店喷绘或写真，按原大 900×1200 毫米输出，四边不留白。",
    template="posters/panel.typ",
    each=True,
    data=panel_data,
    pages=lambda order: len(order.policies),
    local=False,
)
BANNER = Form(
    name="banner",
    title="标语",
    paper="1200×70 毫米，放大 10 倍",
    how="文件是实物的十分之一：交给广告店放大到 1000%，做成 12 米长、0.7 米高的横幅。",
    template="posters/banner.typ",
    each=True,
    data=banner_data,
    pages=lambda order: len(order.policies),
    local=False,
)
POSTER_TILES = replace(
    POSTER,
    name="poster-tiles",
    title="海报（A4 拼贴）",
    paper="A4，4 张拼成一张",
    how="A4 纸单面打印，比例选“实际大小”或 100%；按每张下边的字剪开、涂胶，从左上往右下粘。",
    imposition="tiles",
)
FORMS = (POSTER, POSTER_TILES, PANEL, BANNER)
