"""Orders of the 明白纸 and what their tests look at: what must be said, what must not touch."""

from __future__ import annotations

import dataclasses
import json
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import pytest

from mingbai.outputs.form import Order
from mingbai.outputs.job import job_of
from mingbai.outputs.sheets import FORMS
from mingbai.problems import Place
from mingbai.views.village import GENERAL, VillageView
from tests.conftest import SIX
from tests.made import Made, made_of

if TYPE_CHECKING:
    from mingbai.outputs.form import Form
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records
    from tests.seen import Page

RELEASED = "https://yanzhou.gov.cn/jz"
SIDES = {"sheet": 1, "sheet-large": 2}
each_policy = pytest.mark.parametrize("slug", [*SIX, "youfu"])
each_form = pytest.mark.parametrize("form", FORMS, ids=lambda one: one.name)
VILLAGES = tuple(
    VillageView(
        code=f"37081210100{number}",
        name=f"示例{number}村",
        township="大安镇",
        contact="张示例",
        phone=f"0537-100000{number}",
        hours="周一至周五 8:30—17:00",
        window="大安镇便民服务中心",
        window_phone="0537-1000009",
    )
    for number in range(1, 5)
)


def order(records: Records, *policies: PolicyView, villages: tuple[VillageView, ...] = ()) -> Order:
    return Order(policies, records.library, records.scope, villages or (GENERAL,))


def released(records: Records, policy: PolicyView, url: str | None = RELEASED) -> Order:
    scope = dataclasses.replace(records.scope, public_url=url)
    return Order((dataclasses.replace(policy, draft="", edition=2),), records.library, scope)


def view_of(made: Made) -> dict[str, Any]:
    view: dict[str, Any] = made.data["sheets"][0]["view"]
    return view


def told(view: dict[str, Any]) -> list[str]:
    """Return what a reader must get to know: the lines of all boxes and of the path."""
    boxes = (view[name]["items"] for name in ("who", "not_who", "amount", "bring", "after"))
    lines = [one["text"] for items in boxes for one in items]
    lines += [one["text"] for one in view["stops"]] + [one["actor"] for one in view["stops"]]
    return lines + [one["label"] for one in view["sums"]]


def touching(page: Page) -> list[tuple[str, str]]:
    """Return pairs of characters whose ink overlaps, the stamp left out."""
    seen = [one for one in page.characters if one.seen and one.upright]
    seen.sort(key=lambda one: one.box.left)
    found: list[tuple[str, str]] = []
    for number, one in enumerate(seen, start=1):
        beside = takewhile(lambda it: it.box.left < one.box.right - TOUCH, seen[number:])  # noqa: B023
        for other in beside:
            along = min(one.box.top, other.box.top) - max(one.box.bottom, other.box.bottom)
            if along > TOUCH and other.box.width > TOUCH:
                found.append((one.text, other.text))
    return found


TOUCH = 0.15
"""Millimetres that the ink of two characters may share: glyphs of one line may meet."""


def saying(form: Form, order: Order, *lines: str) -> Made:
    """Return a form whose first box says something else."""
    job = job_of(form, order, Place("policies/dibao.yml", 3, 7))
    data = json.loads(job.data)
    items = [{"text": one, "unverified": False} for one in lines]
    data["sheets"][0]["view"]["who"]["items"] = items
    return made_of(form, order, dataclasses.replace(job, data=json.dumps(data)))
