"""The papers of a talk: every word of the view on them, as large as promised, or a sentence."""

from __future__ import annotations

import dataclasses
import io
import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from PIL import Image

from mingbai.design import tokens
from mingbai.model.questions import NOT_WHO
from mingbai.outputs.form import Form
from mingbai.outputs.job import page_count, render
from mingbai.outputs.talks import pictures
from mingbai.outputs.talks.jobs import PAPERS, talk_jobs
from mingbai.outputs.target import Target
from mingbai.problems import Place
from mingbai.review.seal import on_paper
from mingbai.views.speaking.organiser import PEOPLE, SLIPS
from mingbai.views.speaking.slides import LONGEST_POINT, slides_view
from mingbai.views.speaking.speaker import full_text, outline
from mingbai.views.speaking.speaker_parts import ROLES
from mingbai.views.speaking.talk import TalkLine
from mingbai.views.speaking.talk_review import NO_ARTICLE, talk_review
from mingbai.views.speaking.talks import STAMP, talk_views
from tests.made import Made
from tests.paper_file import pages
from tests.paper_gates import GATES, clipped
from tests.paper_words import words
from tests.seen import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mingbai.outputs.job import Job
    from mingbai.views.speaking.talk import TalkPart, TalkView
    from tests.conftest import Records
    from tests.seen import Page

CHOSEN = ("dibao", "yuanba-hui", "wangge-peixun")
"""A policy's own talk, one in a yard, and the longest."""

OUTLINE_PAGES = 2
"""A speaker turns one sheet of paper over, and no more."""

SCREENS = {"slides": (338.667, 190.5), "phone": (95.25, 169.333)}
"""Papers for a screen, width and height in mm; all others are A4."""

DAY = date(2026, 11, 21)
PLACE = Place("campaign/talks/x.yml", 3, 1)
NAMES = [one.name for one in PAPERS]
NOT_WORDS = frozenset({"role", "key", "kind", "policy", "at", "clock", "slips"})
"""Keys of the data for the template alone, and times that a crowded outline leaves out."""

MOST_BYTES = 500_000
WARM = tuple(bytes.fromhex(tokens().light["warm"][1:]))
POINT, LEAST_POINT, PHONE, NOTES = 28, 22, 12, 13


@pytest.fixture(scope="module")
def talks(records: Records) -> dict[str, TalkView]:
    return {one.slug: one for one in talk_views(records.library, records.scope)}


def job_of(talk: TalkView, name: str) -> Job:
    return talk_jobs(talk, DAY, PLACE)[f"{name}.pdf"]


@cache
def made(talk: TalkView, name: str) -> Made:
    """Return a paper as the gates look at it, with those of its data that are words."""
    job = job_of(talk, name)
    content = render(job)
    assert isinstance(content, bytes), [one.message for one in content]
    said = dataclasses.replace(job, data=json.dumps(words_of(json.loads(job.data))))
    planned = job.pages
    form = Form(
        name=name,
        title=name,
        paper="A4",
        how="",
        template=job.template,
        each=False,
        data=lambda _: {},
        pages=lambda _: planned,
        local=False,
    )
    return Made(form, None, said, content)  # type: ignore[arg-type]


def words_of(value: Any) -> Any:
    if isinstance(value, list):
        return [words_of(one) for one in value]
    if isinstance(value, dict):
        return {key: words_of(one) for key, one in value.items() if key not in NOT_WORDS}
    return value


def problems(talk: TalkView, name: str) -> set[tuple[str, Place]]:
    found = render(job_of(talk, name))
    assert isinstance(found, tuple), f"{name} was made"
    assert all(talk.title in one.message for one in found)
    return {(one.code, one.place) for one in found}


def campaign(talks: dict[str, TalkView]) -> list[TalkView]:
    """Return the talks of several policies: a build makes all others too, and would say so."""
    return [one for one in talks.values() if one.policies != (one.slug,)]


def parts_of(talk: TalkView) -> Iterator[TalkPart]:
    return (part for section in talk.sections for part in section.parts)


def changed(
    talk: TalkView, key: str, lines: Callable[[TalkPart], tuple[TalkLine, ...]]
) -> TalkView:
    """Return the talk with other lines in the parts of a name."""

    def part(one: TalkPart) -> TalkPart:
        return dataclasses.replace(one, lines=lines(one)) if one.key == key else one

    sections = tuple(
        dataclasses.replace(one, parts=tuple(part(each) for each in one.parts))
        for one in talk.sections
    )
    return dataclasses.replace(talk, sections=sections)


