"""宣讲内容审查表: every statement of a talk beside its articles, to tick and sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.review.seal import on_paper
from mingbai.views.speaking.speaker_parts import PAGE, ROLES
from mingbai.views.speaking.talk_review_parts import (
    Cited,
    ReviewPart,
    ReviewRow,
    ReviewSection,
    Signing,
    TalkReview,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.views.speaking.quiz import QuizView
    from mingbai.views.speaking.talk import TalkSection, TalkView

TITLE = "宣讲内容审查表"
HEADS = ("号", "讲什么", "依据", "核对", "改成")
RIGHT, MEND = "对", "要改"
ON_SLIDE = "幻灯片："
NO_ARTICLE = "没有引条文：看有没有许诺、有没有说过头。"
UNREAD = "待核"
QUIZ = "小测验"
HOW = (
    "逐条对照依据：说得对的在“对”打勾；不对、说多了、说漏了的在“要改”打勾，并写明怎么改。",
    "有一处“要改”就先不签，改好以后重新做一份审查表；都对的，在最后签字。",
    "数字和电话另外确认，不在这里签。",
)
SIGNED = "以上逐条看过，没有要改的。签的是封印为 {seal} 的这一份；以后改了一个字，要重新审查。"
ENTER = "签字以后，在 {file} 里把{where}写成下面四行（封印的字母连着写，短横不写）："
OF_TALK, OF_POLICY = " review ", " talk 下面的 review "
BLANK = "＿＿＿＿"


def talk_review(talk: TalkView, file: str) -> TalkReview:
    """Return the sheet of a talk; ``file`` is the record that keeps its signature."""
    seal = on_paper(talk.seal)
    return TalkReview(
        title=TITLE,
        facts=(
            ("题目", talk.title),
            ("讲给谁听", talk.audience),
            ("地区", talk.region),
            ("内容截至", talk.as_of),
            ("记录", file),
            ("封印", seal),
        ),
        how=HOW,
        heads=HEADS,
        right=RIGHT,
        mend=MEND,
        sections=tuple(sections(talk)),
        signing=signing(talk, file, seal),
        stamp=talk.stamp,
        foot=f"{TITLE}：{talk.title}（{talk.region}）　封印 {seal}",
        page=PAGE,
    )


def sections(talk: TalkView) -> Iterator[ReviewSection]:
    """Yield the sections with their statements, numbered through the whole sheet."""
    number = 0
    for section in talk.sections:
        parts = []
        for title, rows in section_rows(section, talk):
            parts.append(ReviewPart(title, tuple(numbered(rows, number))))
            number += len(rows)
        yield ReviewSection(section.name, tuple(parts))
    if talk.quiz:
        asked = numbered([quiz_row(one) for one in talk.quiz], number)
        yield ReviewSection(QUIZ, (ReviewPart("", tuple(asked)),))


Statement = tuple[str, str, str, tuple[Cited, ...]]
"""Label, text, words on the slide, sources."""


def section_rows(section: TalkSection, talk: TalkView) -> Iterator[tuple[str, list[Statement]]]:
    """Yield each part of a section with its statements."""
    for number, part in enumerate(section.parts):
        title = "" if number == 0 and part.title == section.name else part.title
        rows: list[Statement] = []
        for one in part.lines:
            other = "" if one.slide in {one.text, one.text.rstrip("。")} else one.slide
            slide = f"{ON_SLIDE}{other}" if other else ""
            cites = (talk.sources[mark - 1] for mark in one.marks)
            cited = tuple(Cited(cite.words, "" if cite.verified else UNREAD) for cite in cites)
            rows.append((ROLES[one.role], one.text, slide, cited))
        yield title, rows


def quiz_row(one: QuizView) -> Statement:
    """Return a question of the quiz with all that may be chosen, and what is right."""
    options = "　".join(f"{option.letter} {option.text}" for option in one.options)
    cited = tuple(Cited(cite.words, "" if cite.verified else UNREAD) for cite in one.sources)
    return one.kind, one.question, f"{options}　（对的是 {one.right}）", cited


def numbered(rows: list[Statement], before: int) -> Iterator[ReviewRow]:
    """Yield statements as rows."""
    for number, (label, text, slide, cites) in enumerate(rows, before + 1):
        yield ReviewRow(number, label, text, slide, cites, "" if cites else NO_ARTICLE)


def signing(talk: TalkView, file: str, seal: str) -> Signing:
    """Return the block to sign."""
    where = OF_POLICY if talk.policies == (talk.slug,) else OF_TALK
    return Signing(
        title="审查意见",
        words=SIGNED.format(seal=seal),
        blanks=("审查单位（盖章）", "审查人", "审查日期"),
        enter=ENTER.format(file=file, where=where),
        lines=(
            "state: reviewed",
            f"by: {BLANK}（审查单位）",
            f"on: {BLANK}（审查日期，写成 年-月-日，全用数字）",
            f"seal: {seal}",
        ),
    )
