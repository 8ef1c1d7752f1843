"""How a policy is talked about: hand-written lines for a talk of about five minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from mingbai.model.base import Day, Identifier, Record, Short, Slug, Whole, Words
from mingbai.model.citation import Cites

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.citation import Citation

POINTS = 3
"""What forty people in a yard remember."""

ASKED = 3
MOST_LINES = 6
"""Points of a slide, and lines of a part that are still followed by ear."""

QUIZ, OPTIONS = 5, 3


class WordsReview(Record):
    """Who looked through words for speaking; ``seal`` is what they were then."""

    state: Literal["draft", "reviewed"] = Field("draft", title="审查状态")
    by: Words | None = Field(None, title="审查单位")
    on: Day | None = Field(None, title="审查日期")
    seal: Words | None = Field(None, title="封印", description="照宣讲内容审查表上的抄")


class Spoken(Record):
    """One line to be said, and the article it rests on; ``short`` stands on the slide instead."""

    text: Words = Field(title="讲的话")
    short: Short | None = Field(None, title="幻灯片短句", description="超过 40 个字的话要写短句")
    cite: Cites = Field(title="依据")


class NeverSay(Record):
    """A promise that nobody can keep, and what is said instead."""

    words: Words = Field(title="不要说")
    instead: Words = Field(title="应该说")
    cite: Cites = Field(title="依据")


class QuizQuestion(Record):
    """A question after the talk; ``right`` counts the options from 1."""

    kind: Literal["政策", "程序", "标准"] = Field(title="考什么")
    q: Words = Field(title="问题")
    options: tuple[Words, ...] = Field(title="选项", min_length=OPTIONS, max_length=OPTIONS)
    right: Whole = Field(title="正确的是第几个")
    cite: Cites = Field(title="依据")


class PolicyTalk(Record):
    """A talk about one policy; ``questions`` are ids of its ``faq``, ``story`` names a case."""

    review: WordsReview = Field(WordsReview(), title="审查")
    opening: Words = Field(title="开场的话")
    points: tuple[Spoken, ...] = Field(title="记住三点", min_length=POINTS, max_length=POINTS)
    who: tuple[Spoken, ...] = Field(title="谁能申请", min_length=1, max_length=MOST_LINES)
    not_who: tuple[Spoken, ...] = Field(
        title="哪些情况不能纳入", min_length=1, max_length=MOST_LINES
    )
    how: tuple[Spoken, ...] = Field(title="怎么办", min_length=1, max_length=MOST_LINES)
    story: Slug = Field(title="讲哪个案例", description="cases/ 里的文件名")
    questions: tuple[Identifier, ...] = Field(
        title="现场会问的", description="常见问题的编号（id）", min_length=ASKED, max_length=ASKED
    )
    never_say: NeverSay = Field(title="有一句不能说")
    closing: Words = Field(title="结尾的话")
    ask_at: Words | None = Field(
        None, title="问哪里", description="不该先问村里的才写，例如 当地救助站或者镇街"
    )
    quiz: tuple[QuizQuestion, ...] = Field(title="小测验", min_length=QUIZ, max_length=QUIZ)

    def citations(self) -> Iterator[tuple[Record, tuple[Citation, ...]]]:
        """Yield every line that cites something, with its citations."""
        lines: tuple[Spoken | NeverSay | QuizQuestion, ...]
        lines = (*self.points, *self.who, *self.not_who, *self.how, self.never_say, *self.quiz)
        for one in lines:
            yield one, one.cite
