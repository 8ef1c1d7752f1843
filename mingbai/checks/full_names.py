"""Full names in Chinese text: a surname where a person is named, but not an ordinary word.

A name is looked for only behind or before words that name a person; a surname alone says nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶"
    "程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺"
    "顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰"
    "焦俞左柳甘祝包宁尚符舒阮柯纪梅凌毕季裴霍涂苗谷盛曲翁冉骆蓝辛靳管柴蒙鲍华喻祁蒲房滕屈饶解"
    "牟艾尤阳穆农司卓吉缪简芦麦褚娄窦戚岑景宫费卜冷晏卫柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋商刁沙荣"
    "巫寇桑郎甄丛仲虞敖巩佘池麻苑迟邝"
)
DOUBLE = "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方|独孤|南宫"
ORDINARY = (
    "马[上路]|何[时地处种人事况必]|许[可多久]|周[末围边年岁一二三四五六日期转到]|余[下款额]|曾[经任有是在]|康复|尤其|"
    "申[请报领办诉]|尚[未有在]|管理|严[重格]|施工|黄[昏金]|石[头料灰]|林[地木]|江[边河]|夏[天季]|雷击|毛病|武装|段时间|"
    "顾[虑及]|范围|高[龄兴中额血考等度于烧]|万[一元]|于[是次当同本今每]|方[可便才面案式法知]|白[天发血内]|金[额钱融婚]|"
    "钱[款物]|任[何职意务]|程[序度]|向[上镇街村社民县当有]|田[地里间]|文[化件书盲]|易[地于]|常|时间|关[系心于]|安[置全排详]|"
    "平[时均]|解[决释]|包[括含]|支[出付]|房[屋产子租]|阳[光台]|农[村民业户田]|景区|费用|商[量店]|麻[烦木]|简[易化]|"
    "左[右手腿边]|宁[愿可]|季[度节]|边[缘防]|华侨|乔迁|宗教|卫生|温[饱度]|兰花|谷物|冷[水了]|曲线|盛夏|齐全|辛苦|吉祥|"
    "陈[述旧列]|罗列|胡同|宋代|唐代|龙头|史料|苏醒|沈没|陆续|孔子|莫[非名]|张[贴罗开口望嘴]|毕[业竟]|甘[心愿]|"
    "符合|焦[急虑]|凌晨|洪[水灾涝]|巩固|沙[土发]|仲裁|纪念|柴[米火]|牛[羊马奶]|祝[福愿]|荣[誉获]|桑叶|鲁莽|司法|池塘|刁难|"
    "蒙[受古]|明[确知]|戚友|喻为|柏油|桂花|苗[木圃]|蓝[天色]|梅雨|童年"
)
NAME = rf"(?!(?:{ORDINARY}))((?:{DOUBLE}|[{SURNAMES}])[\u4e00-\u9fff]{{1,2}}?)"
KIN = "父亲|母亲|儿子|女儿|丈夫|妻子|老伴|孙子|孙女|弟弟|哥哥|姐姐|妹妹|爷爷|奶奶|老人|孩子|媳妇|女婿|爱人"
PEOPLE = (
    "户主|申请人|村民|居民|患者|病人|联系人|老汉|低保户|低保对象|特困人员|困难户|残疾人|学生|同学"
    f"|{KIN}"
)
SAID = rf"(?:名字?叫|叫做|姓名[:：是为]?\s*|(?:{KIN})叫|(?:户主|联系人|本人|申请人)[:：是叫为]\s*)"
AFTER = (
    r"(?=[，。、；：:,;！!？?（()）“”\"'\s]|$|今年|现年|时年|因|的|是|于|家|一家|夫妇|夫妻|男|女|患|住|说|去世"
    r"|在|到|来|向|和|与|有|没|被|得|考|拿|去|上|把|给|带|跟|告|收|领|生病|身患|一直|前年|今天|昨天)"
)
TITLED = "女士|先生|同志|夫妇|夫妻|大爷|大娘|大妈|奶奶|爷爷|老师|书记|主任"
NAMED = (
    re.compile(f"{SAID}{NAME}{AFTER}"),
    re.compile(f"(?:{PEOPLE})[:：]?{NAME}{AFTER}"),
    re.compile(rf"(?:^|[，。、；：“（\s]){NAME}(?:{TITLED})"),
    re.compile(rf"(?:^|[，。、；：“（\s]){NAME}[，,、（(]\s*[男女][，,、。）)]"),
)
HIDDEN = re.compile(r"[某×xX*＊○]")


def full_names(text: str) -> Iterator[str]:
    """Yield what looks like somebody's full name, each once."""
    seen: set[str] = set()
    for pattern in NAMED:
        for found in pattern.findall(text):
            if found not in seen and not HIDDEN.search(found):
                seen.add(found)
                yield found
