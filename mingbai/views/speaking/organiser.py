"""The organiser's papers of a talk: who came, what stayed, what people ask, and the rehearsal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.views.speaking import pace
from mingbai.views.speaking.organiser_parts import (
    Choice,
    Feedback,
    Heading,
    QuizPaper,
    Rehearsal,
    SignIn,
    Timed,
)
from mingbai.views.speaking.speaker import length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.views.speaking.talk import TalkView

PEOPLE = 40
"""Rows to sign in: as many people as sit in a yard."""

SLIPS = 4
"""On one A4 page."""

SIGN_LINES = ("时间", "地点", "主讲人", "主办单位", "到场人数", "记录人")
SIGN_HEADS = ("序号", "姓名", "村（居）组", "签名")
SIGN_NOTE = (
    "只写姓名和村（居）组。不写身份证号，不写电话。签到表由村（居）委会保管，不拍照、不外传。"
)

QUIZ_HOW = "五道题，每题选一个。不写姓名，答完当场对答案。"
HOST_HOW = "给主持人：先让大家说，再念答案和依据。答错的不点名，讲清楚就好。"

FEEDBACK = (
    ("今天讲的，听明白了吗？", ("都明白", "大部分明白", "没听明白")),
    ("讲得快不快？", ("正好", "太快", "太慢")),
)
WHICH, WISH = "哪一样还不明白？", "还想问什么？"
SLIP_NOTE = "不写姓名、电话和身份证号，写完交给村（居）委会。"

TO_CHECK = (
    "数字：当天再看一遍网页，讲稿上的标准和日期还对；没有公布的，说“以当地公布的为准”。",
    "电话：讲之前自己拨一次，有人接，才报号码。",
    "许诺：没有一句替别人打包票，也没有“肯定能办”“人人都有”。",
    "讲话精神：有就照原文一字不差地念，说清出处；没有就不讲，不自己编。",
    "案例：不说成谁家，不点名，现场的人听不出是谁。",
    "宣讲内容审查表：逐条看过、签了字，讲稿上没有“样稿”两个字。",
    "时间：连现场提问一共不超过安排的时间；超了先减例子，不要念快。",
    "设备：投影、话筒、插线板试过；没有电也能讲，讲稿打印好。",
    "材料：明白纸、签到表、小测验、反馈条够数，二维码用自己的手机扫过。",
)


def sign_in(talk: TalkView) -> SignIn:
    """Return the sheet on which people write that they came."""
    head = heading(talk, "签到表", SIGN_NOTE)
    return SignIn(head, SIGN_LINES, SIGN_HEADS, tuple(range(1, PEOPLE + 1)))


def quiz_paper(talk: TalkView) -> QuizPaper:
    """Return the quiz."""
    head = heading(talk, "小测验", QUIZ_HOW)
    return QuizPaper(head, talk.quiz, "小测验答案", HOST_HOW, "选", "依据")


def feedback(talk: TalkView) -> Feedback:
    """Return the slips, with the policies of the talk to tick."""
    named = tuple(one.name for one in talk.sections if one.slug)
    choices = tuple(Choice(*one) for one in FEEDBACK)
    which = (Choice(WHICH, named),) if len(named) > 1 else ()
    head = heading(talk, "反馈条", SLIP_NOTE)
    return Feedback(head, tuple(range(1, SLIPS + 1)), (*choices, *which), WISH)


def rehearsal(talk: TalkView) -> Rehearsal:
    """Return the checklist of the rehearsal."""
    return Rehearsal(
        head=heading(talk, "备课试讲清单", length(talk)),
        heads=("讲什么", "算出来的时间", "试讲用的时间"),
        rows=tuple(timed(talk)),
        total=Timed("一共", talk.clock),
        check_title="讲之前逐条看",
        checks=TO_CHECK,
        blanks=("主讲人", "听的人", "试讲日期"),
    )


def timed(talk: TalkView) -> Iterator[Timed]:
    """Yield each section with its time, the questions of people apart."""
    for one in talk.sections:
        yield Timed(one.name, pace.clock(one.seconds))
    if talk.open_minutes:
        yield Timed("现场提问", pace.clock(talk.open_minutes * 60))


def heading(talk: TalkView, title: str, how: str) -> Heading:
    """Return what stands at the head and the foot of a paper.

    A policy's own talk is for nobody in particular.
    """
    own = talk.policies == (talk.slug,)
    about = talk.title if own else f"{talk.title}（{talk.audience}）"
    return Heading(title, about, how, talk.stamp, f"{talk.region} · 内容截至 {talk.as_of}")
