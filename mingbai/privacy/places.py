"""Places finer than a township: villages by name, houses, rooms, and how to find a door."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.privacy.plain import Span

NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,4}|[甲乙丙丁东西南北ABCDEFGabcd]\d{0,3})"
DASH = r"[\-–—－之\s]?"
ROOM = re.compile(
    rf"(?:{NUMBER}\s?(?:号楼|栋|幢|座|#楼|号院)\s?{DASH}(?:{NUMBER}\s?(?:单元|门|梯)\s?{DASH})?{NUMBER}\s?(?:室|户|房|号|层)"
    rf"|{NUMBER}\s?单元\s?{DASH}{NUMBER}\s?(?:室|户|号|房)?(?![\d年月])"
    rf"|{NUMBER}\s?(?:号楼|栋|幢|#)\s?{DASH}\d{{1,2}}{DASH}\d{{3,4}}(?!\d)"
    rf"|(?:小区|家园|花园|公寓|新村|佳苑|嘉园|苑|公馆|新城|家属院|宿舍|社区)\s?\d{{1,3}}[\-–—]\d{{1,2}}[\-–—]\d{{2,4}}(?!\d)"
    rf"|(?:小区|家园|花园|公寓|新村|佳苑|嘉园|苑|公馆|新城|家属院|宿舍|社区)\s?{NUMBER}\s?(?:号楼|栋|幢)(?![前后旁南北东西])"
    rf"(?:\s?{NUMBER}\s?单元)?(?:\s?\d{{3,4}})?)"
)
VILLAGE_HOUSE = re.compile(
    r"(?:[村庄屯寨堡]|社区|居委会?|村委会?)\s?[（(]?(?:"
    rf"{NUMBER}\s?(?:组|队|社|片|区|排)\s?[，,]?\s?(?:{NUMBER}\s?[排巷弄街路胡同]+\s?)?{NUMBER}\s?(?:号|户)(?!楼|文|线|工作|窗)"
    rf"|[\u4e00-\u9fff]{{0,4}}(?:街|路|巷|胡同|弄|排|大街)\s?(?:[东西南北]首|[东西南北]段|路[东西南北])?\s?{NUMBER}\s?号(?!楼|文|线|窗|令)"
    rf"|\d{{1,4}}\s?号(?!楼|文|线|令|窗|工作|公告|通知|地块|样|字|机|井|图|表|桥|坑|仓|令|前|以)"
    rf"|门牌号?[:：]?\s?\d{{1,4}})"
)
DOOR = re.compile(
    r"门牌(?:号码?)?[:：是为]?\s?[\u4e00-\u9fff]{0,10}\d{1,4}(?:[\-–]\d{1,4})*号?"
    rf"|(?:村|庄|屯|街|路|巷|胡同|组)(?:里|内)?[东西南北中前后]?(?:头|首|边|侧|面|数|起|口|路|街)?[，,]?(?:[路街沟河][东西南北])?"
    rf"(?:[东西南北前后]?(?:头|首|边|侧|面|起|数))?(?:数)?(?:起)?第\s?{NUMBER}\s?(?:家|户|排第?{NUMBER}(?:家|户))"
)
STREET = re.compile(
    r"(?:[\u4e00-\u9fffA-Za-z0-9]{1,10}?)(?:大道|大街|路|街|巷|胡同|弄|里弄|里)(?:[东西南北中]段|[东西南北]首)?\s?"
    rf"(?:{NUMBER}\s?(?:弄|巷|支弄)\s?)?{NUMBER}\s?号(?!线|文|令|公交|楼道|窗|公路|国道)(?:院|甲|乙|附\d+号?)?"
)
IN_STREET = re.compile(
    r"[\u4e00-\u9fff]{1,8}?(?:大道|大街|(?<![铁公线电思套出一半问走马道网门活退筑修带认赶])路|街|巷子?|胡同|弄堂)"
    rf"(?:[东西南北中]段|[东西南北]首)?\s?(?:{NUMBER}\s?(?:弄|巷|支弄)\s?)?(?:\d{{1,4}}|[一二三四五六七八九十百]{{1,4}})\s?号"
    r"(?!线|文|令|公交|窗|公路|国道|地块|工程|信箱)(?:院|甲|乙|附\d+号?)?"
    r"|(?:小区|家园|花园|公寓|新村|佳苑|嘉园|公馆|新城|家属院|宿舍)\s?\d{1,4}\s?号(?!线|文|令|楼|窗|门|地块)"
)
"""A house that nobody is said to live in: somebody's all the same if no office stands beside it."""

