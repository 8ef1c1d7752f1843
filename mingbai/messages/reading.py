"""The sentences of what reading a file says."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
READING = {
    "file-too-large": error("文件有 {size} KB，记录文件不应超过 1000 KB。", "是不是把附件存成了记录？请把附件移走，只留文字。"),
    "file-unreadable": error("文件读不出来：{why}。", "检查文件是否存在、有没有读取权限。"),
    "file-encoding": error("这一行起有读不出来的字节，不是 UTF-8，也不是 GB 18030。", "用编辑器打开，改好乱码的地方，另存为 UTF-8 编码。"),
    "file-binary": error("文件里有不可见的空字符，不像文字文件。", "确认没有把 Word 或图片改名成记录；另存为 UTF-8 文字。"),
    "file-not-utf8": notice("文件编码是 {found}，已照此读出。", "建议另存为 UTF-8，免得换一台电脑读成乱码。"),
    "text-garbled": error("这里是乱码：「{found}…」。", "文字在存盘或者转码时换错了编码；从原来的文件重新复制这几个字，或者重新输入。"),
    "file-linked": error("「{found}」是快捷方式（链接），不是文件本身。", "把真正的文件放到这里；记录不从别处读。"),
    "file-place": error("记录放在下一层文件夹里，读不到。", "移到 {folder}/ 里。"),
    "folder-missing": error("找不到文件夹 {folder}。", "请在项目的文件夹里运行，或用 --project 指明。"),
    "file-missing": error("找不到文件 {file}。", "从项目里恢复这个文件；它是必须有的。"),
    "yaml-tab": error("缩进里有制表符（Tab）。", "改用空格缩进，每层两个空格。"),
    "yaml-empty": error("文件是空的。", "照着同一文件夹里别的文件写。"),
    "yaml-two-documents": error("一个文件里有两份内容（中间有 ---）。", "拆成两个文件。"),
    "yaml-not-mapping": error("文件最外层应是「键: 值」，现在不是。", "照着同一文件夹里别的文件写。"),
    "yaml-anchor": error("用了引用写法「{found}」，记录里不允许。", "把内容直接写出来；如果是普通文字，请给整个值加引号。"),
    "yaml-tag": error("用了类型标记「{found}」，记录里不允许。", "去掉标记；如果是普通文字，请给整个值加引号。"),
    "yaml-too-deep": error("嵌套超过 {most} 层。", "检查括号和缩进。"),
    "yaml-key": error("键应是一个英文单词。", "检查是否多写了问号、方括号，或漏了键名。"),
    "yaml-character": error("这里有看不见或者读不出来的字符（{found}）。", "删掉这个字符，重新输入这几个字。"),
    "yaml-syntax": error("写法不对：{what}。", "对照同一文件夹里别的文件检查缩进、引号和冒号。"),
    "yaml-fullwidth-colon": error("键后面用了全角冒号「：」。", "改成半角冒号加一个空格，例如 name: 最低生活保障"),
    "duplicate-key": error("键「{key}」写了两次，第一次在第 {first} 行。", "留一个，删一个；两处内容不同的，合并成一处。"),
    "front-matter-missing": error("文件第一行应是 ---，后面写标题等信息。", "照着 cases/ 里别的文件开头写。"),
    "front-matter-open": error("开头的 --- 没有结束的 ---。", "在信息写完之后另起一行写 ---。"),
    "file-name": error("文件名「{found}」不合规定。", "政策、案例用小写拼音加短横线，例如 dibao.yml、duju-laoren.md；地区用区划代码，例如 370812.yml。"),
    "file-ignored": notice("「{found}」不是记录，没有人读它，里面的内容不会出现在任何地方。", "政策写成 .yml，案例写成 .md；给群众下载的放进 docs/；别的移到项目外面。"),
    "name-unusable": error("文件名「{found}」{why}，换一台电脑就打不开。", "改成小写字母、数字和短横线，例如 xuanjiang.png、dibao.yml。"),
    "case-empty": error("案例没有正文。", "在第二个 --- 下面写故事：段落、二三级标题和列表。"),
    "slug-not-file": error("{label}「{found}」与文件名「{file}」不同。", "两处写成一样；已经公布的不要再改。"),
}
# fmt: on
