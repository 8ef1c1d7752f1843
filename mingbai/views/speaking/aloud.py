"""Words as they are read aloud: numbers in characters, telephones digit by digit.

二〇二六年, 九百九十三元, 两个工作日, 百分之五十: who reads aloud must not stop and think.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.views.amounts import Amount

DIGITS = "零一二三四五六七八九"
YEAR_DIGITS = "〇一二三四五六七八九"
PLACES = ("", "十", "百", "千")
GROUP, LARGE = 4, ("", "万", "亿")

YEAR = re.compile(r"\s*((?:19|20)[0-9]{2})\s*年(?!限|龄)")
CALLED = re.compile(r"((?:拨打?|打|电话|热线|号码)[^0-9\s，。；！？]{0,4})\s*([0-9][0-9-]{2,})\s*")
TELEPHONE = re.compile(r"\s*\b0[0-9]{2,3}-[0-9]{7,8}\b")
SHARE = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*%")
NUMBER = re.compile(r"\s*(?<![A-Za-z0-9.])([0-9]+)(?:\.([0-9]+))?\s*")
PAIR = re.compile(
    r"(?<!第)(?<![0-9.])2\s*(?=个|名|位|次|年|天|户|种|项|元|倍|条|人|口|样|万|岁|周岁)"
)
"""两个, 两年, but 二级, 二月, 第二条."""

OF_WHOM = {
    "人": "每人",
    "户": "每户",
    "生": "每名学生",
    "次": "每次",
    "平方米": "每平方米",
}
WHEN = {"月": "每月", "年": "每年"}


def aloud(text: str) -> str:
    """Return a sentence with its numbers as they are read."""
    text = CALLED.sub(lambda found: found[1] + dialled(found[2]), text)
    text = TELEPHONE.sub(lambda found: dialled(found[0].strip()), text)
    text = YEAR.sub(lambda found: digit_by_digit(found[1], YEAR_DIGITS) + "年", text)
    text = SHARE.sub(lambda found: f"百分之{decimal(found[1])}", text)
    text = PAIR.sub("两", text)
    return NUMBER.sub(number, text)


def dialled(telephone: str) -> str:
    """Return a telephone number digit by digit, with a pause after the area code."""
    return "，".join(digit_by_digit(part, DIGITS) for part in telephone.split("-"))


def digit_by_digit(digits: str, names: str) -> str:
    """Return each digit by its name."""
    return "".join(names[int(one)] for one in digits)


def number(found: re.Match[str]) -> str:
    """Return a number with its decimals as it is read."""
    return decimal(found[1] + (f".{found[2]}" if found[2] else ""))


def decimal(digits: str) -> str:
    """Return a decimal number: 十二点五."""
    whole, _, part = digits.partition(".")
    return counted(int(whole)) + (f"点{digit_by_digit(part, DIGITS)}" if part else "")


def counted(value: int) -> str:
    """Return a whole number below a trillion as it is counted."""
    if value == 0:
        return DIGITS[0]
    groups: list[int] = []
    while value:
        value, rest = divmod(value, 10**GROUP)
        groups.append(rest)
    words = ""
    for at in range(len(groups) - 1, -1, -1):
        gap = words and groups[at] and groups[at] < 10 ** (GROUP - 1)
        words += ("零" if gap and not words.endswith("零") else "") + below_ten_thousand(groups[at])
        words += LARGE[at] if groups[at] else ""
    return words.removeprefix("一") if words.startswith("一十") else words


def below_ten_thousand(value: int) -> str:
    """Return a number of at most four digits, nothing for 0."""
    words, gap = "", False
    for at in range(GROUP - 1, -1, -1):
        digit = value // 10**at % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + PLACES[at]
        gap = not digit
    return words


def sum_words(amount: Amount) -> str:
    """Return a figure inside a spoken sentence: 每人每月 993 元, or that the place tells it.

    Only a value that the office in charge has confirmed is said.
    """
    if amount.state != "confirmed":
        return "以当地公布的为准"
    unit, _, per = amount.unit.partition("/")
    whose = "".join(
        OF_WHOM.get(one) or WHEN.get(one) or f"每{one}" for one in per.split("·") if one
    )
    return f"{whose}{amount.value}%" if unit == "%" else f"{whose} {amount.value} {unit}".strip()
