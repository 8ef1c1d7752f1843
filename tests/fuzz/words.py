"""What an author may put where it does not belong: values, characters, bytes, names of files."""

from __future__ import annotations

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity(head: str) -> str:
    """Return an identity number that nobody has: its place of birth does not exist."""
    total = sum(int(digit) * weight for digit, weight in zip(head, WEIGHTS, strict=True))
    return head + "10X98765432"[total % 11]


IDENTITY = identity("99010119000101001")
MOBILE = "13800001380"
CARD = "6222000000000009"
PRIVATE = (IDENTITY, MOBILE, CARD)

VALUES = (
    *("", "''", "~", "null", "[]", "{}", "[一, 二]", "[[一], [二]]", "{一: 二}", "[{a: 一}]"),
    *("true", "no", "0", "-1", "3.5", "1e999", "0x1F", "0o17", "1_000", ".inf", ".nan", "12:30"),
    *("2023-02-30", "2026-7-1", "9999-12-31", "0001-01-01", "2026-07-01T00:00:00Z", "二〇二六年"),
    *("三天", "１２", "999999999999999999999999", "000", "0537", "00", "²", "٣", "一〇"),
    *("&a 一", "*a", "!!python/object:os.system [a]", "!!binary aGk=", "!a 一", "<<", "=", "?"),
    *(
        "|",
        ">",
        "|2-",
        ">+",
        "|\n一",
        "'",
        '"',
        "[",
        "{",
        "]",
        "}",
        ",",
        "- 一",
        "一: 二",
        "#",
        "%",
    ),
    *("@一", "`一`", "'{figure:}'", "'{figure:meiyou}'", "{figure:a}", "'{0} {x} %s %d'", "'}{'"),
    *("../../etc/passwd", "/etc/passwd", "C:\\x", "a/b", "..", ".", "con", "a b", "中文", "A"),
    *(
        "第一条至第九条",
        "社会救助法",
        "社会救助法 第九百条",
        "社会救助法 第条",
        "社会救助法 第十条至",
    ),
    *("社会救助法　第一条", "民发[2021]57号 第一条", "国办发〔2023〕39号 四（一", "第一条", "一（"),
    *(
        "社会救助法 第零条",
        "社会救助法 第十十百零条",
        "社会救助法 、",
        "社会救助法 至",
        "四（一）至五",
    ),
    *("<script>alert(1)</script>", "<b>粗</b>", "[a](javascript:b)", "**粗**", "&lt;", "'# 题'"),
    *("dibao", "'23'", "'11'", "'370812'", "'370812001'", "reviewed", "draft", "停用", "现行"),
    *("0537-1000001", "400-100-0001", "12345", "1", "0537 1000001", "(0537)1000001"),
    *(
        "material/home-outline",
        "material/../x",
        "龘",
        "😀",
        "👨‍👩‍👧",
        "𠮷",
        "\U00020bb7家",
        "ﷺ",
        "e\u0301",
    ),
    *("长" * 401, "长" * 29, "x" * 3000, "。", "，", "每月 500 元。", "听证", "五保户"),
    *PRIVATE,
    *(f"身份证 {IDENTITY}", f"手机{MOBILE}。", f"卡号 {CARD}", f"{IDENTITY}: 一", f"[{CARD}]"),
    *(f"'{MOBILE[:3]}-{MOBILE[3:7]}-{MOBILE[7:]}'", f"*{MOBILE}", f"!{IDENTITY} a", f"&{CARD} a"),
)
CHARACTERS = (
    *("\t", "\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u200d"),
    *("\u200f", "\u202e", "\u2028", "\u2029", "\u2060", "\u3000", "\ufeff", "\ufffd", "\ufffe"),
    *("\ue000", "\U000f0000", "\U0010ffff", "\ufe0f", "\u0301", "\u0600", "\u115f", "\u3164"),
    *(
        "\r",
        "\n",
        "\n\n",
        "\r\n",
        ":",
        "：",
        "#",
        " #",
        "'",
        '"',
        "-",
        "—",
        "[",
        "]",
        "{",
        "}",
        "|",
    ),
    *(
        ">",
        "<",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "\\",
        "/",
        ",",
        "，",
        "；",
        "?",
        "=",
        "~",
        "😀",
        "龘",
    ),
    *("---\n", "...\n", "\n---\n", "%YAML 1.2\n", "? ", "- ", "  ", "[" * 50, "{a: " * 50),
)
BYTES = (
    *(
        b"\xff",
        b"\xfe",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\x80",
        b"\xef\xbb\xbf",
    ),
    *(b"\x00", b"\xb5\xcd\xb1\xa3", b"\xe4\xb8", b"\x1b[2J", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"),
)
SHEET_TEXTS = (
    *("s", "n", "b", "e", "str", "inlineStr", "d", "A1", "ZZZ9999999", "A1:XFD1048576", "A0", "1"),
    *("-1", "1E+400", "NaN", "#REF!", "=1/0", "2026-02-30", "2958466", "0.5", "99999999", "hidden"),
    *("general", "yyyy-mm-dd", "0%", "[Red]0", "@", "999", "rId9", "true", "\ufeff", "_x0000_"),
    *("13800001380", "370812001901", "0537-1000001", "3.7E+11", "网", "鼓楼街道"),
)
ENCODINGS = ("gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "big5")
MISREAD = (("utf-8", "gb18030"), ("utf-8", "latin-1"), ("gb18030", "latin-1"), ("utf-8", "cp437"))
"""Written in the one, read in the other: 低保 becomes 浣庝繚."""

NAMES = (
    *("Dibao.yml", "DIBAO.YML", "di bao.yml", "低保.yml", "dibao.yaml", "dibao.yml.txt", ".yml"),
    *(
        "dibao - 副本.yml",
        "dibao(1).yml",
        "~$dibao.yml",
        "dibao.yml~",
        "a\nb.yml",
        "x" * 200 + ".yml",
    ),
    *("dibao..yml", "-.yml", "a.md", "A.md", "一.md", "case.markdown", "370812.yml", "37.yml"),
    *("370812-contacts.xlsx", "370812-contacts.xls", "370812-figures.csv", "contacts.csv", "b.et"),
    *("about.md", "a.html", "a.svg", "a.js", "index.md.txt", "x\udcff.yml", "x\udcff.md"),
)
