"""The sentences of review: what is signed, and what was changed after that."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
REVIEW = {
    "review-unsealed": error("已审核的记录没有封印，看不出后来改没改过。", "不要手写 state: reviewed：改回 draft，用 mingbai review {slug} 做审核单，签字以后用 --sign 写进来。"),
    "review-seal-broken": error("封印写坏了：「{found}」。", "封印只由 mingbai review --sign 写；照签过字的审核单重新签一次，或者从备份恢复这一行。"),
    "review-changed": notice("审核以后又改过（改了：{parts}），现在又是草稿。", "请{office}看过以后重新签：mingbai review {slug}；不该改的，改回原样就行。"),
    "review-questions-open": error("已审核的记录还有 {count} 个问题没有回答。", "请{office}答复，改好记录，再删掉 to_confirm 里答过的问题。"),
}
SIGNING = {
    "sign-seal": error("纸上的封印「{found}」和记录现在的对不上：签字以后{what}又改过，或者封印抄错了。", "先核对抄得对不对；改过的，重新做一份审核单请主管部门签。"),
    "sign-office": error("「{found}」不是{office}部门在本地的单位。", "只有主管部门能签：{known}；单位名称照地区文件的 bureaus 写。"),
    "sign-questions": error("还有 {count} 个问题没有回答，不能签。", "请{office}答复，改好记录，删掉 to_confirm 里答过的问题，再做一份审核单。"),
    "sign-days": error("下次复核日期 {found} 没有比审核日期 {on} 晚。", "核对 --on 和 --next。"),
    "sign-no-figures": error("「{name}」没有要确认的数字。", "不知道的先在地区文件里填上数值、起始日期和依据；已经确认的不用再签。"),
    "sign-by-hand": error("没法自动写进这里，什么都没有改。", "把这一段写成每项一行（键: 值），再运行一次；数字在表里的，在表里填「确认单位」。"),
}
# fmt: on
