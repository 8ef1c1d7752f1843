"""Names that the structure around them proves, whatever the surname, though it be a common word.

A label with a colon, 男 or a birth date right behind, somebody who says who he is, and a part of a
file's name between strokes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.name_characters import (
    COMMON,
    DOUBLE,
    GIVEN,
    ORDINARY,
    RARE,
    SCARCE,
    SELDOM,
    SELDOM_DOUBLE,
    SURNAMES,
    WORDS,
)
from mingbai.privacy.name_words import HAN, PEOPLE, SPREAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span

NO_NAME = re.compile(
    rf"(?:{ORDINARY}|{PEOPLE}|.{{0,2}}[某氏姓们的了是]|.{{1,2}}(?:女士|先生|同志|大[爷妈娘叔姐]|奶奶|爷爷|老[师人]|阿姨|叔叔|本人|同上|不详|以上|以下|之[子女父母]))"
)
FIRST = rf"(?:{DOUBLE}|{SELDOM_DOUBLE}|[{SURNAMES}{SELDOM}])"
ANY = rf"(?P<name>{FIRST}{HAN}{{1,2}})(?!{HAN})"
LABELS = (
    rf"姓\s{{0,6}}名|户\s{{0,6}}主|申\s?请\s?人|本\s?人|患\s?者|典型(?:案例"
    rf"|人物)?|案例|原型|主人公|受访|{PEOPLE}"
)
LABELLED = re.compile(rf"(?:{LABELS})[\"'”]?\s?[:：=]\s{{0,4}}[\"'“]?{ANY}")
STRETCHED = re.compile(rf"姓[ \u3000]{{1,6}}名[ \u3000:：]{{1,6}}{ANY}")
DAY = r"(?:1[89]|20)\d\d\s?[年./\-]\s?\d{1,2}\s?[月./\-]\s?\d{1,2}"
FACTS = (
    rf"[男女](?![\u4e00-\u9fff])|{DAY}|生于|出生|生日|身份证|家?住[^院房宅]"
    rf"|现年|[\u4e00-\u9fff]{{1,4}}族(?![\u4e00-\u9fff])"
)
PROVEN = re.compile(
    rf"(?<!{HAN}){ANY}(?:[ ]?[，,、（(:：|]\s?|[\s_|\-]{{1,2}})(?:{FACTS})"
    rf"|(?<!{HAN})(?P<born>{FIRST}{HAN}{{1,2}}?)(?:生于|出生于|出生在)"
)
IN_ROW = re.compile(
    rf"(?:^|[\n\t,，|]|\d[.、])[ ]?(?P<name>[{SURNAMES}{SELDOM}]{HAN}{{2}})"
    r"[ ]?[\t,，|]{1,2}[ ]?(?:低保"
    r"|特困|五保|孤儿|临时救助|\d{1,2}人|[\d,.]{2,9}元)"
)
SAYS = re.compile(
    rf"(?<!{HAN})(?:我|本人|俺)(?:是|叫|名叫|就是)\s?(?P<name>{FIRST}{HAN}{{1,2}}?)(?=[，,。、；;（(\s]|$)"
)
FILE = re.compile(
    r"(?<![^\s/\\\"'“（(：:，。；])(?P<stem>[^\s/\\:：*?\"'<>，。；|]{3,100})"
    r"\.(?:docx?|xlsx?|pptx?|wps|et|dps|ofd|pdf|jpe?g|png|gif|bmp|heic|webp|tiff?|md|txt|csv|zip|rar|7z|mp[34]|mov|wav|m4a|amr|eml|html?)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
SEGMENT = re.compile(
    rf"(?<!{HAN})(?P<name>(?:{DOUBLE}|[{SURNAMES}{SELDOM}])(?P<given>{HAN}{{1,2}}))(?=家?(?!{HAN}))"
)
NO_PERSON = re.compile("[表书册图单证稿版章函纸件档卡账簿集文款费法案报告会村镇街局办]$")
"""What the last characters of a file's parts say that are no names."""


def told_names(plain: str) -> Iterator[Span]:
    """Yield where such names stand."""
    for form in (LABELLED, STRETCHED, PROVEN, SAYS):
        for found in form.finditer(plain):
            group = "name" if found["name"] else "born"
            if is_told(found[group]):
                yield found.span(group)
    for found in IN_ROW.finditer(plain):
        if all(one in GIVEN for one in found["name"][1:]) and is_told(found["name"]):
            yield found.span("name")
    for file in FILE.finditer(plain):
        for part in SEGMENT.finditer(plain, file.start("stem"), file.end("stem")):
            if is_part(part):
                yield part.span("name")


def is_told(name: str) -> bool:
    """Tell whether what stands where a name is told is no other word."""
    return not NO_NAME.match(name) and name[1:] not in WORDS and name not in WORDS


def is_part(part: re.Match[str]) -> bool:
    """Tell whether a part of a file's name is a person's."""
    name, given = part["name"], part["given"]
    if not is_told(name) or NO_PERSON.search(name):
        return False
    if name[0] in SCARCE or len(name) > len(given) + 1:
        return True
    if len(given) == 1:
        return given in COMMON and name[0] not in RARE and name[0] in SURNAMES
    return all(one in GIVEN for one in given)


def stretched(plain: str) -> Iterator[Span]:
    """Yield names that somebody stretched with blanks."""
    for spread in SPREAD.finditer(plain):
        given = "".join(spread["given"].split())
        if given not in WORDS and (len(given) > 1 or given in COMMON):
            yield spread.span()
