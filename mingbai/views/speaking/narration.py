"""The spoken and short texts of one policy, filled in for a place: what is read out or sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.review.words_seal import signed, words_seal
from mingbai.views.dates import day_words
from mingbai.views.sources import Source, sources
from mingbai.views.speaking import pace
from mingbai.views.speaking.aloud import aloud
from mingbai.views.speaking.calling import Calling, calling
from mingbai.views.speaking.captions import Cue, cues
from mingbai.views.speaking.inserts import brought, filler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from mingbai.model.citation import Citation
    from mingbai.model.library import Library
    from mingbai.model.narration import Column, Loudspeaker, ShortVideo, Text
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView

UNSIGNED = "还没有审查"
LAST_SHOT = "受理申请的窗口，工作人员在接待群众"


@dataclass(frozen=True, slots=True)
class Aired:
    """A text for the loudspeaker, its numbers in characters; ``seconds`` as computed."""

    asked: int
    lines: tuple[str, ...]
    seconds: float
    read_until: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """A short text as it is sent or shown, the telephone included."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Instalment:
    """One instalment of the newspaper column; ``number`` of ``of``."""

    number: int
    of: int
    title: str
    paragraphs: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ShotView:
    """A shot of the short video."""

    number: int
    picture: str
    screen: str
    voice: str


@dataclass(frozen=True, slots=True)
class VideoView:
    """The short video; ``seconds`` is when its voice ends."""

    shots: tuple[ShotView, ...]
    captions: tuple[Cue, ...]
    sources: tuple[Source, ...]

    @property
    def seconds(self) -> float:
        """Return how long the voice takes."""
        return self.captions[-1].end / 1000


@dataclass(frozen=True, slots=True)
class FrameView:
    """A frame of the picture story."""

    number: int
    picture: str
    words: str


@dataclass(frozen=True, slots=True)
class NarrationView:
    """All texts of one policy; ``draft`` says that nobody has signed them.

    ``use_until`` is the day when its record must be looked at again.
    """

    slug: str
    name: str
    region: str
    as_of: str
    draft: str
    aired: tuple[Aired, ...]
    ticker: Sent
    sms: Sent
    group: Sent
    column: Instalment
    slogans: tuple[Sent, ...]
    video: VideoView
    frames: tuple[FrameView, ...]
    frame_sources: tuple[Source, ...]
    calling: Calling
    seal: str
    use_until: str = ""


def narration_view(
    policy: Policy, view: PolicyView, library: Library, scope: Scope
) -> NarrationView | None:
    """Return the texts of a policy as it holds in the scope's region; None if it has none."""
    told = policy.narration
    if told is None:
        return None
    ask = calling(view.call, policy.talk.ask_at if policy.talk else None)
    make = _Made(policy, scope, ask, library, filler(policy, library, scope))
    seal = words_seal(told)
    serial = [one.slug for one in library.policies if one.narration]
    return NarrationView(
        slug=policy.slug,
        name=policy.name,
        region=view.region,
        as_of=view.as_of,
        draft=view.draft or ("" if signed(told.review, seal) else UNSIGNED),
        seal=seal,
        aired=tuple(make.aired(one, policy.review.next_by) for one in told.loudspeaker),
        ticker=make.sent(told.ticker),
        sms=make.sent(told.sms),
        group=make.sent(told.group),
        column=make.instalment(told.column, serial.index(policy.slug) + 1, len(serial)),
        slogans=tuple(make.sent(one, ask=False) for one in told.slogans),
        video=make.video(told.short_video),
        frames=tuple(
            FrameView(number, one.picture, make.fill(one.words))
            for number, one in enumerate(told.picture_story.frames, 1)
        ),
        frame_sources=sources(told.picture_story.cite, library),
        calling=ask,
        use_until=day_words(policy.review.next_by) if policy.review.next_by else "",
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """Makes each text: figures filled in, the telephone at its end."""

    policy: Policy
    scope: Scope
    ask: Calling
    library: Library
    fill: Callable[[str], str]

    def rests_on(self, cites: Iterable[Citation], lines: Iterable[str]) -> tuple[Source, ...]:
        brings = (
            cite for one in lines for cite in brought(one, self.policy, self.library, self.scope)
        )
        return tuple(dict.fromkeys(sources((*cites, *brings), self.library)))

    def aired(self, text: Loudspeaker, next_by: date | None) -> Aired:
        lines = tuple(aloud(self.fill(one)) for one in text.lines)
        said = (*lines, self.ask.repeated)
        until = min((one for one in (text.read_until, next_by) if one), default=None)
        return Aired(
            asked=int(text.seconds),
            lines=said,
            seconds=pace.seconds("".join(said), pace.LOUDSPEAKER),
            read_until=day_words(until) if until else "",
            sources=self.rests_on(text.cite, text.lines),
        )

    def sent(self, text: Text, *, ask: bool = True) -> Sent:
        words = "".join(self.fill(one) for one in text.lines)
        ending = self.ask.short if ask else ""
        return Sent(words + ending, self.rests_on(text.cite, text.lines))

    def instalment(self, column: Column, number: int, of: int) -> Instalment:
        paragraphs = (*(self.fill(one) for one in column.lines), self.ask.short)
        return Instalment(
            number, of, column.title, paragraphs, self.rests_on(column.cite, column.lines)
        )

    def video(self, video: ShortVideo) -> VideoView:
        shots = [(one.picture, self.fill(one.screen), self.fill(one.voice)) for one in video.shots]
        shots.append((LAST_SHOT, self.ask.screen, self.ask.spoken))
        return VideoView(
            shots=tuple(ShotView(number, *one) for number, one in enumerate(shots, 1)),
            captions=cues(voice for _, _, voice in shots),
            sources=self.rests_on(video.cite, (one.voice for one in video.shots)),
        )
