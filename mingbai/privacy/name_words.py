"""The words around a name that make it one, or none: roles, titles, offices, places."""

from __future__ import annotations

import re

from mingbai.privacy.name_characters import DOUBLE, GIVEN, KNOWN, ORDINARY, SURNAMES

HAN = "[\u4e00-\u9fff]"
KIN = (
    "父亲|母亲|儿子|女儿|丈夫|妻子|老伴|孙子|孙女|弟弟|哥哥|姐姐|妹妹|爷爷|奶奶|老人|孩子|媳妇|女婿"
    "|爱人|长子|次子|长女|次女|之子|之女|之妻|之夫|配偶|监护人|儿媳|侄子|外甥|外孙"
)
PEOPLE = (
    "户主|申请人|村民|居民|患者|病人|联系人|老汉|低保户|低保对象|特困人员|特困老人|困难户|残疾人|学生|同学|孤儿"
    "|五保户|五保老人|贫困户|脱贫户|边缘户|社员|党员|老党员|群众|退役军人|当事人|受助人|死者|遇难者|伤者|儿童"
    "|受灾户|低收入户|帮扶户|监测户|边缘户|易返贫户|脱贫人口|独居老人|高龄老人|失能老人|空巢老人|留守妇女|困境儿童|留守儿童|求助人|来访人|受访人?|受访者|被访人"
    "|被救助者|受助者|救助人|受益者|领取人|补贴对象|保障对象|优抚对象|供养对象|困难群众|困难职工|困难学生|困难老人|贫困学生|贫困老人|重残人员|重病患者|当事人|报案人|举报人"
    "|走失老人|流浪人员|逝者|亡者|烈属|遗属|军属|产妇|孕妇|新生儿|女童|男童|女孩|男孩|小伙子?|老太太?|大妈|大爷|大娘|大叔|产权人|房主|租户|住户|户内成员|家属|家长|机主|事主|苦主|受害人"
    f"|受益人|代办人|委托人|被救助人|救助对象|当事人|证人|邻居|收款人|户名|开户人|持卡人|养父|养母|{KIN}"
)
LEAD = re.compile(
    r"(?:名字?叫|[她他我您]叫|都叫|叫做|姓名[:：是为]?\s*|本名\s*|真名\s*|大名\s*"
    rf"|(?:{KIN})叫"
    r"|(?:户主|联系人|本人|申请人|患者|监护人|代理人|收款人|户名|死者|家长|被救助人|拍摄)"
    r"(?:姓名)?(?:[:：是叫为\s]\s*)"
    rf"|(?:{PEOPLE})(?:[:：]\s?|[ \u3000])?)$"
)
"""Words of a person right before a name; searched in the few characters that stand there."""

AFTER = (
    r"(?=[，。、；：:,;！!？?（()）“”\"'\s/|_\-0-9<>]|$|今年|现年|时年|因|的|是|于|家|一家|夫妇|夫妻|男|女|患|住|说"
    r"|去世|在|到|来|向|和|与|有|没|被|得|考|拿|去|上|把|给|带|跟|告|收|领|生病|身患|一直|前年|今天|昨天|丧|离|病|残"
    r"|系|属|已|现|享|领|最低生活|特困|临时救助|医疗救助|孤儿|高龄|困难|救助|这样|那样|这种|一样|同志|老人|自|也|又|每|从|靠|独|确|申|提|要|想|户|年|为|大病|低保|家庭|等|以|都|之|同|本|转院|转入|入住|出院|走失|摔|过世|逝|无儿|无劳|全家|反映|来电|主动|打工|务工|失业|失联|年老|脱贫|受灾|遭|搬|租住|突发|查出|送医|回家|返乡|问|吃低)"
)
TITLED = (
    "女士|先生|同志|夫妇|夫妻|大爷|大娘|大妈|大叔|大姐|奶奶|爷爷|老师|老人|老汉|同学|小朋友|阿姨"
    "|叔叔|一家"
)
TITLE = re.compile(rf"(?:{TITLED})|[，,、（(\s\t|]{{1,2}}[男女](?=[，,、。）)\s|]|\d|$)")
"""What behind a name at the beginning of a clause makes it sure."""

FACT = (
    r"(?:出生|生于|生日|身份证|证件号?|手机|电话|家住|现住|住址|户籍地?|现年)|\d{1,3}周?岁|\d{2,8}([*＊×●○])\1{2}"
    r"|(?:19|20)\d\d\s?[年./\-]\s?\d{1,2}\s?[月./\-]\s?\d{1,2}\s?[日号]?\s?出?生"
)
SUFFERS = (
    "因(?:患|病|残|重|肝|肾|肺|胃|癌|急|突|车祸|火灾|交通|意外|恶性|白血|尿毒|脑|心脏|精神|长期)|身?患[有了上]?|确诊"
    "|得了|查出|突发"
)
PROVEN = re.compile(rf"[，,、（(:：\s|]{{1,2}}(?:{FACT})|{SUFFERS}")
"""What is only said of a person, right behind: it makes a name of two characters sure."""

