"""The sentences of the ledger of editions."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
EDITIONS = {
    "not-digest": error("「{label}」（{key}）不是指纹，现为「{found}」。", "账本只由 mingbai release 写；从备份恢复 policies/editions.yml。"),
    "ledger-line-edited": error("账本第 {number} 行被改过，和它的指纹对不上。", "从备份恢复 policies/editions.yml；账本只由 mingbai release 写。"),
    "ledger-line-missing": error("账本在第 {number} 行这里断了：少了行，或者前面的行被改过（这一行写的是第 {found} 行）。", "从备份恢复 policies/editions.yml；印出去的每一版都要能查到。"),
    "code-lost": error("编号 {code}（{name}）印在纸上发出去了，现在没有政策用它。", "恢复 policies/{slug}.yml；政策停了的，把 status 改成「停用」，写明由什么接替，文件不要删。"),
    "slug-lost": error("编号 {code} 原来是「{found}」（{name}），现在的记录里没有提到它。", "只是改了拼音名的，在 former_slugs 里写上 {found}；编号给了别的政策的，换一个没有用过的编号。"),
    "slug-taken": error("用过的拼音名「{found}」已经是「{name}」的。", "换一个；旧网址只能转到一个地方。"),
    "edition-not-in-record": error("账本里有「{name}」第 {edition} 版，记录的 changes 里没有：{text}", "再运行一次 mingbai release，它会照账本补上。"),
    "edition-reworded": error("「{name}」第 {edition} 版的变化和账本里的不一样；账本里是：{text}", "改回原来的话；印出去的纸上的人看的就是这一句。要补充的，另写一条变化。"),
    "edition-not-in-ledger": error("「{name}」的变化写着第 {edition} 版，账本里没有这一版。", "账本少了行的，从备份恢复 policies/editions.yml；版次是手写的，删掉 edition，由 mingbai release 写。"),
    "address-moved": notice("印出去的纸上写的是「{found}」，现在的公开网址是「{now}」。", "旧网址要一直留着，转到新网址；做不到就要换新纸。"),
    "release-pending": notice("和印出去的第 {edition} 版不一样了：{parts}。现在做出的纸是样稿。", "核对以后运行 mingbai release，写一句话说明变化。"),
    "release-example-address": error("公开网址「{found}」是示例，印出去的码打不开，不能发布。", "在 mkdocs.yml 的 public_url 写真实的网址，还没有就写 null。"),
    "release-backwards": error("内容截至 {found}，比上一次发布的 {last} 还早。", "核对 mkdocs.yml 里的 as_of。"),
    "release-draft": error("「{name}」还没有审核，或者审核以后又改过，不能发布。", "请主管部门审核签字：用 mingbai review 做审核单，签完用 --sign 写进记录。"),
    "release-no-words": error("「{name}」变了（{parts}），没有一句话说明变了什么。", "在 changes 里写一条，或者用 --say {slug} 变了什么 换新（或仍可用）。"),
    "release-edit-by-hand": error("第 {edition} 版没法自动写进这个文件的 changes，什么都没有改。", "把 changes 写成每条另起一行的列表，再运行一次。"),
    "release-nothing": error("没有可以发布的：记录和已经发布的一样。", "不用做什么。"),
    "print-unreleased": error("「{name}」现在的内容还没有发布，不能正式印。", "先运行 mingbai release；只想看样子，用 --proof 做样稿。"),
    "promise-broken": error("印在纸上的地址 {path} 打不开了。", "这是印出去的码要到的地方，一个也不能少；恢复记录和账本，还不行就请维护人员看。"),
    "promise-anchor": error("{path} 上没有「{anchor}」这一段了，旧网址指着它。", "八个问题的位置不能改名、不能删；请维护人员恢复模板。"),
}
# fmt: on
