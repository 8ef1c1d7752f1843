"""The list of all talks: how they are used, how long each is, what to download."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.speaking import pace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.views.speaking.talk_page import TalkPage

USES = (
    "备课：打开一份，先看提纲，再念一遍讲稿，每句后面的小数字点开就是条文。",
    "审查：下载审查表，一句一句对着条文看，签了字再讲。",
    "讲：点“提词”，点一下换一句；不联网也能用。",
)


@dataclass(frozen=True, slots=True)
class TalksPage:
    """The list: talks of the campaign, then each policy's own."""

    uses: tuple[str, ...]
    campaign: tuple[TalkPage, ...]
    own: tuple[TalkPage, ...]
    pace: int


def talks_page(pages: Iterable[TalkPage], campaign: int) -> TalksPage:
    """Return the list of talks; the first of them are the campaign's."""
    listed = tuple(pages)
    return TalksPage(USES, listed[:campaign], listed[campaign:], pace.TALK)
