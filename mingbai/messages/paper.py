"""The sentences of printing."""

from __future__ import annotations

from mingbai.messages.message import error

# fmt: off
# A table, one line a code.
PAPER = {
    "paper-overflow": error("{form}「{title}」一栏放不下，超出 {over} 毫米。", "把这一栏的纸上短句（short）改短，或者少留几条；其余内容网页上都有。"),
    "paper-row-overflow": error("{form}「{title}」一栏放不下这一行的内容，超出 {over} 毫米。", "把这一行的名称、联系人或者办公时间改短。"),
    "paper-too-wide": error("{form}「{title}」一栏有连着断不开的字母或数字，宽出 {over} 毫米。", "断开或者改短这一段。"),
    "print-draft": error("「{name}」还没有审核，或者审核以后又改过，不能正式印。", "先审核；现在只想看样子，用 --proof 做样稿。"),
    "print-example-address": error("公开网址「{found}」是示例，印出来的二维码打不开。", "在 mkdocs.yml 的 public_url 写真实的网址；只想看样子，用 --proof 做样稿。"),
    "print-no-hotline": error("{office}部门没有一个拨通过的电话，这些政策不能正式印：{names}。", "请{office}部门拨打号码，拨通以后在 dialled_on 写日期；只想看样子，用 --proof 做样稿。"),
    "print-no-villages": error("没有村居联系表，不知道要印哪些村。", "运行 mingbai new contacts 得到空表，填好放回 policies/regions/{region}-contacts.xlsx，或用 --contacts 指明。"),
    "print-press-tiles": error("{form}是给只有 A4 打印机的办公室的，没有给印刷厂的。", "去掉 --press，或者改用 --form poster。"),
    "print-unknown": error("{option} 写的「{found}」没有找到。", "可以写：{known}"),
    "print-broke": error("{file} 没有做成：{said}。", "其余文件不受影响。再运行一次；还不行，请把这一行发给维护人员。"),
    "paper-characters": error("{form}上有字印不出来：{found}。", "换成常用字，或者请维护人员补字体。"),
}
# fmt: on
