"""The handbook's own words: the names of its parts, and the labels inside them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Titles:
    """Every word of the book that no record says."""

    book: str = "社会救助政策手册"
    cover: tuple[str, str] = ("社会救助", "政策手册")
    find: tuple[str, str] = ("家里遇到难处，先翻到第", "页")
    page: tuple[str, str] = ("第", "页")
    village: str = "村（居）"
    user: str = "使用人"
    guide: str = "怎么用这本手册"
    contents: str = "目录"
    events: str = "遇到什么事，看哪一页"
    event_columns: tuple[str, ...] = ("遇到什么事", "看哪项政策", "页")
    stories: str = "案例"
    directory: str = "联系方式"
    articles: str = "依据的条款"
    numbers: str = "粗体的号码，就是正文句末的小号码；每项政策各编各的号。"
    entries: str = "文件索引"
    notes: str = "笔记"
    code: str = "编号"
    say_code: str = "打电话说编号"
    names: str = "也有人叫："
    exception: str = "例外"
    where: str = "地点："
    within: str = "内"
    cases: str = "看看例子："
    lesson: str = "这个故事说明什么"
    used: str = "用到的政策："