OWN = re.compile(
    rf"(?:{TITLED})|一?家(?![庭长具电务族乡属境人国用畜禽])|低保|特困|最低生活|临时救助|医疗救助|{PROVEN.pattern}"
)
"""What makes a name sure in running text whose surname is more often a word."""

RUNNING = re.compile(
    r"(?:[决判诉扶救助捐送派陪遇见访查核报批准劝的了为由让给替帮向把被和与跟同对是叫及按将请经找将者人民户村组镇员岁位名亲子女夫妻伴孙哥弟姐妹生童兵儿]"
    r"|社区|街道|小区|先后|帮助|慰问|看望|走访|故事|探望|救助|停发|补发|发放|取消|终止|暂停|恢复|给予|比如|例如|譬如|好比|好像|就像|[像]|改[写编]自|取自|来自|关于|对于|涉及|得知|听说|以及|低保|特困|情况|批准|同意|核查)$"
)
"""What stands before a name in running text, besides the beginning of a clause."""

FIRST = re.compile(f"[{SURNAMES}{''.join(one[0] for one in DOUBLE.split('|'))}]")
WORD = re.compile(f"(?:{ORDINARY})")
USUAL = f"[{''.join(sorted(GIVEN))}]"
SURNAME = rf"(?:{DOUBLE}|[{SURNAMES}])"
DOUBLE_ALONE = re.compile(rf"(?:{DOUBLE})(?:{TITLED}|[家氏姓某])")
"""A surname of two characters with a title: 尉迟 is no name beginning with 尉."""

SPREAD = re.compile(
    rf"(?<![\u4e00-\u9fff])(?<![\u4e00-\u9fff][ \u3000])[{SURNAMES}]"
    rf"(?P<given>(?:[ \u3000]{{1,4}}{USUAL}){{1,2}})"
    r"(?![\u4e00-\u9fff])(?![ \u3000]{1,2}[\u4e00-\u9fff](?![\u4e00-\u9fff]))"
)
"""A name stretched with blanks to the width of others."""

DOUBLED = re.compile(f"(?:{DOUBLE})(?=.)")
FORMS = (
    re.compile(rf"(?P<name>{SURNAME}{USUAL}{{2}}){AFTER}"),
    re.compile(rf"(?P<name>{SURNAME}{HAN}{{1,2}}?){AFTER}"),
    re.compile(rf"(?P<name>{SURNAME}{HAN}{{1,2}}?)(?=(?:{TITLED}))"),
    re.compile(rf"(?P<name>{SURNAME}{USUAL}{{2}})"),
)
"""The forms of a name, the likeliest first."""

NAME_TITLE = re.compile("姓名|户主|申请人|受助人|监护人")
ROLE_TITLE = re.compile("患者|学生|对象|联系人|老人|儿童")
"""Titles of columns below which stand names, and below which groups of people may stand too."""

IN_CELL = re.compile(rf"(?!合计|小计|总计|共计|备注|示例|某|无){HAN}{{2,4}}")
NAME_IN_CELL = re.compile(rf"(?!{ORDINARY}){SURNAME}{USUAL}{{1,2}}")
HIDDEN = re.compile(r"[某×xX*＊○〇□△]")
NO_NAME_BEHIND = re.compile(
    r"[村庄镇乡屯寨县市省路街区店庙沟集营厂校院局站湾坊园苑府城巷弄]|小区|超市|大厦|酒店|药房|公司"
)
PLACE = re.compile(rf"{HAN}家[桥湾沟岭坡河塘林山泉楼洼坝堂口铺道坊井滩渡崖峪]")
ROUTE_BEHIND = re.compile(rf"\s?(?:→|⇒|➔|-+>)\s?{HAN}{{1,6}}(?:[村庄镇乡屯桥站]|社区|街道)")
ROUTE = re.compile(r"(?:[村庄镇乡屯桥站]|社区|街道)\s?(?:→|⇒|➔|-+>)\s?$")
"""Names of villages that look like those of people, by themselves and on a route."""

KNOWN_ONE = re.compile("|".join(sorted(KNOWN)))
MADE_UP = re.compile(
    r"([\u4e00-\u9fff]{2,4}?)\s?(?:为|是|系)?[（(，,]?\s?(?:化名|虚构|假名|非真名)"
)
ALL_MADE_UP = re.compile(
    r"均(?:为|系|是)?化名|(?:人物|姓名|名字)[^。\n]{0,6}(?:化名|虚构)|如有雷同"
)

LONGEST_LEAD = 12
"""Characters before a name that are looked at."""
