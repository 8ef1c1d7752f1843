"""The sentences of putting a site in place."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
PUBLISH = {
    "publish-place": error("网站不能放在「{folder}」：{why}。", "换一个文件夹；上一级文件夹要先建好。"),
    "publish-not-ours": error("「{folder}」里已经有东西，不是明白放的网站，没有动它（{found}）。", "换一个空文件夹；确实要换掉它，先把它改个名字，再运行一次。"),
    "publish-extra": error("网上的文件夹里有 {count} 个不是发布上去的文件：{names}。", "先移走，换上新的以后它们就不在网上了；要一直在网上的，放进 docs/ 一起打包（IIS 的 web.config 用 mingbai bundle --iis）。"),
    "publish-live-changed": notice("网上原来的内容有 {count} 处和它的清单对不上：{names}。", "查一查谁动过；被动过的那一版不再能退回去。"),
    "publish-busy": error("另一个人（或者另一个窗口）正在往这里发布。", "等它做完，看看网上是不是已经换好。"),
    "publish-space": error("磁盘放不下：要 {need}，只剩 {free}。", "清出地方，或者用 --keep 少留几个旧版本。"),
    "publish-failed": error("没有做成：{why}。", "照上面说的原因处理好，再运行一次。"),
    "publish-none": error("{folder} 里没有能往这里放的包。", "先运行 mingbai bundle，或者写明是哪个 zip。"),
    "publish-tidy": notice("新的已经在网上，收拾旧版本时出了问题：{why}。", "不影响网站；处理好原因，下次运行会接着收拾。"),
    "publish-left": notice("有一个旧版本和它的清单对不上，也许有人放了东西进去；没有删，移到了 {folder}。", "看过以后自己删。"),
    "publish-finished": notice("上一次换到一半断了，网上缺了一会儿；现在替它换完了：{folder}。", "不用再做什么。"),
    "publish-undone": notice("上一次换到一半断了，网上缺了一会儿；现在退回了原来那一版：{folder}。", "要用新的，再发布一次。"),
    "rollback-none": error("没有更早的版本可以退回。", "还留着的用 mingbai rollback --list 看，用 --to 指明；都没有的，用最新的包重新发布。"),
    "rollback-unknown": error("留着的版本里没有编号「{found}」，或者不止一个。", "用 mingbai rollback --list 看编号，写够几位。"),
    "rollback-broken": error("要退回的版本 {name} 有 {count} 处和它的清单对不上，没有换。", "用 --to 换一个版本，或者重新发布一个包。"),
}
# fmt: on
