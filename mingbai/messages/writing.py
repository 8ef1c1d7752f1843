"""The sentences of slips in writing: what was left open, typed twice, or means two things."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
WRITING = {
    "left-open": error("「{found}」是没有写完的记号，会原样印出来。", "写上真正的内容；不知道的，按规定写 null，或者删掉这一条。"),
    "left-escaped": error("这里是程序里的写法「{found}」，不是汉字。", "从网址或者程序里复制来的，重新输入这几个字。"),
    "left-quoted": notice("整句话外面有引号：「{found}」，会原样印出来。", "YAML 的引号是半角 ' ；中文引号删掉，除非整句就是一句引语。"),
    "comment-close": notice("从「{found}」起被当成了备注，网页和纸上都没有。", "是正文的，给整个值加上半角引号；是备注的，在 # 后面空一格。"),
    "character-lookalike": error("「{found}」（{code}）不是汉字「{instead}」，只是长得一样，搜索、核对都认不出来。", "重新输入「{instead}」；从 PDF 复制来的字常常这样，这一段都重新输入为好。"),
    "character-uncommon": notice("「{found}」不是规范的简体字。", "多半是换了输入法；换成简体字。"),
    "character-wide": notice("「{found}」是全角的字母或者数字。", "改成半角。"),
    "character-blank": notice("这里有多余或者特别的空格、制表符（{code}）。", "删掉，或者改成一个普通的半角空格。"),
    "letters-inside": notice("中文里有字母「{found}」。", "是没有打成汉字的拼音，或者多按了键，改正；确实要用的外文缩写用大写，例如 APP。"),
    "mark-twice": error("标点重复了：「{found}」。", "留一个。"),
    "mark-first": error("开头就是标点：「{found}」。", "删掉，或者补上前面丢了的话。"),
    "mark-pair": error("括号或者引号没有成对：「{found}」。", "补上另一半，或者删掉多余的。"),
    "mark-straight": notice("中文里用了半角引号「{found}」。", "改成中文引号“”。"),
    "name-mark": error("名称、单位里有多余的标点：「{found}」。", "名称末尾不用标点，中间不用句号、分号、问号、感叹号；说明写进别的条目。"),
    "name-empty": error("「{found}」不像名称或者单位。", "名称至少两个汉字；单位写 元/人·月、% 这样的，不带数字。"),
    "saying-form": error("「{found}」不像群众的一个说法。", "一行一个，两个字到 {most} 个字；同义词、误称里不写整句话。"),
    "synonym-shared": notice("「{found}」也写在 {other} 的同义词里。", "一个词只能是一个政策的别名；两个都有关系的，写进群众的说法（says）。"),
    "sentence-empty": error("这里没有话，只有「{found}」。", "写一句完整的话；没有内容的，删掉这一条。"),
    "question-end": notice("问题没有用问号：「{found}」。", "问题写成问句，末尾用“？”。"),
    "word-twice": notice("「{found}」连着写了两遍。", "多半是粘贴了两次，删掉一个；本来就要这样说的，不用改。"),
    "listed-twice": error("列表里有两个「{found}」。", "删掉一个；本来要写别的，改正。"),
    "name-twice": error("「{found}」已经是 {first} 的名称。", "两个不能叫一样的名字，核对是不是复制以后忘了改。"),
    "synonym-taken": error("「{found}」是另一个政策（{policy}）的名称。", "搜这个词的人会走错；从同义词、误称里删掉。"),
    "synonym-misnomer": error("「{found}」既写在同义词里，又写在误称里。", "能这样叫的留在 synonyms，叫错了的留在 misnomers。"),
    "term-contrary": error("「{found}」是要用的词，又写在不用的说法里。", "留一处。"),
    "title-unknown": notice("《{found}》没有登记。", "核对文件名；没有写错的，在 policies/legal_basis.yml 里登记。"),
    "hotline-unknown": notice("「{found}」不在本地区的热线里。", "核对号码；没有写错的，在地区文件的 hotlines 里写上。"),
    "no-such-day-told": error("「{found}」日历上没有。", "对照文件或者日历改正。"),
    "number-strange": error("「{found}」不像真的。", "对照条文、文件或者钟表改正。"),
}
"""Slips in writing."""

NUMBERS = {
    "figure-zero": notice("这个数值是 0。", "不知道的写 null；确实一分不给、一分不收的，不用改。"),
    "figure-large": error("数值 {found} 太大，多半是多打了数字。", "对照文件改正；按万元、按年的，照政策里写的单位换算。"),
    "figure-leap": notice("数值 {found} 是{against} {before} 的 {times}，多半是多打或者少打了数字。", "对照文件核对；没有写错的，不用改。"),
    "figure-swapped": notice("农村的数值 {rural} 比城市的 {city} 高。", "多半是两行填反了；对照文件核对，没有写错的，不用改。"),
    "telephone-strange": notice("电话「{found}」像是随手填的。", "核对号码，拨一次；没有公布的写 null。"),
    "day-later": notice("「{label}」{found} 晚于内容截至日期。", "核对日期；日期没有错的，先把 mkdocs.yml 里的 as_of 改到这一天或者以后。"),
    "consent-later": error("同意日期 {found} 晚于内容截至日期：还没有同意。", "核对同意书上的日期；没有签的，写成 composite 或者先不写这个案例。"),
    "review-order": error("下次复核日期 {found} 没有比审核日期晚。", "核对两个日期。"),
    "review-far": notice("下次复核日期 {found} 离现在 {years} 年多，太远了。", "标准年年调整，至少每年复核一次；核对年份。"),
    "notice-days": error("句子说公示「{told}」，公示天数（days）写的是 {days} {unit}。", "对照条文，两处写成一样。"),
    "limit-not-cited": notice("时限「{found}」在依据的条款里没有，条款里有：{known}。", "对照条文改正；是别的文件规定的，把它写进依据。"),
    "number-not-cited": notice("「{found}」在依据的条款里没有。", "对照条文改正；是别的文件规定的，把它写进依据。"),
    "document-itself": error("文件写成被它自己取代。", "写取代它的新文件；没有被取代的，删掉 replaced_by。"),
    "document-order": notice("施行日期 {found} 早于发布日期 {issued}。", "核对两个日期；修正、修订过的，在说明（note）里写明。"),
    "change-early": notice("变化的日期 {found} 早于依据「{document}」的施行日期 {day}。", "核对日期和依据。"),
    "townships-none": notice("本地区没有写镇街，做不出镇街的纸，也查不到去哪里申请。", "在地区文件的 townships 里写上镇街的代码和名称；电话、地址不知道的写 null。"),
}
"""Numbers and days that cannot be, or do not fit one another."""
# fmt: on
