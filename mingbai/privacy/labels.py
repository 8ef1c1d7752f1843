"""Words before a number that say what it is."""

from __future__ import annotations

import re

THINGS = (
    "订单|定单|运单|快递|物流|流水|交易|受理|办件|业务|工单|单|件|案|序列|序|批|批次|批准|许可|设备|机身|型|货"
    "|产品|合同|发票|凭证|条形|条|税|识别|机构|信用|备案|登记|注册|项目|档案|文件|文|编|代|标识|回执|票据|收据"
    "|仪器|资产|商品|出厂|版本|软件|追踪|查询|图书|刊|标准|统计|区划|邮政|邮|电表|水表|燃气表|户表|(?<!手)表|车架|发动机|保单|保险单|通知书|决定书|告知书|合格证|许可证|公告|公函|卷|页|期|会员|股票|基金|招标|采购|中标|地块|宗地|问卷|条码|二维码|取件|提货|验证|处方|检验|样品|工位|座位|房源|课题|科目|预算|指标|收费|缴款|缴费单|凭单|报销单|电子票"
)
SERIAL = re.compile(
    rf"(?:(?:{THINGS})[书单]?(?:编|代)?(?:号码?|码|编号|代码)|批次|工单|订单|运单|流水|单据|票据)(?:是|为)?[:：#\s（(“\"]{{0,3}}$"
    r"|(?<![A-Za-z])(?:SN|S/N|No\.?|NO\.?|IMEI|ISBN|ISSN|order|orderid|ref|code|trace|seq|sku|uid|uuid"
    r"|oid|bh|ver|version|build|rev|ts|time|timestamp|PO|DD|LSH|XM|HT|SX|JD|SF|YT)[:：=#\s_-]{0,3}$|(?<![A-Za-z])[vV][._-]?$"
)
"""Labels of numbers that belong to a thing: what comes behind is nobody's telephone or card."""

THING = re.compile(rf"(?:{THINGS})[编号码]{{0,2}}[:：#\s]{{0,2}}$")
"""The same with less of a label, for numbers that begin with a date."""

LETTER = re.compile("[A-Za-z]$")

WINDOW = 16


def before(plain: str, at: int, label: re.Pattern[str]) -> bool:
    """Tell whether a label ends right before a place; ``label`` must end in ``$``."""
    return label.search(plain[max(0, at - WINDOW) : at]) is not None
