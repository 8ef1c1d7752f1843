"""Private numbers are found however they are written, and never shown.

All numbers are made here: region 990101 is nobody's, 13800138000 is a service line of an operator,
and the cards are the test numbers of card schemes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mingbai.checks.privacy import passage
from mingbai.privacy.gate import judge
from mingbai.privacy.identity import CHECK, WEIGHTS
from mingbai.privacy.numbers import private_numbers
from mingbai.privacy.veil import veil
from mingbai.problems import report
from tests.checked import BASE, copy_base, problems_of

if TYPE_CHECKING:
    from pathlib import Path


def identity(head: str) -> str:
    """Return 17 digits with their check digit."""
    return head + CHECK[sum(int(a) * b for a, b in zip(head, WEIGHTS, strict=True)) % 11]


ID = identity("99010119000101001")
ID_X = next(
    one
    for one in (identity(f"99010119000101{number:03}") for number in range(100))
    if one[-1] == "X"
)
MOBILE = "13800138000"
CARD = "4111111111111111"
WIDE = str.maketrans("0123456789X-", "０１２３４５６７８９Ｘ－")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ID, "privacy-identity"),
        (ID_X, "privacy-identity"),
        (ID_X.lower(), "privacy-identity"),
        (f"身份证{ID}，已核对", "privacy-identity"),
        (f"{ID[:6]} {ID[6:14]} {ID[14:]}", "privacy-identity"),
        (f"{ID[:6]}-{ID[6:14]}-{ID[14:]}", "privacy-identity"),
        (f"{ID[:3]} {ID[3:6]} {ID[6:10]} {ID[10:14]} {ID[14:]}", "privacy-identity"),
        (" ".join(ID), "privacy-identity"),
        (ID.translate(WIDE), "privacy-identity"),
        (ID_X.translate(WIDE), "privacy-identity"),
        (f"{ID[:6]}　{ID[6:14]}　{ID[14:]}", "privacy-identity"),
        ("370000" + "000101" + "001", "privacy-identity"),
        ("身份证号码：" + ID[:-1] + ("1" if ID[-1] != "1" else "2"), "privacy-identity"),
        (MOBILE, "privacy-mobile"),
        (f"电话{MOBILE}。", "privacy-mobile"),
        ("138-0013-8000", "privacy-mobile"),
        ("138 0013 8000", "privacy-mobile"),
        ("138 00138000", "privacy-mobile"),
        ("1380013 8000", "privacy-mobile"),
        ("138 001 38000", "privacy-mobile"),
        ("138.0013.8000", "privacy-mobile"),
        ("138 00 13 80 00", "privacy-mobile"),
        (f"+86{MOBILE}", "privacy-mobile"),
        (f"+86 {MOBILE}", "privacy-mobile"),
        (f"0086-{MOBILE}", "privacy-mobile"),
        (MOBILE.translate(WIDE), "privacy-mobile"),
        ("138－0013－8000".translate(WIDE), "privacy-mobile"),
        ("一三八零零一三八零零零", "privacy-mobile"),
        ("幺三八〇〇幺三八〇〇〇", "privacy-mobile"),
        (CARD, "privacy-card"),
        ("4111 1111 1111 1111", "privacy-card"),
        ("4111-1111-1111-1111", "privacy-card"),
        (CARD.translate(WIDE), "privacy-card"),
        ("卡号 622200000000000000", "privacy-card"),
        ("存折：9900 0000 0000", "privacy-card"),
    ],
)
def test_a_private_number_is_found_and_veiled(text: str, code: str) -> None:
    found = private_numbers(text)

    assert [one for one, _ in found] == [code]
    assert sum(character.isdigit() for character in veil(text)) < 3


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-01 至 2026-12-31",
        "2024-01-01、2025-01-01、2026-01-01",
        "16.5-2026.12.31",
        "12345 12349 12393",
        "拨打 12345 或者 0999-1234567",
        "0999-1234567、0999-1234568",
        "400-800-1234",
        "990101001 990101002",
        "990101001002",
        "社会救助法 第十八条第一款、第二十条",
        "民发〔2021〕57号 第四条",
        "100 200 300 400 500",
        "1300 元、1500 元、1800 元",
        "每月 1292 元，全年 15504 元",
        "135 8000 户",
        "统一社会信用代码 11990101MB00000000",
        "编号 20260101000001",
        "一二三四五六七",
        "",
    ],
)
def test_harmless_numbers_are_left_alone(text: str) -> None:
    assert private_numbers(text) == ()
    assert veil(text) == text.replace("20260101000001", "××××")


@pytest.mark.parametrize(
    "text",
    ["0999-1234567", "(0999)1234567", "（0999）1234567", "0999 123 4567", "打电话1234567"],
)
def test_a_telephone_is_found_in_a_story(text: str) -> None:
    assert judge(text, "case").decision == "block"


@pytest.mark.parametrize(
    "text",
    [
        "打 12345 热线",
        "2026-07-01",
        "第 0123 号",
        "领了 1234 元",
        "打了3次电话",
        "400-800-1234",
        "区民政局 0999-1234567",
        "咨询电话：0999-1234567",
    ],
)
def test_a_hotline_or_an_office_is_no_telephone_of_a_person(text: str) -> None:
    assert judge(text, "case").decision == "pass"


PLACES = {
    "a text": (
        "policies/jizhen.yml",
        "text: 遇到火灾、车祸的家庭可以申请。",
        "text: 遇到{0}可以申请。",
    ),
    "a telephone": ("policies/regions/990101.yml", "number: '12345'", "number: '{0}'"),
    "a date": ("policies/legal_basis.yml", "issued_on: 2026-01-01", "issued_on: {0}"),
    "a whole number": ("policies/jiating.yml", "days: 7", "days: {0}"),
    "a value": ("policies/regions/990100.yml", "value: '120'", "value: '{0}'"),
    "a slug": ("policies/jizhen.yml", "slug: jizhen", "slug: '{0}'"),
    "a choice": ("policies/jizhen.yml", "status: 现行", "status: '{0}'"),
    "a key": ("policies/jizhen.yml", "status: 现行", "status: 现行\n'{0}': 一"),
    "a key written twice": ("policies/jizhen.yml", "status: 现行", "'{0}': 一\n'{0}': 一"),
    "a key in a list": (
        "policies/jizhen.yml",
        "lead: {office: 民政, ",
        "lead: {office: 民政, '{0}': 一, ",
    ),
    "a citation": ("policies/terms.yml", "cite: 示例法 第二条", "cite: '{0} 第二条'"),
    "a broken citation": ("policies/terms.yml", "cite: 示例法 第二条", "cite: 示例法 {0}"),
    "a term": ("policies/terms.yml", "- term: 镇街", "- term: '{0}'"),
    "a life event": ("policies/jizhen.yml", "家里收入低]", "'{0}']"),
    "a reference": ("policies/jizhen.yml", "lead: {", "'x': *{0}\nlead: {"),
    "a figure": ("policies/jizhen.yml", "{figure:jizhen-biaozhun}", "{figure:{0}}"),
    "an icon": ("policies/life_events.yml", "icon: material/home-outline", "icon: material/{0}"),
    "a region": ("mkdocs.yml", "region: '990101'", "region: '{0}'"),
    "a story": ("cases/huozai.md", "这家的母亲到镇街", "户主张示例（{0}）到镇街"),
    "a comment": ("cases/huozai.md", "kind: composite", "kind: composite  # {0}"),
    "a quote": ("policies/jiating.yml", "quote: 有本地户口的家庭，可以申请救助", "quote: '{0}'"),
    "a file of a text": ("policies/legal_basis.yml", "text: shili-fa.md", "text: {0}.md"),
}


@pytest.mark.parametrize(
    "number", [ID, ID_X, MOBILE, CARD], ids=["identity", "X", "mobile", "card"]
)
@pytest.mark.parametrize("where", PLACES)
def test_no_report_shows_a_private_number(where: str, number: str, tmp_path: Path) -> None:
    file, old, new = PLACES[where]
    root = copy_base(tmp_path)
    text = (BASE / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new.replace("{0}", number), 1), "utf-8")

    problems = problems_of(root)
    shown = report(problems) + "".join(str(one.as_json()) for one in problems)

    assert problems
    assert number not in shown
    assert number[4:14] not in shown


EXCUSE = """privacy_ok:
  - {{kind: {0}, passage: {1}, reason: 是养老院的地址, by: 示例区民政局, on: 2026-10-01}}
