"""How to use the handbook, in a few plain lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mingbai.model.questions import QUESTIONS
from mingbai.views.code import WARNING, invitation

if TYPE_CHECKING:
    from mingbai.model.scope import Scope

Sign = Literal["page", "questions", "code", "scan", "note", "place", "blank", "unverified", "ask"]
EIGHT = "、".join(one.title.rstrip("？") for one in QUESTIONS)


@dataclass(frozen=True, slots=True)
class Hint:
    """A line of the guide; ``icon`` names the sign beside it, ``sample`` is what it shows."""

    icon: Sign
    title: str
    text: str
    sample: str = ""


def hints(scope: Scope, place: str, code: str, *, proof: bool) -> tuple[Hint, ...]:
    """Return the guide; ``place`` and ``code`` are samples; only a proof explains its own mark."""
    unverified = Hint(
        "unverified", "待核", "出处文件还没有人读到原文，先不要照着讲，以主管部门答复为准。", "待核"
    )
    return (
        Hint("page", "有人来问事", "先翻“遇到什么事，看哪一页”，再翻到那项政策。"),
        Hint("questions", "八个问题", f"每项政策都照同样的次序讲：{EIGHT}。"),
        Hint("code", "编号", "打电话问的时候，说编号就不会弄错；书边的色块也是编号。", code),
        Hint("scan", "二维码", f"{invitation(scope)}。{WARNING}"),
        Hint("note", "小号码", "是哪个文件的哪一条，到书后“依据的条款”里，按政策和号码查。", "1"),
        Hint("place", "地名", "标着地名的内容，只在那个地方适用。", place),
        Hint("blank", "横线", "还没有公布或者没有确认的金额、电话，留着横线；问到以后，写在上面。"),
        *((unverified,) if proof else ()),
        Hint("ask", "拿不准的", "不要猜，问镇街救助窗口或者主管部门，以他们的答复为准。"),
    )
