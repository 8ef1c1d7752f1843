"""Grafts one row of a battery table onto a copy of a small project."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

from mingbai.read.tree import place_of
from mingbai.read.yaml import parse_yaml
from tests.fuzz.words import CARD, IDENTITY, MOBILE

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.problems import Place

Row = dict[str, Any]
TARGETS = {"real": "policies/dibao.yml", "base": "policies/jiating.yml"}
OLD_IDENTITY = "370000" + "000101" + "001"
HAN = str.maketrans("0123456789", "零一二三四五六七八九")
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
NUMBERS = {"身份证": IDENTITY, "旧身份证": OLD_IDENTITY, "手机": MOBILE, "卡号": CARD}
MARK = re.compile("⟦(.+?)(?: (.+?))?⟧")


def filled(text: str) -> str:
    """Return a text with its numbers written out."""
    return MARK.sub(lambda one: written(NUMBERS[one[1]], one[2] or ""), text)


def written(number: str, how: str) -> str:
    """Write a number as people do."""
    groups = (number[:6], number[6:14], number[14:])
    return {
        "": number,
        "隔开": " ".join(re.findall(".{1,4}", number)),
        "短横": "-".join(groups),
        "三四四": f"{number[:3]} {number[3:7]} {number[7:]}",
        "全角": number.translate(WIDE),
        "汉字": number[:17].translate(HAN) + number[17:].translate(HAN),
        "错一位": number[:-1] + ("1" if number[-1] != "1" else "2"),
        "前半": number[:9],
        "后半": number[9:],
    }[how]


def graft(row: Row, root: Path) -> tuple[str, int]:
    """Do what a row says to a project; return the file and the line where the problem should be."""
    name = filled(row.get("file", TARGETS[row.get("project", "real")]))
    path = root / name
    before = path.read_bytes() if path.is_file() else b""
    moved = moved_file(row, path, root)
    if moved:
        return moved, row.get("line", 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(edited(row, before))
    line = row.get("line", first_change(before, path.read_bytes()))
    if line < 0:
        line += len(path.read_bytes().rstrip(b"\n").split(b"\n")) + 1
    return row.get("at_file", name), line


def moved_file(row: Row, path: Path, root: Path) -> str:
    """Rename, copy, replace or remove a file; return where the problem should be."""
    for verb, act in (("rename", shutil.move), ("copy", shutil.copy)):
        if verb in row:
            target = root / filled(row[verb])
            target.parent.mkdir(exist_ok=True)
            source = path if path.is_file() else root / TARGETS["real"]
            act(str(source), str(target))
            return target.relative_to(root).as_posix()
    if not {"folder", "link", "remove"} & set(row):
        return ""
    if path.is_dir():
        shutil.rmtree(path)
    elif path.is_file():
        path.unlink()
    if "folder" in row:
        path.mkdir()
    if "link" in row:
        path.symlink_to(row["link"])
    return str(row.get("at_file", path.relative_to(root).as_posix()))


def edited(row: Row, raw: bytes) -> bytes:
    """Return the bytes of a file after what a row does inside it."""
    if "hex" in row:
        return with_bytes(row, raw, bytes.fromhex(row["hex"]))
    if "new" in row or "text" in row:
        return filled(str(row.get("new", row.get("text")))).encode()
    if "end_hex" in row:
        return raw + bytes.fromhex(row["end_hex"])
    inside = next((change for key, change in INSIDE.items() if key in row), None)
    text = inside(row, raw.decode()) if inside else raw.decode()
    text = filled(row.get("start", "")) + text + filled(row.get("end", ""))
    if "end_times" in row:
        text += row["end_times"][0] * row["end_times"][1]
    return text.encode(row.get("encode", "utf-8"), "replace")


def replaced(row: Row, text: str) -> str:
    """Put something in place of the first such words."""
    assert row["find"] in text, row["find"]
    return text.replace(row["find"], put(row), 1)


def matched(row: Row, text: str) -> str:
    """Put something in place of the first words of such a form."""
    changed, count = re.subn(row["find_re"], lambda _: put(row), text, count=1)
    assert count, row["find_re"]
    return changed


def repeated(row: Row, text: str) -> str:
    """Write an item many times, before the first such words."""
    before, item, times = row["repeat"]
    assert before in text, before
    items = "".join(item.replace("{}", str(one + 1)) for one in range(times))
    return text.replace(before, items + before, 1)


def without_line(row: Row, text: str) -> str:
    """Drop the first line with such words."""
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if row["cut"] in line)
    return "\n".join([*lines[:at], *lines[at + 1 :]])


def with_bytes(row: Row, raw: bytes, given: bytes) -> bytes:
    """Put bytes behind the first word of a value, or at the start; or let nothing else stand."""
    if "replace" in row:
        return given
    if "from_start" in row:
        return given + raw
    place = value_place(row["at"], raw.decode())
    lines = raw.split(b"\n")
    line = lines[place.line - 1].decode()
    at = len(line[: place.column + 1].encode())
    lines[place.line - 1] = line.encode()[:at] + given + line.encode()[at:]
    return b"\n".join(lines)


def with_value(row: Row, text: str) -> str:
    """Write another value at a place of the tree."""
    place = value_place(row["at"], text)
    lines = text.split("\n")
    head = lines[place.line - 1][: place.column - 1]
    old = lines[place.line - 1][place.column - 1 :]
    lines[place.line - 1] = head + (misread(old, row) if "misread" in row else put(row))
    return "\n".join(lines)


def value_place(at: str, text: str) -> Place:
    """Return where a value begins."""
    front = (
        text.split("\n---\n", maxsplit=1)[0].removeprefix("---\n")
        if text.startswith("---\n")
        else text
    )
    tree, problems = parse_yaml(front, "x", first_line=2 if front is not text else 1, tags=True)
    assert tree is not None, problems
    way = tuple(int(one) if one.isdecimal() else one for one in at.split("."))
    place = place_of(tree, way)
    assert place != place_of(tree, way[:-1]), at
    return place


def put(row: Row) -> str:
    """Return what a row writes."""
    if "put_times" in row:
        one, times, *ending = row["put_times"]
        return str(row.get("head", "")) + one * times + "".join(ending)
    return "长" * row["long"] if "long" in row else filled(row["put"])


def misread(text: str, row: Row) -> str:
    """Return a text written in one encoding and read in another."""
    wrote, read = map(str, row["misread"])
    return text.encode(wrote, "replace").decode(read, "replace").replace("\ufffd", "")


def first_change(before: bytes, after: bytes) -> int:
    """Return the first line that is not what it was."""
    old, new = before.split(b"\n"), after.split(b"\n")
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    return (min(len(old), len(new)) if same is None else same + 1) if before else 1


def garbled(row: Row, text: str) -> str:
    """Return the whole file as misread."""
    return misread(text, row)


INSIDE = {
    "at": with_value,
    "find": replaced,
    "find_re": matched,
    "repeat": repeated,
    "cut": without_line,
    "misread": garbled,
}
"""What a row may do to the text of a file, by its key."""
