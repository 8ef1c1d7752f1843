"""Other numbers that belong to one person, found by their names: papers, cars, chat accounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.privacy.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.finding import Kind, Level

IS = r"(?:号码?|编号|证号|为|是|[Nn][Oo]\.?|№)*\s?[:：]?\s?[“\"「(（]?"
PAPERS = re.compile(
    rf"(?:护照{IS}(?P<passport>[A-Za-z]{{1,2}}\d{{7,8}}(?!\d))"
    rf"|(?:港澳通行证|通行证|回乡证|台胞证){IS}(?P<permit>[A-Za-z]\d{{8,10}}(?!\d)|\d{{8}}(?!\d))"
    rf"|(?:军官证|士兵证|士官证|军人证|伤残军人证|退役军人证|优待证){IS}"
    r"(?P<soldier>[\u4e00-\u9fffA-Za-z]{0,4}[字第]{0,2}\s?\d{6,12}(?!\d))"
    rf"|(?:户口簿?|户口本|户号|户籍){IS}(?P<household>\d{{8,12}}(?!\d))"
    rf"|(?:残疾人?证|残疾军人证|居住证|社会保障号码?|社保号|医保号|医保卡|个人编号|学籍)"
    rf"{IS}(?P<paper>[GLgl]?\d{{8,22}}[Xx]?(?!\d)))"
)
FILES = re.compile(
    rf"(?:病历|病案|住院|门诊|就诊|低保证|特困证|救助证|准考|学|房产证|不动产权证?|驾驶证|结婚证|离婚证|出生医学证明"
    rf"|医疗证|烈士证|老年证|优待证|残疾证|参保|结算单){IS}"
    r"(?P<number>(?=[A-Za-z0-9\-]*\d{5})[A-Za-z]{0,4}-?\d[0-9\-]{4,20}(?![\d年]))"
)
CAR = re.compile(
    r"(?P<number>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]\s?[·.\-]?\s?"
    r"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警]|[0-9]{5}[A-HJK]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}))"
    r"(?![A-Za-z0-9])"
)
CHAT = re.compile(
    r"(?:微信号?|微信|wechat|weixin|(?<![A-Za-z])(?:wx|vx|WX|VX|V信))\s?(?:号码?|账号|id|ID|为|是|加)?\s?[:：\s]\s?"
    r"(?P<number>[A-Za-z][A-Za-z0-9_\-]{5,19})(?![A-Za-z0-9_])"
    r"|(?:(?<![A-Za-z])[QqＱ][QqＱ]|扣扣|企鹅)(?:号码?|账号|是|为|邮箱)?\s?[:：\s]{0,2}\s?(?P<qq>[1-9]\d{4,10})(?!\d|\s?群)"
    r"|微信号?(?:是|为|[:：])?\s?(?P<plain>[a-zA-Z][A-Za-z0-9_\-]{5,19})(?![A-Za-z0-9_])"
    r"|(?P<mail>[A-Za-z0-9._\-]{3,30}@(?:qq|163|126|139|189|sina|sohu|foxmail|gmail|outlook|hotmail|yeah|aliyun"
    r"|icloud|vip\.qq|vip\.163|wo)\.(?:com|cn|net)(?:\.cn)?)",
)
PUBLIC = re.compile(
    r"(?:公众号?|服务号|订阅号|小程序|客服|官方|视频号|工作|办公|公务|单位|部门|投稿|举报|联系|咨询|局|政府|中心|编辑部|群"
    r"|QQ群|群号|大厅|救助站|村委|居委)[^，。；\n]{0,12}$"
)


def named_numbers(plain: str) -> Iterator[Finding]:
    """Yield numbers of papers (blocked) and of what else tells of one person (warned of)."""
    for found in PAPERS.finditer(plain):
        yield finding(found, "block", "document")
    for found in FILES.finditer(plain):
        yield finding(found, "warn", "account")
    for found in CAR.finditer(plain):
        yield finding(found, "warn", "account")
    for found in CHAT.finditer(plain):
        if not PUBLIC.search(plain[max(0, found.start() - 20) : found.start()]):
            yield finding(found, "warn", "account")


def finding(found: re.Match[str], level: Level, kind: Kind) -> Finding:
    """Return the finding of the group that matched."""
    group = found.lastgroup or 0
    return Finding(found.start(group), found.end(group), level, kind)
