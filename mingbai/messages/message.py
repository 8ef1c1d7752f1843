"""A message: how grave it is, what is wrong, and what to do."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["错误", "提醒"]


class Message(NamedTuple):
    """The words of one code; ``{…}`` are filled from the problem's values."""

    severity: Severity
    text: str
    hint: str


def error(text: str, hint: str) -> Message:
    """Return a message that stops the build."""
    return Message("错误", text, hint)


def notice(text: str, hint: str) -> Message:
    """Return a message that does not."""
    return Message("提醒", text, hint)
