"""The sentences of what a field takes."""

from __future__ import annotations

from mingbai.messages.message import error

# fmt: off
# A table, one line a code.
FIELDS = {
    "missing-key": error("缺少「{label}」（{key}）。", "补上这一项{fill}。"),
    "unknown-key": error("不认识的键「{key}」。", "{near}"),
    "not-mapping": error("「{label}」（{key}）应是「键: 值」，现为「{found}」。", "另起一行，缩进两格写里面的各项。"),
    "not-list": error("「{label}」（{key}）应是列表，现为「{found}」。", "每条另起一行，前面加短横线和空格。"),
    "not-text": error("「{label}」（{key}）应是文字，现为{found}。", "写成一行文字{fill}。"),
    "empty-text": error("「{label}」（{key}）是空的。", "填上内容{fill}；不要留空引号。"),
    "too-long": error("「{label}」（{key}）有 {length} 个字，最多 {most} 个。", "改短，或者拆成两条。"),
    "too-few": error("「{label}」（{key}）至少要有 {least} 条。", "补上。"),
    "not-integer": error("「{label}」（{key}）应为整数，现为「{found}」。", "只写数字，例如 {key}: 3"),
    "not-number": error("「{label}」（{key}）应为数字，现为「{found}」。", "只写数字，不写单位和逗号，例如 {key}: '100'{fill}。"),
    "not-date": error("「{label}」（{key}）应为日期，现为「{found}」。", "写成 年-月-日，例如 {key}: 2026-07-01"),
    "no-such-day": error("「{label}」（{key}）没有这一天：「{found}」。", "对照日历改正。"),
    "not-one-of": error("「{label}」（{key}）不能是「{found}」。", "只能是：{choices}。"),
    "not-yes-no": error("「{label}」（{key}）应为 true 或 false，现为「{found}」。", "是写 true，否写 false。"),
    "not-slug": error("「{label}」（{key}）应是小写拼音加短横线，现为「{found}」。", "例如 linshi-jiuzhu；不要写路径、空格、大写字母和汉字。"),
    "not-identifier": error("「{label}」（{key}）应是小写字母、数字和短横线，现为「{found}」。", "例如 dibao-city。"),
    "not-code": error("「{label}」（{key}）应是两位数字，只用 2 到 9，现为「{found}」。", "例如 code: '23'；换一个没有用过的。"),
    "not-division-code": error("「{label}」（{key}）应是 6、9 或 12 位数字，现为「{found}」。", "照国家统计局区划代码写，加半角引号，例如 '370812'。"),
    "not-telephone": error("「{label}」（{key}）不像电话号码：「{found}」。", "座机写「区号-号码」，中间一道半角短横线，热线写短号；手机号不能进记录。"),
    "line-break": error("「{label}」（{key}）里有换行。", "写成一句话；要分开说的，分成两条。"),
    "cite-missing": error("没有写「{label}」（{key}）。", "写明文件和条款，例如 cite: 社会救助法 第十八条第一款"),
    "cite-syntax": error("依据看不懂：「{found}」。", "文件名或文号后空一格写条款，例如 民发〔2021〕57号 第九条、国办发〔2023〕39号 四（一）。"),
    "wrong-value": error("「{label}」（{key}）写得不对，现为「{found}」。", "对照同一文件夹里别的文件改。"),
}
# fmt: on
