"""Rules of wording: plain sentences, one term for one thing, no markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mingbai.checks.texts_of import SPOKEN, case_lines, reader_texts, record_values
from mingbai.model.figures import REFERENCE
from mingbai.model.policy import LISTS
from mingbai.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

LONGEST = 60
"""Characters of a sentence that can be read aloud in one breath or two."""

FIGURE_AS_READ = "一千元"
"""How long a figure is when it is read aloud."""

SENTENCE_KEYS = frozenset({"text", "a", "linked"})
LABEL_KEYS = frozenset({"short", "do", "linked-short"})
MARKUP = re.compile(
    r"<[a-zA-Z/!?]|\*\*|\]\(|\]\[|^#|`|&#?\w+;"
    r"|(?i:(?:java|vb)script\s*:|\bdata:[a-z]+/|\bon[a-z]{3,}\s*=)"
)
"""Markdown, HTML, and what would run if it were an address or an attribute."""

CASE_INLINE = re.compile(r"[{}|]|\*[^*\s][^*]*\*|(?<!\w)_[^_\s][^_]*_")
CASE_BLOCK = re.compile(r"\s*(?:[-+*_=~]{3,}|=+\s*$|-\s*$|>|:::|\[[^\]]+\]:)|(?: {4}|\t)\s*\S")
TITLE_MARK = re.compile("^#{2,3} ")
FINISHED = re.compile("[。！？…][”’）」』]*$")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;?!][\u4e00-\u9fff]")
OFFICIALESE = re.compile("予以|(?<!地)方可|之规定|须经|逾期|特此|按照有关规定办理|另行通知")


def sentences(library: Library, scope: Scope) -> Iterator[Problem]:
    """A sentence has at most 60 characters."""
    for text, place, _ in reader_texts(library):
        told = REFERENCE.sub(FIGURE_AS_READ, text)
        longest = max(re.split(r"[。；！？]", told), key=len)
        if len(longest) > LONGEST:
            yield Problem("sentence-long", place, {"length": len(longest), "most": LONGEST})


def endings(library: Library, scope: Scope) -> Iterator[Problem]:
    """A sentence ends with its mark; a line for paper and a step's title with none."""
    for text, place, key in reader_texts(library):
        if key in SENTENCE_KEYS and not FINISHED.search(text):
            yield Problem("sentence-end", place, {"found": text[-6:]})
        if key in LABEL_KEYS and text[-1] in "。，；、！：,.;:!":
            yield Problem("label-end", place, {"found": text[-6:]})


def terms(library: Library, scope: Scope) -> Iterator[Problem]:
    """One term for one thing: a word that terms.yml lists under ``instead_of`` is not used."""
    wrong = {word: term.term for term in library.terms.terms for word in term.instead_of}
    any_of = re.compile("|".join(map(re.escape, wrong)) or "(?!)")
    spoken = ((text, place) for text, place, key in reader_texts(library) if key not in SPOKEN)
    for text, place in (*spoken, *case_lines(library)):
        for word in any_of.findall(text):
            yield Problem("term", place, {"found": word, "term": wrong[word]})


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
        found = HALF_WIDTH.search(text)
        if found:
            yield Problem("half-width", place, {"found": found[0]})


def markup(library: Library, scope: Scope) -> Iterator[Problem]:
    """Text is text: no Markdown, no HTML; a case has paragraphs, headings and lists only."""
    for text, place in record_values(library):
        found = MARKUP.search(text)
        if found:
            yield Problem("markup", place, {"found": found[0]})
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
