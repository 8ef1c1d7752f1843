"""Finished files that a page offers: what each is, of which kind and how large."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mingbai.views.sizes import size_words

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "talks"
KINDS = {
    ".pdf": "PDF",
    ".pptx": "PPT，可以改",
    ".docx": "Word，可以改",
    ".txt": "纯文字",
    ".srt": "字幕文件",
}
"""What people call each kind of file."""

TALK_FILES = {
    "phone.pdf": "手机讲稿",
    "notes.pdf": "讲稿",
    "notes.docx": "讲稿",
    "outline.pdf": "提纲",
    "slides.pptx": "幻灯片",
    "slides.pdf": "幻灯片",
    "review.pdf": "宣讲内容审查表",
    "rehearsal.pdf": "备课试讲清单",
    "sign-in.pdf": "签到表",
    "quiz.pdf": "小测验",
    "feedback.pdf": "反馈条",
}
"""Files of a talk, in the order in which they are offered."""

FIRST = ("phone.pdf", "notes.pdf", "slides.pptx", "slides.pdf")
"""What the list of all talks offers already."""

TEXT_FILES = {
    "narration.docx": "全部文稿",
    "loudspeaker-60.txt": "村广播稿（60 秒）",
    "loudspeaker-90.txt": "村广播稿（90 秒）",
    "ticker.txt": "电视滚动字幕",
    "sms.txt": "短信",
    "group.txt": "微信群文字",
    "column.txt": "报纸专栏",
    "slogans.txt": "标语",
    "short-video.txt": "短视频分镜头",
    "short-video.srt": "短视频字幕",
    "picture-story.txt": "连环画脚本",
}
"""Files of a policy's texts, in the folder of its own talk."""


@dataclass(frozen=True, slots=True)
class Download:
    """One file; ``path`` is below the site."""

    title: str
    path: str
    facts: str


def downloads(
    slug: str, titles: Mapping[str, str], made: Mapping[str, bytes]
) -> tuple[Download, ...]:
    """Return the files of a talk, or of a policy's texts, that were made."""
    found = ((title, f"{FOLDER}/{slug}/{name}") for name, title in titles.items())
    return tuple(
        Download(title, path, facts(path, made[path])) for title, path in found if path in made
    )


def facts(path: str, content: bytes) -> str:
    """Return the kind and size of a file in words."""
    return f"{KINDS[PurePosixPath(path).suffix]}，{size_words(len(content))}"
