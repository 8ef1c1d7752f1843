"""A citation as people write it: ``社会救助法 第十八条第一款``, ``国办发〔2023〕39号 四（一）``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, GetPydanticSchema, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
ARTICLE = r"第(?P<article>[零一二三四五六七八九十百]+|[0-9]{1,3})条"
PARAGRAPH = r"(?:第(?P<paragraph>[一二三四五六七八九十]+)款)?"
ITEM = r"(?:第?（(?P<item>[一二三四五六七八九十]+)）项?)?"
LAW = re.compile(f"{ARTICLE}{PARAGRAPH}{ITEM}")
OUTLINE = re.compile(
    r"(?P<part>[一二三四五六七八九十]+)?(?:（(?P<section>[一二三四五六七八九十]+)）)?"
)


@dataclass(frozen=True, slots=True)
class Point:
    """One place in a document: an article of a law, or a section of an opinion.

    ``part`` and ``section`` are the 四 and 一 of 四（一）; ``article``, ``paragraph`` and ``item``
    those of 第三条第二款第（二）项. Zero means not given.
    """

    article: int = 0
    paragraph: int = 0
    item: int = 0
    part: int = 0
    section: int = 0


@dataclass(frozen=True, slots=True)
class Locator:
    """One place or a range of articles (第九条至第十一条), with the words the author wrote."""

    words: str
    first: Point
    last: Point | None = None

    @property
    def points(self) -> tuple[Point, ...]:
        """Return every article of the range, or the one place."""
        if self.last is None:
            return (self.first,)
        between = range(self.first.article, self.last.article + 1)
        return tuple(Point(article=number) for number in between)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document by its short name or number, and where in it."""

    document: str
    locators: tuple[Locator, ...]

    def __str__(self) -> str:
        """Write it as the author does."""
        where = "、".join(locator.words for locator in self.locators)
        return f"{self.document} {where}".strip()


def number_of(words: str) -> int:
    """Read a Chinese or Arabic whole number below 1000: 四十八 is 48."""
    if words.isascii():
        return int(words)
    total, digit = 0, 0
    for character in words:
        if character == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif character == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = DIGITS[character]
    return total + digit


def parse_point(words: str) -> Point | None:
    """Read one place, or return None."""
    law = LAW.fullmatch(words)
    if law:
        return Point(**{key: number_of(value) for key, value in law.groupdict("零").items()})
    outline = OUTLINE.fullmatch(words)
    if outline and words:
        return Point(**{key: number_of(value) for key, value in outline.groupdict("零").items()})
    return None


@lru_cache(maxsize=4096)
def parse_locator(words: str) -> Locator | None:
    """Read one place or one range, or return None."""
    first, to, last = words.partition("至")
    start = parse_point(first)
    if start is None:
        return None
    if not to:
        return Locator(words, start)
    end = parse_point(last)
    if end is None or not start.article or end.article <= start.article:
        return None
    return Locator(words, start, end)


@lru_cache(maxsize=4096)
def parse_citation(words: str) -> Citation:
    """Read one citation.

    Raises:
        PydanticCustomError: with code ``cite-syntax``.

    """
    document, _, where = words.strip().partition(" ")
    locators = [parse_locator(part) for part in where.split("、")] if where else []
    known = tuple(locator for locator in locators if locator is not None)
    if not document or document.startswith("第") or len(known) != len(locators):
        raise PydanticCustomError("cite-syntax", "")
    return Citation(document, known)


def _citations(value: Any) -> Any:
    if isinstance(value, str):
        return (parse_citation(value),)
    if isinstance(value, (list, tuple)) and value and all(isinstance(one, str) for one in value):
        return tuple(parse_citation(one) for one in value)
    if isinstance(value, tuple) and value and all(isinstance(one, Citation) for one in value):
        return value
    raise PydanticCustomError("cite-missing", "")


_PLAIN = GetPydanticSchema(lambda _source, _handler: core_schema.any_schema())
_ONE = {"type": "string", "examples": ["社会救助法 第十八条第一款", "国办发〔2023〕39号 四（一）"]}
Cites = Annotated[
    tuple[Citation, ...],
    _PLAIN,
    BeforeValidator(_citations),
    WithJsonSchema({"anyOf": [_ONE, {"type": "array", "items": _ONE, "minItems": 1}]}),
]
