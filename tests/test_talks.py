"""Talks: their minutes, their signatures, figures that are written once, and drafts."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.checks.texts_of import narration_texts, talk_texts
from mingbai.cli import main
from mingbai.load import load
from mingbai.model.scope import Scope
from mingbai.rehearsal import rehearsed
from mingbai.settings import read_scope
from mingbai.views.policy import policy_views
from mingbai.views.speaking.captions import FASTEST, MOST, cues
from mingbai.views.speaking.narration import narration_view
from mingbai.views.speaking.slides import LONGEST_POINT, MOST_POINTS, slides_view
from mingbai.views.speaking.talks import STAMP, stamp, talk_views
from tests.checked import copy_base, problems_of

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.views.speaking.talk import TalkView

ROOT = Path(__file__).parent.parent
TALK = (ROOT / "tests" / "problems" / "talk-story.yml").read_text("utf-8")
SOUND = TALK.replace("story: xueqian  # 错误 talk-story", "story: huozai").partition("\n")[2]
"""A record of the base project with lines for speaking, and nothing wrong with it."""

CAMPAIGN = """\
title: 有急事怎么办
audience: 乡亲们
minutes: 4
review: {state: draft}
speech: null
opening: [各位乡亲，大家好。]
sections:
  - policy: jizhen
