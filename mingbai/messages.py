"""One sentence per code: what is wrong, what was found, and what to do. Chinese, for authors."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["错误", "提醒"]


class Message(NamedTuple):
    """The words of one code; ``{…}`` are filled from the problem's values."""

    severity: Severity
    text: str
    hint: str


def _error(text: str, hint: str) -> Message:
    return Message("错误", text, hint)


def _notice(text: str, hint: str) -> Message:
    return Message("提醒", text, hint)


# fmt: off
# A table, one line a code.
READING = {
    "file-too-large": _error("文件有 {size} KB，记录文件不应超过 1000 KB。", "是不是把附件存成了记录？请把附件移走，只留文字。"),
    "file-unreadable": _error("文件读不出来：{why}。", "检查文件是否存在、有没有读取权限。"),
    "file-encoding": _error("这一行起有读不出来的字节，不是 UTF-8，也不是 GB 18030。", "用编辑器打开，改好乱码的地方，另存为 UTF-8 编码。"),
    "file-binary": _error("文件里有不可见的空字符，不像文字文件。", "确认没有把 Word 或图片改名成记录；另存为 UTF-8 文字。"),
    "file-not-utf8": _notice("文件编码是 {found}，已照此读出。", "建议另存为 UTF-8，免得换一台电脑读成乱码。"),
    "folder-missing": _error("找不到文件夹 {folder}。", "请在项目的文件夹里运行，或用 --project 指明。"),
    "file-missing": _error("找不到文件 {file}。", "从项目里恢复这个文件；它是必须有的。"),
    "yaml-tab": _error("缩进里有制表符（Tab）。", "改用空格缩进，每层两个空格。"),
    "yaml-empty": _error("文件是空的。", "照着同一文件夹里别的文件写。"),
    "yaml-two-documents": _error("一个文件里有两份内容（中间有 ---）。", "拆成两个文件。"),
    "yaml-not-mapping": _error("文件最外层应是「键: 值」，现在不是。", "照着同一文件夹里别的文件写。"),
    "yaml-anchor": _error("用了引用写法「{found}」，记录里不允许。", "把内容直接写出来；如果是普通文字，请给整个值加引号。"),
    "yaml-tag": _error("用了类型标记「{found}」，记录里不允许。", "去掉标记；如果是普通文字，请给整个值加引号。"),
    "yaml-too-deep": _error("嵌套超过 {most} 层。", "检查括号和缩进。"),
    "yaml-key": _error("键应是一个英文单词。", "检查是否多写了问号、方括号，或漏了键名。"),
    "yaml-character": _error("这里有看不见或者读不出来的字符（{found}）。", "删掉这个字符，重新输入这几个字。"),
    "yaml-syntax": _error("写法不对：{what}。", "对照同一文件夹里别的文件检查缩进、引号和冒号。"),
    "yaml-fullwidth-colon": _error("键后面用了全角冒号「：」。", "改成半角冒号加一个空格，例如 name: 最低生活保障"),
    "duplicate-key": _error("键「{key}」写了两次，第一次在第 {first} 行。", "留一个，删一个；两处内容不同的，合并成一处。"),
    "front-matter-missing": _error("文件第一行应是 ---，后面写标题等信息。", "照着 cases/ 里别的文件开头写。"),
    "front-matter-open": _error("开头的 --- 没有结束的 ---。", "在信息写完之后另起一行写 ---。"),
    "file-name": _error("文件名「{found}」不合规定。", "政策、案例用小写拼音加短横线，例如 dibao.yml、duju-laoren.md；地区用区划代码，例如 370812.yml。"),
    "case-empty": _error("案例没有正文。", "在第二个 --- 下面写故事：段落、二三级标题和列表。"),
    "slug-not-file": _error("{label}「{found}」与文件名「{file}」不同。", "两处写成一样；已经公布的不要再改。"),
}

