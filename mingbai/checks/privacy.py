"""Rules of privacy: no identity number, card, private telephone or full name in any record.

Found numbers are never shown whole: a report is copied into chats and mails.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.texts_of import case_lines, written
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

SEPARATORS = re.compile(r"(?<=\d)[ \u3000\-–—·.]{1,2}(?=[\dXx])")
IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?![\dXx])|(?<!\d)\d{15}(?!\d)")
MOBILE = re.compile(r"(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)")
CARD = re.compile(r"(?<!\d)\d{16,19}(?!\d)")
LANDLINE = re.compile(r"(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)")
FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
NAMED = re.compile(rf"(?:名叫|叫做|姓名[:：是为]?\s*|户主|申请人|村民|居民|联系人[:：]?\s*|患者)([{SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=[，。、；：（(\s]|$|今年|现年|因|的|是|于|家|男|女|患|住)")
HIDDEN = re.compile(r"[某×xX*＊○]")


def numbers(library: Library, scope: Scope) -> Iterator[Problem]:  # noqa: ARG001 - all rules share one signature
    """No record holds an identity number, a mobile number or a bank card number."""
    for text, place in written(library):
        if len(text) < MOBILE_DIGITS:
            continue
        digits = joined(text)
        if IDENTITY.search(digits) and any(is_identity(one) for one in IDENTITY.findall(digits)):
            yield Problem("privacy-identity", place)
        elif MOBILE.search(digits):
            yield Problem("privacy-mobile", place)
        elif any(is_card(one) for one in CARD.findall(digits)):
            yield Problem("privacy-card", place)


MOBILE_DIGITS = 11


def landlines(library: Library, scope: Scope) -> Iterator[Problem]:  # noqa: ARG001
    """A case holds no telephone number at all."""
    for line, place in case_lines(library):
        if LANDLINE.search(joined(line)):
            yield Problem("privacy-telephone", place)


def names(library: Library, scope: Scope) -> Iterator[Problem]:  # noqa: ARG001
    """A case holds no full name; 某 or another mark in a name hides it."""
    for line, place in case_lines(library):
        for found in NAMED.findall(line):
            if not HIDDEN.search(found):
                yield Problem("privacy-name", place, {"found": f"{found[0]}××"})


def joined(text: str) -> str:
    """Return a text with full-width digits made plain and the spaces inside numbers removed."""
    return SEPARATORS.sub("", text.translate(FULL_WIDTH))


def is_identity(number: str) -> bool:
    """Tell whether a number has an identity number's date and, with 18 digits, its check digit."""
    old = len(number) == OLD_LENGTH
    born = number[6:12] if old else number[8:14]
    month, day = int(born[2:4]), int(born[4:6])
    if not (1 <= month <= 12 and 1 <= day <= 31 and number[0] in "12345678"):
        return False
    if old:
        return True
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECK[total % 11] == number[-1].upper()


OLD_LENGTH = 15


def is_card(number: str) -> bool:
    """Tell whether a number passes the Luhn check and begins as bank cards do."""
    if number[0] not in "3456":
        return False
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
