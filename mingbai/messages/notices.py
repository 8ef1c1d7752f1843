"""The sentences of lists for a village's board."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
NOTICES = {
    "notice-private-inside": error("名单的文件夹「{found}」在项目里面，或者有通到项目里的快捷方式。", "移到项目以外，例如和项目并排的一个文件夹；个人信息不进项目，也不进网站。"),
    "notice-private-published": error("名单的文件夹「{found}」在做好的网站里面。", "移到别处；发布网站时，这里的东西会一起公开。"),
    "notice-unfit": error("「{name}」不宜公示、公布：{cite}。", "不要张贴；结果按规定书面告诉本人。"),
    "notice-none": error("「{name}」的记录里没有允许{kind}的条款；记录里现有：{known}。", "没有依据就不能张贴；确有规定的，先把文件和条款写进记录的 notice。"),
    "notice-days-missing": error("「{name}」的公示（{cite}），记录里没有写几天。", "当地文件写了天数的，在地区文件里用同一个编号（id）写上 days 和依据；还没写进去的，用 --days 给出。"),
    "notice-days-fixed": error("公示天数是 {days}，{cite}写明的，不能改成 {asked}。", "去掉 --days；当地另有规定的，写进地区文件。"),
    "notice-until-missing": error("公示 {days} 个工作日，要避开周末和节假日，公示到哪天算不出来。", "查当年的放假安排，用 --until 写明最后一天；贴出当天不算。"),
    "notice-until-early": error("公示到 {until} 不够 {days} 个工作日。", "核对日历，改 --until；贴出当天不算。"),
    "notice-until-other": error("按天数算公示到 {last}，--until 写的是 {until}。", "去掉 --until，或者核对贴出的日期；贴出当天不算。"),
    "notice-list-missing": error("名单文件夹里没有 {name}.csv，也没有 {name}.xlsx。", "放进名单；列名：镇街名称、村居名称、申请人，公示加初审意见，公布加依据点名的家庭人数、金额、单位。"),
    "notice-list-twice": error("{name} 有 .csv 和 .xlsx 两份，不知道用哪一份。", "留一份，移走一份。"),
    "notice-list-empty": error("名单里一个人也没有。", "在列名下面一人一行地填。"),
    "notice-column-private": error("名单里有「{found}」一列（{column} 列），这份名单不能用。", "整列删掉再存：身份证号、住址、电话、银行卡、病情、残疾和备注一类，不能出现在张贴的名单里。"),
    "notice-column-unshown": notice("「{found}」一列没有印：依据没有说{kind}要公开它。", "不用改；不想看到这条提醒，就删掉这一列。"),
    "notice-mobile": error("第 {row} 行「{label}」里有手机号码。", "删掉；张贴的名单里不写个人电话。"),
    "notice-name": error("第 {row} 行「{label}」不像姓名。", "只写姓名两个字以上，不带括号、数字、字母和说明；隐去一个字由程序来做。"),
    "notice-condition": error("第 {row} 行的姓名里有「{found}」，像是写了病情、残疾或者身份。", "只写姓名；病情、残疾一类不能张贴。"),
    "notice-village": error("第 {row} 行「{label}」不像村居名称：「{found}」。", "只写汉字和数字，最多 40 个字，例如 示例东村。"),
    "notice-people": error("第 {row} 行「{label}」应为 1 到 99 的整数，现为「{found}」。", "只写数字，不写“人”。"),
    "notice-amount": error("第 {row} 行「{label}」应大于 0，最多两位小数，现为「{found}」。", "写到分为止；没有金额的人不在公布的名单里。"),
    "notice-township": error("第 {row} 行的镇街「{found}」不在本地的镇街名录里。", "可以写：{known}。"),
    "notice-row-twice": notice("第 {row} 行和第 {first} 行一样。", "同一个人写了两次的，删掉一行；同村同名的两个人，不用改。"),
    "notice-too-long": error("第 {row} 行的「{title}」太长，{form}上印不下，超出 {over} 毫米。", "核对这一格；名字确实这么长的，请告诉维护人员。"),
}
# fmt: on
