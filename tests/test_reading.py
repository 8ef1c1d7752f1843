"""Bytes and names of files: each is read correctly and said so, or refused in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mingbai.read.garbled import garbled
from mingbai.read.text import decode, read_text
from mingbai.read.yaml import parse_yaml
from tests.checked import BASE, copy_base, problems_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.problems import Problem

EVENTS = "policies/life_events.yml"
TEXT = (BASE / EVENTS).read_text("utf-8")
WORD = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(range(256)) * 40
BOMB = "a: &a [一, 二]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n"


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{one.place.file}:{one.place.line} {one.code}" for one in problems]


def after(path: str, raw: bytes, folder: Path) -> list[str]:
    root = copy_base(folder)
    (root / path).write_bytes(raw)
    return told(problems_of(root))


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(TEXT.encode("utf-8-sig"), id="a byte order mark"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="line ends of old Macs"),
        pytest.param(TEXT.rstrip("\n").encode(), id="no line end at the end"),
        pytest.param(TEXT.replace("\n", "   \n").encode(), id="blanks at line ends"),
        pytest.param(("\n\n" + TEXT + "\n \t\n").encode(), id="empty lines around"),
        pytest.param(f"---\n{TEXT}".encode(), id="a document mark first"),
        pytest.param(
            TEXT.replace("hint: 挣得少", "hint: “挣得少”").encode(), id="quotes of Chinese"
        ),
        pytest.param(TEXT.replace("过不下去", "过不下去　").encode(), id="a wide blank at the end"),
        pytest.param(TEXT.replace("挣得少", "𠮷家挣得少").encode(), id="a rare character"),
        pytest.param(
            TEXT.replace("hint: 挣得少", "hint: 情形一：挣得少").encode(),
            id="a wide colon in a value",
        ),
    ],
)
def test_harmless_ways_to_write_a_file_are_read(raw: bytes, tmp_path: Path) -> None:
    assert after(EVENTS, raw, tmp_path) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(TEXT.encode("gbk"), "1 file-not-utf8", id="GBK"),
        pytest.param(
            TEXT.replace("挣得少", "𠮷家挣得少").encode("gb18030"), "1 file-not-utf8", id="GB 18030"
        ),
        pytest.param(TEXT.encode("utf-16"), "1 file-not-utf8", id="UTF-16"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), "1 file-not-utf8", id="UTF-16 BE"),
        pytest.param(TEXT.encode("utf-16-le"), "1 file-binary", id="UTF-16 without its mark"),
        pytest.param(TEXT.encode("utf-32"), "1 file-binary", id="UTF-32"),
        pytest.param(TEXT.encode("utf-16")[:-1], "1 file-encoding", id="UTF-16 cut short"),
        pytest.param(
            TEXT.encode().replace("不".encode(), b"\xe4\xb8", 1),
            "5 file-encoding",
            id="UTF-8 with a fault",
        ),
        pytest.param(
            TEXT.encode("gbk")[:37] + b"\xff\xff\n", "3 file-encoding", id="GBK with a fault"
        ),
        pytest.param(TEXT.replace("眼下", "眼\x00下").encode(), "9 file-binary", id="a zero byte"),
        pytest.param(WORD, "1 file-binary", id="a Word file"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "3 file-binary", id="a picture"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(9), "3 file-binary", id="a PDF"),
        pytest.param(b"# x\n" * 500_000, "1 file-too-large", id="two megabytes"),
        pytest.param(b"", "1 yaml-empty", id="nothing"),
        pytest.param(b"\n\n", "1 yaml-empty", id="empty lines"),
        pytest.param("# 只有说明\n".encode(), "1 yaml-empty", id="a comment"),
        pytest.param(b"---\n", "1 yaml-not-mapping", id="a document mark"),
        pytest.param(b"\t\n", "1 yaml-empty", id="a tab alone"),
        pytest.param(TEXT.replace("    hint", "\thint", 1).encode(), "5 yaml-tab", id="a tab"),
        pytest.param(
            TEXT.replace("    hint", "  \thint", 1).encode(), "5 yaml-tab", id="a late tab"
        ),
        pytest.param(
            TEXT.replace("挣", "\x0b挣").encode(), "5 yaml-character", id="a soft line end of Word"
        ),
        pytest.param(
            TEXT.replace("挣", "\u2028挣").encode(), "5 yaml-character", id="a line separator"
        ),
        pytest.param(
            TEXT.replace("挣", "\x85挣").encode(), "5 yaml-character", id="a next-line mark"
        ),
        pytest.param(TEXT.replace("挣", "\u200b挣").encode(), "5 yaml-character", id="no width"),
        pytest.param(
            TEXT.replace("挣", "\u202e挣").encode(), "5 yaml-character", id="right to left"
        ),
        pytest.param(
            TEXT.replace("挣", "\ufffd挣").encode(), "5 yaml-character", id="a lost character"
        ),
        pytest.param(
            TEXT.replace("挣", "\ue000挣").encode(), "5 yaml-character", id="a private character"
        ),
        pytest.param(TEXT.replace("挣", "\x1b[1m挣").encode(), "5 yaml-character", id="an escape"),
        pytest.param(("\ufeff" * 2 + TEXT).encode(), "1 yaml-character", id="two byte order marks"),
        pytest.param((TEXT + "---\n" + TEXT).encode(), "10 yaml-two-documents", id="two documents"),
        pytest.param(BOMB.encode(), "1 yaml-anchor", id="a bomb of references"),
        pytest.param(
            ("a: " + "[" * 100_000).encode(), "1 yaml-too-deep", id="brackets without end"
        ),
        pytest.param(("a: " + "{b: " * 30).encode(), "1 yaml-too-deep", id="braces without end"),
        pytest.param(b"a: !!python/object/apply:os.system [ls]\n", "1 yaml-tag", id="an object"),
        pytest.param(
            TEXT.replace("name:", "name：", 1).encode(), "3 yaml-fullwidth-colon", id="a wide colon"
        ),
        pytest.param(
            TEXT.replace("name: 家", "name: “家", 1).replace("低\n", "低”: 是\n").encode(),
            "3 yaml-syntax",
            id="a colon behind quotes",
        ),
        pytest.param("%YAML 3.0\n---\na: 一\n".encode(), "1 yaml-syntax", id="another YAML"),
        pytest.param(
            TEXT.replace("hint: 挣", 'hint: "\\挣').encode(), "5 yaml-syntax", id="a backslash"
        ),
    ],
)
def test_what_cannot_be_read_is_said_at_its_line(raw: bytes, expected: str, tmp_path: Path) -> None:
    assert after(EVENTS, raw, tmp_path) == [f"{EVENTS}:{expected}"]


def test_control_characters_in_a_story_are_said_at_their_line(tmp_path: Path) -> None:
    story = (BASE / "cases/huozai.md").read_text("utf-8").replace("母亲", "母\u200b亲")

    assert after("cases/huozai.md", story.encode(), tmp_path) == [
        "cases/huozai.md:10 yaml-character"
    ]


def test_a_story_in_gbk_is_read_and_said_so(tmp_path: Path) -> None:
    story = (BASE / "cases/huozai.md").read_bytes().decode().encode("gbk")

    assert after("cases/huozai.md", story, tmp_path) == ["cases/huozai.md:1 file-not-utf8"]


def test_gbk_is_read_as_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(TEXT.encode("gbk"))

    assert read_text(path, "x.yml")[0] == TEXT


@pytest.mark.parametrize(
    "value", ["0537", "2023-02-30", "no", "1e3", "0x1F", "12:30", "3.10", "=", "y"]
)
def test_a_value_is_the_text_the_author_wrote(value: str) -> None:
    tree, problems = parse_yaml(f"key: {value}\n", "x.yml")

    assert problems == ()
    assert tree is not None
    assert tree.entries["key"].text == value  # type: ignore[union-attr]


@pytest.mark.parametrize("nothing", ["", " ", "~", "null", "NULL"])
def test_nothing_is_nothing_but_a_quoted_null_is_a_word(nothing: str) -> None:
    tree, _ = parse_yaml(f"bare: {nothing}\nquoted: 'null'\n", "x.yml")

    assert tree is not None
    assert tree.entries["bare"].text is None  # type: ignore[union-attr]
    assert tree.entries["quoted"].text == "null"  # type: ignore[union-attr]


def test_comments_are_kept_with_their_places() -> None:
    text = "# 一\na: '# 不是'  # 二\nb: |\n  # 不是\nc: x#不是\nd: [甲, 乙] # 三\n"
    tree, _ = parse_yaml(text, "x.yml", first_line=5)

    assert tree is not None
    found = [(one.text, one.place.line, one.place.column) for one in tree.comments]
    assert found == [("# 一", 5, 1), ("# 二", 6, 12), ("# 三", 10, 11)]


@pytest.mark.parametrize(
    "broken",
    [
        "a: '一\n二\n",
        "a: [一\n",
        "a: {b: 一",
        'a: "一',
        "a:\n  - b: 一\n c: 二",
        "a: - b",
        "? a\n: - b\n c",
    ],
)
def test_the_end_of_a_file_is_no_line_behind_it(broken: str) -> None:
    _, problems = parse_yaml(broken, "x.yml")

    assert len(problems) == 1
    assert 1 <= problems[0].place.line <= len(broken.rstrip("\n").split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "a: 浣庝繚閲戞寜鏈堝彂",
        "a: 前面是好的，浣庝繚閲戞寜鏈堝彂",
        "a: µÍ±£½ð°´ÔÂ·¢",
        "a: ä½Žä¿\u0080".replace("\u0080", "é‡‘æŒ‰æœˆå"),
        "a: 锟斤拷",
        "a: 烫烫烫烫",
    ],
)
def test_words_in_the_wrong_encoding_are_seen(text: str) -> None:
    found = garbled(f"一: 二\n{text}", "x.yml")

    assert found is not None
    assert (found.code, found.place.line) == ("text-garbled", 2)


@pytest.mark.parametrize(
    "text", ["拼音 lǜ、nǐ hǎo", "Müller、Zoë、ÀÉÎ", "℃、㎡、①②③、∶、——、……", "龘靐齉爩", "café 里"]
)
def test_rare_characters_and_accents_are_no_garbage(text: str) -> None:
    assert garbled(text, "x.yml") is None


def test_no_official_text_and_no_record_of_ours_is_taken_for_garbage() -> None:
    files = [*(ROOT / "policies").rglob("*.yml"), *(ROOT / "cases").glob("*.md")]

    assert len(files) > 50
    assert [] == [one.name for one in files if garbled(one.read_text("utf-8"), one.name)]


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "euc_jp", "euc_kr", "cp1251"])
def test_bytes_of_another_language_are_not_read_as_gbk(encoding: str) -> None:
    text = (ROOT / "policies" / "dibao.yml").read_text("utf-8")

    assert decode(text.encode(encoding, "ignore")) == (None, "file-encoding")
