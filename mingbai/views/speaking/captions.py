"""Captions of a short video, timed from the voice: pieces of at most 20 characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.speaking import pace
from mingbai.views.speaking.aloud import aloud

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST = 20
"""Characters of one caption: what a phone shows in one line."""

FASTEST = 6
"""Characters a second that are still read."""

LEAST = 0.8
"""Seconds of the shortest caption."""

CLAUSE = re.compile(r"[^，。；：！？、]*[，。；：！？、]+|[^，。；：！？、]+")
MARKS = "，。；：、"


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption, in milliseconds from the beginning."""

    start: int
    end: int
    text: str

    @property
    def stamp(self) -> str:
        """Return its line of times as SRT has it."""
        return f"{stamp(self.start)} --> {stamp(self.end)}"


def cues(voices: Iterable[str]) -> tuple[Cue, ...]:
    """Return the captions of the voice of each shot, one after the other."""
    found: list[Cue] = []
    at = 0.0
    for voice in voices:
        for piece in pieces(voice):
            long = max(LEAST, pace.seconds(aloud(piece), pace.VOICE), len(piece) / FASTEST)
            found.append(Cue(round(at * 1000), round((at + long) * 1000), piece))
            at += long
        at += pace.SHOT_PAUSE
    return tuple(found)


def pieces(voice: str) -> Iterator[str]:
    """Yield what is shown at a time: whole clauses as far as they fit, without the last mark."""
    held = ""
    for clause in (part for one in CLAUSE.findall(voice) for part in cut(one)):
        if held and len((held + clause).rstrip(MARKS)) > MOST:
            yield held.rstrip(MARKS)
            held = ""
        held += clause
        if clause[-1] in "。！？；":
            yield held.rstrip(MARKS)
            held = ""
    if held.rstrip(MARKS):
        yield held.rstrip(MARKS)


def cut(clause: str) -> Iterator[str]:
    """Yield a clause in pieces that fit, each about as long as the others."""
    parts = -(-len(clause.rstrip(MARKS)) // MOST)
    size = -(-len(clause) // max(1, parts))
    yield from (clause[at : at + size] for at in range(0, len(clause), size))


def stamp(milliseconds: int) -> str:
    """Return a moment as SRT writes it: 00:00:01,500."""
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02},{rest:03}"


def srt(captions: Iterable[Cue]) -> str:
    """Return captions as an SRT file."""
    return "\n".join(
        f"{number}\n{one.stamp}\n{one.text}\n" for number, one in enumerate(captions, 1)
    )