open_minutes: 2
closing: [拿不准的，先问镇街。]
"""


@pytest.fixture(scope="module")
def ours() -> tuple[Library, Scope]:
    scope, _ = read_scope(ROOT)
    library = load(ROOT).library
    assert library is not None
    return library, scope


def project(folder: Path, talk: str = CAMPAIGN, record: str = SOUND, name: str = "yi") -> Path:
    root = copy_base(folder)
    (root / "policies" / "jizhen.yml").write_text(record, "utf-8")
    (root / "campaign" / "talks").mkdir(parents=True)
    (root / "campaign" / "talks" / f"{name}.yml").write_text(talk, "utf-8")
    return root


def talk_of(root: Path, slug: str = "yi") -> TalkView:
    scope, _ = read_scope(root)
    library = load(root).library
    assert library is not None
    return next(one for one in talk_views(library, scope) if one.slug == slug)


def found_in(root: Path) -> list[tuple[str, str, int]]:
    return [(one.code, one.place.file, one.place.line) for one in problems_of(root)]


def test_a_talk_of_its_length_has_no_problem(tmp_path: Path) -> None:
    assert found_in(project(tmp_path)) == []


def test_a_talk_that_does_not_fit_says_by_how_much(tmp_path: Path) -> None:
    root = project(tmp_path, CAMPAIGN.replace("minutes: 4", "minutes: 20", 1))

    (problem,) = problems_of(root)

    assert problem.code == "talk-minutes"
    assert problem.place.line == 3
    seconds = talk_of(root).seconds
    assert problem.values["way"] == "少"
    assert 20 * 60 - seconds == pytest.approx(in_seconds(problem.values["by"]), abs=10)


def in_seconds(words: str) -> int:
    minutes = re.search(r"([0-9]+) 分", words)
    rest = re.search(r"([0-9]+) 秒", words)
    return (int(minutes[1]) * 60 if minutes else 0) + (int(rest[1]) if rest else 0)


def test_minutes_come_from_the_words(tmp_path: Path) -> None:
    short = talk_of(project(tmp_path / "a"))
    line = "这是加上去的一句话，一共有二十个字那么长。"
    longer = CAMPAIGN.replace("[各位乡亲，大家好。]", f"[各位乡亲，大家好。, {line}]")

    long = talk_of(project(tmp_path / "b", longer))

    assert long.characters - short.characters == 19
    assert long.seconds - short.seconds == pytest.approx(19 * 60 / 200)


@pytest.mark.parametrize(
    ("talk", "name", "expected"),
    [
        (CAMPAIGN, "jizhen", ("talk-name-taken", "campaign/talks/jizhen.yml", 1)),
        (
            CAMPAIGN.replace("  - policy: jizhen", "  - policy: jizhen\n  - policy: jizhen"),
            "yi",
            ("talk-policy-twice", "campaign/talks/yi.yml", 9),
        ),
        (
            CAMPAIGN.replace("{state: draft}", "{state: reviewed, by: 示例区民政局}"),
            "yi",
            ("talk-signed", "campaign/talks/yi.yml", 4),
        ),
    ],
)
def test_a_broken_talk_is_told_at_its_line(
    tmp_path: Path, talk: str, name: str, expected: tuple[str, str, int]
) -> None:
    assert expected in found_in(project(tmp_path, talk, name=name))


def test_a_signature_is_for_these_words_alone(tmp_path: Path) -> None:
    seal = talk_of(project(tmp_path / "a")).seal
    signed = CAMPAIGN.replace(
        "{state: draft}", f"{{state: reviewed, by: 示例区民政局, on: 2026-10-01, seal: {seal}}}"
    )
    same = project(tmp_path / "b", signed)
    other = project(
        tmp_path / "c", signed, SOUND.replace("先救助，再补手续。", "先救助，后补手续。")
    )

    assert found_in(same) == []
    assert ("talk-changed", "campaign/talks/yi.yml", 4) in found_in(other)
    assert talk_of(other).stamp == STAMP


@pytest.mark.parametrize(
    ("address", "is_signed", "expected"),
    [
        ("https://jiuzhu.example", True, STAMP),
        ("https://jiuzhu.test", False, STAMP),
        ("https://jiuzhu.test", True, ""),
        (None, True, ""),
    ],
)
def test_an_example_address_keeps_the_stamp(
    address: str | None, expected: str, *, is_signed: bool
) -> None:
    scope = Scope("990101", date(2026, 11, 1), address)

    assert stamp((), scope, is_signed=is_signed) == expected


def test_a_draft_of_broken_records_is_refused(tmp_path: Path) -> None:
    root = project(tmp_path, record=SOUND.replace("[jici, nali", "[meiyou, nali"))
    given = ["--policies", "jizhen", "--minutes", "5", "--title", "一讲", "--audience", "乡亲们"]

    done = CliRunner().invoke(main, ["new", "talk", "xin", "--project", str(root), *given])

    assert done.exit_code == 1
    assert "talk-question" in done.output


def test_words_of_the_speech_are_said_as_they_were_written(tmp_path: Path) -> None:
    speech = (
        "speech: {words: [原话一句。], source: 示例报, on: 2026-01-02, checked_by: 示例区民政局,"
        " checked_on: 2026-10-01}"
    )

    talk = talk_of(project(tmp_path, CAMPAIGN.replace("speech: null", speech)))

    (part,) = [one for one in talk.sections[0].parts if one.key == "speech"]
    assert [(one.role, one.text) for one in part.lines] == [
        ("quote", "原话一句。"),
        ("note", "出处：示例报，2026 年 1 月 2 日。示例区民政局 2026 年 10 月 1 日照原文核对。"),
    ]


def test_a_figure_is_said_as_its_region_has_it(tmp_path: Path) -> None:
    record = SOUND.replace("家里突然出了事，先别慌。", "标准，{figure:biaozhun}。")
    root = project(tmp_path, record=record)
    region = root / "policies" / "regions" / "990100.yml"
    before = said(talk_of(root, "jizhen"))

    region.write_text(region.read_text("utf-8").replace("'120'", "'137'"), "utf-8")
    after = said(talk_of(root, "jizhen"))

    assert "120 元" in before
    assert "137 元" not in before
    assert "137 元" in after
    assert "120 元" not in after


def test_a_figure_and_a_limit_bring_their_own_articles(tmp_path: Path) -> None:
    record = SOUND.replace(
        "{text: 遇到火灾、车祸的家庭可以申请。, cite: 示例办法 第二条}",
        "{text: '标准，{figure:biaozhun}。', cite: 示例法 第四条}",
    )

    talk = talk_of(project(tmp_path, record=record), "jizhen")

    told = {
        line.text: [talk.sources[mark - 1].words for mark in line.marks]
        for one in talk.sections
        for part in one.parts
        for line in part.lines
    }
    assert [one[-6:] for one in told["标准，每人每月 120 元。"]] == ["1号）第四条", "1号）第五条"]


def said(talk: TalkView) -> str:
    return "".join(line.text for one in talk.sections for part in one.parts for line in part.lines)


def test_the_value_of_a_figure_is_not_typed_into_a_line(tmp_path: Path) -> None:
    record = SOUND.replace("家里突然出了事，先别慌。", "先住一百二十平方米。")
    root = project(tmp_path, record=record)
    home = root / "policies" / "jiating.yml"
    home.write_text(
        re.sub(r"unit: 元/[^\s,}]+", "unit: 平方米/人", home.read_text("utf-8")), "utf-8"
    )

    assert "figure-retyped" in [one[0] for one in found_in(root)]


def test_no_line_of_ours_holds_a_digit_of_a_figure(ours: tuple[Library, Scope]) -> None:
    library, _ = ours
    values = {
        format(value.value.normalize(), "f")
        for region in library.regions
        for figure in region.figures
        for value in figure.values
        if value.value is not None
    }
    long = {one for one in values if len(one) > 2}
    typed = [
        (text, place)
        for policy in library.policies
        for text, place, _ in (*talk_texts(policy), *narration_texts(policy))
        if long & set(re.findall(r"[0-9.]+", re.sub(r"\{[^}]*\}", "", text)))
    ]

    assert len(long) > 10
    assert typed == []


def test_what_we_ship_fits(ours: tuple[Library, Scope]) -> None:
    library, scope = ours

    assert [(one.place, one.values) for one in rehearsed(library, scope)] == []
    assert {one.slug for one in library.talks} >= {
        *("yuanba-hui", "laonian-ren", "xuexiao", "wangge-peixun", "bangban-yuan")
    }
    assert all(one.talk and one.narration for one in library.policies)


def test_slides_hold_what_can_be_read_from_afar(ours: tuple[Library, Scope]) -> None:
    for talk in talk_views(*ours):
        for slide in slides_view(talk).slides:
            assert len(slide.points) <= MOST_POINTS, (talk.slug, slide.title)
            assert [one for one in slide.points if len(one) > LONGEST_POINT] == []


def test_every_line_that_states_something_names_its_article(ours: tuple[Library, Scope]) -> None:
    for talk in talk_views(*ours):
        for section in talk.sections:
            for part in section.parts:
                if part.key in {"points", "who", "not_who", "how"}:
                    assert all(one.marks for one in part.lines), (talk.slug, part.title)
        used = {
            mark
            for one in talk.sections
            for part in one.parts
            for line in part.lines
            for mark in line.marks
        }
        assert used == set(range(1, len(talk.sources) + 1))


def test_each_quiz_has_five_questions_of_all_kinds(ours: tuple[Library, Scope]) -> None:
    for talk in talk_views(*ours):
        assert len(talk.quiz) == 5
        assert {one.kind for one in talk.quiz} == {"政策", "程序", "标准"}
        assert len({one.question for one in talk.quiz}) == 5


def test_captions_can_be_read_and_last_a_minute(ours: tuple[Library, Scope]) -> None:
    library, scope = ours
    for view in policy_views(library, scope):
        told = narration_view(library.local_policy(view.slug, scope.region), view, library, scope)
        assert told is not None
        captions = told.video.captions
        assert captions == cues(one.voice for one in told.video.shots)
        for one in captions:
            assert len(one.text) <= MOST
            assert len(one.text) / ((one.end - one.start) / 1000) <= FASTEST + 0.01
        assert all(a.end <= b.start for a, b in pairwise(captions))
        assert 55 <= captions[-1].end / 1000 <= 65, view.slug


def test_a_draft_takes_the_parts_that_fit(tmp_path: Path) -> None:
    root = project(tmp_path)
    command = ["new", "talk", "xin", "--project", str(root), "--policies", "jizhen"]
    rest = ["--title", "新的: 一讲", "--audience", "乡亲们", "--minutes", "3"]

    done = CliRunner().invoke(main, [*command, *rest])
    again = CliRunner().invoke(main, [*command, *rest])

    assert done.exit_code == 0, done.output
    assert talk_of(root, "xin").title == "新的: 一讲"
    assert talk_of(root, "xin").seconds <= 3 * 60
    assert again.exit_code == 1
    assert "new-exists" in again.output


def test_a_draft_of_what_nobody_can_say_is_refused(tmp_path: Path) -> None:
    root = project(tmp_path)
    command = ["new", "talk", "xin", "--project", str(root), "--minutes", "5"]
    rest = ["--title", "一讲", "--audience", "乡亲们"]

    silent = CliRunner().invoke(main, [*command, *rest, "--policies", "jiating,meiyou"])
    missing = CliRunner().invoke(main, [*command, *rest])

    assert "talk-part-missing" in silent.output
    assert "policy-unknown" in silent.output
    assert missing.exit_code == 2
    assert "--policies" in missing.output
    assert not (root / "campaign" / "talks" / "xin.yml").exists()
