"""What composed words come to, once figures and telephone are in them: too long, too short.

Comes in: library and scope. Goes out: problems at the record whose words they are. Runs after the
views, unlike ``checks``: a telephone that a region fills in takes characters and seconds, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.checks.figures import MONEY
from mingbai.checks.texts_of import narration_texts, talk_texts
from mingbai.model.inserts import INSERT
from mingbai.problems import Problem
from mingbai.views.policy import policy_views
from mingbai.views.speaking.aloud import aloud, decimal
from mingbai.views.speaking.narration import narration_view
from mingbai.views.speaking.pace import clock
from mingbai.views.speaking.talks import talk_views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.campaign import CampaignTalk
    from mingbai.model.library import Library
    from mingbai.model.narration import Narration
    from mingbai.model.scope import Scope
    from mingbai.problems import Place
    from mingbai.views.speaking.narration import NarrationView
    from mingbai.views.speaking.talk import TalkView

TICKER, SMS, GROUP = 60, 70, 200
"""Most characters: a line of television, one SMS, what a group reads without unfolding."""

COLUMN = (500, 650)
"""Characters of an instalment of about 600."""

AIRED = 0.08
"""How far a text for the loudspeaker may be from its length."""

TALK = 0.1
"""How far a talk may be from its minutes."""

VIDEO, VIDEO_SPARE = 60, 5
"""Seconds of a short video, and how far its voice may be from them."""


def rehearsed(library: Library, scope: Scope) -> Iterator[Problem]:
    """Yield what does not fit of all that is said and sent."""
    for view in policy_views(library, scope):
        policy = library.local_policy(view.slug, scope.region)
        told = narration_view(policy, view, library, scope)
        if told is not None and policy.narration is not None:
            yield from lengths(told, policy.narration)
            yield from times(told, policy.narration)
    yield from retyped(library)
    records = {one.slug: one for one in library.talks}
    for talk in talk_views(library, scope):
        if talk.slug in records:
            yield from minutes(talk, records[talk.slug])


def minutes(view: TalkView, record: CampaignTalk) -> Iterator[Problem]:
    """A talk takes its minutes, a tenth more or less, and no less than one."""
    over = view.seconds - view.minutes * 60
    if abs(over) > max(60, view.minutes * 60 * TALK):
        longest = max(view.sections, key=lambda one: one.seconds)
        shorter = f"最长的一段是「{longest.name}」，{longest.clock}："
        shorter += "在 parts 里去掉一部分，或者去掉一个政策。"
        mend = shorter if over > 0 else "加一个政策，加一部分，或者把 open_minutes 写多一点。"
        values = {
            "found": view.clock,
            "minutes": view.minutes,
            "way": "多" if over > 0 else "少",
            "by": clock(abs(over)),
            "mend": mend,
        }
        yield Problem("talk-minutes", record.at("minutes"), values)


def lengths(view: NarrationView, record: Narration) -> Iterator[Problem]:
    """A ticker has at most 60 characters, an SMS 70, a text for a group 200, a column about 600."""
    for label, text, place, most in (
        ("电视字幕", view.ticker.text, record.ticker.at("lines"), TICKER),
        ("短信", view.sms.text, record.sms.at("lines"), SMS),
        ("微信群文字", view.group.text, record.group.at("lines"), GROUP),
        ("专栏", "".join(view.column.paragraphs), record.column.at("lines"), COLUMN[1]),
    ):
        values = {"label": label, "length": len(text), "most": most, "over": len(text) - most}
        if len(text) > most:
            yield Problem("narration-length", place, values)
    column = sum(map(len, view.column.paragraphs))
    if column < COLUMN[0]:
        values = {"label": "专栏", "length": column, "least": COLUMN[0]}
        yield Problem("narration-short", record.column.at("lines"), values)


def times(view: NarrationView, record: Narration) -> Iterator[Problem]:
    """A text for the loudspeaker takes its 60 or 90 seconds, a short video 60."""
    for aired, text in zip(view.aired, record.loudspeaker, strict=True):
        spare = aired.asked * AIRED
        label = f"{aired.asked} 秒广播稿"
        yield from timed(label, aired.seconds, aired.asked, spare, text.at("lines"))
    place = record.short_video.at("shots")
    yield from timed("短视频配音", view.video.seconds, VIDEO, VIDEO_SPARE, place)


def timed(label: str, found: float, asked: int, spare: float, place: Place) -> Iterator[Problem]:
    """Yield a problem if something takes much more or less time than asked."""
    if abs(found - asked) > spare:
        way = "删掉" if found > asked else "补上"
        by = f"{way}大约 {round(abs(found - asked))} 秒的话"
        values = {
            "label": label,
            "found": round(found),
            "least": round(asked - spare),
            "most": round(asked + spare),
            "mend": f"{by}（广播一秒三个字，短视频一秒四个半）。",
        }
        yield Problem("narration-seconds", place, values)


def retyped(library: Library) -> Iterator[Problem]:
    """No line for speaking holds the value of a figure: it would grow old there unseen."""
    values = figure_forms(library)
    for policy in library.policies:
        for text, place, _ in (*talk_texts(policy), *narration_texts(policy)):
            told = INSERT.sub("", text)
            if MONEY.search(told):
                continue  # said by ``figures.typed``
            said = f"{told}\n{aloud(told)}"
            for form in values:
                if form in said:
                    yield Problem("figure-retyped", place, {"found": form, "name": values[form]})


def figure_forms(library: Library) -> dict[str, str]:
    """Return every value of every region's figures with its unit, in digits and as read aloud."""
    units = {
        one.name: one.unit.partition("/")[0]
        for policy in library.policies
        for one in policy.figures
    }
    forms: dict[str, str] = {}
    for region in library.regions:
        for figure in region.figures:
            for value in figure.values:
                unit = units.get(figure.name, "")
                if value.value is None or not unit:
                    continue
                digits = format(value.value.normalize(), "f")
                said = f"百分之{decimal(digits)}" if unit == "%" else decimal(digits) + unit
                for form in (f"{digits}{unit}", f"{digits} {unit}", said):
                    forms[form] = figure.name
    return forms
