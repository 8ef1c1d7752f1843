"""Mobile numbers, however they are grouped; serial numbers that look like one are left alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.labels import SERIAL, THING, before
from mingbai.privacy.mobile_groups import GROUPS, LENGTH, NAMED_GROUPS, USUAL, evenly, finer
from mingbai.privacy.runs import CUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span
    from mingbai.privacy.runs import Chunk

FORM = re.compile("1[3-9][0-9]{9}")
NAMED_FORM = re.compile("1[0-9]{10}")

NAMED = re.compile(
    r"(?:手机|电话|联系|号码|微信|支付宝|tel|phone|mobile|mob|wx|vx|sj|dh|拨打|拨|致电|[回来]电|加我|短信|[我他她]的号)"
    r"[^\d\n。；]{0,10}\n?[^\d\n。；]{0,4}$",
    re.IGNORECASE,
)
NAMED_BEHIND = re.compile(
    r"\s?[（(【\[]\s?(?:同?微信|手机|电话(?!费)|联系|本人|机主|家属|儿子|女儿|父亲|母亲|丈夫|妻子)"
)
"""The same in brackets behind the number."""

DATED = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9][\-_]$")
DATE = len("20261121-")
SPACED = re.compile(r"[\d \u3000]+")
PREFIX = re.compile(r"(?:\+|＋|00|\()?\(?\+?86\)?[\s\-_.·)）]{0,2}$")
JOINED = re.compile(r"(?:0|(?:00)?86)(1[3-9][0-9]{9})")
AMOUNT = re.compile(
    r"\s{0,1}(?:\.\d{1,2}(?!\d)\s?)?(?:元|圆|万|亿|人民币|户次|人次|吨|千克|公里|平方|kg|KB|MB|字节|bytes)"
)
CENTS = re.compile(r"\.\d{1,2}(?![\d.])")
MONEY = re.compile(r"[¥￥$]\s?$|(?:金额|合计|共计|总计)[:：]?\s?$")
DECIMAL = re.compile(r"(?<![\d.\n])\d{1,3}\.$")
ADDRESS = re.compile(r"https?://[^\s\"'<>\u4e00-\u9fff]*$")
HASH = re.compile(r"[0-9a-fA-F\-]{24,}")
WORD = re.compile(r"[0-9A-Za-z_\-]*$")
LETTER = re.compile("[A-Za-z]")
NAMES = re.compile(
    r"(?:tel|phone|mobile|mob|wx|vx|qq|sj|dh|weixin|wechat|call|to|[a-z]{4,})$", re.IGNORECASE
)


def mobiles(run: tuple[Chunk, ...], plain: str) -> Iterator[Span]:
    """Yield where mobile numbers stand in a run of digits."""
    for index, chunk in enumerate(run):
        joined = JOINED.fullmatch(chunk.digits)
        if joined:
            yield from whole(plain, chunk.start, chunk.end)
        if chunk.digits[0] != "1" or len(chunk.digits) > LENGTH:
            continue
        size, until = 0, index
        while until < len(run) and size < LENGTH:
            size += len(run[until].digits)
            until += 1
        part = run[index:until]
        number = "".join(one.digits for one in part)
        chained = index > 0 and re.fullmatch("[-.]", plain[run[index - 1].end : chunk.start])
        if chained and len(part) > 1 and run[index - 1].digits not in {"86", "0086"}:
            continue
        if (
            size == LENGTH
            and number.isdigit()
            and fits(part, number, plain, whole_run=len(part) == len(run))
        ):
            yield from whole(plain, chunk.start, part[-1].end)


def fits(part: tuple[Chunk, ...], number: str, plain: str, *, whole_run: bool) -> bool:
    """Tell whether chunks are grouped as one mobile number; ``whole_run`` if nothing is beside."""
    groups = tuple(len(one.digits) for one in part)
    between = plain[part[0].start : part[-1].end]
    if len(part) == LENGTH and not evenly(part):
        return False
    named = is_named(plain, part[0].start, part[-1].end)
    if re.search("[\n\t,，、/|:;]", between):
        return named and FORM.fullmatch(number) is not None and groups in GROUPS | NAMED_GROUPS
    if named:
        return NAMED_FORM.fullmatch(number) is not None
    return FORM.fullmatch(number) is not None and (
        groups in GROUPS or (whole_run and SPACED.fullmatch(between) is not None and finer(groups))
    )


def bracketed(run: tuple[Chunk, ...], plain: str) -> Iterator[Span]:
    """Yield mobile numbers with brackets around or between their groups.

    The groups are the usual ones, or two behind 手机 and the like.
    """
    parts = [run[at : at + size] for size in (2, 3) for at in range(len(run) - size + 1)]
    for part in parts:
        groups, number = tuple(len(one.digits) for one in part), "".join(one.digits for one in part)
        named = len(part) < len(USUAL) and is_named(plain, part[0].start, part[-1].end)
        meant = named or groups == USUAL
        if not meant or not FORM.fullmatch(number):
            continue
        between = plain[part[0].start : part[-1].end]
        if CUT.search(between) and not re.search("[\n\t,，、。；;]", between):
            yield from whole(plain, part[0].start, part[-1].end)


def is_named(plain: str, start: int, end: int) -> bool:
    """Tell whether a number is called a telephone, by words before it or in brackets behind."""
    return before(plain, start, NAMED) or NAMED_BEHIND.match(plain, end) is not None


def whole(plain: str, start: int, end: int) -> Iterator[Span]:
    """Yield a mobile number with the code of the country, unless it belongs to a thing."""
    prefix = PREFIX.search(plain[max(0, start - 8) : start])
    first = start - len(prefix[0]) if prefix else start
    if not is_of_thing(plain, first, end):
        yield first, end


def is_of_thing(plain: str, start: int, end: int) -> bool:
    """Tell whether eleven digits are an amount, a serial number, a coordinate or part of a hash."""
    head = plain[max(0, start - 40) : start]
    if is_named(plain, start, end) and not before(plain, start, SERIAL):
        return False
    if ADDRESS.search(plain[max(0, start - 200) : start]) and not NAMES.search(head.rstrip("=/:")):
        return True
    if AMOUNT.match(plain, end) or CENTS.match(plain, end) or MONEY.search(head):
        return True
    dated = DATED.search(head) and before(plain, start - DATE, THING)
    if dated or before(plain, start, SERIAL) or DECIMAL.search(head[-5:]):
        return True
    word = WORD.search(head)
    around = (word[0] if word else "") + plain[start : end + 40]
    if any(
        (token := HASH.match(one)) and LETTER.search(token[0])
        for one in (around, plain[start : end + 40])
    ):
        return True
    tied = LETTER.match(head[-1:])
    letters = re.search("[A-Za-z]+$", head)
    return bool(tied and letters and not NAMES.search(letters[0]))
