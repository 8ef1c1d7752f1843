"""The texts of a policy as they are handed over: one a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.review.seal import on_paper
from mingbai.views.speaking import pace
from mingbai.views.speaking.aloud import aloud
from mingbai.views.speaking.handed_parts import Block, Handed, basis, head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.views.speaking.narration import Aired, NarrationView, Sent, VideoView

VOICE = "配音全文（录音、合成语音用）"
CAPTIONS = "short-video.srt"
TITLE = "广播、短信、报纸和短视频文稿"


def sealed(view: NarrationView) -> str:
    """Say what a signature of these texts would be for; nothing once they are signed."""
    if not view.draft:
        return ""
    return f"审查以后，把封印抄进政策记录的 narration: review: seal: {on_paper(view.seal)}"


def handed(view: NarrationView) -> Iterator[Handed]:
    """Yield every text of a policy, in the order in which they are listed to readers."""
    yield from (aired(one, view) for one in view.aired)
    yield sent("ticker", "电视滚动字幕", view.ticker, view)
    yield sent("sms", "短信", view.sms, view)
    yield sent("group", "微信群文字", view.group, view)
    yield column(view)
    yield slogans(view)
    yield video(view.video, view)
    yield story(view)


def sent(name: str, title: str, one: Sent, view: NarrationView) -> Handed:
    """Return a text that is sent or shown in one piece."""
    facts = head(view, title, f"{len(one.text)} 个字（连标点）")
    block = Block((one.text,))
    return Handed(name, title, facts, "横线里的话，整段复制。", (block,), basis(one.sources))


def slogans(view: NarrationView) -> Handed:
    """Return the slogans, one a line."""
    lines = tuple(one.text for one in view.slogans)
    facts = head(view, "标语", f"{len(lines)} 条")
    cited = (source for one in view.slogans for source in one.sources)
    return Handed("slogans", "标语", facts, "横线里一行一条标语。", (Block(lines),), basis(cited))


def aired(one: Aired, view: NarrationView) -> Handed:
    """Return a text for the loudspeaker."""
    said = pace.characters("".join(one.lines))
    long = f"约 {round(one.seconds)} 秒，{said} 个字，每分钟 {pace.LOUDSPEAKER} 个字"
    until = ("播到", f"{one.read_until}，过了这天不要再播") if one.read_until else None
    title = f"村广播稿（{one.asked} 秒）"
    return Handed(
        f"loudspeaker-{one.asked}",
        title,
        head(view, title, long, until),
        "只念横线里的话。",
        (Block(one.lines),),
        basis(one.sources),
        aloud=True,
    )


def column(view: NarrationView) -> Handed:
    """Return the instalment of the newspaper column."""
    one = view.column
    title = f"报纸专栏（共 {one.of} 篇，第 {one.number} 篇）"
    count = sum(len(words) for words in one.paragraphs)
    return Handed(
        "column",
        title,
        head(view, title, f"{count} 个字（连标点，不算标题）"),
        "横线里第一行是标题，下面一行一段。",
        (Block((one.title, *one.paragraphs)),),
        basis(one.sources),
    )


def video(one: VideoView, view: NarrationView) -> Handed:
    """Return the shot list of the short video, and its voice once more in one piece."""
    title = "短视频分镜头"
    shots = (
        Block(
            (f"画面：{shot.picture}", f"屏幕字：{shot.screen}", f"配音：{shot.voice}"),
            f"镜头 {shot.number}",
        )
        for shot in one.shots
    )
    voice = Block(tuple(aloud(shot.voice) for shot in one.shots), VOICE)
    long = f"约 {round(one.seconds)} 秒，{len(one.shots)} 个镜头，每分钟 {pace.VOICE} 个字"
    return Handed(
        "short-video",
        title,
        head(view, title, long),
        f"先是分镜头，最后是配音全文；字幕在 {CAPTIONS}。",
        (*shots, voice),
        basis(one.sources),
    )


def story(view: NarrationView) -> Handed:
    """Return the frames of the picture story."""
    title = "连环画脚本"
    frames = tuple(
        Block((f"画面：{one.picture}", f"文字：{one.words}"), f"第 {one.number} 格")
        for one in view.frames
    )
    return Handed(
        "picture-story",
        title,
        head(view, title, f"{len(frames)} 格"),
        "画面是给画的人看的，文字写在画下面。",
        frames,
        basis(view.frame_sources),
    )
