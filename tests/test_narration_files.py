"""Texts to hand over: what to know first, the words apart from it, captions that can be read."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from mingbai.outputs import narration
from mingbai.outputs.narration.files import RULE, captions
from mingbai.outputs.talks.docx import speaker_document
from mingbai.problems import Place
from mingbai.views.policy import policy_views
from mingbai.views.speaking.handed import handed
from mingbai.views.speaking.narration import NarrationView, narration_view
from mingbai.views.speaking.talks import talk_views

if TYPE_CHECKING:
    from docx.document import Document

    from mingbai.views.speaking.talk import TalkView
    from tests.conftest import Records

PLACE = Place("policies/dibao.yml")
CUE = re.compile(r"(\d+)\r\n(\S+) --> (\S+)\r\n(.+)\r\n")
NAMES = {
    "loudspeaker-60.txt",
    "loudspeaker-90.txt",
    "ticker.txt",
    "sms.txt",
    "group.txt",
    "column.txt",
    "slogans.txt",
    "short-video.txt",
    "short-video.srt",
    "picture-story.txt",
    "narration.docx",
}


@pytest.fixture(scope="module")
def told(records: Records) -> dict[str, NarrationView]:
    library, scope = records.library, records.scope
    views = (
        narration_view(library.local_policy(one.slug, scope.region), one, library, scope)
        for one in policy_views(library, scope)
    )
    return {one.slug: one for one in views if one}


@pytest.fixture(scope="module")
def talk(records: Records) -> TalkView:
    views = talk_views(records.library, records.scope)
    return next(one for one in views if one.slug == "dibao")


def files(view: NarrationView, records: Records) -> dict[str, bytes]:
    targets = narration.plan(view, records.scope.as_of, PLACE)
    made = {one.path: narration.render(one) for one in targets}
    return {path: content for path, content in made.items() if isinstance(content, bytes)}


@pytest.fixture(scope="module")
def dibao(told: dict[str, NarrationView], records: Records) -> dict[str, bytes]:
    return files(told["dibao"], records)


def text_of(content: dict[str, bytes], name: str) -> str:
    return content[f"dibao/{name}"].decode("utf-8-sig")


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def test_every_text_is_a_file(dibao: dict[str, bytes]) -> None:
    assert {f"dibao/{one}" for one in NAMES} == dibao.keys()


def test_windows_reads_every_text(dibao: dict[str, bytes]) -> None:
    for path, content in dibao.items():
        if path.endswith(".txt"):
            assert content.startswith("\ufeff内容：最低生活保障：".encode())
        elif path.endswith(".srt"):
            assert content.startswith(b"1\r\n00:00:00,000 --> ")
        if not path.endswith(".docx"):
            assert content.count(b"\n") == content.count(b"\r\n")
            assert content.endswith(b"\r\n")


def test_the_head_says_what_must_be_known(
    told: dict[str, NarrationView], dibao: dict[str, bytes]
) -> None:
    view = told["dibao"]
    for one in handed(view):
        head = text_of(dibao, f"{one.name}.txt").partition(RULE)[0]
        for expected in (view.name, view.region, view.as_of, "样稿", one.title):
            assert expected in head, one.name
        assert re.search(r"(播到|用到)：\d{4} 年 \d+ 月 \d+ 日", head)
        assert re.search(r"长短：.*\d+ (个字|秒|条|格)", head)
    first = view.aired[0]
    head = text_of(dibao, "loudspeaker-60.txt").partition(RULE)[0]
    assert f"播到：{first.read_until}" in head
    assert f"约 {round(first.seconds)} 秒" in head


def test_the_words_stand_apart(told: dict[str, NarrationView], dibao: dict[str, bytes]) -> None:
    view = told["dibao"]
    expected = {
        "loudspeaker-60": view.aired[0].lines,
        "ticker": (view.ticker.text,),
        "sms": (view.sms.text,),
        "group": (view.group.text,),
        "column": (view.column.title, *view.column.paragraphs),
        "slogans": tuple(one.text for one in view.slogans),
    }
    for name, lines in expected.items():
        _, words, after = text_of(dibao, f"{name}.txt").split(f"{RULE}\r\n")
        assert lines == tuple(words.splitlines())
        assert "依据" in after
    video = text_of(dibao, "short-video.txt")
    for shot in view.video.shots:
        for words in (shot.picture, shot.screen, shot.voice):
            assert words in video
    story = text_of(dibao, "picture-story.txt")
    assert all(one.words in story and one.picture in story for one in view.frames)


def test_captions_can_be_read(told: dict[str, NarrationView], dibao: dict[str, bytes]) -> None:
    assert len(told) > 3
    assert dibao["dibao/short-video.srt"] == captions(told["dibao"].video.captions)
    for slug, view in told.items():
        content = captions(view.video.captions).decode()
        cues = CUE.findall(content)
        assert content == "\r\n".join("{}\r\n{} --> {}\r\n{}\r\n".format(*one) for one in cues)
        assert [str(number) for number in range(1, len(cues) + 1)] == [one[0] for one in cues]
        ended = 0.0
        for _, start, end, words in cues:
            long = seconds(end) - seconds(start)
            assert len(words) <= 20, (slug, words)
            assert len(words) <= 6 * long + 0.01, (slug, words)
            assert seconds(start) >= ended, (slug, words)
            ended = seconds(end)
        assert 55 <= ended <= 65, (slug, ended)


def seconds(moment: str) -> float:
    hours, minutes, rest = moment.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest.replace(",", "."))


def test_every_run_of_word_names_a_typeface_for_han(
    dibao: dict[str, bytes], talk: TalkView, records: Records
) -> None:
    day = records.scope.as_of
    texts = dibao["dibao/narration.docx"]
    for content in (texts, speaker_document(talk, day)):
        made = opened(content)
        footers = [one.footer._element for one in made.sections]  # noqa: SLF001 - their XML
        runs = [run for root in (made.element, *footers) for run in root.iter(qn("w:r"))]
        assert len(runs) > 20
        for run in runs:
            fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            assert fonts is not None, run.text
            assert fonts.get(qn("w:eastAsia")) == "微软雅黑"
        assert made.core_properties.language == "zh-CN"
        assert made.core_properties.created is not None
        assert made.core_properties.created.date() == day


def test_word_holds_every_text(told: dict[str, NarrationView], dibao: dict[str, bytes]) -> None:
    view = told["dibao"]
    made = opened(dibao["dibao/narration.docx"])
    lines = [one.text for one in made.paragraphs]
    for one in handed(view):
        assert one.title in lines
        for block in one.blocks:
            assert set(block.lines) <= set(lines)


def test_the_speaker_has_the_full_text_with_its_sources(talk: TalkView, records: Records) -> None:
    made = opened(speaker_document(talk, records.scope.as_of))
    lines = [one.text for one in made.paragraphs]
    for section in talk.sections:
        for part in section.parts:
            for line in part.lines:
                marks = "、".join(str(one) for one in line.marks)
                assert any(one.endswith(line.text + marks) for one in lines), line.text
    raised = [run.text for one in made.paragraphs for run in one.runs if run.font.superscript]
    said = [line for one in talk.sections for part in one.parts for line in part.lines]
    assert ["、".join(map(str, one.marks)) for one in said if one.marks] == raised
    listed = lines[lines.index("依据") + 1 :]
    assert len(talk.sources) == len(listed)
    for number, source in enumerate(talk.sources, 1):
        assert listed[number - 1].startswith(f"{number}. {source.words}")
    headings = [one.style.name for one in made.paragraphs if one.style is not None]
    assert {"Heading 1", "Heading 2", "Heading 3"} <= set(headings)


def test_the_same_texts_give_the_same_bytes(
    told: dict[str, NarrationView], dibao: dict[str, bytes], talk: TalkView, records: Records
) -> None:
    assert dibao == files(told["dibao"], records)
    day = records.scope.as_of
    assert speaker_document(talk, day) == speaker_document(talk, day)
