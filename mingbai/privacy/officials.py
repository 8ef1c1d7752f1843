"""People who are named for their office, or for having written something: they are no case."""

from __future__ import annotations

import re

POSTS = (
    "总理|主席|部长|省长|市长|区长|县长|局长|厅长|司长|处长|科长|院长"
    "|书记|主任|镇长|所长|站长|校长|会长"
)
OFFICE = re.compile(
    rf"(?:{POSTS}|乡长|委员长|园长|股长|队长|行长|庭长|检察长|董事长|经理"
    r"|副?秘书长|发言人|记者|作者|编辑|编著|主编|译|教授|专家|研究员|律师|法官|通讯员|摄影|总书记|干事|网格员|民警|专员|协理员|专干|督导员|助理员|专管员"
    r"|委员|社工|经办人?|填表人?|审核人?|签发人?|工作人员|负责人|包村干部|驻村干部|设计|校对|制图|维护人员|讲解员|志愿者|主讲人?|讲师|评估员|调查员|核对员|评议员|公证员|仲裁员|调解员)"
    r"[:：/\s]{0,2}$"
)
BEHIND = re.compile(
    rf"(?:{POSTS}|教授|记者|法官|律师|编著?|主编|著|译|摄|副(?:局长|镇长|主任|书记))"
)
HIGH = (
    "总理|主席|部长|省长|市长|区长|县长|局长|厅长|司长|处长|科长|镇长"
    "|乡长|委员长|检察长|庭长|行长|秘书长|发言人|总书记"
)
PUBLIC = re.compile(
    rf"(?:{HIGH}|(?:局|厅|(?<!支)部|院|政府|街道办?|民政办|社保办|残联|中心|大队|所|站|[省市县镇乡]|(?<!社)区|党委|党组|工委|(?<![村居])委)"
    rf"(?:党[委组]|委|工委)?副?(?:书记|主任|院长|所长|站长|校长))[:：/\s]{{0,2}}$"
)
PUBLIC_BEHIND = re.compile(rf"\s?副?(?:{HIGH})")
"""Posts of government: their people stand in the news, in a case as well; a village's do not."""

AUTHOR = re.compile(
    r"(?:author|creator|last\s?(?:modified|saved)\s?by|modified\s?by|artist|producer|copyright|photographer|editor|reviewer"
    r"|作者|编者|编制人?|制作人?|撰稿人?|供稿人?|排版|上传人?|上传者|修改人|修改者|创建者|创建人|最后修改者|最后(?:一次)?保存者|所有者|管理员|审校"
    r"|版权|署名)[\"']?(?:\s{0,2}[:：=>]|\s+content=)\s{0,2}[\"'©]?\s?$",
    re.IGNORECASE,
)
"""What a file says of those who made it."""

LONGEST_AUTHOR = 24


def is_official(plain: str, start: int, end: int, *, public_only: bool) -> bool:
    """Tell whether a name is there for an office, or, with ``public_only``, for a government's."""
    head = plain[max(0, start - LONGEST_AUTHOR) : start]
    if AUTHOR.search(head) or PUBLIC.search(head) or PUBLIC_BEHIND.match(plain, end):
        return True
    return not public_only and (OFFICE.search(head) or BEHIND.match(plain, end)) is not None
