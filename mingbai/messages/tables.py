"""The sentences of tables for clerks."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
TABLES = {
    "table-name": error("表的文件名「{found}」不合规定。", "村居联系表写成 370812-contacts.xlsx 或 370812-contacts.csv，数字表写成 370812-figures.xlsx（前面是区划代码）；旧版 .xls、WPS 的 .et 请另存为 .xlsx。"),
    "table-twice": error("同一张表有两个文件，另一个是「{found}」。", "留一个，把另一个移走；不然不知道以哪个为准。"),
    "table-unreadable": error("表打不开：{why}。", "用 WPS 或 Excel 打开，另存为 .xlsx（不加密码）。"),
    "table-quote": error("第 {row} 行起引号没有成对，后面的格子分不开。", "删掉多余的半角引号，或者存成 .xlsx。"),
    "table-no-header": error("找不到表头。", "第一行写列名：{titles}；也可以用 mingbai new 做一张空表，再把内容粘进去。"),
    "table-sheets": error("有几张工作表都像是要读的表：{found}。", "合并到一张工作表里，别的删掉或者移走。"),
    "table-hidden": notice("有 {count} 行被隐藏或者筛掉了，从第 {row} 行起，里面的内容照样读了。", "取消隐藏和筛选看一遍，不要的行删掉。"),
    "column-missing": error("第 {row} 行的表头里没有「{found}」这一列。", "补上这一列，列名一字不差。"),
    "column-unknown": error("不认识的列「{found}」。", "{near}"),
    "column-twice": error("「{found}」这一列有两个，另一个在 {first} 列。", "留一列，删一列；两列内容不同的，合并成一列。"),
    "column-untitled": error("第 {row} 行 {column} 列有内容，上面却没有列名。", "补上列名；用不着的，把这些格子清空。表头不要合并单元格。"),
    "cell-identity": error("第 {row} 行「{label}」里有身份证号码。", "立即删掉，并检查这个文件是否已经发给别人。"),
    "cell-card": error("第 {row} 行「{label}」里像是有银行卡号。", "立即删掉，并检查这个文件是否已经发给别人。"),
    "cell-mobile": error("第 {row} 行「{label}」里有手机号码。", "号码只写在「联系电话」一列；个人不愿公布的，删掉。"),
    "cell-long-number": error("第 {row} 行「{label}」是 15 位以上的数字，像身份证号或者银行卡号，后几位也已经丢了。", "身份证号和卡号立即删掉；是代码的，把格式改成“文本”重新填。"),
    "cell-missing": error("第 {row} 行没有填「{label}」。", "每一行都要填；合并过的单元格存成 CSV 以后只剩第一行有值。"),
    "cell-character": error("第 {row} 行「{label}」里有看不见或者读不出来的字符（{found}）。", "删掉这个字，用输入法重新输入；生僻字在旧系统里常是自造字，换一台电脑就读不出来。"),
    "cell-lost": error("第 {row} 行「{label}」里有字丢了，变成了问号或者方块：「{found}」。", "生僻字存成旧编码会丢；重新输入，存成 .xlsx 或 UTF-8 的 .csv。"),
    "cell-merged": error("第 {row} 行「{label}」跨列合并了单元格，分不清是哪一列的内容。", "取消合并，一格填一项。"),
    "cell-formula": error("第 {row} 行「{label}」是公式，文件里没有算好的结果。", "用 WPS 或 Excel 打开存一次；最好把公式粘贴成数值。"),
    "cell-error": error("第 {row} 行「{label}」的公式算错了，显示「{found}」。", "改好公式，或者直接填内容。"),
    "cell-squeezed": error("第 {row} 行「{label}」变成了科学记数「{found}」，后面几位已经丢了。", "照原来的资料重新填；先把这一列的格式改成“文本”。"),
    "cell-point": error("第 {row} 行「{label}」多了小数点：「{found}」。", "去掉小数点和后面的零，把这一列的格式改成“文本”；核对最后几位。"),
    "cell-turned-day": error("第 {row} 行「{label}」变成了日期「{found}」。", "先把格式改成“文本”，再重新填，例如 8 点到 12 点写成 8:00—12:00。"),
    "cell-day-number": error("第 {row} 行「{label}」是一串数字「{found}」，不像日期。", "日期格式丢了；照 年-月-日 重新填，例如 2026-07-01。"),
    "cell-not-date": error("第 {row} 行「{label}」应为日期，现为「{found}」。", "写成 年-月-日，例如 2026-07-01。"),
    "cell-no-such-day": error("第 {row} 行「{label}」没有这一天：「{found}」。", "对照日历改正。"),
    "cell-not-number": error("第 {row} 行「{label}」应为数字，现为「{found}」。", "只写数字，不写单位。"),
    "cell-not-one-of": error("第 {row} 行「{label}」不能是「{found}」。", "只能是：{choices}。"),
    "cell-too-long": error("第 {row} 行「{label}」有 {length} 个字，最多 {most} 个。", "改短；说明、备注不要写在这里。"),
    "cell-line-break": error("第 {row} 行「{label}」里有换行。", "写成一行；两个联系人写成「甲、乙」，电话只写一个。"),
    "cell-cite": error("第 {row} 行「{label}」看不懂：「{found}」。", "文件名或文号后空一格写条款，例如 民发〔2021〕57号 第九条；几个文件用分号隔开。"),
    "not-township-code": error("第 {row} 行「{label}」应是 9 位数字，现为「{found}」。", "照国家统计局区划代码写；村居的 12 位代码去掉后三位就是。"),
    "not-village-code": error("第 {row} 行「{label}」应是 12 位数字，现为「{found}」。", "照国家统计局区划代码写，先把格式改成“文本”。"),
    "not-village-phone": error("第 {row} 行「{label}」不像电话号码：「{found}」。", "座机写「区号-号码」，或者写 11 位手机号；只写一个号码。"),
    "phone-lost-zero": error("第 {row} 行「{label}」丢了区号前面的 0：「{found}」。", "补上 0，先把这一列的格式改成“文本”，不然存盘又会丢。"),
    "phone-no-area": error("第 {row} 行「{label}」没有区号：「{found}」。", "写成「区号-号码」，外地子女打回来才通。"),
    "row-no-village": error("第 {row} 行填了「{label}」，却没有村居代码和名称。", "补上村居；用不着的行整行清空。"),
    "village-twice": error("第 {row} 行的村居代码「{found}」在第 {first} 行已经有了。", "核对代码；重复的行删掉一行。"),
    "village-name-twice": notice("第 {row} 行的「{found}」在同一个镇街的第 {first} 行也有，代码不同。", "核对是不是同一个村写了两次。"),
    "village-elsewhere": error("第 {row} 行的村居代码「{found}」不属于这一行的镇街（{township}）。", "村居代码前九位就是镇街代码；核对两个代码。"),
    "village-township-unknown": error("第 {row} 行的镇街代码「{found}」不在本地的镇街名录里（共 {count} 行这样写）。", "核对代码；新设的镇街先写进地区文件的 townships。"),
    "village-township-name": error("第 {row} 行的镇街名称「{found}」和代码对不上，{code} 是「{name}」（共 {count} 行这样写）。", "改成名录里的名称，一字不差。"),
    "checked-future": notice("第 {row} 行的核对日期 {found} 晚于内容截至日期。", "核对日期。"),
    "checked-old": notice("第 {row} 行的联系方式上次核对是 {found}，过了一年。", "打一次电话，改核对日期。"),
    "figure-row-unknown": error("第 {row} 行的数字名「{found}」没有政策用到，填的数值不会出现在任何地方。", "数字名不要改；运行 mingbai new figures 看现有的数字名。"),
    "new-exists": error("「{found}」已经有了，没有动它。", "接着填那一张；真要重做，先把它移走，或用 --out 换个地方。"),
}
# fmt: on
