"""The spoken and short texts of a policy: loudspeaker, ticker, messages, column, short video."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from mingbai.model.base import Day, Record, Words
from mingbai.model.citation import Cites
from mingbai.model.talk import WordsReview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.citation import Citation

FRAMES = 6
"""Pictures of a picture story: one sheet of six."""


class Text(Record):
    """Sentences for one use, and the articles they rest on."""

    lines: tuple[Words, ...] = Field(title="句子", min_length=1)
    cite: Cites = Field(title="依据")


class Loudspeaker(Text):
    """A text for the village loudspeaker.

    After ``read_until`` it must not be read; without it the day when the record must be looked at
    again.
    """

    seconds: Literal["60", "90"] = Field(title="几秒")
    read_until: Day | None = Field(None, title="播到哪天", description="不写的，到下次复核那天")


class Column(Text):
    """One instalment of a newspaper column; ``lines`` are its paragraphs."""

    title: Words = Field(title="标题")


class Shot(Record):
    """A shot of a short video: what is seen, the words on the screen, the voice."""

    picture: Words = Field(title="画面")
    screen: Words = Field(title="屏幕字")
    voice: Words = Field(title="配音")


class ShortVideo(Record):
    """A short video of about 60 seconds."""

    shots: tuple[Shot, ...] = Field(title="镜头", min_length=1)
    cite: Cites = Field(title="依据")


class Frame(Record):
    """A picture of a picture story and the words below it."""

    picture: Words = Field(title="画面")
    words: Words = Field(title="文字")


class PictureStory(Record):
    """A picture story of six frames."""

    frames: tuple[Frame, ...] = Field(title="六格", min_length=FRAMES, max_length=FRAMES)
    cite: Cites = Field(title="依据")


class Narration(Record):
    """Every spoken and short text of one policy; the telephone is added, never written here."""

    review: WordsReview = Field(WordsReview(), title="审查")
    loudspeaker: tuple[Loudspeaker, ...] = Field(title="村广播", min_length=1)
    ticker: Text = Field(title="电视字幕")
    sms: Text = Field(title="短信")
    group: Text = Field(title="微信群")
    column: Column = Field(title="报纸专栏")
    slogans: tuple[Text, ...] = Field(title="标语", min_length=1)
    short_video: ShortVideo = Field(title="短视频")
    picture_story: PictureStory = Field(title="连环画")

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return the texts that are read or printed as they stand."""
        return (*self.loudspeaker, self.ticker, self.sms, self.group, self.column, *self.slogans)

    def citations(self) -> Iterator[tuple[Record, tuple[Citation, ...]]]:
        """Yield every text with its citations."""
        told: tuple[Text | ShortVideo | PictureStory, ...]
        told = (*self.texts, self.short_video, self.picture_story)
        for one in told:
            yield one, one.cite
