"""Lines of JSON in, lines of JSON out: how other programs ask the gate.

A line is ``{"id": …, "text": …, "context": …}``; the answer has offsets only, never a word of the
text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mingbai.privacy.contexts import CONTEXTS
from mingbai.privacy.gate import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN = "、".join(CONTEXTS)


class BadLineError(ValueError):
    """A line that is no question; says why, in Chinese."""


def answers(raw: bytes) -> Iterator[tuple[int, str | BadLineError]]:
    """Yield the number and the answer of each line that is not blank, or what is wrong with it."""
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            try:
                yield number, answer(line)
            except BadLineError as wrong:
                yield number, wrong


def answer(line: bytes) -> str:
    """Answer one line.

    Raises:
        BadLineError: if it is no question.

    """
    asked = question(line)
    verdict = judge(asked["text"], asked["context"])
    found = [
        {"start": one.start, "end": one.end, "level": one.level, "kind": one.kind}
        for one in verdict.findings
    ]
    return json.dumps({"id": asked["id"], "decision": verdict.decision, "findings": found})


def question(line: bytes) -> dict[str, Any]:
    """Return what a line asks.

    Raises:
        BadLineError: if it is no question.

    """
    try:
        asked = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadLineError("不是 UTF-8 编码") from None
    except (ValueError, RecursionError):
        raise BadLineError("不是一个完整的 JSON") from None
    if not isinstance(asked, dict):
        raise BadLineError("应为 {id, text, context}")
    if not isinstance(asked.get("id"), (str, int)):
        raise BadLineError("缺 id，或者 id 不是文字、整数")
    if not isinstance(asked.get("text"), str):
        raise BadLineError("缺 text，或者 text 不是文字")
    if asked.get("context") not in CONTEXTS:
        raise BadLineError(f"context 应为其中一个：{SHOWN}")
    return asked