FIELDS = {
    "missing-key": _error("缺少「{label}」（{key}）。", "补上这一项{fill}。"),
    "unknown-key": _error("不认识的键「{key}」。", "{near}"),
    "not-mapping": _error("「{label}」（{key}）应是「键: 值」，现为「{found}」。", "另起一行，缩进两格写里面的各项。"),
    "not-list": _error("「{label}」（{key}）应是列表，现为「{found}」。", "每条另起一行，前面加短横线和空格。"),
    "not-text": _error("「{label}」（{key}）应是文字，现为{found}。", "写成一行文字{fill}。"),
    "empty-text": _error("「{label}」（{key}）是空的。", "填上内容{fill}；不要留空引号。"),
    "too-long": _error("「{label}」（{key}）有 {length} 个字，最多 {most} 个。", "改短，或者拆成两条。"),
    "too-few": _error("「{label}」（{key}）至少要有 {least} 条。", "补上。"),
    "not-integer": _error("「{label}」（{key}）应为整数，现为「{found}」。", "只写数字，例如 {key}: 3"),
    "not-number": _error("「{label}」（{key}）应为数字，现为「{found}」。", "只写数字，不写单位和逗号，例如 {key}: '100'{fill}。"),
    "not-date": _error("「{label}」（{key}）应为日期，现为「{found}」。", "写成 年-月-日，例如 {key}: 2026-07-01"),
    "no-such-day": _error("「{label}」（{key}）没有这一天：「{found}」。", "对照日历改正。"),
    "not-one-of": _error("「{label}」（{key}）不能是「{found}」。", "只能是：{choices}。"),
    "not-yes-no": _error("「{label}」（{key}）应为 true 或 false，现为「{found}」。", "是写 true，否写 false。"),
    "not-slug": _error("「{label}」（{key}）应是小写拼音加短横线，现为「{found}」。", "例如 linshi-jiuzhu；不要写路径、空格、大写字母和汉字。"),
    "not-identifier": _error("「{label}」（{key}）应是小写字母、数字和短横线，现为「{found}」。", "例如 dibao-city。"),
    "not-code": _error("「{label}」（{key}）应是两位数字，只用 2 到 9，现为「{found}」。", "例如 code: '23'；换一个没有用过的。"),
    "not-division-code": _error("「{label}」（{key}）应是 6、9 或 12 位数字，现为「{found}」。", "照国家统计局区划代码写，加半角引号，例如 '370812'。"),
    "not-telephone": _error("「{label}」（{key}）不像电话号码：「{found}」。", "座机写「区号-号码」，中间一道半角短横线，热线写短号；手机号不能进记录。"),
    "line-break": _error("「{label}」（{key}）里有换行。", "写成一句话；要分开说的，分成两条。"),
    "cite-missing": _error("没有写「{label}」（{key}）。", "写明文件和条款，例如 cite: 社会救助法 第十八条第一款"),
    "cite-syntax": _error("依据看不懂：「{found}」。", "文件名或文号后空一格写条款，例如 民发〔2021〕57号 第九条、国办发〔2023〕39号 四（一）。"),
    "wrong-value": _error("「{label}」（{key}）写得不对，现为「{found}」。", "对照同一文件夹里别的文件改。"),
}

SETTINGS = {
    "settings-missing": _error("mkdocs.yml 里没有 extra.mingbai。", "写明 region（地区）、as_of（截至日期）、public_url（公开网址，没有写 null）。"),
    "address-not-https": _error("公开网址应以 https:// 开头，现为「{found}」。", "填群众手机打得开的网址；还没有就写 null，码里改放文字。"),
    "address-intranet": _error("公开网址「{found}」是内网名称、单个词或者数字地址，群众手机扫了打不开或者靠不住。", "填区门户下已备案的网址；还没有就写 null，码里改放文字。"),
    "address-characters": _error("公开网址（「{found}」）里有汉字、空格、问号、井号、账号或者多余的点。", "只留 https://域名/目录。"),
    "address-long": _notice("印出来的网址「{found}」有 {length} 个字符，超过 {most} 个，码会变密，旧了不好扫。", "换一个短的域名或目录。"),
    "address-example": _notice("公开网址「{found}」是示例网址，只能出样稿。", "张贴之前，在 mkdocs.yml 里换成群众手机打得开的网址。"),
    "out-not-ours": _error("输出文件夹「{folder}」里已经有 {names}，不是本工具做的，没有动它。", "换一个空文件夹，或者先把里面的东西移走。"),
    "page-taken": _error("这一页由记录做出来，手写的不会出现在网站上。", "把手写的页面换个文件名。"),
    "page-not-utf8": _error("手写页面的编码是 {found}，做网站只认 UTF-8。", "用编辑器另存为 UTF-8 编码。"),
    "piece-unknown": _error("没有「{found}」这一块。", "可以写：{known}。"),
    "plugin-missing": _error("mkdocs.yml 的 plugins 里没有 mingbai。", "在 plugins: 下面另起一行写「- mingbai」。"),
    "site-generator": _error("做网站时出了问题：{said}。", "按提示改 docs/ 里的页面或者 mkdocs.yml；多半是链接写错了。"),
}

