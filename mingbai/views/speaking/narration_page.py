"""The page of a policy's spoken and short texts: each with what it is for and how long it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.answer import KEEP, KEEP_PROOF
from mingbai.views.proof import is_proof
from mingbai.views.speaking.downloads import TEXT_FILES, Download, downloads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mingbai.model.scope import Scope
    from mingbai.views.policy import PolicyView
    from mingbai.views.sources import Source
    from mingbai.views.speaking.narration import Aired, NarrationView, Sent

UNSIGNED = "样稿：还没有经过审查，先不要播、不要发。"
UNTIL = "播到 {day}，过了这天不能再播。"
USE_UNTIL = "广播以外的文字，{day}以后先核对再用。"
NO_DAY = "没有写播到哪天：先请主管部门定下来，再播。"
LEAD = "村广播、字幕、短信、微信群、报纸、标语、短视频和连环画的文字，一项政策一页。"
USES = "照着念，或者点“复制”贴出去；一个字不改。政策变了，以这里的新文字为准。"


@dataclass(frozen=True, slots=True)
class Copied:
    """A text to read or copy: its paragraphs, how long it is, until when it holds."""

    anchor: str
    title: str
    facts: str
    until: str
    paragraphs: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class NarrationPage:
    """All texts of one policy; ``picture`` lies below the site."""

    told: NarrationView
    unsigned: str
    use_until: str
    texts: tuple[Copied, ...]
    slogans: tuple[Copied, ...]
    video_facts: str
    picture: str
    picture_words: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class NarrationsPage:
    """The list of policies that have texts."""

    lead: str
    uses: str
    pages: tuple[NarrationPage, ...]


def narrations_page(pages: Iterable[NarrationPage]) -> NarrationsPage:
    """Return the list."""
    return NarrationsPage(LEAD, USES, tuple(pages))


def narration_page(
    told: NarrationView, policy: PolicyView, scope: Scope, made: Mapping[str, bytes]
) -> NarrationPage:
    """Return the page of a policy's texts; ``made`` are finished files by path below the site."""
    column = told.column
    paper = Copied(
        "column",
        f"报纸专栏：{column.title}",
        f"第 {column.number} 篇，共 {column.of} 篇，{length(''.join(column.paragraphs))}",
        "",
        column.paragraphs,
        column.sources,
    )
    return NarrationPage(
        told=told,
        unsigned=UNSIGNED if told.draft else "",
        use_until=USE_UNTIL.format(day=told.use_until) if told.use_until else "",
        texts=(
            *(aired(number, one) for number, one in enumerate(told.aired, 1)),
            sent("ticker", "电视字幕", told.ticker),
            sent("sms", "短信", told.sms),
            sent("group", "微信群", told.group),
            paper,
        ),
        slogans=tuple(
            sent(f"slogan-{number}", "", one) for number, one in enumerate(told.slogans, 1)
        ),
        video_facts=f"{len(told.video.shots)} 个镜头，配音 {round(told.video.seconds)} 秒",
        picture=f"s/{policy.code}/answer.png",
        picture_words=KEEP_PROOF if is_proof((policy,), scope) else KEEP,
        downloads=downloads(told.slug, TEXT_FILES, made),
    )


def aired(number: int, text: Aired) -> Copied:
    """Return a text for the loudspeaker."""
    return Copied(
        f"aired-{number}",
        f"村广播 {text.asked} 秒",
        f"照念约 {round(text.seconds)} 秒，{length(''.join(text.lines))}",
        UNTIL.format(day=text.read_until) if text.read_until else NO_DAY,
        text.lines,
        text.sources,
    )


def sent(anchor: str, title: str, text: Sent) -> Copied:
    """Return a short text."""
    return Copied(anchor, title, length(text.text), "", (text.text,), text.sources)


def length(text: str) -> str:
    """Return how many characters a text has, marks included, as messages count them."""
    return f"{len(text)} 个字"
