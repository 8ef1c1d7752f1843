"""Words that tell of a column or a name what must never hang on a wall."""

from __future__ import annotations

import re

COLUMN = re.compile(
    "身份|证件|证号|户口|户籍|住址|地址|住所|门牌|楼栋|小区|电话|手机|号码|联系|微信|邮箱"
    "|银行|卡号|账号|帐号|账户|帐户|存折|一折通|开户"
    "|病|残|诊断|伤情|健康|疾|药|失能|精神|智力|孕|婚|服刑|吸毒|戒毒|出生|生日|年龄|性别|民族"
    "|学校|单位名称|收入|财产|照片|备注|说明|原因|事由"
)
"""Titles of columns about identity, address, telephone, bank, health and whatever else is nobody's
business; 备注 and the like hold all of these in practice."""

CONDITION = re.compile(
    "残疾|残$|病人|患病|疾病|重病|大病|患者|癌|肿瘤|尿毒|精神|智障|智力|聋|哑|瘫|盲人|失能|艾滋|癫痫"
    "|孤儿|弃婴|服刑|吸毒|戒毒|刑满|去世|死亡|已故|低保|特困|五保"
)
"""Conditions that people write behind a name; parentheses are refused as no part of a name."""


def private_title(text: str) -> bool:
    """Tell whether the title of a column is about what must never be shown."""
    return COLUMN.search(re.sub(r"\s", "", text)) is not None


def condition(name: str) -> str:
    """Return the word for a condition that stands in a name, or nothing."""
    found = CONDITION.search(name)
    return found[0] if found else ""
