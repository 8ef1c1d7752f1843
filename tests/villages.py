"""Invented villages, the same for the same seed: names of 1 to 15 characters, rare ones too.

Nobody is meant by them: the telephones cannot exist, the names say 示例.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Literal

from mingbai.model.columns import CONTACTS
from mingbai.model.village import Village
from mingbai.views.village import VillageView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mingbai.model.region import Township

LONGEST = 15
RARE = "㐂䶮垚堃喆赟翀犇骉淼燚筼堽甪鄠盩厔洺"
"""Characters of real names that small fonts lack and the printed font has."""
PLAIN = "东西南北前后大小上下张王李赵刘陈杨孙马朱家庄沟湾河桥楼店集堂坡"
LAST = ("村", "庄", "社区")
ETHNIC = "㐂示例回族满族锡伯族"
HOURS = (
    "",
    "工作日",
    "8:30—17:00",
    "周一至周五 8:30—12:00",
    "周一至周五 8:30—12:00，13:30—17:30",
)
CONTACTED = ("", "张示例", "李示例", "欧阳示例", "示例古丽·示例买买提")
WINDOWS = ("", "为民服务中心 3 号窗口", "示例街 1 号便民服务中心一楼社会救助窗口")
ASKED = date(2026, 10, 1)
SHORT_NAME = VillageView(code="370812101801", name="㐂", township="示例镇")
LONG_NAME = VillageView(
    code="370812101802",
    name="示例前张王李赵刘陈杨孙马朱家村",
    township="示例满族锡伯族回族自治镇",
    contact="示例古丽·示例买买提",
    phone="0537-10000001",
    hours=HOURS[-1],
    window=WINDOWS[-1],
    window_phone="0537-1000002",
)
RARE_NAME = VillageView(
    code="370812101803",
    name="示例䶮垚堃社区",
    township="盩厔镇",
    contact="燚示例",
    phone="0537-1000003",
)
EXTREMES = (SHORT_NAME, LONG_NAME, RARE_NAME)


def random_villages(count: int, townships: Sequence[Township], seed: int = 1) -> Iterator[Village]:
    """Yield villages of a region's townships, as a table of contacts would tell them."""
    chance = Random(seed)  # noqa: S311 - the same villages every time
    names: set[tuple[str, str]] = set()
    for number in range(count):
        town = townships[number % len(townships)]
        name = village_name(chance, 1 + number % LONGEST)
        while (town.code, name) in names:
            name = village_name(chance, 1 + number % LONGEST)
        names.add((town.code, name))
        contact, phone = chance.choice(CONTACTED), f"0537-{1000001 + number}"
        publish: tuple[Literal["网", "纸", "不公布"], ...] = ("网", "纸", "纸", "不公布")
        yield Village(
            township_code=town.code,
            township=town.name,
            code=f"{town.code}{900 + number // len(townships):03}"[-12:],
            name=name,
            contact=contact or None,
            phone=phone if contact else None,
            hours=(chance.choice(HOURS) or None) if contact else None,
            checked_on=ASKED if contact else None,
            publish=chance.choice(publish),
        )


def village_name(chance: Random, length: int) -> str:
    """Return a name of so many characters; every second long one has a rare character."""
    if length == 1:
        return chance.choice(RARE + PLAIN)
    last = chance.choice([one for one in LAST if len(one) < length])
    first = "示例" if length >= len("示例") + len(last) else ""
    middle = "".join(chance.choice(PLAIN) for _ in range(length - len(first) - len(last)))
    if middle and chance.random() < 0.5:
        middle = middle[:-1] + chance.choice(RARE)
    return first + middle + last


def at_random(views: Sequence[VillageView], seed: int = 1) -> tuple[VillageView, ...]:
    """Give some villages a window and a township of a long name."""
    chance = Random(seed)  # noqa: S311 - the same villages every time
    return tuple(
        replace(
            one,
            township=one.township if chance.random() < 0.5 else long_township(chance),
            window=chance.choice(WINDOWS),
            window_phone=chance.choice(("", "0537-1000002")),
        )
        for one in views
    )


def long_township(chance: Random) -> str:
    """Return a township's name of 6 to 12 characters."""
    return "示例" + LONG_NAME.township[2:-1][: chance.randint(3, 9)] + "镇"


def contacts_csv(villages: Sequence[Village]) -> bytes:
    """Write a table of contacts as a spreadsheet saves it: UTF-8 with BOM."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(column.title for column in CONTACTS)
    for one in villages:
        writer.writerow(str(getattr(one, column.key) or "") for column in CONTACTS)
    return table.getvalue().encode("utf-8-sig")
