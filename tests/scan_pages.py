"""The folder of scan pages with what our own records do not have yet: editions, villages, an end.

Nobody is meant: the telephones cannot exist, the names say 示例.
"""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

from mingbai.model.village import Village
from mingbai.outputs import scan
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.views.contacts import Contact
from mingbai.views.edition import EditionChange, EditionNotice
from mingbai.views.opening import opening
from mingbai.views.policy import policy_views
from mingbai.views.scan import Replacement, ScanView, TombstoneView

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView

PLACE = Place("x.yml")
EDITIONS_OF = "25"
"""The policy that is given four editions."""

TOWN = "370812101"
DIALLED = Contact("示例热线", "示例", "0537-1000009", dialled=True, note="已拨通")
CHANGES = (
    EditionChange("2026 年 7 月 1 日", "示例变化一。", ("给多少？",), replace=False),
    EditionChange("2026 年 3 月 1 日", "示例变化二。", ("谁能申请？", "带什么？"), replace=True),
)
NOTICES = {
    1: EditionNotice(
        "replace", "您手里的是第 1 版，现行第 4 版：以下两处有变化", "请换一张新的。", CHANGES
    ),
    2: EditionNotice(
        "usable", "您手里的是第 2 版，现行第 4 版：以下一处有变化", "还可以用。", CHANGES[:1]
    ),
    4: EditionNotice("current", "您手里的就是现行版（第 4 版）", ""),
    9: EditionNotice("ended", "您手里的纸说的政策已经停办", "请把纸揭下来。", CHANGES),
}


def village(number: int, publish: str, **values: object) -> Village:
    """Return a village of the township 101."""
    words = {
        "township_code": TOWN,
        "township": "示例镇",
        "code": f"{TOWN}{number}",
        "name": f"示例{number}村",
        "contact": f"张示例{number}",
        "phone": f"0537-1000{number}",
        "hours": "工作日 8:30—17:00",
        "checked_on": date(2026, 10, 1),
        "publish": publish,
    }
    return Village.model_validate(words | values)


VILLAGES = (
    village(201, "网"),
    village(202, "纸"),
    village(203, "不公布"),
    village(204, "网", checked_on=None),
    village(205, "网", contact=None, phone=None),
    village(206, "网", name="<img src=x onerror=alert(1)>村", contact="</script>示例"),
)


def with_villages(library: Library) -> Library:
    """Return the records with the villages above."""
    return dataclasses.replace(library, villages=VILLAGES)


def page(view: object) -> str:
    """Render one page."""
    content = scan.render(Target("site", "s/x.html", view, PLACE))
    assert isinstance(content, bytes)
    return content.decode()


def policy_page(
    policy: PolicyView,
    library: Library,
    scope: Scope,
    notice: EditionNotice | None = None,
    site: str = "../../",
) -> str:
    """Render the page of a policy, or of one of its editions."""
    up = "../../" if notice else "../"
    view = ScanView(policy, up=up, site=f"../{site}" if notice and site else site, notice=notice)
    return page(("scan", view, opening(policy, library, scope)))


def tombstone(policy: PolicyView, notice: EditionNotice | None = None, site: str = "../../") -> str:
    """Render the page of a policy that was withdrawn, another in its place."""
    view = TombstoneView(
        name="示例补贴",
        code="99",
        words="2026 年 7 月 1 日起停办，由下面的政策接替。",
        text="原来在领的，由镇街转过去，不用再申请。",
        replacements=(Replacement(policy.name, policy.code, policy.slug, policy.answer),),
        call=DIALLED,
        region=policy.region,
        as_of=policy.as_of,
        up="../../" if notice else "../",
        site=site,
        notice=notice,
    )
    return page(("tombstone", view))


def dialled(policy: PolicyView) -> PolicyView:
    """Return a policy whose first number somebody has dialled, reviewed."""
    return dataclasses.replace(policy, ask=(DIALLED, *policy.ask), draft="")


def whole_folder(library: Library, scope: Scope) -> dict[str, bytes]:
    """Return every file of ``s/``, and besides four editions of a policy and a withdrawn one."""
    records = with_villages(library)
    made = {one.path: scan.render(one) for one in scan.plan(records, scope, {})}
    files = {path: content for path, content in made.items() if isinstance(content, bytes)}
    assert set(files) == set(made)
    first = next(one for one in policy_views(records, scope) if one.code == EDITIONS_OF)
    for number, notice in NOTICES.items():
        text = policy_page(first, records, scope, notice)
        files[f"s/{first.code}/{number}/index.html"] = text.encode()
    files["s/99/index.html"] = tombstone(first).encode()
    files["s/99/3/index.html"] = tombstone(first, NOTICES[9]).encode()
    return files
