"""Rules of how a place in a document is written: the numerals that the document itself has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.before import cited_before
from mingbai.checks.citations import cited
from mingbai.model.citation import DIGITS, Citation, number_of, parse_locator
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.checks.citations import Cited
    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

HAN = {value: character for character, value in DIGITS.items()}
NUMERAL = re.compile("[零一二三四五六七八九十百]+")
ARABIC = re.compile("第[0-9]+条")
IN_ARTICLES = re.compile("(?:法|条例|办法|规定|细则|规程|规范)(?:（.*）)?$")
"""What titles of documents in articles end on: their articles have Chinese numerals."""


def numerals(library: Library, scope: Scope) -> Iterator[Problem]:
    """An article is written as in the document: 第十八条, not 第18条, 第一八条 or 第零条."""
    for cite, place in (*cited(library), *cited_before(library), *noted(library)):
        for locator in cite.locators:
            document = library.documents.get(cite.document)
            if not all(map(is_proper, NUMERAL.findall(locator.words))):
                yield Problem("cite-syntax", place, {"found": str(cite)})
            elif document and IN_ARTICLES.search(document.title) and ARABIC.search(locator.words):
                right = ARABIC.sub(lambda one: f"第{in_han(number_of(one[0][1:-1]))}条", str(cite))
                yield Problem("cite-numerals", place, {"found": str(cite), "instead": right})


def noted(library: Library) -> Iterator[Cited]:
    """Yield the articles that legal_basis.yml says something about, and those they yield to."""
    for document in library.legal_basis.documents:
        for note in document.articles:
            locator = parse_locator(note.article)
            if locator is not None:
                yield Citation(document.name, (locator,)), note.at("article")
            single = len(note.yields_to or ()) == 1
            for number, cite in enumerate(note.yields_to or ()):
                yield cite, note.at("yields_to") if single else note.at("yields_to", number)


def is_proper(words: str) -> bool:
    """Tell whether a Chinese numeral is written as people write numbers from 1 to 999."""
    number = number_of(words)
    return words == in_han(number) or words == in_han(number).replace("一十", "十", 1)


def in_han(number: int) -> str:
    """Write a whole number below 1000: 48 is 四十八, 105 一百零五."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{HAN[hundreds]}百" if hundreds else ""
    if hundreds and rest and not tens:
        text += "零"
    if tens:
        text += ("" if tens == 1 and not hundreds else HAN[tens]) + "十"
    return text + (HAN[ones] if ones else "")
