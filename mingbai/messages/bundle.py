"""The sentences of packing and verifying a site."""

from __future__ import annotations

from mingbai.messages.message import error

# fmt: off
# A table, one line a code.
BUNDLE = {
    "bundle-absent": error("找不到这个文件夹或者文件。", "核对路径；网址要以 http:// 或 https:// 开头。"),
    "bundle-no-manifest": error("这里没有 MANIFEST.json，不是明白做的内网包。", "核对路径；解压时 MANIFEST.json 要在最外层，不要多套一层文件夹。"),
    "bundle-manifest": error("文件清单不是明白写的样子（{where}）。", "清单被改过，或者没有拷完整；换一份完整的包。"),
    "bundle-sums": error("和 {list} 对不上，或者没有这个文件。", "包被改过，或者没有拷完整；换一份完整的包。"),
    "bundle-missing": error("少了这个文件。", "没有拷完整；重新解压或者重新拷贝。"),
    "bundle-changed": error("内容和清单对不上，被改过或者坏了。", "重新解压或者重新拷贝；再不行，查一查谁动过。"),
    "bundle-extra": error("清单里没有这个文件，是后来加的。", "不认识的不要打开，移走以后查一查谁放的；自己要加的内容放进 docs/，再做一个包。"),
    "bundle-not-file": error("是快捷方式、管道或者设备，不是普通文件。", "删掉它；真要这个文件，放进文件本身。"),
    "bundle-older": error("这个包比现有的旧：发布账本 {found} 行，现有的 {known} 行。", "用最新的包；要退回上一次发布的样子，用 mingbai rollback。"),
    "bundle-older-day": error("这个包比现有的旧：内容截至 {found}，现有的截至 {known}。", "用最新的包；要退回上一次发布的样子，用 mingbai rollback。"),
    "bundle-region": error("这个包是地区 {found} 的，现有的是 {known} 的。", "核对是不是拿错了包，或者放错了地方。"),
    "bundle-kind": error("这个包{found}，现有的是{known}。", "扫码页和整个网站分开放，各用各的文件夹。"),
    "bundle-zip": error("压缩包打不开。", "没有拷完整，或者不是 zip；重新拷贝。"),
    "bundle-zip-entry": error("压缩包里的「{found}」{why}，没有解开。", "这不是明白做的包，不要用别的软件解开；重新取一份。"),
    "bundle-unreachable": error("服务器没有给出这个文件：{why}。", "核对网址，看服务器是不是开着；过一会儿再试。"),
    "bundle-link": error("「{found}」打不开：网站里没有这个文件，或者走到网站外面去了。", "改好链接；要放到别的路径下也能用，不要以 / 开头。"),
    "bundle-folder-link": error("「{found}」停在文件夹上，从 U 盘打开时看不到网页。", "写到文件为止，末尾加 index.html。"),
    "bundle-anchor": error("「{found}」指的那一段不在那一页上。", "改好 # 后面的名字。"),
    "bundle-outside": error("网页会自己去别的网站取东西：「{found}」。", "把文件放进 docs/ 里，改成相对的地址；内网打不开外面的网站，也会让外面知道谁在看。"),
    "bundle-unmarked": error("到别的网站的链接没有标明：「{found}」。", "加上 rel=external，网页上会注明是外面的网站。"),
    "bundle-no-policy": error("网页没有带安全策略（Content-Security-Policy）。", "这不是明白做的网页；放进 docs/ 写成 Markdown。"),
    "bundle-unsafe": error("网页里有不许有的内容：「{found}」。", "去掉它；网页不运行写在页面里的脚本，也不从别处取任何东西。"),
    "bundle-file-name": error("文件名不能用：{why}。", "改成小写字母、数字和短横线。"),
    "bundle-stray": error("这个文件像是软件留下的，不该发布。", "从 docs/ 里删掉再做一次；确实要发布的，改个名字。"),
    "bundle-strangers": error("{folder} 里有不是明白做的文件：{names}。", "移到别处再做，免得被一起换掉。"),
    "bundle-type": error("不知道这种文件（{found}）该用什么类型发给浏览器。", "换成网页、图片、PDF 或者常见的办公文件；确实要用的，请维护人员加上。"),
    "bundle-folder-address": error("打开这个网址，出来的不是文件夹里的 index.html，印在纸上的码会打不开。", "照「怎样发布」里的服务器配置，把 index.html 设成默认文档。"),
}
# fmt: on
