"""The sentences of the project's settings and pages."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
SETTINGS = {
    "settings-missing": error("mkdocs.yml 里没有 extra.mingbai。", "写明 region（地区）、as_of（截至日期）、public_url（公开网址，没有写 null）。"),
    "settings-name": error("mkdocs.yml 里没有写网站名称（site_name）。", "例如 site_name: 兖州社会救助"),
    "settings-key": error("mkdocs.yml 里不能写「{found}」：{why}。", "删掉这一项。"),
    "settings-theme": error("mkdocs.yml 里的主题（theme）应是 material。", "写 theme: 另起一行缩进两格写 name: material 和 font: false。"),
    "settings-language": error("mkdocs.yml 里的语言（language）不能是「{found}」。", "写 language: zh。"),
    "settings-outside": error("mkdocs.yml 让网页从别的网站取东西：「{found}」。", "{instead}"),
    "settings-not-utf8": error("mkdocs.yml 的编码是 {found}，做网站只认 UTF-8。", "用编辑器另存为 UTF-8 编码。"),
    "address-not-https": error("公开网址应以 https:// 开头，现为「{found}」。", "填群众手机打得开的网址；还没有就写 null，码里改放文字。"),
    "address-intranet": error("公开网址「{found}」是内网名称、单个词或者数字地址，群众手机扫了打不开或者靠不住。", "填区门户下已备案的网址；还没有就写 null，码里改放文字。"),
    "address-characters": error("公开网址（「{found}」）里有汉字、空格、问号、井号、账号或者多余的点。", "只留 https://域名/目录。"),
    "address-long": notice("印出来的网址「{found}」有 {length} 个字符，超过 {most} 个，码会变密，旧了不好扫。", "换一个短的域名或目录。"),
    "address-example": notice("公开网址「{found}」是示例网址，只能出样稿。", "张贴之前，在 mkdocs.yml 里换成群众手机打得开的网址。"),
    "out-not-ours": error("输出文件夹「{folder}」里已经有 {names}，不是本工具做的，没有动它。", "换一个空文件夹，或者先把里面的东西移走。"),
    "out-in-sources": error("输出文件夹「{folder}」在「{inside}」里面，那里放的是别的文件，没有动它。", "用项目里的 dist，或者项目以外的空文件夹。"),
    "out-wide": error("输出文件夹「{folder}」是{what}，没有动它。", "用项目里的 dist，或者一个空文件夹。"),
    "out-busy": error("另一个 mingbai 命令正在往「{folder}」里写，没有动它。", "等那个命令做完再运行，或者用 --out 换一个文件夹。"),
    "page-taken": error("这一页由记录做出来，手写的不会出现在网站上。", "把手写的页面换个文件名。"),
    "page-not-utf8": error("手写页面的编码是 {found}，做网站只认 UTF-8。", "用编辑器另存为 UTF-8 编码。"),
    "piece-unknown": error("没有「{found}」这一块。", "可以写：{known}。"),
    "page-html": error("手写页面里有网页标记「{found}」。", "只用 Markdown；要给一段话换样子，在它下面另起一行写 {{: .类名 }}；要写尖括号本身，用反引号括起来。"),
    "page-attribute": error("花括号里写了「{found}」。", "花括号里只能写 #编号 和 .类名，例如 {{#how}}、{{: .mb-answer }}。"),
    "page-link": error("链接「{found}」不能用。", "可以写：站内的文件（例如 about.md）、https:// 开头的完整网址、tel: 开头的电话、mailto: 开头的邮箱。"),
    "page-picture": error("图片「{found}」在别的网站上。", "把图片放进 docs/，写文件名；网页不从别处取任何东西。"),
    "page-dead": error("链接「{found}」通到的页面或者文件不存在。", "对照 docs/ 里的文件名改正；政策页写 policies/拼音名/index.md，案例页写 cases/拼音名/index.md。"),
    "page-anchor": error("「{file}」里没有叫「{found}」的标题。", "在那个标题后面写 {{#{found}}}，或者改正井号后面的字。"),
    "page-name": error("手写页面的文件名「{found}」{why}。", "用小写字母、数字和短横线，后缀写 .md，例如 xuanjiang.md；首页只有一个，叫 index.md。"),
    "page-disguised": error("「{found}」的内容不是 {kind}。", "文件多半是改了名；换成真正的文件，或者移走。"),
    "page-style": error("样式文件从别处取东西：「{found}」。", "删掉这一行；网页不从别的网站取任何东西。"),
    "page-file": error("手写页面的文件夹里有「{found}」，不能放到网站上。", "这里只放 .md 页面、图片（png、jpg）、PDF 和表格；网页、脚本、SVG 图和快捷方式（链接）请移走。"),
    "link-out": notice("这里有通到外部网站的链接：{found}", "网页上会标「外部网站」；核对网址，内网里多半打不开。"),
    "page-unsafe": error("做好的网页里有不许有的内容：「{found}」（共 {count} 页）。", "从页面、主题或者别的插件里去掉它；网页不运行写在页面里的脚本，也不从别处取任何东西。"),
    "plugin-missing": error("mkdocs.yml 的 plugins 里没有 mingbai。", "在 plugins: 下面另起一行写「- mingbai」。"),
    "site-generator": error("做网站时出了问题：{said}。", "按提示改 docs/ 里的页面或者 mkdocs.yml；多半是链接写错了。"),
}
# fmt: on
