"""Bank cards by the Luhn check, and accounts, passbooks and cards that are named as such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.labels import SERIAL, before
from mingbai.privacy.masked import MASK
from mingbai.privacy.mobile_groups import evenly
from mingbai.privacy.runs import CHUNK, LONGEST_WRITTEN, RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span
    from mingbai.privacy.runs import Chunk

SHORTEST, LONGEST = 15, 19
BEGINS = re.compile("3[47]|35|[456]|9558|9400")
LUHN_BASE = 10
GROUP, LAST_GROUPS = 4, (1, 2, 3, 4)
LEAST_CHUNK = 2
MOST_CHUNKS = 6
BY_FOUR = 5
UNION = "62"
FULL = [4, 4, 4, 4, 3]
BEGINS_FULL = re.compile("[4569]")
"""Nineteen digits in groups that nothing but cards has, also of banks' older cards."""

NAMED = re.compile(
    r"(?:卡号|帐号|账号|账户号?|帐户号?|户头|折号|银行卡|储蓄卡|存折|一折通|一本通|惠农卡|一卡通|社保卡|社会保障卡"
    r"|银行账|银行帐|工资卡|低保卡|打卡|开户行|农商行|信用社|邮储|农行|工行|建行|中行|card)[^\d\n。；]{0,14}"
    r"(?=\d)",
    re.IGNORECASE,
)
LEAST_NAMED, MOST_NAMED = 10, 25
PASSBOOK = re.compile("存折|一折通|一本通|社保卡|社会保障卡|折号|一卡通|惠农卡|低保卡")
LEAST_ACCOUNT = 12
PUBLIC = re.compile(
    r"对公|公户|捐赠|捐款|善款|专户|基金会|慈善|财政|单位|公司|国库|非税|集体|合作社|村委会|户名[:：]?[^，。\n]{2,16}局"
    r"|登录|微博|抖音|公众|服务号|订阅号|视频号|快手|平台"
)
"""Words near an account that belongs to an office, or is no account of money."""


def is_card(number: str) -> bool:
    """Tell whether a number passes the Luhn check and begins as bank cards do."""
    if not BEGINS.match(number):
        return False
    if len(number) == SHORTEST and number[:2] not in {"34", "37"}:
        return False
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value // LUHN_BASE + value % LUHN_BASE
    return total % LUHN_BASE == 0 and len(set(number)) > 1


def cards(run: tuple[Chunk, ...], plain: str) -> Iterator[Span]:
    """Yield where card numbers stand in a run of digits."""
    for index, first in enumerate(run):
        number = ""
        for until in range(index, min(len(run), index + LONGEST)):
            number += run[until].digits
            if len(number) > LONGEST:
                break
            part = run[index : until + 1]
            if len(number) >= SHORTEST and number.isdigit() and grouped(part) and is_card(number):
                if not belongs_to_thing(plain, first.start, part[-1].end):
                    yield first.start, part[-1].end
                break


def mistyped(run: tuple[Chunk, ...]) -> Iterator[Span]:
    """Yield numbers grouped like the cards of Chinese banks whose last digit is wrong."""
    for index, first in enumerate(run):
        part = run[index : index + BY_FOUR]
        sizes = [len(one.digits) for one in part]
        size = sum(sizes)
        alone = sizes == FULL and len(run) == BY_FOUR and BEGINS_FULL.match(first.digits)
        union = first.digits.startswith(UNION) and SHORTEST < size <= LONGEST and sizes[0] == GROUP
        if union or alone:
            number = "".join(one.digits for one in part)
            if grouped(part) and number.isdigit() and not is_card(number):
                yield first.start, part[-1].end


def grouped(part: tuple[Chunk, ...]) -> bool:
    """Tell whether chunks are grouped as people write cards."""
    sizes = [len(one.digits) for one in part]
    if set(sizes) == {1}:
        return evenly(part)
    if len(sizes) == 1:
        return True
    by_four = set(sizes[:-1]) == {GROUP} and sizes[-1] in LAST_GROUPS
    amex = sizes == [4, 6, 5]
    union = part[0].digits.startswith(UNION) and min(sizes) >= LEAST_CHUNK
    return by_four or amex or (union and len(sizes) <= MOST_CHUNKS)


def belongs_to_thing(plain: str, start: int, end: int) -> bool:
    """Tell whether a number is called a serial number, or is part of a word or of a fraction."""
    head, tail = plain[max(0, start - 2) : start], plain[end : end + 2]
    inside = bool(re.search(r"[A-Za-z]$|\d\.$", head) or re.match(r"[A-Za-z]|\.\d", tail))
    money = bool(re.match(r"\s?(?:元|万|亿)", tail))
    return inside or money or before(plain, start, SERIAL)


def named_cards(plain: str) -> Iterator[Span]:
    """Yield numbers that are called accounts, passbooks or cards, mistyped ones too."""
    for label in NAMED.finditer(plain):
        run = RUN.match(plain, label.end(), label.end() + LONGEST_WRITTEN)
        if run is None:
            continue
        line = run[0].partition("\n")[0]
        found = list(CHUNK.finditer(re.split("[,，、/|:;]", line)[0]))
        size = sum(len(one[0]) for one in found)
        least = LEAST_NAMED if PASSBOOK.search(label[0]) else LEAST_ACCOUNT
        head = plain[max(0, label.start() - 20) : label.end()].rpartition("\n")[2]
        year = re.fullmatch("(?:19|20)[0-9]{2}", found[0][0]) if len(found) > 1 else None
        if re.match(MASK, plain[label.end() + len(line) :][:1]):
            continue
        if least <= size <= MOST_NAMED and not PUBLIC.search(head) and not year:
            yield label.end(), label.end() + found[-1].end()
