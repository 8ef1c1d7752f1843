"""Rules of wording: plain sentences, one term for one thing, no markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.texts_of import SPOKEN, case_lines, reader_texts, record_values
from mingbai.model.policy import LISTS
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope
    from mingbai.problems import Place

SENTENCE_KEYS = frozenset({"text", "a", "linked"})
LABEL_KEYS = frozenset({"short", "do", "linked-short"})
MARKUP = re.compile(
    r"<[a-zA-Z/!?]|\*\*|\]\(|\]\[|^#|`|&#?\w+;"
    r"|(?i:(?:java|vb)script\s*:|\bdata:[a-z]+/|\bon[a-z]{3,}\s*=)"
)
"""Markdown, HTML, and what would run if it were an address or an attribute."""

TYPED = re.compile(
    r"[\^~_|@$&+=\\]|\*[^*]*\*|(?<!\S)#[A-Za-z]|//|/\*|---"
    r"|^\s*(?:[-*>]|[0-9]+\.)\s|^\s*(?:[•●■◆▪·★☆]|!!!|\?\?\?|:::)"
    r"|\[(?:[\[^]|/?[a-z]+(?:=[^\]]*)?\]| \])|:[a-z]+(?:[-_][a-z]+)*:"
    r"|(?i:\bwww\.|\b(?:https?|ftp|file|mailto|tel):)|[＜〈](?=/?[A-Za-z])"
)
"""What else people type for stars, lists and links, where a reader would see it as it stands."""

CASE_INLINE = re.compile(
    r"[{}|\^~_@$&+=\[\]\\]|\*[^*\s][^*]*\*|(?i:https?://|\bwww\.)|:[a-z]+(?:[-_][a-z]+)*:"
)
CASE_BLOCK = re.compile(r"\s*(?:[-+*_=~]{3,}|=+\s*$|-\s*$|>|:::|\[[^\]]+\]:)|(?: {4}|\t)\s*\S")
TITLE_MARK = re.compile("^#{2,3} ")
FINISHED = re.compile("[。！？…][”’）」』]*$")
TORN = re.compile(r"[\u4e00-\u9fff，。；：！？、）”]\s+[\u4e00-\u9fff（“]")
"""A blank between two Chinese characters: YAML makes one of a value over two lines."""

HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;?!][\u4e00-\u9fff]")
OFFICIALESE = re.compile("予以|(?<!地)方可|之规定|须经|逾期|特此|按照有关规定办理|另行通知")


def endings(library: Library, scope: Scope) -> Iterator[Problem]:
    """A sentence ends with its mark; a line for paper and a step's title with none."""
    for text, place, key in reader_texts(library):
        if key in SENTENCE_KEYS and not FINISHED.search(text):
            yield Problem("sentence-end", place, {"found": text[-6:]})
        if key in LABEL_KEYS and text[-1] in "。，；、！：,.;:!":
            yield Problem("label-end", place, {"found": text[-6:]})


def terms(library: Library, scope: Scope) -> Iterator[Problem]:
    """One term for one thing: a word that terms.yml lists under ``instead_of`` is not used."""
    spoken = ((text, place) for text, place, key in reader_texts(library) if key not in SPOKEN)
    yield from misnamed(library, (*spoken, *case_lines(library)))


def misnamed(library: Library, texts: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield each word of some texts for which there is another."""
    wrong = {word: term for term in library.terms.terms for word in term.instead_of}
    first = sorted(wrong, key=len, reverse=True)
    any_of = re.compile("|".join(map(re.escape, first)) or "(?!)")
    for text, place in texts:
        for found in any_of.finditer(text):
            term = wrong[found[0]]
            if not within_any(found, term.unless):
                yield Problem("term", place, {"found": found[0], "term": term.term})


def within_any(found: re.Match[str], names: tuple[str, ...]) -> bool:
    """Tell whether a word is only a part of a name that stays as it is."""
    text, (start, end) = found.string, found.span()
    return any(
        text.startswith(name, at) and at + len(name) >= end
        for name in names
        for at in range(max(0, end - len(name)), start + 1)
    )


def hearing(library: Library, scope: Scope) -> Iterator[Problem]:
    """Before a reduction or stop the office hears the person's opinion: 听取意见, never 听证."""
    told = ((text, place) for text, place, _ in reader_texts(library))
    for text, place in (*told, *case_lines(library)):
        if "听证" in text:
            yield Problem("hearing", place)


def plainness(library: Library, scope: Scope) -> Iterator[Problem]:
    """Office language and half-width punctuation are looked at again."""
    for text, place, _ in reader_texts(library):
        found = OFFICIALESE.search(text)
        if found:
            yield Problem("officialese", place, {"found": found[0]})
        found = TORN.search(text)
        if found:
            yield Problem("blank-inside", place, {"found": found[0]})
        found = HALF_WIDTH.search(text)
        if found:
            yield Problem("half-width", place, {"found": found[0]})


def markup(library: Library, scope: Scope) -> Iterator[Problem]:
    """Text is text: no Markdown, no HTML; a case has paragraphs, headings and lists only."""
    for text, place in record_values(library):
        found = MARKUP.search(text)
        if found:
            yield Problem("markup", place, {"found": found[0]})
    for text, place, _ in reader_texts(library):
        found = TYPED.search(text)
        if found and not MARKUP.search(text):
            yield Problem("markup", place, {"found": found[0].strip()[:12]})
    for line, place in case_lines(library):
        words = TITLE_MARK.sub("", line)
        found = CASE_BLOCK.match(line) or MARKUP.search(words) or CASE_INLINE.search(words)
        if found:
            shown = "行首的空格" if line[:1].isspace() else found[0][:12]
            yield Problem("case-markup", place, {"found": shown})


def repeated(library: Library, scope: Scope) -> Iterator[Problem]:
    """Within a list no sentence is written twice (an exception may say what a condition says)."""
    owners = (*library.policies, *(one for region in library.regions for one in region.policies))
    for owner in owners:
        for name in LISTS:
            first: dict[str, int] = {}
            for item in getattr(owner, name):
                text = getattr(item, "text", "")
                line = item.at("text").line
                if text and first.setdefault(text, line) != line:
                    yield Problem("repeated", item.at("text"), {"line": first[text]})
