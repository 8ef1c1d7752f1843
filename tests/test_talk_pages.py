"""The pages for speakers: words and times of the talk, marks that open articles, files by size."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest
import yaml

from mingbai.model.campaign import Speech
from mingbai.outputs import pages
from mingbai.outputs.narration import plan as texts_plan
from mingbai.outputs.pages import talks
from mingbai.outputs.talks.jobs import PAPERS
from mingbai.privacy.gate import judge_numbers
from mingbai.site.sitemap import navigation
from mingbai.views.policy import policy_views
from mingbai.views.speaking.downloads import FIRST, TALK_FILES, TEXT_FILES, downloads
from mingbai.views.speaking.narration import narration_view
from mingbai.views.speaking.narration_page import NO_DAY, narration_page
from mingbai.views.speaking.talk import TalkPart
from mingbai.views.speaking.talk_page import TIGHT, VERBATIM, page_part, talk_page
from mingbai.views.speaking.talk_parts import speech_lines
from mingbai.views.speaking.talks import talk_views

if TYPE_CHECKING:
    from mingbai.outputs.target import Target
    from mingbai.views.speaking.narration import NarrationView
    from mingbai.views.speaking.talk import TalkView
    from tests.conftest import Records

FILES = {
    "talks/dibao/slides.pptx": b"x" * 1_234_567,
    "talks/dibao/phone.pdf": b"x" * 45_678,
    "talks/dibao/sms.txt": b"x",
    "talks/dibao-bianyuan/phone.pdf": b"x",
}


@pytest.fixture
def planned(records: Records) -> dict[str, Target]:
    return {one.path: one for one in talks.plan(records.library, records.scope, {})}


@pytest.fixture
def talk(records: Records) -> TalkView:
    return next(one for one in talk_views(records.library, records.scope) if one.slug == "dibao")


@pytest.fixture
def told(records: Records) -> NarrationView:
    view = next(one for one in policy_views(records.library, records.scope) if one.slug == "dibao")
    policy = records.library.local_policy("dibao", records.scope.region)
    found = narration_view(policy, view, records.library, records.scope)
    assert found is not None
    return found


def html(target: Target) -> str:
    made = pages.render(target)
    assert isinstance(made, bytes)
    return made.decode()


def test_no_page_for_speakers_is_in_the_search_of_residents(planned: dict[str, Target]) -> None:
    fronts = {path: yaml.safe_load(html(one).split("---\n")[1]) for path, one in planned.items()}

    assert len(fronts) > 10
    assert {True} == {one["search"]["exclude"] for one in fronts.values()}


def test_every_talk_of_the_campaign_and_of_a_policy_has_its_page(
    records: Records, planned: dict[str, Target]
) -> None:
    listed = html(planned["talks/index.md"])
    for one in talk_views(records.library, records.scope):
        assert f'<a href="{one.slug}/index.html">' in listed
        assert f"{one.minutes} 分钟" in listed
        assert one.clock in listed
        assert f"talks/{one.slug}/index.md" in planned
    told = str(navigation(records.library, []))
    assert re.findall(r"(?:talks|narration)/[^']*", told) == [
        "talks/index.md",
        "narration/index.md",
    ]
    assert listed.index(records.library.talks[-1].title) < listed.index("{#own}")


def test_the_numbers_of_marks_stand_apart(planned: dict[str, Target]) -> None:
    for path, target in planned.items():
        assert list(judge_numbers(html(target))) == [], path


def test_every_mark_opens_the_article_of_its_line(
    talk: TalkView, planned: dict[str, Target]
) -> None:
    script = html(planned["talks/dibao/index.md"]).split('<section class="mb-script"')[1]
    lines = [one for section in talk.sections for part in section.parts for one in part.lines]
    found = re.findall(r'<p class="mb-say.*?</p>', script)

    assert len(lines) == len(found)
    for line, made in zip(lines, found, strict=True):
        wanted = [(str(one), talk.sources[one - 1].anchor) for one in line.marks]
        marked = re.findall(r'legal-basis/index\.html#(d\d+)"[^>]*>(\d+)</a>', made)
        assert wanted == [(number, anchor) for anchor, number in marked]
        assert f"<span>{line.text}</span>" in made


def test_a_draft_says_so_on_the_talk_and_on_its_quiz(planned: dict[str, Target]) -> None:
    for path in ("talks/dibao/index.md", "talks/dibao/quiz/index.md", "narration/dibao/index.md"):
        assert '<p class="mb-unsigned">样稿' in html(planned[path]), path


def test_what_was_signed_carries_no_stamp(talk: TalkView, planned: dict[str, Target]) -> None:
    signed = talk_page(dataclasses.replace(talk, stamp=""), {})
    target = dataclasses.replace(planned["talks/dibao/index.md"], view=("talk", signed))

    assert "mb-unsigned" not in html(target)


def test_the_outline_says_what_the_slides_say_and_what_nobody_may_promise(
    talk: TalkView,
) -> None:
    outlined = [
        point
        for one in talk_page(talk, {}).sections
        for part in one.outline
        for point in part.points
    ]
    slides = [
        line.slide.rstrip("。")
        for section in talk.sections
        for part in section.parts
        for line in part.lines
        if line.slide
    ]

    assert set(slides) <= set(outlined)
    assert any(one.startswith("不要说：") for one in outlined)
    assert [f"{one.label}：{one.value}" for section in talk.sections for one in section.sums] == [
        one for one in outlined if one.startswith(("城市低保标准", "农村低保标准"))
    ]


def test_the_longest_talk_is_printed_closest(records: Records) -> None:
    made = [talk_page(one, {}) for one in talk_views(records.library, records.scope)]
    longest = max(made, key=lambda one: one.talk.characters)
    shortest = min(made, key=lambda one: one.talk.characters)

    assert longest.density == TIGHT != shortest.density


def test_the_words_of_a_speech_stand_in_the_script_and_not_in_the_outline() -> None:
    day = {"on": "2026-01-02", "checked_by": "张", "checked_on": "2026-01-03"}
    speech = Speech.model_validate({"words": ["一句。"], "source": "某报", **day})
    part = page_part(TalkPart("speech", "讲话精神", speech_lines(speech)), "开场", ())

    assert part.points == (VERBATIM,)
    assert (part.lines[0].role, part.lines[0].text) == ("quote", "一句。")
    assert part.lines[0].label == "原话，一字不差"


def test_files_that_were_made_are_offered_with_their_size(talk: TalkView) -> None:
    page = talk_page(talk, FILES)

    assert [("手机讲稿", "PDF，46 KB"), ("幻灯片", "PPT，可以改，1.2 MB")] == [
        (one.title, one.facts) for one in page.downloads
    ]
    assert page.first == page.downloads
    assert ["talks/dibao/sms.txt"] == [one.path for one in downloads("dibao", TEXT_FILES, FILES)]


def test_every_file_that_is_made_has_a_name_here(records: Records, told: NarrationView) -> None:
    papers = {f"{one.name}.pdf" for one in PAPERS} | {"slides.pptx", "notes.docx"}
    place = records.library.policies[0].at("name")
    texts = {one.path.split("/")[1] for one in texts_plan(told, records.scope.as_of, place)}

    assert papers == set(TALK_FILES)
    assert texts == set(TEXT_FILES)
    assert set(FIRST) <= papers


def test_a_quiz_says_its_answers_without_scripts(
    talk: TalkView, planned: dict[str, Target]
) -> None:
    answers = html(planned["talks/dibao/quiz/index.md"]).split("data-mb-answers")[1]
    for one in talk.quiz:
        assert f"<li>{one.right}　{one.answer}。" in answers


def test_until_when_a_text_may_be_read_is_said(records: Records, told: NarrationView) -> None:
    view = next(one for one in policy_views(records.library, records.scope) if one.slug == "dibao")
    first = dataclasses.replace(told.aired[0], read_until="2027 年 1 月 1 日")
    other = dataclasses.replace(told.aired[0], read_until="")
    made = narration_page(dataclasses.replace(told, aired=(first, other)), view, records.scope, {})

    assert made.texts[0].until == "播到 2027 年 1 月 1 日，过了这天不能再播。"
    assert made.texts[1].until == NO_DAY


def test_the_page_of_texts_has_every_word_of_them(
    told: NarrationView, planned: dict[str, Target]
) -> None:
    page = html(planned["narration/dibao/index.md"])
    words = [line for one in told.aired for line in one.lines]
    words += [one.text for one in (told.ticker, told.sms, told.group, *told.slogans)]
    words += list(told.column.paragraphs)
    words += [word for one in told.video.shots for word in (one.picture, one.screen, one.voice)]
    words += [word for one in told.frames for word in (one.picture, one.words)]

    assert [] == [one for one in words if one not in page]
    assert "s/23/answer.png" in page


def test_a_project_without_lines_for_speaking_has_no_such_pages(records: Records) -> None:
    bare = dataclasses.replace(
        records.library,
        talks=(),
        policies=tuple(
            one.model_copy(update={"talk": None, "narration": None})
            for one in records.library.policies
        ),
    )

    assert [] == list(talks.plan(bare, records.scope, {}))
    assert "宣讲" not in str(navigation(bare, []))
