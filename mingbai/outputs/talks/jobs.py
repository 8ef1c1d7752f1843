"""The papers of a talk as PDFs to typeset: for its speaker, for the screen, for its organiser."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from mingbai.model.questions import NOT_WHO
from mingbai.outputs.job import Job
from mingbai.outputs.qr import qr_data
from mingbai.views.speaking.organiser import feedback, quiz_paper, rehearsal, sign_in
from mingbai.views.speaking.slides import slides_view
from mingbai.views.speaking.speaker import full_text, outline
from mingbai.views.speaking.talk_review import talk_review

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from mingbai.problems import Place
    from mingbai.views.speaking.slides import Slide, Slides
    from mingbai.views.speaking.talk import TalkView


@dataclass(frozen=True, slots=True)
class TalkPaper:
    """One paper of every talk: ``name`` is its file and its template, ``how`` how to print it.

    ``data`` is what the template reads, from a talk and the file of its record.
    """

    name: str
    title: str
    how: str
    data: Callable[[TalkView, str], Mapping[str, Any]]
    pages: int | None = None


def slides_data(slides: Slides) -> dict[str, Any]:
    """Return slides as their template reads them, with the code; notes are for the speaker.

    For whom the talk is stands on the first of them, if a talk is for somebody.
    """
    found = asdict(slides)
    del found["audience"]
    found["slides"] = [slide_data(one) for one in slides.slides]
    return {"view": found, "qr": qr_data(slides.code_content, "M")}


def slide_data(slide: Slide) -> dict[str, Any]:
    """Return one slide; what cannot be granted is marked as such."""
    found = {key: value for key, value in asdict(slide).items() if key != "notes"}
    return {**found, "warn": slide.title == NOT_WHO.title}


PAPERS: tuple[TalkPaper, ...] = (
    TalkPaper("notes", "讲稿", "A4，两边留白好写字", lambda talk, _: asdict(full_text(talk))),
    TalkPaper("outline", "提纲", "A4，最多两页，双面印一张", lambda talk, _: asdict(outline(talk))),
    TalkPaper("phone", "手机讲稿", "手机竖着看", lambda talk, _: asdict(full_text(talk))),
    TalkPaper("slides", "幻灯片", "16:9，投屏", lambda talk, _: slides_data(slides_view(talk))),
    TalkPaper("sign-in", "签到表", "A4，两页", lambda talk, _: asdict(sign_in(talk)), 2),
    TalkPaper(
        "quiz", "小测验", "A4，题一页、答案一页", lambda talk, _: asdict(quiz_paper(talk)), 2
    ),
    TalkPaper("feedback", "反馈条", "A4，裁成四张", lambda talk, _: asdict(feedback(talk)), 1),
    TalkPaper(
        "review", "宣讲内容审查表", "A4 横向", lambda talk, file: asdict(talk_review(talk, file))
    ),
    TalkPaper("rehearsal", "备课试讲清单", "A4", lambda talk, _: asdict(rehearsal(talk)), 1),
)
"""In the order in which a page offers them."""


def talk_jobs(talk: TalkView, day: date, place: Place) -> dict[str, Job]:
    """Return every PDF of a talk by its file name; ``place`` is the talk in its record's file."""
    chosen = (one for one in PAPERS if one.name != "quiz" or talk.quiz)
    return {f"{one.name}.pdf": talk_job(one, talk, day, place) for one in chosen}


def talk_job(paper: TalkPaper, talk: TalkView, day: date, place: Place) -> Job:
    """Return one paper of a talk."""
    return Job(
        form=f"{talk.title}的{paper.title}",
        template=f"talks/{paper.name}.typ",
        data=json.dumps(paper.data(talk, place.file), ensure_ascii=False, sort_keys=True),
        title=f"{talk.title}：{paper.title}（{talk.region}）",
        day=day,
        place=place,
        pages=pages(paper, talk),
    )


def pages(paper: TalkPaper, talk: TalkView) -> int | None:
    """Return how many pages a paper must have; None where the text decides."""
    return len(slides_view(talk).slides) if paper.name == "slides" else paper.pages
