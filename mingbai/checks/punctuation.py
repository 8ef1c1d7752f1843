"""Rules of punctuation: each mark once and at its place, brackets in pairs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.figures import BRACE
from mingbai.checks.sentences import FIGURE_AS_READ
from mingbai.checks.texts_of import (
    case_lines,
    labels,
    reader_texts,
    record_values,
    spoken,
)
from mingbai.checks.wording import TORN
from mingbai.model.figures import REFERENCE
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

PAIRS = {"（": "）", "《": "》", "〔": "〕", "“": "”", "「": "」", "『": "』", "【": "】", "(": ")"}
OPENED = {closing: opening for opening, closing in PAIRS.items()}
ITEM = re.compile(r"^\s*(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）]|[:：;][-‐]?[)(]")
"""A closing bracket that closes nothing, and means it: ``1）``, and what is meant for a face."""

MARK = "，。；：、！？"
TWICE = re.compile(rf"[{MARK},;]{{2,}}|\.{{3,}}")
EMPHATIC = re.compile("[！？]{2,3}")
FIRST = re.compile(rf"[{MARK}）》〕”」』】,.;:!?)]")
STRAIGHT = re.compile("[\"']")
IN_NAME = re.compile(r"[。；！？;!?|\\<>*]|[，：、,:]$")
UNIT = re.compile("[^0-9]*[\u4e00-\u9fff%‰][^0-9]*")
NAMES = frozenset({"name", "short_name", "label", "unit", "term"})
WORDS = NAMES - {"unit"} | {"title", "actor", "start"}
FEWEST_OF_NAME = 2
LONGEST_SAID = 24
HAN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]")
FEWEST = 3
"""Characters of the shortest sentence: 残疾人证 has four."""

SENTENCES = frozenset({"text", "a", "linked", "q"})


def marks(library: Library, scope: Scope) -> Iterator[Problem]:
    """No mark stands twice or before the first word, and no bracket stays open."""
    for text, place in (*record_values(library), *case_lines(library)):
        found = TWICE.search(text)
        if found and not EMPHATIC.fullmatch(found[0]):
            yield Problem("mark-twice", place, {"found": found[0]})
        single = unpaired(text)
        if single:
            yield Problem("mark-pair", place, {"found": single})
    for text, place, _ in reader_texts(library):
        if FIRST.match(text) and HAN.search(text):
            yield Problem("mark-first", place, {"found": text[:6]})


def unpaired(text: str) -> str:
    """Return the first bracket without its other half, with what stands beside it, or nothing."""
    waiting: list[int] = []
    for at, character in enumerate(text):
        if character in PAIRS:
            waiting.append(at)
        elif character in OPENED and (not waiting or text[waiting.pop()] != OPENED[character]):
            return "" if ITEM.search(text[: at + 1]) else text[max(at - 5, 0) : at + 1]
    return text[waiting[0] : waiting[0] + 6] if waiting else ""


def sentences(library: Library, scope: Scope) -> Iterator[Problem]:
    """A sentence has words, a question its mark, and quotes are those of Chinese."""
    for text, place, key in reader_texts(library):
        told = REFERENCE.sub(FIGURE_AS_READ, text)
        wordless = len(HAN.findall(told)) < FEWEST and not BRACE.search(told)
        if key in SENTENCES and wordless:
            yield Problem("sentence-empty", place, {"found": text[:12]})
        elif key == "q" and not text.endswith(("？", "?")):
            yield Problem("question-end", place, {"found": text[-6:]})
        straight = STRAIGHT.search(told)
        if straight and HAN.search(told):
            yield Problem("mark-straight", place, {"found": straight[0]})


def names(library: Library, scope: Scope) -> Iterator[Problem]:
    """A name or a unit is a word; only duties, windows and titles are told like sentences."""
    for text, place, key in labels(library):
        unit = key == "unit" and not UNIT.fullmatch(text)
        wordless = key in WORDS and len(HAN.findall(text)) < FEWEST_OF_NAME
        if key in NAMES and (IN_NAME.search(text) or (key != "unit" and "/" in text)):
            yield Problem("name-mark", place, {"found": text[:12]})
        elif unit or wordless:
            yield Problem("name-empty", place, {"found": text})
        blank = TORN.search(text)
        if blank:
            yield Problem("blank-inside", place, {"found": blank[0]})


def sayings(library: Library, scope: Scope) -> Iterator[Problem]:
    """What people call a policy is a word or two, not a sentence and not a character."""
    for text, place, key in spoken(library):
        sentence = key != "says" and IN_NAME.search(text)
        if sentence or not FEWEST_OF_NAME <= len(text) <= LONGEST_SAID or not HAN.search(text):
            yield Problem("saying-form", place, {"found": text[:12], "most": LONGEST_SAID})