def sizes(page: Page, text: str) -> set[float]:
    """Return the sizes of type in which words stand on a page."""
    seen = [one for one in page.characters if bare(one.text)]
    at = "".join(bare(one.text) for one in seen).index(bare(text))
    return {one.size for one in seen[at : at + len(bare(text))]}


@pytest.mark.parametrize("name", NAMES)
def test_every_paper_passes_every_gate(talks: dict[str, TalkView], name: str) -> None:
    paper = made(talks["dibao"], name)
    gates = [one for one in GATES if one is not pages or name not in SCREENS]

    assert [] == [found for gate in gates for found in gate(paper)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("slug", ["wangge-peixun"])
def test_a_long_talk_stands_on_its_papers_word_for_word(
    talks: dict[str, TalkView], slug: str, name: str
) -> None:
    paper = made(talks[slug], name)

    assert [] == [*words(paper), *clipped(paper)]


@pytest.mark.parametrize("name", SCREENS)
def test_screens_have_their_shape(talks: dict[str, TalkView], name: str) -> None:
    width, height = SCREENS[name]
    for page in made(talks["dibao"], name).pages:
        assert page.width == pytest.approx(width, abs=0.1)
        assert page.height == pytest.approx(height, abs=0.1)


def test_the_outline_of_every_talk_of_the_campaign_is_one_sheet(talks: dict[str, TalkView]) -> None:
    for talk in campaign(talks):
        content = render(job_of(talk, "outline"))

        assert isinstance(content, bytes), talk.slug
        assert page_count(content) <= OUTLINE_PAGES, talk.slug


def test_the_slides_of_every_talk_of_the_campaign_fit(talks: dict[str, TalkView]) -> None:
    for talk in campaign(talks):
        content = render(job_of(talk, "slides"))

        assert isinstance(content, bytes), [one.message for one in content]
        assert page_count(content) == len(slides_view(talk).slides)


def test_points_are_read_from_the_back_of_a_yard(talks: dict[str, TalkView]) -> None:
    large = []
    for slug in CHOSEN:
        talk = talks[slug]
        for slide, page in zip(slides_view(talk).slides, made(talk, "slides").pages, strict=True):
            for point in slide.points:
                least = min(sizes(page, point))
                assert len(point) <= LONGEST_POINT
                assert least >= LEAST_POINT - 0.01, (slide.title, point)
                large.append(least >= POINT - 0.01)

    assert sum(large) > len(large) * 0.8


@pytest.mark.parametrize("key", ["who", "not_who", "how"])
def test_as_many_points_as_allowed_as_long_as_allowed_fit(
    talks: dict[str, TalkView], key: str
) -> None:
    talk = talks["dibao"]
    every = tuple(range(1, len(talk.sources) + 1))
    points = [f"{digit}二三四五六七八九，" * 4 for digit in "甲乙丙丁戊己"]
    lines = tuple(TalkLine("say", one, one, every) for one in points)
    crowded = changed(talk, key, lambda _: lines)
    at = [one.points for one in slides_view(crowded).slides].index(tuple(points))
    page = made(crowded, "slides").pages[at]

    assert {len(one) for one in points} == {LONGEST_POINT}
    assert all(min(sizes(page, one)) >= LEAST_POINT - 0.01 for one in points)


def test_what_cannot_be_granted_is_warm_and_nothing_else_is(talks: dict[str, TalkView]) -> None:
    talk = dataclasses.replace(talks["dibao"], stamp="")
    for slide, page in zip(slides_view(talk).slides, made(talk, "slides").pages, strict=True):
        warm = "".join(one.text for one in page.characters if one.fill == WARM)

        assert bare(warm) == (bare(slide.title) if slide.title == NOT_WHO.title else "")


def test_the_last_slide_leads_to_what_holds_today(talks: dict[str, TalkView]) -> None:
    for slug in ("dibao", "yuanba-hui"):
        page = made(talks[slug], "slides").pages[-1]
        found = zxingcpp.read_barcodes(page.picture(dpi=100))

        assert [one.text for one in found] == [talks[slug].code_content]
        assert bare(talks[slug].warning) in page.text
        assert bare(talks[slug].address) in page.text


def test_a_phone_shows_it_without_zooming(talks: dict[str, TalkView]) -> None:
    talk = talks["dibao"]
    paper = made(talk, "phone")
    marks = sum(
        len(",".join(map(str, line.marks))) for part in parts_of(talk) for line in part.lines
    )
    small = [one for page in paper.pages for one in page.characters if one.size < PHONE - 0.01]

    assert "".join(one.text for one in small).strip("0123456789,") == ""
    assert len(small) == marks
    for number in (0, 2, len(paper.pages) - 1):
        content = pictures.render(Target("talks", "x.png", (paper.content, number), PLACE))
        assert isinstance(content, bytes)
        assert len(content) <= MOST_BYTES
        assert Image.open(io.BytesIO(content)).width == pictures.WIDTH


def test_notes_are_large_and_say_the_minute(talks: dict[str, TalkView]) -> None:
    talk = talks["yuanba-hui"]
    paper, view = made(talk, "notes"), full_text(talk)
    first = talk.sections[0].parts[0].lines[0].text
    *_, asked, closing = (part for part in view.sections[-1].parts)
    end = talk.sections[-1].parts[-1].seconds

    assert min(sizes(paper.pages[0], first)) >= NOTES
    assert asked.key == "asked"
    assert closing.at == f"第 {int((talk.seconds - end) // 60) + 1} 分钟"
    minutes = [one.at for section in view.sections for one in section.parts[1:]]
    assert all(bare(one) in paper.text for one in minutes)
    assert all(bare(one.at) in paper.text for one in view.sections)
    assert all(bare(one.clock) in paper.text for one in view.sections)


def test_words_from_above_are_told_apart_and_stand_word_for_word(
    talks: dict[str, TalkView],
) -> None:
    quoted = (TalkLine("quote", "一字不差的一句话。"), TalkLine("note", "出处：某次会议。"))
    talk = changed(talks["dibao"], "opening", lambda _: quoted)

    for name in ("notes", "phone", "outline"):
        text = made(talk, name).text
        assert bare(f"{ROLES['quote']}{quoted[0].text}") in text
        assert bare(f"{ROLES['note']}：{quoted[1].text}") in text


def test_an_outline_of_many_policies_leaves_out_only_what_is_heard(
    talks: dict[str, TalkView],
) -> None:
    talk = talks["wangge-peixun"]
    told = {
        line.text for one in outline(talk).sections for part in one.parts for line in part.lines
    }
    titles = {part.title for one in outline(talk).sections for part in one.parts}
    shown = (one for one in parts_of(talk) if one.key != "story")

    assert {line.slide for one in shown for line in one.lines if line.slide} <= told
    assert {one.title for one in parts_of(talk) if one.key == "story"} <= titles


@pytest.mark.parametrize("name", NAMES)
def test_the_stamp_is_there_only_while_nobody_signed(talks: dict[str, TalkView], name: str) -> None:
    talk = talks["dibao"]
    signed = made(dataclasses.replace(talk, stamp=""), name)

    assert talk.stamp == STAMP
    assert all(bare(STAMP) in one.text for one in made(talk, name).pages)
    assert bare(STAMP) not in signed.text


def test_the_sign_in_sheet_asks_for_names_only(talks: dict[str, TalkView]) -> None:
    paper = made(talks["yuanba-hui"], "sign-in")

    assert paper.data["heads"] == ["序号", "姓名", "村（居）组", "签名"]
    assert bare("不写身份证号，不写电话") in paper.text
    assert len(paper.data["numbers"]) == PEOPLE


def test_answers_of_the_quiz_stand_on_a_page_for_the_host(talks: dict[str, TalkView]) -> None:
    talk = talks["yuanba-hui"]
    asked, answered = (one.text for one in made(talk, "quiz").pages)

    for one in talk.quiz:
        right = next(option for option in one.options if option.letter == one.right)
        assert all(bare(option.text) in asked for option in one.options)
        assert bare(f"{one.right}：{right.text}") in answered
        assert all(bare(cite.words) in answered for cite in one.sources)
        assert not any(bare(cite.words) in asked for cite in one.sources)
    assert "给主持人" in answered
    assert "给主持人" not in asked


def test_feedback_slips_are_equal_and_ask_for_no_name(talks: dict[str, TalkView]) -> None:
    text = made(talks["yuanba-hui"], "feedback").text

    for words_ in ("听明白了吗", "还想问什么", "不写姓名"):
        assert text.count(words_) == SLIPS


def test_every_statement_is_on_the_review_sheet_with_its_articles(
    talks: dict[str, TalkView],
) -> None:
    talk = talks["dibao"]
    sheet = talk_review(talk, "policies/dibao.yml")
    rows = [row for one in sheet.sections for part in one.parts for row in part.rows]
    lines = [line for part in parts_of(talk) for line in part.lines]

    assert [one.text for one in rows] == [
        *(one.text for one in lines),
        *(q.question for q in talk.quiz),
    ]
    assert [one.number for one in rows] == list(range(1, len(rows) + 1))
    for row, line in zip(rows, lines, strict=False):
        assert [one.words for one in row.cites] == [talk.sources[at - 1].words for at in line.marks]
        assert row.bare == ("" if line.marks else NO_ARTICLE)


def test_the_review_sheet_says_what_to_enter_where(talks: dict[str, TalkView]) -> None:
    own = talk_review(talks["dibao"], "policies/dibao.yml").signing
    campaign = talk_review(talks["yuanba-hui"], "campaign/talks/yuanba-hui.yml").signing
    seal = on_paper(talks["dibao"].seal)

    assert "policies/dibao.yml" in own.enter
    assert "talk 下面的 review" in own.enter
    assert "talk 下面" not in campaign.enter
    assert own.lines[-1] == f"seal: {seal}"
    assert seal in made(talks["dibao"], "review").text
    assert [one.split(":")[0] for one in own.lines] == ["state", "by", "on", "seal"]


def test_the_rehearsal_compares_times(talks: dict[str, TalkView]) -> None:
    talk = talks["yuanba-hui"]
    paper = made(talk, "rehearsal")
    names = [*(one.name for one in talk.sections), "现场提问"]

    assert [one["name"] for one in json.loads(job_of(talk, "rehearsal").data)["rows"]] == names
    assert bare(f"一共{talk.clock}") in paper.text


@pytest.mark.parametrize("name", NAMES)
def test_the_same_talk_gives_the_same_bytes(talks: dict[str, TalkView], name: str) -> None:
    assert render(job_of(talks["dibao"], name)) == made(talks["dibao"], name).content


def test_too_many_points_are_a_problem_of_the_talk(talks: dict[str, TalkView]) -> None:
    point = "一二三四五六七八九十" * 4
    talk = changed(talks["dibao"], "who", lambda _: (TalkLine("say", point, point),) * 12)

    assert problems(talk, "slides") == {("paper-overflow", PLACE)}


@pytest.mark.parametrize("name", ["slides", "outline", "notes", "phone"])
def test_what_cannot_be_broken_is_a_problem_of_the_talk(
    talks: dict[str, TalkView], name: str
) -> None:
    talk = changed(talks["dibao"], "who", lambda _: (TalkLine("say", "w" * 90, "w" * 90),))

    assert ("paper-too-wide", PLACE) in problems(talk, name)


@pytest.mark.parametrize("name", ["outline", "rehearsal", "feedback"])
def test_too_many_policies_are_a_problem_of_the_talk(talks: dict[str, TalkView], name: str) -> None:
    talk = talks["wangge-peixun"]
    long = dataclasses.replace(talk, sections=talk.sections * 6)

    assert problems(long, name) == {("paper-overflow", PLACE)}


def test_a_quiz_that_is_too_long_is_a_problem_of_the_talk(talks: dict[str, TalkView]) -> None:
    talk = talks["dibao"]
    long = [dataclasses.replace(one, question="问得太长。" * 120) for one in talk.quiz]

    assert problems(dataclasses.replace(talk, quiz=tuple(long)), "quiz") == {
        ("paper-overflow", PLACE)
    }


def test_a_talk_without_a_quiz_has_no_paper_of_it(talks: dict[str, TalkView]) -> None:
    none = dataclasses.replace(talks["dibao"], quiz=())

    assert "quiz.pdf" not in talk_jobs(none, DAY, PLACE)
    assert "quiz.pdf" in talk_jobs(talks["dibao"], DAY, PLACE)