LIVES = re.compile(
    r"(?:家住|现住|居住|住\s{0,6}址|住在|住所|地址|户籍地?|户口所在地|住[:：]|家在|搬到|租住|租房|老宅|老家|宅基|常住|暂住|收件|寄到|送到|送达地[点址]|生活地点|家庭)"
    r"[^。；\n]{0,30}$"
)
HOME = re.compile("家住|现住|居住|住在|住址|户籍|租住|家在|老家|搬到|搬进|住进")
LIVES_IN = re.compile("家住|现住|居住|住在|住址|户籍|租住|家在|老家|住(?=[^房院])")
OFFICE = re.compile(
    r"(?:局|政府|街道办事处|办事处|中心|大厅|窗口|服务站|工作站|派出所|司法所|协会|联合会|残联|工会|总会|基金会|养老院"
    r"|敬老院|福利院|学校|小学|中学|大学|法院|检察院|村委会?|居委会?|医院|卫生室|卫生院|公司|银行|救助站|机关|办公|单位地址"
    r"|办公地址|受理地址|办理地点|(?<!送达)(?<!居住)(?<!收件)(?<!生活)(?<!入户)(?<!走访)(?<!探访)(?<!家访)(?<!起火)(?<!失火)(?<!事发)(?<!取证)(?<!调查)地点|窗口地址|公证处|律师事务所|事务所|大楼|写字楼|编辑部|超市|药店|药房|邮局|派出|支行|分理处|商店|饭店|宾馆|酒店|市场|门诊|诊所|卫生所|幼儿园|图书馆|体育馆|博物馆|文化馆|车站|法庭|殡仪馆|殡葬|公墓|党群|幸福院|日间照料|物业|机构|门店|营业厅|网点|驿站|受理点|代办点|服务点|发放点|示范点|工厂|厂区|园区|市场|项目部|合作社|[省市区县镇][委]|纪委|检察|信访|民政|残联)[^。；\n]{0,24}$"
)
OFFICES = (
    "局|政府|办事处|中心|大厅|窗口|服务站|办公室|会议室|派出所|司法所"
    "|残联|养老院|敬老院|福利院|学校|保健院|疗养院|康复院|服务部|管理处"
    "|研究所|[中小]学|幼儿园|医院|公司|法院|检察院|社区党群|超市|商店"
    "|药店|药房|饭店|酒店|宾馆|卫生[院室所]|诊所|门诊|车站|支行|银行"
    "|营业厅|网点|图书馆|文化馆|驿站|物业|厂|店|楼会议|政务|民政|村委"
    "|居委|党委|社保|医保|妇联|[一-鿿]办(?![理法了好完成])"
)
OFFICE_BEHIND = re.compile(
    rf"[^。；\n，,]{{0,12}}[，,（(]?[^。；\n，,]{{0,8}}(?:{OFFICES}|办公|窗口|办理|受理|咨询)"
)
OFFICE_NEXT = re.compile(rf"[的（(\s]{{0,2}}[^。；\n，,]{{0,8}}(?:{OFFICES})")
"""An office behind a number of a street; where somebody lives, only one right behind counts."""

VILLAGE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,4})(?P<kind>村|社区|屯|居委会|小区)(?![级组织务规集医振容干霸改部情公干]|合作|与|和社区|治理|工作)"
)
GENERIC = re.compile(
    r"(?:[某本该全农乡各同这那我邻山外每几在到个的里回驻入进包联一两三二多分城渔自行老新美此其哪某出离帮下返定管所小示属由经报向、和或及"
    r"与问找请让按从将把被是有为无对会县区镇市街道民户名者口型化委房近边整跨×*＊xX们怕取采愿么怎样就也还都去来想听说讲]|行政|自然|贫困|城中|文明|重点|示范|明星|空心|村镇"
    r"|智慧|农村|城市|老旧|街道|完整|未来|商品房|封闭|居民|现代|新型|和谐|住宅|社会|拆迁|安置|回迁|当地|户籍地?|所在|居住|村或者|普通|本地|易地|搬迁"
    r"|基层|辖区|便民|镇街|乡镇|原)$"
)


def houses(plain: str, *, streets: bool = False) -> Iterator[Span]:
    """Yield where a house, a room or a door is told of, offices' own left out.

    With ``streets``, a number in a street is one though nobody is said to live there.
    """
    taken = set[int]()
    for pattern in (ROOM, VILLAGE_HOUSE, DOOR, STREET, *((IN_STREET,) if streets else ())):
        for found in pattern.finditer(plain):
            head = plain[max(0, found.start() - 40) : found.start() + 1]
            head = re.split("[。；;\n]", head)[-1]
            lives = LIVES.search(head) or (LIVES_IN.search(found[0]) if pattern is STREET else None)
            if pattern is STREET and not lives:
                continue
            if pattern is IN_STREET:
                head += plain[found.start() + 1 : found.end()]
            office = OFFICE.search(head)
            if office and not (lives and lives.start() > office.start() and "地址" not in head):
                continue
            behind = OFFICE_NEXT if HOME.search(head) else OFFICE_BEHIND
            if behind.match(plain, found.end()):
                continue
            places = range(found.start(), found.end())
            if pattern is not IN_STREET or taken.isdisjoint(places):
                taken.update(places)
                yield found.span()


def villages(plain: str) -> Iterator[Span]:
    """Yield where a village or neighbourhood is named."""
    for found in VILLAGE.finditer(plain):
        if not GENERIC.search(found["name"]):
            yield found.span()