"""


def excused(root: Path, line: str, excuse: str) -> set[str]:
    """Return the codes of a case with a line in it and an excuse in its front matter."""
    path = root / "cases" / "huozai.md"
    text = path.read_text("utf-8")
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    path.write_text(f"---\n{front}\n{excuse}---\n{body}\n{line}\n", "utf-8")
    codes = {one.code for one in problems_of(root)}
    path.write_text(text, "utf-8")
    return codes


def test_an_excuse_lives_as_long_as_its_line(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    line = "老人住在幸福小区3号楼2单元501室。"
    excuse = EXCUSE.format("house", passage(line))

    assert excused(root, line, "") == {"privacy-house"}
    assert excused(root, line, excuse) == set()
    assert excused(root, line.replace("501", "502"), excuse) == {
        "privacy-house",
        "privacy-excuse-dead",
    }


def test_nothing_excuses_what_is_blocked(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    line = f"打 {MOBILE}。"

    assert "privacy-mobile" in excused(root, line, EXCUSE.format("house", passage(line)))
    assert "not-one-of" in excused(root, line, EXCUSE.format("mobile", passage(line)))


def test_a_report_says_how_a_warning_is_excused(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    line = "老人生于1950年3月12日。"
    path = root / "cases" / "huozai.md"
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")

    (problem,) = problems_of(root)

    assert f"kind: birth, passage: {passage(line)}" in problem.hint
