"""What is open besides the records: numbers nobody dialled, documents that ended or are unread."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

SOON = timedelta(days=30)
"""How far ahead the office is told of what ends."""


def contacts_open(library: Library, scope: Scope) -> list[str]:
    """Return which numbers nobody has published or dialled."""
    chain = library.chain(scope.region)
    bureaus = [one for place in chain for one in place.bureaus]
    towns = [one for place in chain for one in place.townships]
    lines = [one.number for place in chain for one in place.hotlines if not one.dialled_on]
    phones = [one.phone for one in bureaus if one.phone]
    phones += [one.phone for one in towns if one.phone]
    counted = (
        ("热线没有拨测：", "、".join(lines)),
        ("部门没有电话：", "、".join(one.name for one in bureaus if one.phone is None)),
        ("镇街没有电话：", "、".join(one.name for one in towns if one.phone is None)),
        ("镇街没有窗口地址：", "、".join(one.name for one in towns if one.window is None)),
        ("电话没有拨测：", "、".join(one.number for one in phones if not one.dialled_on)),
    )
    return [f"{label}{words}" for label, words in counted if words]


def documents_open(library: Library, scope: Scope, today: date) -> list[str]:
    """Return which documents ended, and which have articles that end or cannot be read."""
    cited: dict[str, int] = {}
    for record in library.policies:
        for _, cites in library.local_policy(record.slug, scope.region).citations():
            known = (library.documents.get(one.document) for one in cites)
            for name in {one.name for one in known if one is not None}:
                cited[name] = cited.get(name, 0) + 1
    listed = library.legal_basis.documents
    ended = [one.name for one in listed if one.status == "失效"]
    past = [
        f"{one.name} {note.article}（{note.until.isoformat()}）"
        for one in listed
        for note in one.articles
        if note.until and note.until <= today + SOON
    ]
    textless = [one for one in listed if one.text is None and one.name in cited]
    unsure = [one.name for one in listed if one.status == "待核" and one.text and one.name in cited]
    resting = sum(cited[one.name] for one in textless)
    counted = (
        (
            f"没有原文的文件 {len(textless)} 个，{resting} 处依据用到：",
            [one.name for one in textless],
        ),
        (f"有原文、效力待核的文件 {len(unsure)} 个：", unsure),
        ("已经失效或者被取代的文件：", ended),
        ("到期或者快到期的条款：", past),
    )
    return [f"{label}{'、'.join(found)}" for label, found in counted if found]
