"""Landlines: an office's is public, a household's is not; hotlines are never looked for.

A number is public behind a label or an office's name of the same clause, or before one in brackets;
it is private behind words of a household, whatever else stands there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.identity import born_on
from mingbai.privacy.labels import SERIAL, before
from mingbai.privacy.name_characters import COMMON, ORDINARY
from mingbai.privacy.name_words import SURNAME, USUAL
from mingbai.privacy.runs import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span

AREA = r"(?:10|2[0-9]|[3-9][0-9]{2})"
EXTENSION = r"(?:\s?(?:转|分机|ext\.?|-|—|\*)\s?\d{1,5}(?!\d))?"
LANDLINE = re.compile(
    rf"(?<![\d.])(?:[(（]?0{AREA}[)）]?{GAP}(?:\d{{7,8}}|\d{{3,4}}{GAP}\d{{4}}|\d{{4}}{GAP}\d{{3}})"
    rf"|\+?(?:00)?86[)）]?{GAP}[(（]?0?{AREA}[)）]?{GAP}\d{{3,4}}{GAP}\d{{4}}){EXTENSION}(?![\d年])"
)
LOCAL = re.compile(
    r"(?:电话|座机|固话|号码|致电|拨打|打|拨|联系|传真|tel|宅电|办电|电)[^\d\n。；]{0,8}"
    rf"(?P<number>\d{{7,8}}|\d{{3,4}}{GAP}\d{{4}}){EXTENSION}(?![\d年])(?!{GAP}\d)",
    re.IGNORECASE,
)
NOT_LOCAL = re.compile(r"(?:400|800)|(?:12|96|95)\d{3,4}$")
AMOUNT = re.compile(r"\s?(?:元|万|亿|人|户|次|件|年|%|个)")

PRIVATE = re.compile(
    r"(?:家里|家庭|家中|住宅|宅电|(?<!大)家的?|他|她|本人|个人|私人|邻居|户主|申请人|患者|监护人|家长|父亲?|母亲?"
    r"|儿子|女儿|亲属|老伴|丈夫|妻子|爱人|村民|老人|孩子|对象|残疾人)[^，。；\n局委办所院]{0,8}$"
)
LABEL = re.compile(
    r"(?:值班|咨询|监督|服务|举报|投诉|办公|公开|受理|业务|热线|求助|救助|报名|报警|政策|公示|窗口|便民|对外|总机"
    r"|传真|信访|预约|接访|维修|客服|急救|挂号|单位|政务|社保|医保|低保办?|民政)[^，。；\n]{0,14}$"
)
OFFICE = re.compile(
    r"(?:局|委员会|卫健委|发改委|办公室|民政办|残联办|信访办|扶贫办|社保办|低保办|医保办|政府|街道办?|办事处|中心"
    r"|大厅|窗口|服务站|工作站|救助站|卫生站|派出所|司法所|财政所|民政所|社保所|事务所|协会|联合会|残联|妇联"
    r"|工会|总会|基金会|养老院|敬老院|福利院|学校|小学|中学|法院|检察院|公安|村委会?|居委会?|党委|支部|社区"
    r"|医院|卫生室|卫生院|公司|银行|机关|民政科|救助科|科室|公证处|律所|编辑部|出版社|报社|民政|镇政)"
    r"(?![长里住看的]|工作人员上门)[^。；\n他她]{0,22}$"
)
DESK = re.compile(
    r"[\u4e00-\u9fff](?:局|委|办|站|所|科|处|厅|馆|院|校|社|会|队|室|部|厂|店|园)"
    r"(?:的|联系|办公|值班|咨询|小时|电话|座机|号码|固话|热线|传真|主任|科长|所长|书记|局长|老师|同志|[0-9：:（(，,、\s])*$"
)
"""Any word that may be an office's, if nothing but a telephone's label stands behind it."""

BEHIND = re.compile(
    r"\s?[（(【\[][^）)\n]{0,12}(?:局|政府|中心|大厅|办|站|所|村委|居委|残联|值班|咨询|窗口)"
)
STAY = re.compile(r"(?:住在?|在|到|去|送到)[^，。；：:]{0,8}$")
AT_HOME = re.compile(
    r"\s?[（(]?\s?(?:家里?|家中|宅电?|住宅)(?![\u4e00-\u9fff])|\s?[（(]?\s?(?:家里|家中|住宅|家用|家庭)?(?:座机|固话)"
)
"""Words behind a number that make it a household's."""

SHORT = rf"(?P<number>[1-9]\d{{6,7}}|[1-9]\d{{2,3}}{GAP}\d{{4}})(?!\d)"
OWNER = rf"(?<![\u4e00-\u9fff])(?!{ORDINARY}){SURNAME}(?:{USUAL}{{2}}|[{''.join(sorted(COMMON))}])"
APART = r"[ \t\u3000:：]{1,3}"
OF_HOUSE = (
    re.compile(rf"{OWNER}(?:{APART}|[,，]){SHORT}(?=[,，]?(?:{AT_HOME.pattern}))"),
    re.compile(rf"{OWNER}家[里中]?(?:{APART})?{SHORT}"),
    re.compile(rf"^[ \t]*{OWNER}{APART}{SHORT}(?=[ \t]*$)", re.MULTILINE),
    re.compile(rf"(?<![\u4e00-\u9fff])[（(]?家[里中]?[）)]?[:：\s]{{1,2}}{SHORT}"),
)
"""A household's number without 电话: behind a name, or behind 家."""

NUMBER, AROUND = re.compile(rf"(?<!\d){SHORT}"), 16

OFFICE_LINE = re.compile(
    r"^[ \t-]*(?:office|单位|部门|科室)[\"']?\s*[:：]", re.MULTILINE | re.IGNORECASE
)
ENTRY = 120
"""Characters of an entry of contacts in which an office is named above its telephone."""

HEAD, CLAUSES = 48, re.compile(r"[。；;！？!?\n]")


def landlines(plain: str) -> Iterator[Span]:
    """Yield where landlines stand, public or not; local ones only behind 电话 and the like."""
    for found in LANDLINE.finditer(plain):
        if not before(plain, found.start(), SERIAL):
            yield found.span()
    for found in (*LOCAL.finditer(plain), *of_houses(plain)):
        start, end = found.start("number"), found.end()
        digits = re.sub(r"\D", "", found["number"])
        if NOT_LOCAL.match(digits) or born_on(digits) or before(plain, start, SERIAL):
            continue
        if not AMOUNT.match(plain, end):
            yield start, end


def of_houses(plain: str) -> Iterator[re.Match[str]]:
    """Yield numbers of households; looked for around numbers only, since names are many."""
    for number in NUMBER.finditer(plain):
        first, last = max(0, number.start() - AROUND), number.end() + AROUND
        for form in OF_HOUSE:
            yield from form.finditer(plain, first, last)


def is_public(plain: str, start: int, end: int, lead: str = "") -> bool:
    """Tell whether a landline is that of an office, by the words around it and ``lead`` before."""
    head = CLAUSES.split(f"{lead}{plain[max(0, start - HEAD) : start]}"[-HEAD:])[-1]
    if PRIVATE.search(head) or AT_HOME.match(plain, end):
        return False
    if LABEL.search(head) or BEHIND.match(plain, end):
        return True
    if OFFICE_LINE.search(plain, max(0, start - ENTRY), start):
        return True
    office = OFFICE.search(head) or DESK.search(head)
    return office is not None and not STAY.search(head[: office.start()])