RULES = {
    "region-unknown": _error("没有区划代码为「{found}」的地区。", "在 policies/regions/ 里建这个地区的文件，或者改正代码。"),
    "region-circle": _error("上级地区绕成了圈：「{found}」。", "改正 parent，省一级写 null。"),
    "life-event-unknown": _error("没有这种生活处境：「{found}」。", "可以写：{known}；要新增的，先写进 policies/life_events.yml。"),
    "icon-unknown": _error("没有这个图标：「{found}」。", "到 Material 图标里选一个，例如 material/home-outline。"),
    "policy-unknown": _error("没有这个政策：「{found}」。", "现有政策：{known}。"),
    "consent-missing": _error("案例种类与同意书对不上。", "综合改编写 kind: composite，不写 consent；真人真事写 kind: consent，并写明同意日期和存放单位。"),
    "item-unknown": _error("政策里没有编号为「{found}」的条目。", "有编号的条目：{known}。"),
    "part-unknown": _error("没有「{found}」这一部分。", "可以写：{known}。"),
    "bureau-missing": _error("本地区没有写「{found}」部门。", "在地区文件的 bureaus 里补上；电话没有公布的写 null。"),
    "code-twice": _error("编号「{found}」已经用在 {first}。", "换一个没有用过的；编号一经使用不能再给别人。"),
    "document-twice": _error("文件「{found}」已经写在 {first}。", "同一个文件只写一次。"),
    "term-twice": _error("「{found}」已经写在 {first}。", "留一个，删一个。"),
    "township-twice": _error("镇街代码「{found}」已经写在 {first}。", "核对区划代码。"),
    "township-elsewhere": _error("镇街代码「{found}」不属于 {region}。", "镇街代码的前六位应与地区相同。"),
    "id-twice": _error("条目编号「{found}」已经用在 {first}。", "换一个名字。"),
    "figure-twice": _error("数字名「{found}」已经用在 {first}。", "换一个名字。"),
    "document-unknown": _error("依据里的文件「{found}」没有登记。", "在 policies/legal_basis.yml 里登记，或者改正文件名、文号。"),
    "document-replaced": _error("依据的文件「{found}」已经失效或被取代。", "改用{instead}，并核对条款和内容。"),
    "document-not-yet": _error("依据的文件「{found}」{day} 才施行，还不能用。", "等施行以后再写，或者核对施行日期。"),
    "document-name": _error("引用名「{found}」里有空格。", "去掉空格；空格只用来隔开文件名和条款。"),
    "cite-no-article": _error("依据「{found}」没有写条款。", "读过原文的文件要写到条，例如 {found} 第十八条第一款。"),
    "verified-no-text": _error("「{found}」写了已读原文，却没有写原文文件。", "填 text；没有原文的，verified 写 false。"),
    "article-syntax": _error("条款看不懂：「{found}」。", "例如 第十三条第二款第（三）项、四（一）。"),
    "article-expired": _error("「{found}」只管到 {day}，已经过期：{why}", "查现行规定；查不到的，删掉这一条或者改写。"),
    "article-yields": _error("「{found}」与新法不一致：{why}", "改依据为 {instead}，并照新法改内容。"),
    "article-elsewhere": _error("「{found}」不适用于本地：{why}", "在省、市、区的文件里用同一个编号（id）写上本地的规定。"),
    "article-missing": _error("原文里没有这一条：{found}。", "打开原文核对条、款、项。"),
    "quote-differs": _error("引文「{found}…」与原文不一致。", "照原文逐字改，或者删掉 quote。"),
    "text-missing": _error("原文文件夹里没有「{found}」。", "核对文件名，不要写路径；没有原文的写 null。"),
    "figure-missing": _error("数字「{found}」在 {region} 和上级地区都没有写。", "在地区文件的 figures 里补上；不知道的，value 写 null。"),
    "figure-unused": _notice("数字「{found}」没有政策用到。", "核对数字名，或者删掉。"),
    "figure-unknown": _error("没有叫「{found}」的数字。", "核对政策里 figures 的数字名。"),
    "figure-place": _error("这里不能放数字「{found}」。", "一句话、变化、问题、地点、时限和案例里不放数字；写进给多少（benefits）或者回答里。"),
    "figure-syntax": _error("花括号用得不对。", "数字写成 {{figure:数字名}}，别处不用花括号。"),
    "figure-typed": _error("金额「{found}」直接写在句子里。", "写进地区文件的 figures，句子里用 {{figure:数字名}}；标准一变，处处都跟着变。"),
    "figure-no-start": _error("这个数值没有起始日期。", "写明 effective_from；没有根据的不要写。"),
    "figure-order": _error("起始日期没有比上一期晚。", "各期从早到晚排，日期不能重复。"),
    "figure-no-source": _error("这个数值没有依据。", "写明 cite；没有文件的数字不能用，写 null。"),
    "figure-null-confirmed": _error("没有数值，却写了确认单位。", "数值写 null 的，confirmed_by 也写 null。"),
    "figure-not-published": _error("已确认的数值没有公布日期。", "写明 published_on。"),
    "review-draft-signed": _error("草稿写了审核单位或者审核日期。", "审过的把 state 改成 reviewed；没审的删掉 by 和 on。"),
    "review-unsigned": _error("已审核的记录缺审核单位、审核日期或者下次复核日期。", "补上 by、on、next_by；还没审的，state 写 draft。"),
    "review-not-lead": _error("审核单位「{found}」与本地登记的{office}部门对不上。", "由主管部门审核签字，单位名称照地区文件 bureaus 里的写：{known}。"),
    "review-future": _error("审核日期 {found} 晚于内容截至日期。", "核对日期。"),
    "review-overdue": _error("已审核的记录，复核日期 {found} 已经过了。", "请主管部门重新核对，改好 review；来不及核对的，state 改回 draft。"),
    "call-future": _error("拨测日期 {found} 晚于内容截至日期。", "核对日期；没有拨过的写 null。"),
    "review-no-date": _notice("没有写下次复核日期。", "写明 next_by。"),
    "review-due": _notice("复核日期 {found} 已经到了。", "请主管部门重新核对，改好 review。"),
    "change-future": _error("变化的日期 {found} 还没有到。", "等施行以后再写。"),
    "as-of-old": _notice("内容截至日期 {found} 已经过去 {days} 天。", "核对内容以后，改 mkdocs.yml 里的 as_of。"),
    "call-old": _notice("热线 {found} 上次拨测已过 {days} 天。", "再拨一次，改 dialled_on。"),
    "kind-missing": _error("缺「{kind}」这一条。", "写明内容和依据：不能纳入的情形、动态管理和办理流程每个政策都要讲到。"),
    "papers-none": _error("没有写申请人要带什么。", "至少写一条 provided_by: 申请人。"),
    "short-none": _error("「{name}」一栏没有一条纸上短句（short），明白纸上会是空的。", "挑最要紧的一至五条，写 28 个字以内的 short。"),
    "paper-empty": _error("审过的政策，「{name}」一栏要印的全都待核，正式的纸上会是空的。", "给一条读过原文的内容写 short；都没有读过的，先别改成 reviewed。"),
    "short-many": _error("「{name}」一栏的纸上短句超过 {most} 条。", "去掉这一条的 short，它仍然在网页上。"),
    "limit-order": _error("特殊情况最长 {most}，没有比平常的 {n} 长。", "up_to 写特殊情况的时限；没有特殊情况的，删掉 up_to。"),
    "sentence-long": _notice("一句话有 {length} 个字，超过 {most} 个，念起来喘不过气。", "拆成两句，或者删去不要紧的话。"),
    "sentence-end": _error("句子没有写完：「{found}」。", "句末用句号。"),
    "label-end": _error("短句末尾不用标点：「{found}」。", "删掉末尾的标点。"),
    "term": _error("「{found}」不是统一用词。", "改用「{term}」；群众的说法写进 synonyms、misnomers 或 says。"),
    "hearing": _error("写了「听证」。", "社会救助法第四十八条写的是听取意见，改成「听取意见」。"),
    "officialese": _notice("「{found}」是公文话。", "换成大白话。"),
    "half-width": _notice("中文里用了半角标点「{found}」。", "改成全角标点。"),
    "markup": _error("文字里有标记「{found}」。", "记录里只写普通文字。"),
    "case-markup": _error("案例里有不允许的写法「{found}」。", "案例只用段落、二三级标题和列表。"),
    "repeated": _error("与第 {line} 行一字不差。", "删掉一处。"),
    "privacy-identity": _error("这里有身份证号码。", "立即删掉，并检查是否已经发给别人。"),
    "privacy-mobile": _error("这里有手机号码。", "删掉；办公电话写在地区文件里。"),
    "privacy-card": _error("这里像是银行卡号。", "立即删掉。"),
    "privacy-telephone": _error("案例里有电话号码。", "删掉。"),
    "privacy-name": _error("案例里像是有真实姓名「{found}」。", "改成「一位老人」「这家的母亲」这样的说法。"),
}

PAPER = {
    "sheet-overflow": _error("明白纸「{title}」一栏放不下，超出 {over} 毫米。", "把这一栏的纸上短句（short）改短，或者少留几条；其余内容网页上都有。"),
    "sheet-too-wide": _error("明白纸「{title}」一栏有连着断不开的字母或数字，宽出 {over} 毫米。", "断开或者改短这一段。"),
    "sheet-characters": _error("明白纸上有字印不出来：{found}。", "换成常用字，或者请维护人员补字体。"),
}
# fmt: on

MESSAGES: dict[str, Message] = {**READING, **FIELDS, **SETTINGS, **RULES, **PAPER}
