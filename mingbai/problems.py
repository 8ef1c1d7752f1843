"""Problems as values: what an author got wrong, where, and how to mend it.

Comes in: a code, a place and the values found. Goes out: lines of Chinese for the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mingbai.messages import MESSAGES
from mingbai.privacy.veil import veiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mingbai.messages.message import Severity


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a source file: path relative to the project, line and column from 1.

    Line 0 stands for the whole: a word of the command line, say.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Write ``file:line:column``, the form editors can jump to."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of an author, or one thing to look at, with its place."""

    code: str
    place: Place
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Return 错误 (stops the build) or 提醒 (does not)."""
        return MESSAGES[self.code].severity

    @property
    def message(self) -> str:
        """Return the sentence that says what is wrong and what was found."""
        return MESSAGES[self.code].text.format(**self.values)

    @property
    def hint(self) -> str:
        """Return the sentence that says what to do."""
        return MESSAGES[self.code].hint.format(**self.values)

    def as_json(self) -> dict[str, Any]:
        """Return the problem as plain data for ``--json``."""
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "message": self.message,
            "hint": self.hint,
        }


class ProblemsFound(Exception):  # noqa: N818 - a report for the author, not an error of ours
    """Carries every problem of a run out of a stage that cannot go on."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of the report."""
        self.problems = in_order(problems)
        super().__init__(report(self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, by file, line and column; none shows a private number.

    Every report passes here, whoever found the problem.
    """
    seen: dict[tuple[Place, str, str], Problem] = {}
    for problem in map(veiled, problems):
        seen.setdefault((problem.place, problem.code, problem.message), problem)
    return tuple(sorted(seen.values(), key=lambda found: (found.place, found.code)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return only the problems that stop the build."""
    return tuple(problem for problem in problems if problem.severity == "错误")


NOTHING_MADE = "没有生成任何文件"
LAST_KEPT = "网页还是上一次好的样子"


CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What would end a line of the report, or steer the terminal that shows it: names of files do."""


def one_line(text: str) -> str:
    """Return a text that stays on its line, with what nobody can see written out."""
    return CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def report(problems: tuple[Problem, ...], outcome: str = NOTHING_MADE) -> str:
    """Write the whole report: two lines a problem, then one line that counts."""
    lines: list[str] = []
    for problem in problems:
        said = f"{problem.place}: {problem.severity}：{problem.message}[{problem.code}]"
        lines.append(one_line(said))
        if problem.hint:
            lines.append(one_line(f"    提示：{problem.hint}"))
    wrong = len(errors(problems))
    files = len({problem.place.file for problem in problems})
    ending = f"；{outcome}。" if wrong else "。"
    lines.append(f"共 {wrong} 处错误、{len(problems) - wrong} 处提醒，涉及 {files} 个文件{ending}")
    return "\n".join(lines)
