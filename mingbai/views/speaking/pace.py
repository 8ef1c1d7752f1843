"""How long words take to say: the one place where characters a minute are stated.

Speakers in a yard and the loudspeaker go at 200 characters a minute, as slow as old people follow
(announcers read 240 to 300); the voice of a short video at 270, which leaves the captions at 4.5 a
second.
"""

from __future__ import annotations

import re

TALK = 200
LOUDSPEAKER = 200
VOICE = 270
"""Characters a minute."""

PART_PAUSE = 3
"""Seconds between two parts of a talk."""

QUESTION_PAUSE = 5
"""Seconds after a question, for people to answer it themselves."""

SHOT_PAUSE = 0.4
"""Seconds between two shots of a short video."""

SAID = re.compile(r"[^\W_]")
"""A character that takes time; marks and blanks are part of the pace."""


def characters(text: str) -> int:
    """Return how many characters of a text are said: numbers as they are read aloud."""
    return len(SAID.findall(text))


def seconds(text: str, pace: int) -> float:
    """Return how long a text takes at so many characters a minute."""
    return characters(text) * 60 / pace


def clock(seconds: float) -> str:
    """Return seconds as people say them: 5 分 20 秒, to the next ten."""
    tens = -(-round(seconds) // 10) * 10
    minutes, rest = divmod(tens, 60)
    return " ".join(
        [*([f"{minutes} 分"] if minutes else []), *([f"{rest} 秒"] if rest or not minutes else [])]
    )
