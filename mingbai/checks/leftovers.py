"""Rules of what is left of writing: a gap to be filled in, a program's escapes, a remark cut off.

What one person leaves for later is printed for everybody, if nobody is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.texts_of import (
    case_lines,
    contacts,
    files,
    labels,
    reader_texts,
    record_values,
    spoken,
)
from mingbai.problems import Problem
from mingbai.read.tree import scalars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

GAP = (
    r"待(?:补充|填|完善|续写|写|修?改(?![造善革正]))|此处[填写待]|(?:请|在此)填[写入]"
    r"|(?<![A-Za-z])(?:[Xx]{3,}|TODO|TBD|FIXME|todo|tbd|fixme|[Ll]orem)(?![A-Za-z])|×{2,}"
)
"""What people write where something is to come, on hand-written pages too."""

OPEN = re.compile(
    rf"{GAP}|见附[件表]|[（(]略[）)]|(?<![A-Za-z])[Xx]{{2}}(?![A-Za-z])"
    r"|[<〈＜\[［][\u4e00-\u9fff]{1,12}[>〉＞\]］](?!\()|[□■◻◼▢⿰-⿻]|[○◯●]{2,}|_{2,}|[*＊]{3,}|[?？]{3,}|#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!)"
)
"""The same in a record, where no brackets are a link; 待核 and 待查 are said to readers."""

NOTHING = re.compile(
    r"(?i:[无略空]|暂无|暂缺|没有|未知|不详|同上|待定|[-—–/／\\.…·]+|n/?a|none|null|nil|nan|undefined"
    r"|true|false|yes|no|\[object Object\])[。.]?"
)
"""A whole value that says nothing: ``null`` in quotes is a word."""

SOMEBODY = re.compile("某某|某(?=[镇村县市区])|同上")
"""What only a story may say: a policy is for everybody."""

ESCAPED = re.compile(
    r"(?:%[0-9A-Fa-f]{2}){2,}|(?:=[0-9A-F]{2}){3,}|(?:\\?u[0-9a-f]{4}){2,}|\\[nrt]"
)
ESCAPES = re.compile(r"[%=u\\]")
QUOTED = re.compile('“[^“”]+[”"]|"[^“”]+”|‘[^‘’]+[’\']|「[^「」]+」|\'[^\']+\'|"[^"]+"')
CLOSE = re.compile(r"#[^\s#!]")


def gaps(library: Library, scope: Scope) -> Iterator[Problem]:
    """Nothing that is printed says that it is still to be written."""
    named = (*reader_texts(library), *labels(library), *spoken(library))
    stories = {case.at().file for case in library.cases}
    values = [*((text, place) for text, place, _ in named), *contacts(library)]
    for text, place in values:
        somebody = None if place.file in stories else SOMEBODY.search(text)
        if NOTHING.fullmatch(text) or somebody:
            yield Problem("left-open", place, {"found": somebody[0] if somebody else text})
    for text, place in (*values, *case_lines(library)):
        found = OPEN.search(text)
        if found:
            yield Problem("left-open", place, {"found": found[0]})


def escapes(library: Library, scope: Scope) -> Iterator[Problem]:
    """Characters stand as themselves, not as a program writes them in an address."""
    for text, place in (*record_values(library), *case_lines(library)):
        found = ESCAPED.search(text) if ESCAPES.search(text) else None
        if found:
            yield Problem("left-escaped", place, {"found": found[0][:12]})


def quotes(library: Library, scope: Scope) -> Iterator[Problem]:
    """A value is no quotation as a whole: Chinese quotes are no quotes of YAML."""
    for text, place in record_values(library):
        if QUOTED.fullmatch(text):
            yield Problem("left-quoted", place, {"found": text[:12]})


def comments(library: Library, scope: Scope) -> Iterator[Problem]:
    """A ``#`` behind a value begins a remark: one that looks like text may be the value's rest."""
    for record in files(library):
        close = [one for one in record.node.comments if CLOSE.match(one.text or "")]
        lines = {one.place.line for one in scalars(record.node)} if close else set()
        for one in close:
            if one.place.line in lines:
                yield Problem("comment-close", one.place, {"found": (one.text or "")[:8]})
