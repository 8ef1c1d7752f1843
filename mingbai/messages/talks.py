"""The sentences about what is said: talks, slides, spoken and short texts."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
TALKS = {
    "talk-story": error("这个政策没有案例「{found}」。", "可以写：{known}；案例的 policies 里要有这个政策。"),
    "talk-question": error("常见问题里没有编号「{found}」。", "先在 faq 那一条写上 id；有编号的：{known}。"),
    "talk-source": error("讲的依据「{found}」，这个政策的记录里没有用过。", "讲的话不能多出新规定：照记录里那一条的依据写；真有新规定，先写进记录。"),
    "insert-unknown": error("花括号里的「{found}」找不到。", "可以写：{known}。"),
    "insert-syntax": error("花括号里的写法看不懂。", "只能写 {{figure:数字名}}、{{limit:步骤编号}}、{{accepts}}、{{decides}}。"),
    "quiz-right": error("right 写的是第 {found} 个，选项只有 {most} 个。", "写正确选项是第几个，从 1 数起。"),
    "quiz-kind": error("小测验没有考「{found}」。", "政策、程序、标准各至少一题。"),
    "slide-long": error("放到幻灯片上有 {length} 个字，超过 {most} 个。", "加一个 short，写 28 个字以内的短句；讲的话可以不变。"),
    "slide-overflow": error("第 {number} 张幻灯片「{title}」放不下：最小的字也放不下。", "给这一张的话写 short（28 个字以内），或者少写一条。"),
    "text-long": error("{label}有 {length} 个字，超过 {most} 个。", "删到 {most} 个字以内。"),
    "aloud-mark": error("广播稿里有念不出来的「{found}」。", "把括号里的话改成一句话，字母换成中文。"),
    "figure-retyped": error("「{found}」是一个数字（{name}）的值，不能写在讲的话里。", "写成 {{figure:{name}}}，数字改了才会一起改。"),
    "narration-length": error("{label}连同咨询电话有 {length} 个字，超过 {most} 个。", "删掉 {over} 个字。"),
    "narration-short": notice("{label}只有 {length} 个字，不到 {least} 个。", "补到 {least} 个字左右。"),
    "narration-seconds": notice("{label}要读 {found} 秒，应当是 {least} 到 {most} 秒。", "{mend}"),
    "talk-minutes": notice("这一讲要 {found}，比定的 {minutes} 分钟{way} {by}。", "{mend}"),
    "talk-name-taken": error("「{found}」是一个政策的拼音名，宣讲稿不能用同一个名字。", "换一个文件名，例如 yuanba-hui.yml。"),
    "talk-part-missing": error("政策「{found}」还没有写宣讲词（talk）。", "先在政策记录里写 talk，或者从这一讲里去掉这个政策。"),
    "talk-policy-twice": error("「{found}」在这一讲里出现了两次。", "一个政策只讲一次，要讲的部分写在同一条的 parts 里。"),
    "talk-changed": notice("{by}审查以后，讲的话又改过，照没有审查过的处理。", "重新打印宣讲内容审查表，请{by}再看一遍，照新表抄封印。"),
    "talk-signed": error("写了已审查，但是缺少{missing}。", "照宣讲内容审查表填；没有审查的写 state: draft。"),
}
