"""Hand-written pages and names of files: what they take the place of, how they are built."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.problems import Place, Problem, report
from mingbai.read.names import unusable
from mingbai.site.handwritten import page_problems, plainly_written
from tests.checked import copy_base, problems_of
from tests.test_reading import told

if TYPE_CHECKING:
    from pathlib import Path


def said(text: str) -> list[tuple[int, str]]:
    return [(one.place.line, one.code) for one in page_problems(text, "docs/xin.md")]


@pytest.mark.parametrize(
    "text",
    [
        "# 新\n\n话。\n",
        "---\ntitle: 新\ndescription: 一句话\nhide: [toc]\n---\n\n# 新\n",
        "# 新 {#xin}\n\n## 一 {#yi .mb}\n\n### 二\n\n## 三\n",
        "新\n===\n\n一\n---\n\n话。\n",
        "# 新\n\n```\n# 不是标题\n<b>\n=======\n```\n",
        "# 新\n\n- 一\n- 二\n\n---\n\n> 话。\n",
        "# 新\n\n[![图](a.png)](index.md) 和 [看联系方式](contacts/index.md)\n",
        "# 新\n\n| 一 | 二 |\n| --: | :-: |\n| 3 | 4 |\n",
        "# 新\n\n<!-- mingbai: front -->\n",
        "# 新\n\n时间：早上 8:30，号码 1:2:3，[1] 和 a==b\n",
    ],
)
def test_a_plain_page_is_taken(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, "page-empty")),
        ("---\n话。\n\n# 新\n", None),
        ("---\ntitle: 新\n# 新\n", (1, "page-head")),
        ("\n\n---\ntitle: 新\n---\n# 新\n", (3, "page-head")),
        ("title: 新\n\n# 新\n", (1, "page-head")),
        ("---\nrobots: noindex\n---\n# 新\n", (2, "page-head-key")),
        ("# 新\n\n甲\n<<<<<<< HEAD\n乙\n", (4, "page-conflict")),
        ("# 新\n\n||||||| 0123\n", (3, "page-conflict")),
        ("#新\n\n#又新\n", (3, "page-title")),
        ("# 新\n\n~~~\n话\n", (3, "page-fence")),
        ("# 新\n\n[话][a]{: #yi }\n\n[话][a]{: #yi }\n\n[a]: index.md\n", (5, "page-id-twice")),
        ("# 新\n\n[话](\n  data:text/html,x)\n", (3, "page-link")),
        ("# 新\n\n[a]:\n  javascript:x\n\n[话][a]\n", (4, "page-unsafe")),
        ("# 新\n\n    话。\n", (3, "page-indent")),
        ("# 新\n\n看[话]（index.md）\n", (3, "page-raw")),
    ],
)
def test_what_is_wrong_with_a_page_stands_at_its_line(
    text: str, expected: tuple[int, str] | None
) -> None:
    found = said(text)

    assert (found == []) if expected is None else (expected in found)


@pytest.mark.parametrize(
    "name",
    [
        *("con", "CON.yml", "nul.md", "aux.tar.gz", "com1.png", "LPT9", "com¹.md", "con .yml"),
        *("a:b.md", "a?.png", "a.", "a ", "a\nb", "a\u202eb", "\udcb5\udccd.md", "长" * 80),
    ],
)
def test_a_name_that_not_every_computer_takes(name: str) -> None:
    assert unusable(name)


@pytest.mark.parametrize(
    "name",
    ["dibao.yml", "conn.md", "com.md", "com10.md", "申请表（新）.pdf", "370812-contacts.csv"],
)
def test_a_name_that_every_computer_takes(name: str) -> None:
    assert unusable(name) == ""


def test_a_report_keeps_to_its_lines_whatever_a_file_is_called() -> None:
    name = "policies/di\nbao\x1b[31m\u202e\udcb5.yml"
    text = report((Problem("file-name", Place(name), {"found": name}),))

    assert len(text.split("\n")) == 3
    assert r"policies/di\nbao\x1b[31m\u202e\udcb5.yml:1:1" in text


@pytest.mark.parametrize("name", ["editions.yml", "disclosure.yml"])
@pytest.mark.parametrize("kind", ["folder", "link to nowhere", "pipe"])
def test_what_lies_in_place_of_a_list_is_no_empty_list(
    name: str, kind: str, tmp_path: Path
) -> None:
    root = copy_base(tmp_path)
    path = root / "policies" / name
    path.unlink(missing_ok=True)
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("nowhere")
    code = "file-linked" if kind == "link to nowhere" else "file-unreadable"

    assert f"policies/{name}:1 {code}" in told(problems_of(root))


def test_a_file_in_place_of_the_cases_is_said(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "cases").rename(root / "old")
    (root / "cases").write_text("一", "utf-8")

    assert "cases:1 folder-missing" in told(problems_of(root))


def test_a_pipe_among_the_pages_is_said_and_not_opened(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    os.mkfifo(tmp_path / "docs" / "tu.png")

    assert ["docs/tu.png:1 page-file"] == told(tuple(plainly_written(tmp_path)))


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may read everything sees no closed folder")
def test_a_closed_folder_among_the_pages_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "fu"
    folder.mkdir(parents=True)
    folder.chmod(0)
    try:
        assert ["docs/fu:1 file-unreadable"] == told(tuple(plainly_written(tmp_path)))
    finally:
        folder.chmod(0o700)


def test_names_in_another_encoding_are_said_on_one_line(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    folder = os.fsencode(root / "docs")
    with open(folder + "/照片".encode("gbk") + b".txt", "wb") as file:  # noqa: PTH123 - bytes
        file.write(b"1\n")
    run = CliRunner().invoke(main, ["check", "--project", str(root)])

    assert run.exit_code == 1
    assert "不是 UTF-8 编码" in run.output
    assert "[name-unusable]\n    提示：" in run.output


def test_a_library_that_is_not_installed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise ModuleNotFoundError("No module named 'typst'", name="typst")

    monkeypatch.setattr("mingbai.cli.read_scope", gone)
    run = CliRunner().invoke(main, ["check", "--project", str(copy_base(tmp_path))])

    assert run.exit_code == 1
    assert "缺少要用的程序库「typst」" in run.output


def test_too_little_memory_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("mingbai.cli.read_scope", full)
    run = CliRunner().invoke(main, ["check", "--project", str(copy_base(tmp_path))])

    assert run.exit_code == 1
    assert "内存不够" in run.output
