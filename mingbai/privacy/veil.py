"""Texts for reports: what is private in them is replaced, for reports are copied into chats."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mingbai.privacy.numbers import private_numbers

if TYPE_CHECKING:
    from mingbai.problems import Problem

LONG = re.compile(r"\d{13,}|(?<!\d)1[3-9]\d{9}(?!\d)")
"""What is veiled wherever it stands, behind a letter too; a village's code has twelve digits."""

VEILED = "××××"


def veil(text: str) -> str:
    """Return a text with every private number in it, and any very long one, replaced."""
    for _, (start, end) in sorted(private_numbers(text), key=lambda one: one[1], reverse=True):
        text = f"{text[:start]}{VEILED}{text[end:]}"
    return LONG.sub(VEILED, text)


def veiled(problem: Problem) -> Problem:
    """Return a problem that shows no private number."""
    values = {
        key: veil(value) if isinstance(value, str) else value
        for key, value in problem.values.items()
    }
    place = replace(problem.place, file=veil(problem.place.file))
    return replace(problem, values=values, place=place)
